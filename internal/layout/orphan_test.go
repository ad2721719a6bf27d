package layout

import (
	"context"
	"image"
	"testing"

	"verbatim/internal/typeface"
)

// No small word is left alone between two lines of much larger ones, but for the few that have no other place.
func TestOrphans(t *testing.T) {
	for _, scale := range []Scale{Sqrt, Linear} {
		s := largeSpec(t, ranked(200, 900), scale)
		words, _, err := s.prepare()
		if err != nil {
			t.Fatal(err)
		}
		var entries []*entry
		for i, w := range words {
			entries = append(entries, &entry{word: w, index: i, form: newForm([]*typeface.Outline{w.outline})})
		}
		search := &scaleSearch{bench: newBench(&s, entries)}
		a, err := search.run(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		boxes := make([]image.Rectangle, len(a.placed))
		for i := range a.placed {
			boxes[i] = search.inCells(a.placed[i].ink()).Add(a.placed[i].at)
		}
		left := 0
		for i := range a.placed {
			if search.orphan(a, boxes, i, a.placed[i].at) {
				left++
			}
		}
		if left > len(a.placed)/50 {
			t.Errorf("%s: %d of %d words are orphans", scale, left, len(a.placed))
		}
	}
}
