package layout

import (
	"image"

	"verbatim/internal/typeface"
)

// A small word that stands alone between two lines of large ones is overread, or taken for a part of them:
//
//	 transparency
//	      serve          an orphan: more than four times as large words above and below, none of its like beside it
//	    trust
//
// Small words find such pockets first, as they are near the center. When the scale is found, orphans go to the nearest
// place where they are none; one for which there is no other place stays. Words that read on from a neighbour, and could
// not stand higher or lower, move aside.

// orphaned is how many times as large the lines are between which a word is an orphan.
const orphaned = 4

// adopt gives orphans other places, and moves aside what reads on.
func (b *bench) adopt(a *attempt) {
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
		if b.shown != a {
			b.putAll(a)
		}
		b.cut(&b.level, &p.setting)
		b.canvas.remove(&b.level.stamp, p.at)
		at := p.at
		if orphan {
			if there, ok := b.canvas.findFit(&b.level, func(at image.Point) bool { return !b.orphan(a, boxes, i, at) }); ok {
				at = b.offLine(a.placed, p, &b.level, there)
			}
		}
		aside := p.setting.size.Ceil(typeface.Em*2/5) / b.cell()
		at = b.off(a.placed, p, &b.level, at, image.Pt(aside, 0))
		boxes[i] = boxes[i].Add(at.Sub(p.at))
		p.at = at
		b.canvas.put(&b.level.stamp, at)
	}
}

// putAll makes the canvas that of a finished attempt.
func (b *bench) putAll(a *attempt) {
	b.canvas.reset()
	b.shown = a
	for i := range a.placed {
		b.cut(&b.level, &a.placed[i].setting)
		b.canvas.put(&b.level.stamp, a.placed[i].at)
	}
}

// orphan reports whether a word would be an orphan at a place; boxes hold the inks of all words, in cells.
func (b *bench) orphan(a *attempt, boxes []image.Rectangle, i int, at image.Point) bool {
	p := &a.placed[i]
	box, em := boxes[i].Add(at.Sub(p.at)), p.setting.size.Ceil(typeface.Em)/b.cell()
	middle := box.Min.Add(box.Max).Div(2)
	above, below := false, false
	for j := range a.placed {
		q := &a.placed[j]
		switch {
		case j == i:
		case q.setting.size <= orphaned*p.setting.size:
			if boxes[j].Overlaps(box.Inset(-em)) {
				return false // in company
			}
		case !q.upright && boxes[j].Min.X <= middle.X && middle.X < boxes[j].Max.X:
			half := q.setting.size.Ceil(typeface.Em/2) / b.cell()
			way := q.at.Y - half/2 - middle.Y // to the middle of the line's small letters
			above = above || way < 0 && -way < half+2*em
			below = below || way > 0 && way < half+2*em
		}
	}
	return above && below
}
