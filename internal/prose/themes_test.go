package prose

import (
	"strings"
	"testing"

	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// The number of people in no theme is stated, even if it is zero; a withheld one is not.
func TestUncoded(t *testing.T) {
	for _, tt := range []struct {
		uncoded       tally.Figure
		finding, code string
	}{
		{0, "Every answer with words is in a theme. The most frequent terms of no theme: fjord (20 people).",
			"In no theme: nobody. The most frequent terms of no theme: fjord (20 people)."},
		{3, "The answers of 3 people are in no theme. The most frequent terms of no theme: fjord (20 people).",
			"In no theme: 3 (6%). The most frequent terms of no theme: fjord (20 people)."},
		{tally.Withheld, "", "In no theme: withheld. The most frequent terms of no theme: fjord (20 people)."},
	} {
		d := &Result{Themeless: []tally.Term{{Term: "fjord", Label: "fjord", Mentions: 25, Respondents: 20}}, Tally: &tally.Tally{Base: tally.Base{Valid: 50}, Uncoded: tt.uncoded}}
		if got := strings.Join(d.unranked(), " "); got != tt.finding {
			t.Errorf("%d: %q, want %q", tt.uncoded, got, tt.finding)
		}
		if got := d.Coding(&study.Coding{Valid: 50, Uncoded: tt.uncoded}, nil, nil)[1]; got != tt.code {
			t.Errorf("%d: %q, want %q", tt.uncoded, got, tt.code)
		}
	}
}
