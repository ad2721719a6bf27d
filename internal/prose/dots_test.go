package prose

import (
	"slices"
	"strings"
	"testing"

	"verbatim/internal/privacy"
	"verbatim/internal/tally"
)

// compared is a comparison of groups of so many people. Each term is one that a group says more often, beyond chance if
// its p is below 5 %.
func compared(valid []int, terms ...tally.KeyTerm) *Comparison {
	c := &tally.Comparison{Family: 42, Tests: 42 * len(valid)}
	for i, n := range valid {
		c.Groups = append(c.Groups, tally.ComparedGroup{Value: string(rune('A' + i)), Valid: n, Small: n < tally.SmallGroup})
	}
	for _, x := range terms {
		for i := range valid {
			g := tally.KeyGroup{Value: c.Groups[i].Value, Adjusted: 1}
			if i == x.Higher {
				g.Share, g.Z, g.Adjusted = 0.4, 3, x.Adjusted
			}
			x.Groups = append(x.Groups, g)
		}
		x.HigherIn = c.Groups[x.Higher].Value
		c.Terms = append(c.Terms, x)
	}
	all := &tally.Tally{RankBy: tally.Respondents}
	return &Comparison{Tally: all, Question: "Why?", Comparison: &privacy.Comparison{Column: "area", Comparison: c}, Shown: c.Terms}
}

func more(label string, group int, p float64) tally.KeyTerm {
	return tally.KeyTerm{Term: label, Label: label, Higher: group, Adjusted: p}
}

// The title of a comparison is its finding, the whole of it where there is room. Small groups are in none, nor are those
// beyond the six largest.
func TestTitles(t *testing.T) {
	many := []tally.KeyTerm{more("buses", 1, 0.01)}
	for _, label := range []string{"affordable housing", "neighbourhood policing", "playgrounds for children", "street lighting", "swimming lessons"} {
		many = append(many, more(label, 0, 0.02))
	}
	for _, tt := range []struct {
		c    *Comparison
		want []string
	}{
		{compared([]int{80, 70}, more("buses", 1, 0.01), more("cycling", 0, 0.04), more("parks", 0, 0.2)),
			[]string{"B: more often “buses”; A: more often “cycling”", "2 of 42 terms set groups apart, most of all “buses” (B) and “cycling” (A)", "2 of 42 terms set groups apart"}},
		{compared([]int{80, 70}, more("parks", 0, 0.2)), []string{"No clear difference between the groups"}},
		{compared([]int{80, 70, 9}, more("buses", 2, 0.01)), []string{"No clear difference between the groups that are drawn"}},
		{compared([]int{80, 70, 60, 50, 40, 30, 20}, more("buses", 6, 0.01)), []string{"No clear difference between the groups that are drawn"}},
		{compared([]int{80, 70}, many...), []string{
			"B: more often “buses”; A: more often “affordable housing”, “neighbourhood policing” and 3 more",
			"B: more often “buses”; A: more often “affordable housing” and 4 more",
			"6 of 42 terms set groups apart, most of all “buses” (B) and “affordable housing” (A)", "6 of 42 terms set groups apart"}},
	} {
		if got := tt.c.Titles(); !slices.Equal(got, tt.want) {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// No finding, title, or alternative text speaks of a small group, or of one beyond the six largest; the note names them.
func TestFindingsLeaveOutGroups(t *testing.T) {
	c := compared([]int{80, 70, 9, 60, 50, 40, 30, 20}, more("buses", 2, 0.01), more("parks", 7, 0.01), more("cycling", 0, 0.04))
	for _, text := range append(c.Titles(), c.Finding(), c.Alt(DotPlot)) {
		if strings.Contains(text, "buses") || strings.Contains(text, "parks") {
			t.Errorf("%q", text)
		}
	}
	note := strings.Join(c.Dots(DotNote{Beyond: 1, Chance: 10}), " ")
	for _, want := range []string{"Not drawn, fewer than 10 people: C.", "Not drawn, smaller than these: H (20).", "42 terms tested, of 5 people or more; 3 differ beyond chance (336 tests, corrected, 5%).", "Not drawn: 31 that differ less clearly."} {
		if !strings.Contains(note, want) {
			t.Errorf("%q is not in %q", want, note)
		}
	}
}

// Two shares differ by their points before rounding; a difference that is not zero is never 0.
func TestDifference(t *testing.T) {
	for _, tt := range []struct {
		one, two float64
		want     string
	}{{0.11, 0.38, "27 pts"}, {0.38, 0.11, "27 pts"}, {0.2, 0.21, "1 pt"}, {0.2, 0.203, "<1 pt"}, {0.2, 0.2, "0 pts"}} {
		if got := (Voice{}).Difference(tt.one, tt.two); got != tt.want {
			t.Errorf("%v and %v: %q, want %q", tt.one, tt.two, got, tt.want)
		}
	}
}
