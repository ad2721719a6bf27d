package study

import (
	"strings"
	"testing"

	"verbatim/internal/term"
)

// A long answer is quoted around its first mark and cut at words; a short one, and one of which all is asked for, whole.
func TestExcerpt(t *testing.T) {
	tests := []struct {
		text string
		most int
		want string
	}{
		{"we trust them", 0, "we [trust] them"},
		{"we trust them", 13, "we [trust] them"},
		{"we trust them", 12, "we [trust]…"},
		{"one two three four trust five trust six seven eight", 24, "…four [trust] five [trust]…"},
		{"one two three four trust", 12, "…[trust]"},
		{"é é é é é trust é é é é é", 16, "…é é [trust] é é é…"},
		{strings.Repeat("x", 60) + " trust " + strings.Repeat("y", 60), 20, "…[trust]…"},
		{"trust" + strings.Repeat(" trust", 9), 10, "[trust]…"},
	}
	analyzer, err := term.New(term.Options{NoStem: true, NoStopwords: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		x := &quoter{worker: worker{run: &run{}, analyzer: analyzer}, wanted: map[string]bool{"trust": true}, theme: -1, ask: Quoting{Most: tt.most}}
		text, tokens := x.read(tt.text)
		got := ""
		for _, p := range x.parts(text, tokens, x.spans(text, tokens)) {
			if p.Match {
				p.Text = "[" + p.Text + "]"
			}
			got += p.Text
		}
		if got != tt.want {
			t.Errorf("%d of %q: %q, want %q", tt.most, tt.text, got, tt.want)
		}
	}
}
