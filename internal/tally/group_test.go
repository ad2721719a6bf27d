package tally

import (
	"slices"
	"strings"
	"testing"
)

// Groups whose values have an order stand in it, others by size; who gave no value is last where there is an order.
func TestSortGroups(t *testing.T) {
	for _, want := range []string{
		"under 18|18-34|35-54|55+|", "2|10|9000", "<5|5|>5", "1 - never|2 - often|no answer|", "18 to 24|25 to 34|prefer not to say",
		"d|c|b|a", "10 b|9 a|x|y", "|only",
	} {
		values := strings.Split(want, "|")
		var groups []Group
		for i, v := range values {
			g := Group{Value: v, Sum: &Sum{}}
			g.Sum.Base.Respondents = Figure(len(values) - i)
			if numbered.MatchString(values[0]) && !strings.HasSuffix(want, "y") {
				g.Sum.Base.Respondents = Figure(i) // the order of size is another
			}
			groups = append(groups, g)
		}
		slices.Reverse(groups)
		sortGroups(groups)
		var got []string
		for _, g := range groups {
			got = append(got, g.Value)
		}
		if !slices.Equal(got, values) {
			t.Errorf("%q, want %q", got, values)
		}
	}
}
