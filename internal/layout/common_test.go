package layout

import (
	"context"
	"math"
	"testing"
)

// Layouts that share a top count and a limit have one scale: a word's height tells its count, whichever it stands in.
func TestCommonScale(t *testing.T) {
	s := spec(t, []Word{{Text: "transparency", Count: 40}, {Text: "trust", Count: 10}})
	s.Top = 40
	first, err := Exact{}.Layout(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	s.MostPx, s.Words = first.FontPx, []Word{{Text: "joy", Count: 20}, {Text: "care", Count: 10}}
	second, err := Exact{}.Layout(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	if second.FontPx != first.FontPx || first.Words[1].Size != second.Words[1].Size {
		t.Errorf("10 of 40 are %g px high in one, %g px in the other; scales %g, %g", first.Words[1].Size, second.Words[1].Size, first.FontPx, second.FontPx)
	}
	if ratio := second.Words[0].Size / first.Words[0].Size; math.Abs(ratio-math.Sqrt(0.5)) > 1e-6 {
		t.Errorf("20 is %g times as high as 40", ratio)
	}
}

// Logarithms in whole numbers are those of the library, to 40 places.
func TestLog2(t *testing.T) {
	for _, x := range []float64{1, 1.25, 2, 3, 10, 501, 1 << 20, 1<<40 + 0.5, 1e15} {
		if got, want := log2(x), math.Log2(x); math.Abs(got-want) > 2.0/(1<<40) {
			t.Errorf("log2(%v) = %v, want %v", x, got, want)
		}
	}
}
