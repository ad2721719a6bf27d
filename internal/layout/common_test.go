package layout

import (
	"math"
	"testing"
)

// Logarithms in whole numbers are those of the library, to 40 places.
func TestLog2(t *testing.T) {
	for _, x := range []float64{1, 1.25, 2, 3, 10, 501, 1 << 20, 1<<40 + 0.5, 1e15} {
		if got, want := log2(x), math.Log2(x); math.Abs(got-want) > 2.0/(1<<40) {
			t.Errorf("log2(%v) = %v, want %v", x, got, want)
		}
	}
}
