package privacy

import (
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// A mask covers words that somebody does not want to show, such as insults: the first letter stays,
// and bullets stand for the others, however many they are. Figures stay as they are. It is no
// disclosure control: who reads "i••••" beside its figures may guess the word.

// Conceal is a word with all but its first letter covered.
func Conceal(word string) string {
	for i := range word {
		if i > 0 {
			return word[:i] + "•••"
		}
	}
	return word + "•••" // of one letter, whose length is not told either
}

// Masked is what may be shown with words covered. mask covers them in a text; people are those who
// said any of them.
func (s *Shown) Masked(mask func(string) string, people tally.Figure) *Shown {
	masked, whole := *s, *s.whole
	whole.Terms, whole.SetAside = maskedTerms(whole.Terms, mask), slices.Clone(whole.SetAside)
	whole.Masked = &tally.Masked{Respondents: people}
	for _, x := range whole.Terms {
		if x.Masked {
			whole.Masked.Terms++
		}
	}
	for i := range whole.SetAside {
		x := &whole.SetAside[i]
		before := x.Term
		if x.Term, x.Forms = mask(x.Term), maskedForms(x.Forms, mask); x.Term != before {
			x.Masked = true
			whole.Masked.Terms++
		}
	}
	whole.OptionOrder = slices.Clone(whole.OptionOrder)
	for i, option := range whole.OptionOrder {
		whole.OptionOrder[i] = mask(option)
	}
	masked.whole, masked.groups = &whole, slices.Clone(s.groups)
	for i, g := range masked.groups {
		group := *g.Tally
		group.Terms = maskedTerms(group.Terms, mask)
		masked.groups[i].Tally = &group
	}
	return &masked
}

// maskedTerms are terms with words covered, in the same order.
func maskedTerms(terms []tally.Term, mask func(string) string) []tally.Term {
	terms = slices.Clone(terms)
	for i := range terms {
		x := &terms[i]
		before := *x
		x.Term, x.Label, x.Synonym, x.Forms = mask(x.Term), mask(x.Label), mask(x.Synonym), maskedForms(x.Forms, mask)
		// Spellings and the stem are parts of words, which no list knows.
		if x.Masked = x.Term != before.Term || x.Label != before.Label; x.Masked {
			x.Spellings, x.SplitFrom = nil, ""
		}
	}
	return terms
}

// maskedForms are written forms with words covered. Forms that look alike then are one.
func maskedForms(forms []tally.Form, mask func(string) string) (masked []tally.Form) {
	for _, f := range forms {
		f.Form, f.Word = mask(f.Form), mask(f.Word)
		if at := slices.IndexFunc(masked, func(m tally.Form) bool { return m.Form == f.Form }); at >= 0 {
			masked[at].Mentions += f.Mentions
		} else {
			masked = append(masked, f)
		}
	}
	return masked
}

// ConcealStem is the stem of a masked term as a document has it.
func ConcealStem(stem string) string {
	words := strings.Split(stem, " ")
	for i, w := range words {
		words[i] = Conceal(w)
	}
	return strings.Join(words, " ")
}
