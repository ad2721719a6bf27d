package typeface

import "testing"

func TestInSight(t *testing.T) {
	for read, seen := range map[string]string{
		"trust":      "trust",
		"אבג":        "גבא",
		"אב גד":      "דג בא",
		"אב 2024 גד": "דג 2024 בא",
		"say אב גד!": "say דג בא!",
		"אב IT, גד":  "דג ,IT בא",
		"":           "",
	} {
		if got := string(InSight(read)); got != seen {
			t.Errorf("%q is seen as %q, not %q", read, got, seen)
		}
	}
}
