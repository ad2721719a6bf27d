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

// Words are moved aside after few have been spread, and others tried in vain: what is free must be told from the canvas of
// the best attempt, and not from that of the last.
func TestCanvasAfterSpreading(t *testing.T) {
	for _, n := range []int{6, 40} {
		s := largeSpec(t, ranked(n, 3), Sqrt)
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
		taken := slices.Clone(search.canvas.taken)
		if search.canvas.reset(); !search.apart(a) {
			t.Errorf("%d words: some were moved aside onto others", n)
		}
		if !slices.Equal(taken, search.canvas.taken) {
			t.Errorf("%d words: the canvas is not that of the best attempt", n)
		}
	}
}

// apart reports whether all words have room where they stand, the largest first, and takes it.
func (b *bench) apart(a *attempt) bool {
	for i := range a.placed {
		p, row := &a.placed[i], 0
		b.cut(&b.level, &p.setting)
		if !b.level.ink.Add(p.at).In(b.canvas.area) || !b.canvas.free(&b.level.mask, p.at, &row) {
			return false
		}
		b.canvas.put(&b.level.mask, p.at)
	}
	return true
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
