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
		{"small", spec(t, ranked(40, 60)), 0xca3a79dd72190da9},
		{"long", largeSpec(t, ranked(400, 900), Sqrt), 0xe117d54918a55566},
		{"linear", largeSpec(t, ranked(100, 300), Linear), 0x2338f8988af062a2},
		{"upright", upright, 0x636dd0faaa0f75bc},
		{"ellipse", ellipse, 0xab1b35acace7d994},
		{"large", large, 0xd0bc00ab1355621a},
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
