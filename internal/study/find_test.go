package study

import (
	"slices"
	"testing"
)

// A sample is spread over the whole export, is another one for another seed, and
// is the same wherever the program is built.
func TestScattered(t *testing.T) {
	const places, least = 10_000, 100
	draw := func(seed uint64) (sample []uint64) {
		hashes := make(map[uint64]uint64, places)
		var order []uint64
		for place := range uint64(places) {
			h := scattered(seed, place, 0)
			hashes[h] = place
			order = append(order, h)
		}
		slices.Sort(order)
		for _, h := range order[:least] {
			sample = append(sample, hashes[h])
		}
		return sample
	}
	first, second := draw(1), draw(2)
	var tenths [10]int
	both := 0
	for _, place := range first {
		tenths[place*10/places]++
		if slices.Contains(second, place) {
			both++
		}
	}
	if slices.Min(tenths[:]) < 3 || slices.Max(tenths[:]) > 22 {
		t.Errorf("of each tenth of the export the sample has %v", tenths)
	}
	if both > 6 {
		t.Errorf("two seeds draw %d of %d answers alike", both, least)
	}
	if got, want := scattered(1, 2, 0), uint64(0xBCCDFD9C96A18897); got != want {
		t.Errorf("%#X, want %#X", got, want)
	}
}
