package main

import (
	"strings"
	"testing"
)

// TestModel computes steps by hand: "no" is said 9 times and counts 3, "on" 4 times and counts 2.
//
//	n    5 of 10 letters                    0.5   × 0.4²  → 15 steps
//	_n   0.85 × 3/5 + 0.15 × 0.5          = 0.585 × 0.4   →  9
//	_no  0.85 × 3/3 + 0.15 × p(o after n) = 0.938         →  0
func TestModel(t *testing.T) {
	text, sum := make(counts), make(counts)
	text.addText(strings.Repeat("No, no! ", 4) + "no " + strings.Repeat("on ", 4))
	text.addTo(sum)
	model := sum.model()
	for seq, want := range map[string]int{"n": 15, "_n": 9, "_no": 0} {
		if got, ok := model[seq]; !ok || got != want {
			t.Errorf("%q takes %d steps, want %d", seq, got, want)
		}
	}
	if _, ok := model["_"]; ok {
		t.Error("the edge of a word is no letter")
	}
}

func TestWrite(t *testing.T) {
	var b strings.Builder
	write(&b, []string{"aa", "bb"}, map[string]map[string]int{"on": {"bb": 2}, "n": {"aa": 15, "bb": 0}})
	if want := "aa bb\nn 001!\non 1#\n"; b.String() != want {
		t.Errorf("the table is %q, want %q", b.String(), want)
	}
}
