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
		"1 - 10|10 - 100|500-1,000|> 1,000", "<$10k|$10k-$50k|$50k-$100k|$1M or more", "under 1.000 €|1.000–2.500 €|10.000 € and more", "£500|£1 500|£2'000.50|£10 000",
		"0.5 h|1.25 h|1,5 h|10 h", "1 Monday|2 Kings|3 men", "≤ 5|6|7", "2 to 300|5|1 200", "0.125|0.5|1", "d|c|b|a", "10 b|9 a|x|y", "|only",
	} {
		values := strings.Split(want, "|")
		var groups []Group
		for i, v := range values {
			g := Group{Value: v, Sum: &Sum{}}
			g.Sum.Base.Respondents = Figure(len(values) - i)
			if numbered().MatchString(values[0]) && !strings.HasSuffix(want, "y") {
				g.Sum.Base.Respondents = Figure(i) // the order of size is another
			}
			groups = append(groups, g)
		}
		slices.Reverse(groups)
		SortGroups(groups, nil, func(g Group) int { return int(g.Sum.Base.Respondents) })
		var got []string
		for _, g := range groups {
			got = append(got, g.Value)
		}
		if !slices.Equal(got, values) {
			t.Errorf("%q, want %q", got, values)
		}
	}
}
