package prose

import (
	"strings"
	"testing"

	"verbatim/internal/privacy"
	"verbatim/internal/study"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// A finding on groups says what was not tested, rather than that nothing is there.
func TestFindingOfWithheldTerms(t *testing.T) {
	for _, tt := range []struct {
		family, withheld, suppress int
		want                       string
	}{
		{0, 0, 0, "there is nothing to compare: no term was used by 5 people or more."},
		{0, 0, 5, "there is nothing to compare: no term that is shown was used by 5 people or more."},
		{0, 7, 5, "nothing is compared. 7 terms were not tested, since the number of a group is withheld."},
		{2, 1, 5, "among 2 terms tested. 1 term was not tested, since the number of a group is withheld."},
		{2, 0, 5, "among 2 terms tested."},
	} {
		tested := &tally.Comparison{Family: tt.family, Withheld: tt.withheld}
		d := &Comparison{Comparison: &privacy.Comparison{Column: "sector", Comparison: tested}, Options: study.Options{Suppress: tt.suppress}}
		if got := d.Finding(); !strings.HasPrefix(got, "By sector, ") || !strings.HasSuffix(got, tt.want) {
			t.Errorf("%d tested, %d withheld: %q, want … %q", tt.family, tt.withheld, got, tt.want)
		}
	}
}

// Differences of rounded shares may be other than the rounded differences, which is said where it is so.
func TestUnrounded(t *testing.T) {
	for _, tt := range []struct {
		one, two float64
		want     bool
	}{{0.47, 0.31, false}, {0.474, 0.306, true}, {0.306, 0.474, true}, {0.466, 0.314, true}} {
		c := &Comparison{Comparison: &privacy.Comparison{Comparison: &tally.Comparison{Groups: make([]tally.ComparedGroup, 2)}}}
		if got := c.unrounded([]tally.KeyTerm{{Groups: []tally.KeyGroup{{Share: tt.one}, {Share: tt.two}}}}); (got != nil) != tt.want {
			t.Errorf("%v and %v: %q", tt.one, tt.two, got)
		}
	}
}

// Clouds count the terms of their groups that they do not show.
func TestLeftOutOfClouds(t *testing.T) {
	c := &tally.Comparison{Groups: []tally.ComparedGroup{{Value: "a", Valid: 40}, {Value: "b", Valid: 30}, {Value: "c", Valid: 3, Small: true}}}
	for i, higher := range []int{0, 0, 1, 2, -1, 1} {
		c.Terms = append(c.Terms, tally.KeyTerm{Root: term.Root{Stem: string(rune('a' + i))}, Higher: higher})
	}
	if got := (&Comparison{Comparison: &privacy.Comparison{Comparison: c}}).leftOutOfClouds(c.Terms[:1]); got != 3 {
		t.Errorf("%d, want 3: those of the first two groups", got)
	}
}
