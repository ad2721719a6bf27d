package tally

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"verbatim/internal/term"
)

// A Sum is a part of a count, keyed by the words themselves. Sums of parts add up
// to the sum of the whole, in any order and grouping.
type Sum struct {
	Base    Base // with the sums of the weights, if there are any
	Tokens  Tokens
	Terms   map[Name]*TermSum
	Themes  []ThemeSum // in the order in which they were given
	Uncoded int
	// A document does not keep the next two.
	Most  int   // counted words of the most talkative respondent
	heavy heavy // the largest weights of single people

	overflowed bool // a figure has become too large for its type
}

// A Name is what terms are added up by.
type Name struct {
	Key   string
	Aside term.Aside
}

// Counts are how often something was said, and by how many people.
type Counts struct {
	Mentions, Respondents, Negated int
	Weight                         [2]Weight // of the mentions and of the respondents; 0 without weights
}

// add adds the counts of other people. A person is in one part only, so
// respondents add up as mentions do.
func (c *Counts) add(o Counts) {
	c.Mentions += o.Mentions
	c.Respondents += o.Respondents
	c.Negated += o.Negated
	c.Weight[0] += o.Weight[0]
	c.Weight[1] += o.Weight[1]
}

// mention counts one more mention, by a person of this weight; first says that it
// is their first one.
func (c *Counts) mention(w Weight, first bool) {
	c.Mentions++
	c.Weight[0] += w
	if first {
		c.Respondents++
		c.Weight[1] += w
	}
}

// A TermSum is the part of one term.
type TermSum struct {
	Counts
	Forms     []Form     // mentions falling, then the shorter, then bytes; each once
	Spellings []Spelling // in no order; none where they follow from the rest
	Label     string     // where it is not the most frequent form: of a synonym
	Theme     string
	Both      int    // of a denied term: people who also say the word without denying it
	In        uint64 // the themes of its forms, a bit each
}

// A ThemeSum is the part of one theme.
type ThemeSum struct {
	Theme string
	Counts
}

// NewSum returns a sum of nothing.
func NewSum() *Sum { return &Sum{Terms: make(map[Name]*TermSum)} }

// Add adds another part. The themes of both are the same.
func (s *Sum) Add(o *Sum) {
	s.Base.add(o.Base)
	s.Tokens.add(o.Tokens)
	s.Uncoded += o.Uncoded
	s.Most = max(s.Most, o.Most)
	for _, w := range o.heavy {
		s.heavy.add(w)
	}
	themes := make([]string, len(o.Themes)) // in the order of their list, which decides between them
	for i, t := range o.Themes {
		themes[i] = t.Theme
	}
	for name, part := range o.Terms {
		t := s.Terms[name]
		if t == nil {
			t = new(TermSum)
			s.Terms[name] = t
		}
		t.add(part)
		s.overflowed = s.overflowed || t.overflow()
		t.Label = firstOf(t.Label, part.Label)
		t.Theme, t.In = earlier(themes, t.Theme, part.Theme), t.In|part.In
	}
	if s.Themes == nil && len(o.Themes) > 0 {
		s.Themes = make([]ThemeSum, len(o.Themes))
	}
	for i, part := range o.Themes {
		s.Themes[i].Theme = part.Theme
		s.Themes[i].add(part.Counts)
		s.overflowed = s.overflowed || s.Themes[i].overflow()
	}
}

// add adds the part of the same term. Spellings come first: if they follow from the
// figures of a part, they have to be taken from these before they grow.
func (t *TermSum) add(o *TermSum) {
	t.Spellings = t.spelled()
	t.Counts.add(o.Counts)
	t.Both += o.Both
	t.Forms = withForms(t.Forms, o.Forms)
	for _, x := range o.spelled() {
		if mine := find(t.Spellings, x.Spelling); mine != nil {
			mine.add(&x)
		} else {
			t.Spellings = append(t.Spellings, x)
		}
	}
}

// spelled returns the spellings, also if they follow from the rest: then all forms
// have the same one, and nobody wrote it with a capital inside a sentence. A denied term has none,
// as it is no name.
func (t *TermSum) spelled() []Spelling {
	if len(t.Spellings) > 0 || len(t.Forms) == 0 || t.Forms[0].Word != "" {
		return t.Spellings
	}
	return []Spelling{{Spelling: spellingOf(t.Forms[0].Form), Respondents: t.Respondents, Alone: t.Respondents, Negated: t.Negated,
		WeightedMentions: t.Weight[0], WeightedRespondents: t.Weight[1], WeightedAlone: t.Weight[1]}}
}

// firstOf is the label if parts have several: the first by bytes, so that the order
// of adding does not matter. "" is none.
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

// fewForms is the number of forms up to which looking through them is faster than sorting all.
const fewForms = 16

// withForms adds forms to a list of the same term, which is used for the result. Both are in the order of a term's
// forms, and so is the result.
func withForms(list, more []Form) []Form {
	if len(list) > fewForms || len(more) > fewForms {
		return sortedForms(slices.Concat(list, more))
	}
	for _, f := range more {
		if at := slices.IndexFunc(list, func(x Form) bool { return x.Form == f.Form }); at >= 0 {
			list[at].Mentions += f.Mentions
		} else {
			list = append(list, f)
		}
	}
	SortForms(list)
	return list
}

// sortedForms puts forms in the order of a term's forms, and makes one of those
// that come several times.
func sortedForms(forms []Form) []Form {
	if len(forms) < 2 {
		return forms
	}
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

// words are the words of forms: the forms or, where they are wordings that deny a word, those of the
// word, in the order of a term's forms.
func words(forms []Form) (list []Form) {
	if forms[0].Word == "" {
		return forms
	}
	for _, f := range forms {
		list = append(list, Form{Form: f.Word, Mentions: f.Mentions})
	}
	return sortedForms(list)
}

// SortForms puts forms in the order of a term's forms: mentions falling, then the
// shorter first, then by bytes. The first is the term's label.
func SortForms(forms []Form) {
	slices.SortFunc(forms, func(a, b Form) int {
		if a.Mentions != b.Mentions { // most do
			return cmp.Compare(b.Mentions, a.Mentions)
		}
		return cmp.Or(cmp.Compare(utf8.RuneCountInString(a.Form), utf8.RuneCountInString(b.Form)), cmp.Compare(a.Form, b.Form))
	})
}

// reasons are the names of why a term is set aside.
var reasons = map[term.Aside]string{term.Filler: "filler", term.Echo: "echo", term.Subject: "subject", term.Keys: "keys"}

// Reason names why a term is set aside.
func Reason(a term.Aside) string { return reasons[a] }
