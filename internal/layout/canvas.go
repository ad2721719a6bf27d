package layout

import (
	"image"
	"slices"
)

// canvas knows which cells are taken. Words may ink its area; the border around that is free, so that the gap which a
// word keeps may reach beyond the edge.
//
//	┌──────────────────┐
//	│ border           │
//	│   ┌──────────┐   │
//	│   │   area   │   │
//	│   └──────────┘   │
//	└──────────────────┘
type canvas struct {
	area     image.Rectangle // in cells of the canvas
	rows     int
	stride   int      // uint64 of each row, two of them spare so that fetch may read beyond the border
	taken    []uint64 // 1 is taken
	blocked  []uint64 // taken from the start, by the shape; nil for none
	center   image.Point
	tiles    []tile
	changes  []image.Rectangle // what was taken since reset
	families []family          // by height
	last     int64             // the distance found last; the next is not much larger
	column   []uint64          // scratch
}

// tile is 64 cells side by side, as candidates for the middle of a word. None lies on both sides of the center.
type tile struct {
	nearest int64 // distance of its nearest cell
	x, y    int
}

// family holds the maps of windows of one height.
type family []windows

// windows says for each cell whether a window, 2^k cells wide and 2^j high, whose top left corner it is, has a
// taken cell in it. One map answers for 64 places of a word at a time whether its core is free:
//
//	taken  · · · · · ▮ · ·         windows of 4 cells   · · ▮ ▮ ▮ ▮ · ·
//
// The maps for 2^k follow from those for 2^(k-1) by one shift. They are brought up to date when used.
type windows struct {
	bits  []uint64
	upTo  int    // changes taken in; -1: not made yet
	live  []live // from first on: of the seen nearest tiles, those with a place for the window centred on it, and some without
	first int
	seen  int
}

// live is a tile that may have a place, and what is known of the places that it has: distances that are not reached
// before. As cells are only ever taken, what was not free stays so.
type live struct {
	tile       int32
	wide, tall int32 // of some core
	near       int64 // of the nearest place where the window is free
	nearCore   int64 // of the nearest place for cores at least so wide and tall
}

// bound returns a distance below which the tile has no place for a core.
func (l *live) bound(wide, tall int) int64 {
	if wide >= int(l.wide) && tall >= int(l.tall) {
		return max(l.near, l.nearCore)
	}
	return l.near
}

// newCanvas makes a canvas whose words may ink size cells, with a border of the given width.
func newCanvas(size, border image.Point) *canvas {
	border = border.Add(image.Pt(64, 2)) // masks have room for a cell more; fetch reads 64 at a time
	c := &canvas{area: image.Rectangle{Max: size}.Add(border), rows: size.Y + 2*border.Y, stride: (size.X+2*border.X)/64 + 4}
	c.taken = make([]uint64, c.rows*c.stride)
	c.aim(c.area.Min.Add(size.Div(2)))
	return c
}

// aim sets the center from which distances are measured.
func (c *canvas) aim(center image.Point) {
	c.center, c.tiles = center, c.tiles[:0]
	first := center.X - (center.X-c.area.Min.X+63)/64*64
	for y := c.area.Min.Y; y < c.area.Max.Y; y++ {
		for x := first; x < c.area.Max.X; x += 64 {
			near := x
			if x < center.X {
				near = x + 63
			}
			c.tiles = append(c.tiles, tile{c.distance(near, y), x, y})
		}
	}
	slices.SortFunc(c.tiles, func(a, b tile) int {
		switch {
		case a.nearest < b.nearest:
			return -1
		case a.nearest > b.nearest:
			return 1
		}
		return 0
	})
}

// distance is a measure, not a length, of how far a cell lies from the center: the square of the distance, in a
// picture that is stretched to a square. Places of one distance form ellipses of the shape of the area.
func (c *canvas) distance(x, y int) int64 {
	dx, dy := int64(x-c.center.X)*int64(c.area.Dy()), int64(y-c.center.Y)*int64(c.area.Dx())
	return dx*dx + dy*dy
}

// reset makes the canvas free again.
func (c *canvas) reset() {
	clear(c.taken)
	copy(c.taken, c.blocked)
	c.changes, c.last = c.changes[:0], 0
	for _, f := range c.families {
		for k := range f {
			f[k].upTo = -1
		}
	}
}

// fetch returns 64 bits of a row from bit x on.
func fetch(row []uint64, x int) uint64 {
	i, s := uint(x)>>6, uint(x)&63
	return row[i]>>s | row[i+1]<<1<<(63-s)
}

// free reports whether no cell of the mask, moved by at, is taken. It starts with the row that was not free last time.
func (c *canvas) free(m *mask, at image.Point, start *int) bool {
	at = at.Add(m.box.Min)
	first, rows := *start, m.box.Dy()
	for i := range rows {
		y := first + i
		if y >= rows {
			y -= rows
		}
		taken := c.taken[(at.Y+y)*c.stride:][:c.stride]
		for j, v := range m.row(y) {
			if v&fetch(taken, at.X+64*j) != 0 {
				*start = y
				return false
			}
		}
	}
	return true
}

// put takes the cells of a mask, moved by at.
func (c *canvas) put(m *mask, at image.Point) {
	box := m.box.Add(at)
	words, rest := box.Min.X>>6, uint(box.Min.X&63)
	for y := range m.box.Dy() {
		taken := c.taken[(box.Min.Y+y)*c.stride+words:]
		for i, v := range m.row(y) {
			taken[i] |= v << rest
			taken[i+1] |= v >> 1 >> (63 - rest)
		}
	}
	c.changes = append(c.changes, box)
}

// windows returns the up-to-date map for windows of 2^k by 2^j cells.
func (c *canvas) windows(j, k int) *windows {
	for len(c.families) <= j {
		c.families = append(c.families, nil)
	}
	for len(c.families[j]) <= k {
		c.families[j] = append(c.families[j], windows{bits: make([]uint64, len(c.taken)), upTo: -1})
	}
	for i := range k + 1 {
		c.renew(j, i)
	}
	return &c.families[j][k]
}

// renew takes in what changed since a map was used last.
func (c *canvas) renew(j, k int) {
	w := &c.families[j][k]
	if w.upTo < 0 {
		w.live, w.first, w.seen = w.live[:0], 0, 0
		c.compute(j, k, 0, c.rows-1, 0, c.stride-2)
		w.upTo = len(c.changes)
	}
	for ; w.upTo < len(c.changes); w.upTo++ {
		r := c.changes[w.upTo]
		c.compute(j, k, max(0, r.Min.Y-1<<j+1), r.Max.Y-1, max(0, r.Min.X-1<<k+1)>>6, (r.Max.X-1)>>6)
	}
}

// compute makes the bits of a map in the rows from y0 to y1 and the columns of 64 cells from x0 to x1.
func (c *canvas) compute(j, k, y0, y1, x0, x1 int) {
	into := c.families[j][k].bits
	if k == 0 {
		for x := x0; x <= x1; x++ {
			c.smear(into, j, y0, y1, x)
		}
		return
	}
	narrow, half := c.families[j][k-1].bits, 1<<(k-1)
	words, rest := half>>6, uint(half&63)
	last := min(x1, c.stride-2-words) // beyond it there is only border
	for y := y0; y <= y1; y++ {
		from, to := narrow[y*c.stride:][:c.stride], into[y*c.stride:][:c.stride]
		for x := x0; x <= last; x++ {
			i := x + words
			to[x] = from[x] | from[i]>>rest | from[i+1]<<1<<(63-rest)
		}
		for x := max(x0, last+1); x <= x1; x++ {
			to[x] = from[x]
		}
	}
}

// smear computes one column of the map for windows of 2^j rows: bit by bit, the or of 2^j cells from each cell down.
func (c *canvas) smear(into []uint64, j, y0, y1, x int) {
	below := min(y1+1<<j-1, c.rows-1)
	c.column = c.column[:0]
	for y := y0; y <= below; y++ {
		c.column = append(c.column, c.taken[y*c.stride+x])
	}
	for s := 1; s < 1<<j; s *= 2 {
		for i := range len(c.column) - min(s, len(c.column)) {
			c.column[i] |= c.column[i+s]
		}
	}
	for y := y0; y <= y1; y++ {
		into[y*c.stride+x] = c.column[y-y0]
	}
}
