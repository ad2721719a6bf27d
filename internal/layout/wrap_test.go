package layout

import (
	"slices"
	"testing"
)

// Each line of a wrapped phrase runs in the direction of the phrase: "trust" stands left of the year.
func TestWrappedDirection(t *testing.T) {
	chain, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	f, err := wrapped(chain, "שקיפות (2024) trust", 2)
	if err != nil || len(f.lines) != 2 || f.lines[1].Text != "(2024) trust" {
		t.Fatalf("%v, %v", f, err)
	}
	want, err := chain.Shape("trust (2024)")
	if err != nil || !slices.Equal(f.lines[1].Glyphs, want.Glyphs) {
		t.Errorf("%v, want %v, %v", f.lines[1].Glyphs, want.Glyphs, err)
	}
}
