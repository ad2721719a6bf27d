package layout

import (
	"image"
	"slices"

	"verbatim/internal/typeface"
)

// Words are moved a little from where they stood, for three reasons.
//
// An arrangement is carried over to fine cells or to a larger scale (keep). Rough masks are a
// little too large or too small, and each word has grown; so the first words, which are the
// largest, look for room near their old places, as near to the middle as they can stand. That
// closes the gaps which rough cells left, and so makes room for growth:
//
//	rough         ┌─────┐ ┌───┐            fine      ┌─────┐┌───┐
//	              │     │ │   │                      │     ││   │  ← at most reach cells away from where it stood
//	              └─────┘ └───┘                      └─────┘└───┘
//
// Few words are spread over an area that they do not fill (spread). And words that would be misread
// where they stand are moved aside when the scale is found (tidy).

// reach is how far, in cells, words move when an arrangement is carried over; some move four times
// as far.
const reach = 12

// keep places a word near where it stood in an earlier arrangement, as near to the middle as can
// be, and takes the place. It reports false for words that are not to be kept, which then fill what
// room the others leave, and for those without a place there. In the shape of a picture, words stay
// near its outline: they keep to their own places, not the middle.
func (b *bench) keep(p *place, a *attempt) bool {
	near, n := a.from.near, len(a.placed)
	if near == nil || a.from.columns > 0 || n >= a.from.kept || n >= len(near.placed) || near.placed[n].entry != p.entry {
		return false
	}
	old := &near.placed[n]
	p.setting.upright = old.upright
	level := b.piece(n)
	b.cut(level, &p.setting)
	hint := old.at.Sub(near.corner).Mul(near.cell / b.cell()).Add(b.canvas.area.Min)
	target := b.canvas.center
	if b.spec.Shape.pictured() {
		target = hint.Add(level.middle())
	}
	at, ok := b.canvas.within(level, hint, reach, target, func(at image.Point) bool {
		return !b.readsOn(a.placed, p, level.ink.Add(at), at.Y)
	})
	for far := reach; !ok && far <= 4*reach; far *= 4 {
		at, ok = b.canvas.within(level, hint, far, target, nil)
	}
	if ok {
		p.at = at
		b.canvas.put(&level.mask, at)
	}
	return ok
}

// offLine moves a place a quarter of the font height up or down, where that is free, if otherwise
// the word would read on from a neighbour:
//
//	real problems        real
//	                          problems
func (b *bench) offLine(placed []place, p *place, piece *piece, at image.Point) image.Point {
	if !b.readsOn(placed, p, piece.ink.Add(at), at.Y) {
		return at
	}
	row, way := 0, image.Pt(0, b.cells(p.setting.size, typeface.Em/4))
	for _, there := range [...]image.Point{at.Add(way), at.Sub(way)} {
		ink := piece.ink.Add(there)
		if ink.In(b.canvas.area) && b.canvas.free(&piece.mask, there, &row) && !b.readsOn(placed, p, ink, there.Y) {
			return there
		}
	}
	return at
}

// readsOn reports whether a word with its ink and its baseline at a place stands on nearly one line
// with another of about its size, less than three quarters of its height apart.
func (b *bench) readsOn(placed []place, p *place, ink image.Rectangle, baseline int) bool {
	near := b.cells(p.setting.size, typeface.Em*3/4)
	level := near / 4
	for i := len(placed) - 1; i >= 0; i-- {
		q := &placed[i]
		if q.setting.size/5*4 > p.setting.size {
			break // as words come in order of size
		}
		if dy := q.at.Y - baseline; dy > level || dy < -level || q.upright != p.upright || q.entry == p.entry {
			continue
		}
		if other := b.inCells(q.setting.ink()).Add(q.at); other.Min.X < ink.Max.X+near && ink.Min.X < other.Max.X+near {
			return true
		}
	}
	return false
}

// A small word that stands alone between two lines of large ones is overread, or taken for a part
// of them:
//
//	 transparency
//	      serve          an orphan: more than four times as large words above and below, none of its like beside it
//	    trust
//
// Small words find such pockets first, as they are near the center. When the scale is found,
// orphans go to the nearest place where they are none; one for which there is no other place stays.
// Words that read on from a neighbour, and could not stand higher or lower, move aside.

// orphaned is how many times as large the lines are between which a word is an orphan.
const orphaned = 4

// tidy gives orphans other places, and moves aside what reads on.
func (b *bench) tidy(a *attempt) {
	boxes := make([]image.Rectangle, len(a.placed))
	for i := range a.placed {
		boxes[i] = b.inCells(a.placed[i].ink()).Add(a.placed[i].at)
	}
	for i := range a.placed {
		p := &a.placed[i]
		orphan := b.orphan(a, boxes, i, p.at)
		if !orphan && !b.readsOn(a.placed, p, boxes[i], p.at.Y) {
			continue
		}
		level := b.piece(i)
		b.cut(level, &p.setting)
		b.canvas.flip(&level.mask, p.at)
		var lone []image.Point // where it would be an orphan: looking at all of their neighbours would take long
		near := image.Rect(0, 0, 1, 1).Inset(-b.cells(p.setting.size, typeface.Em/2))
		better := func(at image.Point) bool {
			if slices.ContainsFunc(lone, func(q image.Point) bool { return at.Sub(q).In(near) }) {
				return false
			}
			if b.orphan(a, boxes, i, at) {
				lone = append(lone, at)
				return false
			}
			return !b.readsOn(a.placed, p, level.ink.Add(at), at.Y)
		}
		stood := p.at.Add(level.middle())
		at, ok := b.canvas.within(level, p.at, b.cells(p.setting.size, typeface.Em/2), stood, better)
		for far := 64; orphan && !ok && far < 4000; far *= 4 {
			at, ok = b.canvas.within(level, p.at, far, stood, better)
		}
		if ok {
			boxes[i] = boxes[i].Add(at.Sub(p.at))
			p.at = at
		}
		b.canvas.put(&level.mask, p.at)
	}
}

// orphan reports whether a word would be an orphan at a place; boxes hold the inks of all words, in
// cells.
func (b *bench) orphan(a *attempt, boxes []image.Rectangle, i int, at image.Point) bool {
	p := &a.placed[i]
	box, em := boxes[i].Add(at.Sub(p.at)), b.cells(p.setting.size, typeface.Em)
	middle := box.Min.Add(box.Max).Div(2)
	above, below := false, false
	for j := range a.placed {
		q := &a.placed[j]
		if q.setting.size <= 3*p.setting.size {
			break // nearly in order of size
		}
		if q.setting.size > orphaned*p.setting.size && !q.upright && boxes[j].Min.X <= middle.X && middle.X < boxes[j].Max.X {
			half := b.cells(q.setting.size, typeface.Em/2)
			way := q.at.Y - half/2 - middle.Y // to the middle of the line's small letters
			above = above || way < 0 && -way < half+2*em
			below = below || way > 0 && way < half+2*em
		}
	}
	if !above || !below {
		return false
	}
	for j := range a.placed {
		if j != i && a.placed[j].setting.size <= orphaned*p.setting.size && boxes[j].Overlaps(box.Inset(-em)) {
			return false // in company
		}
	}
	return true
}
