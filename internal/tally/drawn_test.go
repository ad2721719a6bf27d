package tally

import (
	"slices"
	"testing"
)

// Pictures show the six largest groups of ten people or more, in the order of the groups.
func TestDrawn(t *testing.T) {
	for _, tt := range []struct {
		valid   []int
		overlap bool
		want    []int
	}{
		{[]int{120, 85}, false, []int{0, 1}},
		{[]int{120, 9, 85}, false, []int{0, 2}},
		{[]int{120, 85, 9, 40, 33, 31, 12, 11}, false, []int{0, 1, 3, 4, 5, 6}},
		{[]int{11, 12, 31, 33, 40, 9, 85, 120}, false, []int{1, 2, 3, 4, 6, 7}},
		{[]int{120, 9}, false, []int{0, 1}},
		{[]int{8, 9, 7}, false, []int{0, 1, 2}},
		{[]int{120, 9}, true, []int{0}},
		{[]int{9, 5}, true, []int{0, 1}},
	} {
		var groups []ComparedGroup
		for _, n := range tt.valid {
			groups = append(groups, ComparedGroup{Valid: n, Small: n < SmallGroup})
		}
		if got := Drawn(groups, tt.overlap); !slices.Equal(got, tt.want) {
			t.Errorf("%v: %v, want %v", tt.valid, got, tt.want)
		}
	}
}

// What a small group says sets no group apart, however clear it is.
func TestSmallGroupsSetNothingApart(t *testing.T) {
	c := compared(false,
		group("North", 200, map[string]int{"trust": 20, "time": 90}),
		group("South", 150, map[string]int{"trust": 15, "time": 20}),
		group("East", 9, map[string]int{"trust": 9}))
	for i := range c.Terms {
		x := &c.Terms[i]
		if x.Higher >= 0 && !c.Headline(x.Higher) {
			t.Errorf("%s is higher in %s", x.Term, x.HigherIn)
		}
		if want := x.Term == "time"; x.Apart() != want {
			t.Errorf("%s: apart %v, want %v", x.Term, x.Apart(), want)
		}
		if x.Term == "trust" && !x.Groups[2].Apart() {
			t.Error("the test of the small group itself is not kept")
		}
	}
}
