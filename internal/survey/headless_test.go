package survey

import (
	"slices"
	"testing"
	"verbatim/internal/notice"
)

// A header that looks like an answer is warned of, and a file without one can be
// read as it is.
func TestHeaderLikeAnAnswer(t *testing.T) {
	const below = "2,More time for all of our pupils\n3,The team here is what keeps me\n4,Fewer meetings in the early morning\n"
	const alone = "More time for all of our pupils\nThe team here is what keeps me\nFewer meetings in the early morning\n"
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"1,I like how open we are here\n" + below, true},
		{"1,Openness and honesty all around\n" + below, true},
		{"I like how open we are here\n" + alone, true},
		{"The documentation is hard to follow.\n" + alone, true},
		{"id,I like how open we are here\n" + below, false},
		{"1,What matters most to you here?\n" + below, false},
		{"1,comments\n" + below, false},
		{"Please tell us what matters here.\n" + alone, false},
		{"Biggest challenges at the workplace\n" + alone, false},
		{"What I would tell my boss if I could\n" + alone, false},
	} {
		e := openText(t, tt.text, Options{})
		got := slices.ContainsFunc(e.Warnings, func(w notice.Warning) bool { return w.Code == notice.HeaderAnswers })
		if got != tt.want {
			t.Errorf("%.40q: warned %v, want %v", tt.text, got, tt.want)
		}
	}
}
