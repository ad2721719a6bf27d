package scale

import "verbatim/internal/value"

// A Value is a value of a column, and the label that its file has for it. The values of a column, ascending,
// are the order in which the questionnaire has its options.
type Value struct {
	Value string `json:"value"` // as a cell without a label shows it
	Label string `json:"label"`
}

// An order is how options are ordered where their values are known.
//
//	values   1 Bad   5 Excellent          options   Bad   2   3   Excellent
//
// A number that has no label stands among those that have one.
type order struct {
	labels map[string]place
	number bool // all values are numbers, which are their places
}

// newOrder reads the values. Of two with one label the first counts.
func newOrder(values []Value) order {
	o := order{make(map[string]place), true}
	numbers := make([]float64, len(values))
	for i, v := range values {
		n, ok := value.Number(v.Value)
		numbers[i], o.number = n, o.number && ok
	}
	for i, v := range values {
		at := place{number: float64(i)}
		if o.number {
			at.number = numbers[i]
		}
		for _, text := range []string{v.Label, plain(v.Label)} { // terms are written as most people write them
			if _, taken := o.labels[text]; !taken {
				o.labels[text] = at
			}
		}
	}
	return o
}

// place is the reading of an option.
func (o order) place(option string) (at place, ok bool) {
	for _, text := range []string{option, plain(option)} {
		if at, ok = o.labels[text]; ok {
			return at, true
		}
	}
	if o.number {
		at.number, ok = value.Number(option)
	}
	return at, ok
}

// ByValues puts options in the order of their values: their indices, those without one last. It is for the
// columns of files that know them, and as Order otherwise: an option outside of all scales has its place, too.
func ByValues(options []Option, values []Value) (order []int, ok bool) {
	if len(options) < 2 || len(options) > most || len(values) < 2 {
		return nil, false
	}
	all := &listing{options: options}
	for _, o := range options {
		all.texts, all.outside, all.people = append(all.texts, o.Text), append(all.outside, -1), all.people+o.People
	}
	order, _ = all.fit(newOrder(values).place)
	return order, order != nil
}
