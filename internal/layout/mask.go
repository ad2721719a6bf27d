package layout

import "image"

// mask is a set of cells, one bit each, 64 to a word of the machine. A cell is a square of 1, 2, 4
// … px.
type mask struct {
	box    image.Rectangle // in cells; of a word, relative to the cell at the start of its baseline
	stride int             // uint64 of each row; at least one bit behind box.Max.X is spare
	bits   []uint64        // row by row; bit i of a row is column box.Min.X + i
}

// reset makes the mask an empty one of the given box.
func (m *mask) reset(box image.Rectangle) {
	m.box, m.stride = box, box.Dx()/64+1
	n := m.stride * box.Dy()
	if cap(m.bits) < n {
		m.bits = make([]uint64, n+n/2)
	}
	m.bits = m.bits[:n]
	clear(m.bits)
}

// row returns the bits of row y, counted from the top of the box.
func (m *mask) row(y int) []uint64 { return m.bits[y*m.stride:][:m.stride] }

// fill sets the cells of a row from x0 to x1, both included, counted from the left of the box.
func fill(row []uint64, x0, x1 int) {
	first, last := x0>>6, x1>>6
	from, to := ^uint64(0)<<(x0&63), ^uint64(0)>>(63-x1&63)
	if first == last {
		row[first] |= from & to
		return
	}
	row[first] |= from
	for i := first + 1; i < last; i++ {
		row[i] = ^uint64(0)
	}
	row[last] |= to
}

// fillBox sets the cells of a rectangle, cut to the box of the mask.
func (m *mask) fillBox(r image.Rectangle) {
	r = r.Intersect(m.box)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		fill(m.row(y-m.box.Min.Y), r.Min.X-m.box.Min.X, r.Max.X-1-m.box.Min.X)
	}
}
