package cli

import "testing"

func TestPercentage(t *testing.T) {
	for share, want := range map[float64]string{0: "0 %", 0.0001: "<1 %", 0.0049: "<1 %", 0.005: "1 %", 0.125: "13 %", 0.4: "40 %", 0.9949: "99 %", 1: "100 %"} {
		if got := percentage(share); got != want {
			t.Errorf("%g is %q, want %q", share, got, want)
		}
	}
	for difference, want := range map[float64]string{0: "+0", 0.2: "+20", -0.2: "+20", 0.001: "<1"} {
		if got := points(difference); got != want {
			t.Errorf("a difference of %g is %q, want %q", difference, got, want)
		}
	}
}
