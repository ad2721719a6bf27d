package tally

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"verbatim/internal/term"
)

// A Sum is a part of a count, by the words themselves. Sums of parts add up to
// the sum of the whole, in any order and grouping.
type Sum struct {
	Base    Base
	Tokens  Tokens
	Weights Weight // of the valid
	squares squares
	Terms   map[Name]*TermSum
	Themes  []ThemeSum // in the order in which they were given
	Uncoded int
}

// A Name is what terms are added up by.
type Name struct {
	Key   string
	Aside term.Aside
}

// A TermSum is the part of one term.
type TermSum struct {
	Mentions, Respondents, Negated int
	Weight                         [2]Weight // of mentions and of respondents
	Forms                          map[string]int
	Label                          string // where it is not the most frequent form: of a synonym
	Theme                          string
}

// A ThemeSum is the part of one theme.
type ThemeSum struct {
	Theme                 string
	Mentions, Respondents int
	Weight                [2]Weight
}

// NewSum returns a sum of nothing.
func NewSum() *Sum { return &Sum{Terms: make(map[Name]*TermSum)} }

// Add adds another part. The themes of both are the same.
func (s *Sum) Add(o *Sum) {
	s.Base.add(o.Base)
	s.Tokens.add(o.Tokens)
	s.Weights += o.Weights
	s.squares.sum.Add(&s.squares.sum, &o.squares.sum)
	s.Uncoded += o.Uncoded
	for name, part := range o.Terms {
		t := s.Terms[name]
		if t == nil {
			t = &TermSum{Forms: make(map[string]int, len(part.Forms)), Label: part.Label, Theme: part.Theme}
			s.Terms[name] = t
		}
		t.add(part)
	}
	if s.Themes == nil {
		s.Themes = make([]ThemeSum, len(o.Themes))
	}
	for i, part := range o.Themes {
		t := &s.Themes[i]
		t.Theme = part.Theme
		t.Mentions += part.Mentions
		t.Respondents += part.Respondents
		t.Weight[0] += part.Weight[0]
		t.Weight[1] += part.Weight[1]
	}
}

func (t *TermSum) add(o *TermSum) {
	t.Mentions += o.Mentions
	t.Respondents += o.Respondents
	t.Negated += o.Negated
	t.Weight[0] += o.Weight[0]
	t.Weight[1] += o.Weight[1]
	for form, n := range o.Forms {
		t.Forms[form] += n
	}
}

// Ranking says how a sum becomes a tally.
type Ranking struct {
	By         Count
	Weighted   bool   // answers have weights
	Intervals  bool   // give 95 % intervals
	Population int    // size of the population, for the intervals; 0: not finite
	Denied     string // goes before the label of a term that is mostly denied, "no"
}

// Tally ranks a sum.
func (s *Sum) Tally(r Ranking) *Tally {
	t := &Tally{Base: s.Base, Tokens: s.Tokens, RankBy: r.By, Uncoded: s.Uncoded, Terms: []Term{}, SetAside: []AsideTerm{}, Themes: []Theme{}}
	if r.Weighted {
		t.Base.WeightSum, t.Base.WeightSquaresSum = s.Weights.Float(), s.squares.float()
		t.Base.EffectiveN = EffectiveN(t.Base.WeightSum, t.Base.WeightSquaresSum)
	}
	for name, part := range s.Terms {
		if name.Aside == term.Ranked {
			t.Terms = append(t.Terms, s.term(name.Key, part, r))
		} else {
			t.SetAside = append(t.SetAside, AsideTerm{part.forms()[0].Form, reason(name.Aside), part.Mentions, part.Respondents})
		}
	}
	for _, part := range s.Themes {
		x := Theme{Theme: part.Theme, Mentions: part.Mentions, Respondents: part.Respondents}
		x.Share, x.Interval = s.share(part.Respondents, part.Weight[1], r)
		if r.Weighted {
			x.WeightedMentions, x.WeightedRespondents = part.Weight[0].Float(), part.Weight[1].Float()
		}
		t.Themes = append(t.Themes, x)
	}
	rank(t.Terms, r.By) // total orders: the map's own order is gone
	slices.SortFunc(t.SetAside, func(a, b AsideTerm) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Term, b.Term), cmp.Compare(a.Reason, b.Reason))
	})
	return t
}

// term works out the figures of one term.
func (s *Sum) term(key string, part *TermSum, r Ranking) Term {
	x := Term{
		Stem: key, Mentions: part.Mentions, Respondents: part.Respondents, Negated: part.Negated,
		Forms: part.forms(), Theme: part.Theme, weight: part.Weight,
	}
	x.Term = cmp.Or(part.Label, x.Forms[0].Form)
	if r.Denied != "" && part.Negated*2 >= part.Mentions && part.Respondents >= 5 {
		x.Term = r.Denied + " " + x.Term
	}
	x.Share, x.Interval = s.share(part.Respondents, part.Weight[1], r)
	if r.Weighted {
		x.WeightedMentions, x.WeightedRespondents = part.Weight[0].Float(), part.Weight[1].Float()
	} else {
		x.weight = [2]Weight{Weight(part.Mentions) * One, Weight(part.Respondents) * One}
	}
	return x
}

// share is the share of the valid respondents, with its interval where asked.
func (s *Sum) share(respondents int, weighted Weight, r Ranking) (float64, Interval) {
	n, p := float64(s.Base.Valid), float64(respondents)/float64(s.Base.Valid)
	if r.Weighted {
		n = EffectiveN(s.Weights.Float(), s.squares.float())
		p = weighted.Float() / s.Weights.Float()
		if s.Weights == 0 {
			p = 0
		}
	}
	if !r.Intervals {
		return p, Interval{}
	}
	low, high := Wilson(p, n, r.Population)
	return p, Interval{&low, &high}
}

// forms lists the written forms: mentions falling, then the shorter first, then
// by bytes. The first is the term's label.
func (t *TermSum) forms() []Form {
	forms := make([]Form, 0, len(t.Forms))
	for form, mentions := range t.Forms {
		forms = append(forms, Form{Form: form, Mentions: mentions})
	}
	slices.SortFunc(forms, func(a, b Form) int {
		return cmp.Or(
			cmp.Compare(b.Mentions, a.Mentions),
			cmp.Compare(utf8.RuneCountInString(a.Form), utf8.RuneCountInString(b.Form)),
			cmp.Compare(a.Form, b.Form),
		)
	})
	return forms
}

// reason names why a term is set aside.
func reason(a term.Aside) string {
	switch a {
	case term.Filler:
		return "filler"
	case term.Echo:
		return "echo"
	}
	return "subject"
}
