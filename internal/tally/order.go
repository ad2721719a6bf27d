package tally

import (
	"slices"

	"verbatim/internal/scale"
)

// The terms of a closed question are its options. They are ranked as all terms are, which is what a
// limit cuts by and what a sentence speaks of; but where the order of the questionnaire is known,
// lists and bars have that. The values that a file has for them decide or, where it has none, what
// package scale knows, from the options that are shown.

// An Order is that of the values for which a file has labels.
type Order struct {
	Options []scale.Value `json:"options,omitempty"` // of the question
	Groups  []scale.Value `json:"groups,omitempty"`
}

// An OrderSource is what the order of the options is from.
type OrderSource string

// The sources.
const (
	FromValues OrderSource = "values" // of the file
	FromScale  OrderSource = "scale"  // read from their words
)

// orderOf is the order of options, by their values if those are known.
func orderOf(options []scale.Option, values []scale.Value) (order []int, from OrderSource) {
	if order, ok := scale.ByValues(options, values); ok {
		return order, FromValues
	}
	if order, ok := scale.Order(options); ok {
		return order, FromScale
	}
	return nil, ""
}

// Arranged are a tally and its groups with the places of the options, where their order is known.
func (t *Tally) Arranged(groups []Group, values []scale.Value) (*Tally, []Group) {
	var options []scale.Option
	for _, x := range t.Terms {
		options = append(options, scale.Option{Text: x.Term, People: x.Respondents})
	}
	order, from := orderOf(options, values)
	if order == nil {
		return t, groups
	}
	arranged, places := *t, make(map[string]int)
	arranged.OptionOrder, arranged.OrderFrom = nil, from
	for i, at := range order {
		arranged.OptionOrder = append(arranged.OptionOrder, t.Terms[at].Term)
		places[t.Terms[at].Key()] = i + 1
	}
	arranged.Terms, groups = placed(t.Terms, places), slices.Clone(groups)
	for i, g := range groups {
		group := *g.Tally
		group.Terms = placed(group.Terms, places)
		groups[i].Tally = &group
	}
	return &arranged, groups
}

// placed are terms with their places, in the same order.
func placed(terms []Term, places map[string]int) []Term {
	terms = slices.Clone(terms)
	for i := range terms {
		terms[i].Place = places[terms[i].Key()]
	}
	return terms
}

// Listed puts a list in the order of the options; without places it stays as it is.
func Listed[T any](list []T, place func(*T) int) []T {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b T) int { return place(&a) - place(&b) })
	return list
}

// ListedTerms are terms in the order of the options.
func ListedTerms(terms []Term) []Term {
	if len(terms) == 0 || terms[0].Place == 0 {
		return terms
	}
	return Listed(terms, func(x *Term) int { return x.Place })
}

// keepOrder has the order name the terms of the list, which is shorter than it was or has other labels.
func (t *Tally) keepOrder() {
	t.OptionOrder = nil
	for _, x := range ListedTerms(t.Terms) {
		t.OptionOrder = append(t.OptionOrder, x.Term)
	}
}
