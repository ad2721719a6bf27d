package layout

import (
	"encoding/binary"
	"image"
	"math/bits"

	"verbatim/internal/typeface"
)

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

// dilate makes m the mask from with a margin all round. Each step doubles what is covered:
//
//	▮         ▮▮        ▮▮▮▮      ▮▮▮▮▮          2 margin + 1 = 5 cells: shifts by 1, 2 and 1
func (m *mask) dilate(from *mask, margin image.Point) {
	m.reset(image.Rectangle{Min: from.box.Min.Sub(margin), Max: from.box.Max.Add(margin)})
	rows := from.box.Dy()
	for y := range rows {
		row := m.row(y)
		copy(row, from.row(y))
		for wide := 1; wide < 2*margin.X+1; {
			s := min(wide, 2*margin.X+1-wide)
			orShifted(row, s)
			wide += s
		}
	}
	for tall := 1; tall < 2*margin.Y+1; {
		s := min(tall, 2*margin.Y+1-tall)
		rows += s
		for i := rows*m.stride - 1; i >= s*m.stride; i-- {
			m.bits[i] |= m.bits[i-s*m.stride]
		}
		tall += s
	}
}

// orShifted sets each cell that has a set one s cells to its left.
func orShifted(row []uint64, s int) {
	words, rest := s>>6, uint(s&63)
	from := row[:len(row)-words]
	into := row[words:][:len(from)]
	for i := len(from) - 1; i > 0; i-- {
		into[i] |= from[i]<<rest | from[i-1]>>1>>(^rest&63)
	}
	into[0] |= from[0] << rest
}

// pen draws outlines into masks. It owns memory that is used again for each word, and is not safe
// for concurrent use.
type pen struct {
	shift uint    // of 1/256 px to cells: 8 for cells of 1 px, 9 for 2 px
	mask  *mask   // to draw into
	turn  []uint8 // change of the winding number to the left of each cell
	sign  uint8   // of the contour in hand
	pitch int     // of turn, a multiple of 8
}

// draw sets every cell that a word's ink touches, and more rarely one that it nearly touches; what
// its fills cover, only in part:
//
//	│    │  ▗▄▄│▄▖  │        edge   cells that an edge passes through, for each row of cells from where it enters to
//	│    │▗▛▔  │▔▜▖ │               where it leaves, widened by slack against rounding
//	├────┼─────┼────┤        inside cells between edges: the winding number in the middle of the row is not 0
//	│   ▐▌     │  ▐▌│
//
// So the mask holds each pixel that a rasteriser could ink, by construction. The points are in
// 1/32768 em, and become 1/256 px by the very multiplication that a drawing uses.
func (p *pen) draw(m *mask, s *setting) {
	m.reset(inCells(s.ink().Inset(-1), p.shift)) // with room for edges that are widened
	p.mask, p.pitch = m, (m.box.Dx()+8)&^7
	n := p.pitch * m.box.Dy()
	if cap(p.turn) < n {
		p.turn = make([]uint8, n+n/2)
	}
	p.turn = p.turn[:n]
	clear(p.turn)
	left, top := int64(m.box.Min.X)<<p.shift, int64(m.box.Min.Y)<<p.shift
	for i, contours := range s.form.edges {
		at := s.start(i)
		dx, dy := int64(at.X)<<8-left, int64(at.Y)<<8-top
		for _, c := range contours {
			p.contour(c, s.size, s.upright, dx, dy)
		}
	}
	p.inside()
}

// contour draws the edges of one closed polygon.
func (p *pen) contour(c contour, size typeface.Size, upright bool, dx, dy int64) {
	p.sign = c.sign
	last := c.points[len(c.points)-1]
	x0, y0 := turned(size.Coord(last.X), size.Coord(last.Y), upright)
	x0, y0 = x0+dx, y0+dy
	for _, v := range c.points {
		x1, y1 := turned(size.Coord(v.X), size.Coord(v.Y), upright)
		x1, y1 = x1+dx, y1+dy
		p.edge(x0, y0, x1, y1)
		x0, y0 = x1, y1
	}
}

// slackEdge is how far edges are widened to the left and right, in 1/256 px: the rounding of a
// drawing, and of the slope.
const slackEdge = 3

// edge marks the cells that an edge passes, and where the middle of each row meets it.
func (p *pen) edge(x0, y0, x1, y1 int64) {
	sign := p.sign
	if y0 > y1 {
		x0, y0, x1, y1, sign = x1, y1, x0, y0, -sign
	}
	row, last := y0>>p.shift, y1>>p.shift
	half := int64(1) << (p.shift - 1)
	if row == last { // most edges of small words
		p.mark(row, min(x0, x1), max(x0, x1))
		if middle := row<<p.shift + half; y0 <= middle && middle < y1 {
			p.cross(row, x0+(x1-x0)*(middle-y0)/(y1-y0), sign)
		}
		return
	}
	if x0 == x1 { // many edges of large words
		p.upright(x0, y0, y1, sign)
		return
	}
	slope := (x1 - x0) << 20 / (y1 - y0)
	from := x0
	for ; row <= last; row++ {
		to := x1
		if row < last {
			to = x0 + slope*((row+1)<<p.shift-y0)>>20
		}
		p.mark(row, min(from, to), max(from, to))
		if middle := row<<p.shift + half; y0 <= middle && middle < y1 {
			p.cross(row, x0+slope*(middle-y0)>>20, sign)
		}
		from = to
	}
}

// upright does the same for an edge that goes straight down.
func (p *pen) upright(x, y0, y1 int64, sign uint8) {
	for row := y0 >> p.shift; row <= y1>>p.shift; row++ {
		p.mark(row, x, x)
	}
	half := int64(1) << (p.shift - 1)
	column := p.turn[x>>p.shift+1:]
	for row := (y0 + half - 1) >> p.shift; row < (y1+half-1)>>p.shift; row++ { // whose middles the edge meets
		column[int(row)*p.pitch] += sign
	}
}

// mark sets the cells of a row from one x to another.
func (p *pen) mark(row, x0, x1 int64) {
	a, b := int((x0-slackEdge)>>p.shift), int((x1+slackEdge)>>p.shift)
	r := p.mask.bits[int(row)*p.mask.stride:]
	if a>>6 == b>>6 {
		r[a>>6] |= (^uint64(0) << (a & 63)) & (^uint64(0) >> (63 - b&63))
		return
	}
	fill(r[:p.mask.stride], a, b)
}

// cross notes that the winding number of a row changes at x, which lies in a marked cell.
func (p *pen) cross(row, x int64, sign uint8) {
	p.turn[int(row)*p.pitch+int(x>>p.shift)+1] += sign
}

// inside sets the cells between edges, eight at a time where nothing changes.
func (p *pen) inside() {
	for y := range p.mask.box.Dy() {
		turn, row := p.turn[y*p.pitch:], p.mask.row(y)
		winding, from := uint8(0), 0
		for x := 0; x < p.pitch; x += 8 { // an edge in the last cell is noted one beyond it
			changes := binary.LittleEndian.Uint64(turn[x:])
			for changes != 0 {
				i := bits.TrailingZeros64(changes) >> 3
				change := uint8(changes >> (8 * i))
				changes &^= 0xff << (8 * i)
				switch at := x + i; {
				case winding == 0:
					from = at
				case winding+change == 0 && at > from:
					fill(row, from, at-1)
				}
				winding += change
			}
		}
	}
}
