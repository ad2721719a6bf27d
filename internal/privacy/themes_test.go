package privacy_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbatim/internal/tally"
)

// A theme of hidden terms tells at least how often they were said, and so at most
// how often the other hidden ones were: it is shown only where that is enough.
func TestThemesBoundWhatIsHidden(t *testing.T) {
	for said, want := range map[string]bool{
		"laptop 8, salary 1":                    false, // salary goes with laptop, and is 1 of 9
		"laptop 8, salary 5":                    true,
		"laptop 4, money 3, salary 4, secret 4": true,
		"laptop 4, money 3, salary 4":           false,
	} {
		var c counted
		for _, part := range strings.Split("trust 20, "+said, ", ") {
			word, times, _ := strings.Cut(part, " ")
			n, _ := strconv.Atoi(times)
			c.people = append(c.people, slices.Repeat([]person{{"North", word}}, n)...)
		}
		c.count(t)
		s, _ := suppressed(c, 5)
		if got := slices.ContainsFunc(s.Themes, func(x tally.Theme) bool { return x.Theme == "means" }); got != want {
			t.Errorf("%s: the theme of laptop and money is shown: %t, want %t", said, got, want)
		}
	}
}

// So do those of no theme: salary, of no theme, goes with boss where that is rare.
func TestUncodedBoundsWhatIsHidden(t *testing.T) {
	for bosses, want := range map[int]tally.Figure{1: tally.Withheld, 5: 8} {
		c := counted{people: slices.Concat(slices.Repeat([]person{{"North", "trust"}}, 20),
			slices.Repeat([]person{{"North", "salary"}}, 8), slices.Repeat([]person{{"North", "trust boss"}}, bosses))}
		c.count(t)
		s, _ := suppressed(c, 5)
		if s.Uncoded != want {
			t.Errorf("boss said %d times: %d are said to be of no theme, want %d", bosses, s.Uncoded, want)
		}
	}
}

// A theme of a word and its denial tells who does both: it is shown where these are none or enough.
func TestThemesOfDenials(t *testing.T) {
	for both, want := range map[int]bool{0: true, 2: false, 5: true} {
		c := counted{denied: []string{"lamp"}, people: slices.Concat(slices.Repeat([]person{{"North", "lamps"}}, 28),
			slices.Repeat([]person{{"North", "no lamps"}}, 10), slices.Repeat([]person{{"North", "lamps, then no lamps"}}, both))}
		c.count(t)
		s, groups := suppressed(c, 5)
		isKit := func(x tally.Theme) bool { return x.Theme == "kit" }
		if got := slices.ContainsFunc(s.Themes, isKit); got != want {
			t.Errorf("%d people do both: the theme is shown: %t, want %t", both, got, want)
		}
		if got := slices.ContainsFunc(groups[0].Tally.Themes, isKit); got != want {
			t.Errorf("%d people do both: the theme of the group is shown: %t, want %t", both, got, want)
		}
	}
}
