package prose

import (
	"strings"
	"testing"

	"verbatim/internal/tally"
)

// Who is in no theme is said as it is, also where that is nobody.
func TestUncoded(t *testing.T) {
	for _, tt := range []struct {
		uncoded       tally.Figure
		finding, code string
	}{
		{0, "Everyone who said something is in a theme. Said beside it most often: fjord (20).",
			"In no theme: nobody. Said beside the themes most often: fjord (20)."},
		{3, "What 3 of them said is in no theme. The most frequent terms of no theme: fjord (20).",
			"In no theme: 3 (6 %). The most frequent terms of no theme: fjord (20)."},
		{tally.Withheld, "", "In no theme: withheld. The most frequent terms of no theme: fjord (20)."},
	} {
		d := &Result{Themeless: []tally.Term{{Term: "fjord", Mentions: 20}}, Tally: &tally.Tally{Base: tally.Base{Valid: 50}}}
		if uncoded := int(tt.uncoded); !tt.uncoded.IsWithheld() {
			d.NoTheme = &uncoded
		}
		if got := strings.Join(d.unranked(), " "); got != tt.finding {
			t.Errorf("%d: %q, want %q", tt.uncoded, got, tt.finding)
		}
		if got := d.Coding(nil, 50, tt.uncoded, nil, 0)[1]; got != tt.code {
			t.Errorf("%d: %q, want %q", tt.uncoded, got, tt.code)
		}
	}
}
