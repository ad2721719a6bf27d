package layout

import (
	"fmt"
	"hash/fnv"
	"image"
	"runtime"
	"testing"
)

// The places are the same on every machine: 386, any GOAMD64, any GOMAXPROCS. A hash of all of them is held here.
func TestExactGolden(t *testing.T) {
	upright := largeSpec(t, ranked(120, 300), Log)
	upright.Rotate = true
	ellipse := largeSpec(t, ranked(150, 90), Sqrt)
	ellipse.Shape = Ellipse()
	large := largeSpec(t, ranked(60, 70), Area)
	large.Width, large.Height, large.Area = 4000, 2500, image.Rect(100, 100, 3900, 2400)
	for i, test := range []struct {
		name string
		spec Spec
		want uint64
	}{
		{"small", spec(t, ranked(40, 60)), 0x1b4562c98e77c716},
		{"long", largeSpec(t, ranked(400, 900), Sqrt), 0x122d259e95e24806},
		{"linear", largeSpec(t, ranked(100, 300), Linear), 0xeb6a33a35b6642ea},
		{"upright", upright, 0xa705a0b1628e27a7},
		{"ellipse", ellipse, 0x2df0af8eee13b6a7},
		{"large", large, 0x90f024bca4172414},
	} {
		for _, procs := range []int{1, 2, 7}[:max(1, 3-2*i)] {
			before := runtime.GOMAXPROCS(procs)
			l := exactly(t, test.spec)
			runtime.GOMAXPROCS(before)
			if got := placesOf(l); got != test.want {
				t.Errorf("%s: hash %#x, want %#x", test.name, got, test.want)
				break
			}
		}
	}
}

// placesOf hashes all that is decided about the words.
func placesOf(l *Layout) uint64 {
	h := fnv.New64a()
	for _, w := range l.Words {
		fmt.Fprintln(h, w.Text, int64(w.Height), w.Rotate, w.Box)
		for _, line := range w.Lines {
			fmt.Fprintln(h, line.Text, line.X, line.Y)
		}
	}
	fmt.Fprintln(h, l.Tries, l.Bound, l.Unplaced)
	return h.Sum64()
}
