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
	squares Squares
	Terms   map[Name]*TermSum
	Themes  []ThemeSum // in the order in which they were given
	Uncoded int
	Most    int // counted words of the most talkative respondent; a document does not keep it
}

// A Name is what terms are added up by.
type Name struct {
	Key   string
	Aside term.Aside
}

// A TermSum is the part of one term.
type TermSum struct {
	Mentions, Respondents, Negated int
	Weight                         [2]Weight  // of mentions and of respondents
	Forms                          []Form     // mentions falling, then the shorter, then bytes; each once
	Spellings                      []Spelling // in no order; none where they follow from the rest
	Label                          string     // where it is not the most frequent form: of a synonym
	Theme                          string
	In                             uint64 // the themes of its forms, a bit each
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
	s.squares.merge(o.squares)
	s.Uncoded += o.Uncoded
	s.Most = max(s.Most, o.Most)
	themes := o.themeNames()
	for name, part := range o.Terms {
		t := s.Terms[name]
		if t == nil {
			t = new(TermSum)
			s.Terms[name] = t
		}
		t.add(part)
		t.Label = firstOf(t.Label, part.Label)
		t.Theme, t.In = earlier(themes, t.Theme, part.Theme), t.In|part.In
	}
	if s.Themes == nil {
		s.Themes = make([]ThemeSum, len(o.Themes))
	}
	for i, part := range o.Themes {
		s.Themes[i].add(part)
	}
}

// add adds the part of the same theme; a zero ThemeSum takes its name. A person
// is in one part only, so respondents add up as mentions do.
func (t *ThemeSum) add(o ThemeSum) {
	t.Theme = o.Theme
	t.Mentions += o.Mentions
	t.Respondents += o.Respondents
	t.Weight[0] += o.Weight[0]
	t.Weight[1] += o.Weight[1]
}

// add adds the part of the same term. Spellings come first: where they follow from
// the figures of a part, they have to be taken from it before these grow.
func (t *TermSum) add(o *TermSum) {
	t.Spellings = t.spelled()
	t.Mentions += o.Mentions
	t.Respondents += o.Respondents
	t.Negated += o.Negated
	t.Weight[0] += o.Weight[0]
	t.Weight[1] += o.Weight[1]
	t.Forms = sortedForms(slices.Concat(t.Forms, o.Forms))
	for _, x := range o.spelled() {
		if mine := find(t.Spellings, x.Spelling); mine != nil {
			mine.add(&x)
		} else {
			t.Spellings = append(t.Spellings, x)
		}
	}
}

// themeNames are the themes in the order of their list, which decides between two.
func (s *Sum) themeNames() []string {
	names := make([]string, len(s.Themes))
	for i, t := range s.Themes {
		names[i] = t.Theme
	}
	return names
}

// firstOf is the label where parts have several: the first by bytes, so that
// the order of adding does not matter. "" is none.
func firstOf(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// earlier is the theme that the list names first; "" is none.
func earlier(themes []string, a, b string) string {
	if a == "" || b != "" && slices.Index(themes, b) < slices.Index(themes, a) {
		return b
	}
	return a
}

// Ranking says how a sum becomes a tally.
type Ranking struct {
	By         Count
	Weighted   bool             // answers have weights
	Intervals  bool             // give 95 % intervals
	Population int              // size of the population, for the intervals; 0: not finite
	Denied     string           // goes before the label of a term that is mostly denied, "no"
	Names      map[string]Named // leave their stems, by key
}

// Tally ranks a sum.
func (s *Sum) Tally(r Ranking) *Tally {
	t := &Tally{Base: s.Base, Tokens: s.Tokens, RankBy: r.By, Uncoded: Figure(s.Uncoded), SetAside: []AsideTerm{}, Themes: []Theme{}}
	if r.Weighted {
		t.Base.WeightSum, t.Base.WeightSquaresSum = s.Weights, s.squares
		t.Base.EffectiveN = effectiveN(s.Weights.Float(), s.squares.float())
	}
	t.Terms = make([]Term, 0, len(s.Terms))
	for name, part := range s.Terms {
		if name.Aside == term.Ranked {
			t.Terms = append(t.Terms, s.terms(name.Key, part, r)...)
		} else {
			t.SetAside = append(t.SetAside, AsideTerm{part.Forms[0].Form, name.Key, Reason(name.Aside), part.Mentions, part.Respondents, part.Forms, part.In})
		}
	}
	for _, part := range s.Themes {
		x := Theme{Theme: part.Theme, Mentions: Figure(part.Mentions), Respondents: part.Respondents}
		x.Share, x.Interval = s.share(part.Respondents, part.Weight[1], r)
		if r.Weighted {
			x.WeightedMentions, x.WeightedRespondents = part.Weight[0], part.Weight[1]
		}
		t.Themes = append(t.Themes, x)
	}
	rank(t.Terms, r.By) // total orders: the map's own order is gone
	sortAside(t.SetAside)
	return t
}

// terms are the terms of a stem: one, or a name and the rest.
func (s *Sum) terms(key string, part *TermSum, r Ranking) (list []Term) {
	named, ok := r.Names[key]
	if !ok {
		x := s.term(key, part, r)
		x.Spellings = part.spellings()
		return []Term{x}
	}
	name, rest := part.apart(named.Spelling)
	if name.Mentions > 0 {
		x := s.term(named.Label, name, r)
		x.SplitFrom, x.Spellings = key, part.spellings()
		list = append(list, x)
	}
	if rest.Mentions > 0 {
		x := s.term(key, rest, r)
		if name.Mentions == 0 {
			x.Spellings = part.spellings()
		}
		list = append(list, x)
	}
	return list
}

// term works out the figures of one term.
func (s *Sum) term(key string, part *TermSum, r Ranking) Term {
	x := Term{
		Stem: key, Mentions: part.Mentions, Respondents: part.Respondents, Negated: part.Negated,
		Forms: part.Forms, Theme: part.Theme, Synonym: part.Label, In: part.In, weight: part.Weight,
	}
	x.Term = cmp.Or(part.Label, x.Forms[0].Form)
	if r.Denied != "" && part.Negated*2 >= part.Mentions && part.Respondents >= 5 {
		// At least half of the mentions are denied, and enough people said it that this
		// is no accident: the label has to tell it, or "trust" would stand for its lack.
		x.Term = r.Denied + " " + x.Term
	}
	x.Share, x.Interval = s.share(part.Respondents, part.Weight[1], r)
	if r.Weighted {
		x.WeightedMentions, x.WeightedRespondents = part.Weight[0], part.Weight[1]
	} else {
		x.weight = [2]Weight{Weight(part.Mentions) * One, Weight(part.Respondents) * One}
	}
	return x
}

// share is the share of the valid respondents, with its interval where asked.
func (s *Sum) share(respondents int, weighted Weight, r Ranking) (float64, Interval) {
	n, p := float64(s.Base.Valid), 0.0
	switch {
	case r.Weighted:
		n = effectiveN(s.Weights.Float(), s.squares.float())
		if s.Weights > 0 {
			p = weighted.Float() / s.Weights.Float()
		}
	case s.Base.Valid > 0:
		p = float64(respondents) / n
	}
	if !r.Intervals {
		return p, Interval{}
	}
	low, high := wilsonInterval(p, n, finiteFactor(r.Population, s.Base.Valid))
	return p, Interval{&low, &high}
}

// sortedForms puts forms in the order of a term's forms, and makes one of those
// that come several times.
func sortedForms(forms []Form) []Form {
	slices.SortFunc(forms, func(a, b Form) int { return cmp.Compare(a.Form, b.Form) })
	out := forms[:0]
	for _, f := range forms {
		if n := len(out); n > 0 && out[n-1].Form == f.Form {
			out[n-1].Mentions += f.Mentions
		} else {
			out = append(out, f)
		}
	}
	SortForms(out)
	return out
}

// sortAside puts what is set aside in order: mentions falling, then bytes.
func sortAside(list []AsideTerm) {
	slices.SortFunc(list, func(a, b AsideTerm) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Term, b.Term), cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.Stem, b.Stem))
	})
}

// SortForms puts forms in the order of a term's forms: mentions falling, then the
// shorter first, then by bytes. The first is the term's label.
func SortForms(forms []Form) {
	slices.SortFunc(forms, func(a, b Form) int {
		return cmp.Or(
			cmp.Compare(b.Mentions, a.Mentions),
			cmp.Compare(utf8.RuneCountInString(a.Form), utf8.RuneCountInString(b.Form)),
			cmp.Compare(a.Form, b.Form),
		)
	})
}

// Reason names why a term is set aside.
func Reason(a term.Aside) string {
	switch a {
	case term.Filler:
		return "filler"
	case term.Echo:
		return "echo"
	}
	return "subject"
}
