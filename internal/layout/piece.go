package layout

import (
	"image"
	"math/bits"
)

// piece is a word at a size, in cells. All boxes are relative to the cell at the start of its
// baseline.
type piece struct {
	of     setting         // what it was cut from
	ink    image.Rectangle // must lie in the area
	mask   mask            // the cells it takes, which must be free: the boxes of its lines with the gap around
	core   image.Rectangle // a large rectangle within the mask, see core
	probes []image.Point   // some more cells of the mask, see outlying
}

// middle is the cell of a piece that is to be near the center.
func (p *piece) middle() image.Point { return p.core.Min.Add(p.core.Max).Div(2) }

// core returns a large rectangle of set cells. With its gaps closed by the margin, most of a word
// is one:
//
//	▗▖    ▗▖ ▗▖
//	▐▙▄▄▄▄▟▙▄▟▌ ┐
//	▐█████████▌ │ core       the longest run of cells over the middle, grown row by row, up or down, whichever keeps
//	▐█████████▌ ┘            more; the best of all rectangles on the way is taken
//	     ▝▀▘
func core(m *mask) image.Rectangle {
	middle := m.box.Dx() / 2
	var r image.Rectangle
	for y := range m.box.Dy() {
		if a, b := runAround(m.row(y), middle); b-a > r.Dx() {
			r = image.Rect(a, y, b, y+1)
		}
	}
	if r.Empty() {
		return anyCell(m)
	}
	best := r
	for 2*cellsOf(r) > cellsOf(best) { // less will not recover
		above, below := r, r
		if r.Min.Y > 0 {
			a, b := runAround(m.row(r.Min.Y-1), middle)
			above = image.Rect(max(a, r.Min.X), r.Min.Y-1, min(b, r.Max.X), r.Max.Y)
		}
		if r.Max.Y < m.box.Dy() {
			a, b := runAround(m.row(r.Max.Y), middle)
			below = image.Rect(max(a, r.Min.X), r.Min.Y, min(b, r.Max.X), r.Max.Y+1)
		}
		switch {
		case above == r && below == r:
			return best.Add(m.box.Min)
		case below == r || above != r && cellsOf(above) >= cellsOf(below):
			r = above
		default:
			r = below
		}
		if cellsOf(r) > cellsOf(best) {
			best = r
		}
	}
	return best.Add(m.box.Min)
}

// cellsOf counts the cells; 0 for a rectangle that is turned around, too.
func cellsOf(r image.Rectangle) int { return max(0, r.Dx()) * r.Dy() }

// runAround returns the ends of the run of set bits around x, equal if x is not set.
func runAround(row []uint64, x int) (from, to int) {
	i := x >> 6
	if row[i]>>(x&63)&1 == 0 {
		return x, x
	}
	from, to = x-bits.LeadingZeros64(^(row[i]<<(63-x&63)))+1, x+bits.TrailingZeros64(^(row[i]>>(x&63)))
	for j := i - 1; j >= 0 && from == 64*(j+1); j-- {
		from -= bits.LeadingZeros64(^row[j])
	}
	for j := i + 1; j < len(row) && to == 64*j; j++ {
		to += bits.TrailingZeros64(^row[j])
	}
	return from, to
}

// anyCell returns the first set cell of a mask: letters far apart may have none in the middle.
func anyCell(m *mask) image.Rectangle {
	for y := range m.box.Dy() {
		for i, v := range m.row(y) {
			if v != 0 {
				at := m.box.Min.Add(image.Pt(64*i+bits.TrailingZeros64(v), y))
				return image.Rectangle{Min: at, Max: at.Add(image.Pt(1, 1))}
			}
		}
	}
	return image.Rectangle{Min: m.box.Min, Max: m.box.Min.Add(image.Pt(1, 1))}
}

// outlying lists cells of the mask outside its core: the ends of some rows above and below it.
// Where they are taken, the whole mask need not be looked at.
func outlying(m *mask, core image.Rectangle, list []image.Point) []image.Point {
	top, bottom := core.Min.Y-m.box.Min.Y, core.Max.Y-m.box.Min.Y
	for _, y := range [...]int{top - 1, bottom, 0, m.box.Dy() - 1, top / 2, (bottom + m.box.Dy()) / 2} {
		if y < 0 || y >= m.box.Dy() || y >= top && y < bottom {
			continue
		}
		row := m.row(y)
		first, last := -1, -1
		for i, v := range row {
			if v != 0 && first < 0 {
				first = 64*i + bits.TrailingZeros64(v)
			}
			if v != 0 {
				last = 64*i + 63 - bits.LeadingZeros64(v)
			}
		}
		if first >= 0 {
			list = append(list, m.box.Min.Add(image.Pt(first, y)), m.box.Min.Add(image.Pt(last, y)))
		}
	}
	return list
}
