package layout

import (
	"image"

	"verbatim/internal/typeface"
)

// offLine moves a place a quarter of the font height up or down, or two fifths aside, where that is free, if otherwise the
// word would read on from a neighbour:
//
//	real problems        real
//	                          problems
func (b *bench) offLine(placed []place, p *place, piece *piece, at image.Point) image.Point {
	if !b.readsOn(placed, p, piece, at) {
		return at
	}
	up, aside, row := p.setting.size.Ceil(typeface.Em/4)/b.cell(), p.setting.size.Ceil(typeface.Em*2/5)/b.cell(), 0
	for _, way := range [...]image.Point{{0, up}, {0, -up}, {aside, 0}, {-aside, 0}} {
		there := at.Add(way)
		if piece.ink.Add(there).In(b.canvas.area) && b.canvas.free(&piece.test, there, &row) && !b.readsOn(placed, p, piece, there) {
			return there
		}
	}
	return at
}

// readsOn reports whether a word at a place stands on nearly one line with another of about its size, less than three
// quarters of its height apart.
func (b *bench) readsOn(placed []place, p *place, piece *piece, at image.Point) bool {
	near, ink := p.setting.size.Ceil(typeface.Em*3/4)/b.cell(), piece.ink.Add(at)
	level := near / 4
	for i := len(placed) - 1; i >= 0; i-- {
		q := &placed[i]
		if q.setting.size/5*4 > p.setting.size {
			break // as words come in order of size
		}
		if dy := q.at.Y - at.Y; dy > level || dy < -level || q.upright != p.upright || q.entry == p.entry {
			continue
		}
		if other := b.inCells(q.setting.ink()).Add(q.at); other.Min.X < ink.Max.X+near && ink.Min.X < other.Max.X+near {
			return true
		}
	}
	return false
}
