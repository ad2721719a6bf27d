package tally

import (
	"slices"

	"verbatim/internal/scale"
)

// The terms of a closed question are its options. They are ranked as all terms are, which is what a
// limit cuts by and what a sentence speaks of; but where the order of the questionnaire is known,
// lists and bars have that. What package scale knows decides, from the options that are shown.

// Arranged is the tally with the order of its options, where that is known.
func (t *Tally) Arranged() *Tally {
	var options []scale.Option
	for _, x := range t.Terms {
		options = append(options, scale.Option{Text: x.Term, People: x.Respondents})
	}
	order, ok := scale.Order(options)
	if !ok {
		return t
	}
	arranged := *t
	arranged.OptionOrder, arranged.places = nil, make(map[string]int)
	for place, i := range order {
		arranged.OptionOrder = append(arranged.OptionOrder, t.Terms[i].Term)
		arranged.places[t.Terms[i].Key()] = place
	}
	return &arranged
}

// Listed puts what is about terms of the tally, of all people or of a group, in the order of the
// options; it stays as it is where none is known. key is that of the term.
func Listed[T any](t *Tally, list []T, key func(*T) string) []T {
	if t.places == nil {
		return list
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b T) int { return t.places[key(&a)] - t.places[key(&b)] })
	return list
}

// ListedTerms are terms in the order of the options.
func (t *Tally) ListedTerms(terms []Term) []Term {
	return Listed(t, terms, func(x *Term) string { return x.Key() })
}

// keepOrder leaves out of the order what is no longer listed.
func (t *Tally) keepOrder() {
	listed := make(map[int]bool)
	for _, x := range t.Terms {
		listed[t.places[x.Key()]] = true
	}
	var order []string
	for place, option := range t.OptionOrder {
		if listed[place] {
			order = append(order, option)
		}
	}
	t.OptionOrder = order
}
