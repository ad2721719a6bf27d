package tally

import (
	"math"
	"testing"
)

func TestWilson(t *testing.T) {
	for _, c := range []struct {
		said, n, population int
		low, high           float64 // to three decimals
	}{
		{12, 80, 0, 0.088, 0.244}, // the check values of method.md, R4
		{0, 40, 0, 0, 0.088},
		{12, 80, 100, 0.118, 0.1885}, // as 396 people, 80 · 99/20, without a population
		{1, 47, 47, 0.021, 0.021},    // everybody
		{0, 40, 40, 0, 0},
		{40, 40, 40, 1, 1},
	} {
		low, high := wilsonInterval(float64(c.said)/float64(c.n), float64(c.n), finiteFactor(c.population, c.n))
		if math.Abs(low-c.low) > 0.0006 || math.Abs(high-c.high) > 0.0006 {
			t.Errorf("%d of %d, population %d: %.4f to %.4f, want %.3f to %.3f", c.said, c.n, c.population, low, high, c.low, c.high)
		}
	}
}

// An interval holds its share, and a smaller population makes it no wider.
func TestWilsonHoldsTheShare(t *testing.T) {
	for n := 1; n < 60; n += 3 {
		for said := range n + 1 {
			p, width := float64(said)/float64(n), 2.0
			for _, population := range []int{0, 1000 * n, 10 * n, 2 * n, n + 1, n} {
				low, high := wilsonInterval(p, float64(n), finiteFactor(population, n))
				if low > p || high < p || low < 0 || high > 1 || high-low > width {
					t.Fatalf("%d of %d, population %d: %v to %v", said, n, population, low, high)
				}
				width = high - low
			}
			if width != 0 {
				t.Fatalf("%d of %d, all asked: %v wide", said, n, width)
			}
		}
	}
}
