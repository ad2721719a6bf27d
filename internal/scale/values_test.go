package scale

import (
	"slices"
	"testing"
)

// Options whose values a file knows stand in their order, whatever the words say of it, and whoever chose
// them; a number without a label has its place.
func TestByValues(t *testing.T) {
	ends := []Value{{"1", "Bad"}, {"5", "Excellent"}}
	for _, c := range []struct {
		values  []Value
		options []string // by rank
		want    []string // nil: no order
	}{
		{ends, []string{"3", "Excellent", "2", "4", "Bad"}, []string{"Bad", "2", "3", "4", "Excellent"}},
		{ends, []string{"Excellent", "2.5", "Bad", "0", "10"}, []string{"0", "Bad", "2.5", "Excellent", "10"}},
		{ends, []string{"excellent", "Bad"}, []string{"Bad", "excellent"}},
		{[]Value{{"-2", "Cold"}, {"0", "Mild"}, {"2", "Hot"}}, []string{"1", "Hot", "Cold", "-1", "Mild"}, []string{"Cold", "-1", "Mild", "1", "Hot"}},
		{[]Value{{"1", "Other"}, {"2", "Agree"}, {"3", "Disagree"}}, []string{"Agree", "Disagree", "Other"}, []string{"Other", "Agree", "Disagree"}},
		{[]Value{{"a", "Night"}, {"b", "Early"}, {"c", "Late"}}, []string{"Late", "Early", "z", "Night"}, []string{"Night", "Early", "Late", "z"}},
		{[]Value{{"1", "Yes"}, {"2", "Don't know"}, {"3", "Don't know"}, {"4", "No"}}, []string{"No", "Don't know", "Yes"}, []string{"Yes", "Don't know", "No"}},
		{ends, []string{"the team", "the people", "Bad", "the work", "Excellent"}, nil}, // answers in own words
		{ends, []string{"Bad"}, nil},
		{ends[:1], []string{"Bad", "2"}, nil},
		{nil, []string{"Bad", "2"}, nil},
	} {
		var options []Option
		for _, text := range c.options {
			options = append(options, Option{text, 1})
		}
		order, ok := ByValues(options, c.values)
		var got []string
		for _, i := range order {
			got = append(got, options[i].Text)
		}
		if ok != (c.want != nil) || !slices.Equal(got, c.want) {
			t.Errorf("%q by %v: %q, want %q", c.options, c.values, got, c.want)
		}
	}
}
