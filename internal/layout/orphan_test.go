package layout

import (
	"context"
	"image"
	"slices"
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

// Few words are spread before some are moved aside. Spreading tries places on the canvas, which then is no longer that of
// the attempt: what is free must not be told from it.
func TestCanvasAfterSpreading(t *testing.T) {
	s := largeSpec(t, ranked(6, 3), Sqrt)
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
	search.putAll(a)
	crowded := slices.Clone(a.placed)
	crowded[1].at = crowded[0].at
	if search.apart(crowded) {
		t.Fatal("two words at one place are apart")
	}
	search.adopt(a)
	if !search.apart(a.placed) {
		t.Error("words moved aside onto others")
	}
	if search.shown == a {
		t.Error("the canvas is taken for that of the attempt")
	}
}

// However few the words, they keep apart.
func TestFewWords(t *testing.T) {
	for n := 2; n <= handful; n += 2 {
		for _, size := range []image.Point{{800, 500}, {500, 900}} {
			s := largeSpec(t, ranked(n, 3), Sqrt)
			s.Width, s.Height = size.X, size.Y
			s.Area = image.Rectangle{Max: size}.Inset(20)
			checkExact(t, &s, exactly(t, s))
		}
	}
}
