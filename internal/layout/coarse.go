package layout

import "image"

// Most places of a canvas are ruled out on a grid of coarse cells, 4 by 4 cells each, which are
// taken where any of their cells is. A core stands on whole coarse cells wherever it is, and on the
// same ones for 16 places of its middle:
//
//	│    │    │    │    │
//	├────┼────┼────┼────┤
//	│  ┏━━━━━━━━━━━━━┓  │      the core, of which the grid is sure of two coarse cells; the middle may lie in any of
//	├──┃─┼────┼────┼─┃──┤      4 × 4 cells without touching another
//	│  ┃ │▒▒▒▒│▒▒▒▒│ ┃  │
//	├──┃─┼────┼────┼─┃──┤
//	│  ┗━━━━━━━━━━━━━┛  │
//
// So one bit stands for 16 places, and the maps of windows are a sixteenth as large. Places whose
// bit is left are looked at one by one.

// grain is the binary logarithm of the cells to a side of a coarse cell; left is the number of
// coarse cells added to the left, so that tiles may begin there.
const grain, left = 2, 64

// gridFor returns the grid on which to look for places of a piece: a core that is sure of no
// coarse cell is looked for on the canvas itself.
func (c *canvas) gridFor(p *piece) *canvas {
	if c.coarse == nil {
		g := &canvas{fine: c, rows: c.rows>>grain + 3, stride: c.stride>>grain + 4}
		g.taken = make([]uint64, g.rows*g.stride)
		g.area = g.holding(c.area)
		g.center = g.holding(image.Rectangle{Min: c.center, Max: c.center}).Min
		c.coarse = g
	}
	if c.coarse.inner(p).Empty() {
		return c
	}
	c.coarse.follow()
	return c.coarse
}

// inner returns the cells of the grid that the core of a piece is sure to cover, seen from the cell
// of its middle.
func (c *canvas) inner(p *piece) image.Rectangle {
	r := p.core.Sub(p.middle())
	if c.fine == nil {
		return r
	}
	const last = 1<<grain - 1 // the middle may lie so far to the right, and down
	return image.Rectangle{
		Min: image.Pt((r.Min.X+2*last)>>grain, (r.Min.Y+2*last)>>grain),
		Max: image.Pt(r.Max.X>>grain, r.Max.Y>>grain),
	}
}

// holding returns the cells of the grid that hold some of the canvas.
func (c *canvas) holding(r image.Rectangle) image.Rectangle {
	if c.fine == nil {
		return r
	}
	const last = 1<<grain - 1
	return image.Rect(r.Min.X>>grain+left, r.Min.Y>>grain, (r.Max.X+last)>>grain+left, (r.Max.Y+last)>>grain)
}

// least is the distance of the nearest of the places in a cell of the grid.
func (c *canvas) least(x, y int) int64 {
	if c.fine == nil {
		return c.distance(x, y)
	}
	const last = 1<<grain - 1
	f := c.fine
	x, y = (x-left)<<grain, y<<grain
	return f.distance(min(max(f.center.X, x), x+last), min(max(f.center.Y, y), y+last))
}

// follow takes in what the canvas has taken since.
func (c *canvas) follow() {
	for ; c.upTo < len(c.fine.changes); c.upTo++ {
		r := c.fine.changes[c.upTo]
		cells := c.holding(r)
		for y := cells.Min.Y; y < cells.Max.Y; y++ {
			for i := r.Min.X >> 6; i <= (r.Max.X-1)>>6; i++ {
				any := uint64(0)
				for row := y << grain; row < min((y+1)<<grain, c.fine.rows); row++ {
					any |= c.fine.taken[row*c.fine.stride+i]
				}
				c.taken[y*c.stride+i>>grain+left>>6] |= gather(any) << (i << (6 - grain) & 63)
			}
		}
		c.changes = append(c.changes, cells)
	}
}

// gather returns 16 bits, each of which tells whether any of four is set.
func gather(v uint64) uint64 {
	v |= v >> 1
	v = (v | v>>2) & 0x1111111111111111
	v = (v | v>>3) & 0x0303030303030303
	v = (v | v>>6) & 0x000f000f000f000f
	v = (v | v>>12) & 0x000000ff000000ff
	return (v | v>>24) & 0xffff
}

// scatter sets four bits for each of 16.
func scatter(v uint64) uint64 {
	v = (v | v<<24) & 0x000000ff000000ff
	v = (v | v<<12) & 0x000f000f000f000f
	v = (v | v<<6) & 0x0303030303030303
	v = (v | v<<3) & 0x1111111111111111
	return v * 15
}

// divide looks at the places in some coarse cells side by side.
func (s *seeking) divide(x, y int, cells uint64) {
	for x = (x - left) << grain; cells != 0; x, cells = x+64, cells>>16 {
		alive := scatter(cells&0xffff) & bitsFrom(s.reach.Min.X-x, s.reach.Max.X-1-x)
		if alive == 0 {
			continue
		}
		near := x + nearestBit(alive, s.center.X-x)
		for row := max(y<<grain, s.reach.Min.Y); row < min((y+1)<<grain, s.reach.Max.Y); row++ {
			if s.distance(near, row) < s.best {
				s.try(x, row, alive)
			}
		}
	}
}

// edge adds the ways to some cells at the edge of the core, of which the grid is not sure.
func (s *seeking) edge(ways []int) []int {
	r := s.p.core.Sub(s.p.middle())
	last := r.Max.Sub(image.Pt(1, 1))
	for _, x := range [...]int{r.Min.X, last.X, 0, r.Min.X / 2, last.X / 2} {
		ways = append(ways, s.bit(image.Pt(x, r.Min.Y)), s.bit(image.Pt(x, last.Y)))
	}
	return ways
}
