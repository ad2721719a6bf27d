package prose

import (
	"strings"
	"testing"

	"verbatim/internal/privacy"
	"verbatim/internal/study"
	"verbatim/internal/tally"
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
