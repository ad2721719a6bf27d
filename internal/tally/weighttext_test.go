package tally

import "testing"

func TestParseWeight(t *testing.T) {
	for text, want := range map[string]Weight{
		"1": One, " 0.5 ": One / 2, "0,5": One / 2, "1,234": 1_234_000_000, "0%": 0, "5 %": 5 * One, "$1,000.50": 1_000_500_000_000, "1 234,5": 1_234_500_000_000, "1e-3": One / 1000,
	} {
		if got, err := ParseWeight(text); got != want || err != nil {
			t.Errorf("%q: %d, %v, want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "-1", "-$5", "NaN", "Inf", "much", "1-2", "$1,000,001"} {
		if w, err := ParseWeight(text); err == nil {
			t.Errorf("%q is the weight %d", text, w)
		}
	}
}
