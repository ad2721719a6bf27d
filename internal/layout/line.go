package layout

import (
	"image"

	"verbatim/internal/typeface"
)

// offLine moves a place a quarter of the font height up or down, where that is free, if otherwise the word would read on
// from a neighbour:
//
//	real problems        real
//	                          problems
func (b *bench) offLine(placed []place, p *place, piece *piece, at image.Point) image.Point {
	step := p.setting.size.Ceil(typeface.Em/4) / b.cell()
	return b.off(placed, p, piece, at, image.Pt(0, step))
}

// off moves a place some way or the opposite, where that is free, if otherwise the word would read on from a neighbour.
func (b *bench) off(placed []place, p *place, piece *piece, at, way image.Point) image.Point {
	if !b.readsOn(placed, p, piece.ink.Add(at), at.Y) {
		return at
	}
	row := 0
	for _, there := range [...]image.Point{at.Add(way), at.Sub(way)} {
		ink := piece.ink.Add(there)
		if ink.In(b.canvas.area) && b.canvas.free(&piece.test, there, &row) && !b.readsOn(placed, p, ink, there.Y) {
			return there
		}
	}
	return at
}

// readsOn reports whether a word with its ink and its baseline at a place stands on nearly one line with another of about
// its size, less than three quarters of its height apart.
func (b *bench) readsOn(placed []place, p *place, ink image.Rectangle, baseline int) bool {
	near := p.setting.size.Ceil(typeface.Em*3/4) / b.cell()
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
