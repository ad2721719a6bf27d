package layout

import (
	"image"
	"math"
	"slices"
)

// canvas knows which cells are taken. Words may ink its area; the border around that is free, so
// that the gap which a word keeps may reach beyond the edge.
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
	stride   int               // uint64 of each row, two of them spare so that fetch may read beyond the border
	taken    []uint64          // 1 is taken
	blocked  []uint64          // taken from the start, by the shape; nil for none
	middle   image.Point       // of the area, or of what a shape leaves of it
	center   image.Point       // which words are near: the middle, or a little above or below it
	power    int               // of the distance, see measure
	costs    [2][]int64        // of the ways from the center, to the side and up or down
	coarse   *canvas           // the same in coarse cells; nil until it is needed
	fine     *canvas           // of which this is the coarse one; nil for none
	upTo     int               // changes of the fine one taken in
	tiles    []tile            // the nearest first; nil until they are needed
	nearest  []int64           // the distance of the nearest cell of each tile
	changes  []image.Rectangle // what was taken since reset
	families []family          // by height
	spare    []*windows        // maps that are out of use
	last     int64             // the distance found last; the next is not much larger
	block    []uint64          // scratch
	ways     []int             // scratch
}

// tile is 64 cells side by side, as candidates for the middle of a word. None lies on both sides of
// the center. They are kept small, since a search reads thousands of them.
type tile struct {
	x, y int16 // of the first of its cells
}

// bit is the number of a cell, or the way between two cells.
func (c *canvas) bit(at image.Point) int { return 64*c.stride*at.Y + at.X }

// family holds the maps of windows of one height.
type family []*windows

// windows says for each cell whether a window, 2^k cells wide and 2^j high, whose top left corner
// it is, has a taken cell in it. One map answers for 64 places of a word at a time whether its core
// is free:
//
//	taken  · · · · · ▮ · ·         windows of 4 cells   · · ▮ ▮ ▮ ▮ · ·
//
// The maps for 2^k follow from those for 2^(k-1) by one shift. They are brought up to date when
// used.
type windows struct {
	bits  []uint64
	upTo  int    // changes taken in
	live  []live // from first on: of the seen nearest tiles, those with a place for the window centred on it, and some without
	first int
	seen  int32
}

// live is a tile that may have a place, and what is known of the places that it has: coarse
// distances that are not reached before. As cells are only ever taken, what was not free stays so.
type live struct {
	tile       int32
	wide, tall int16  // of some core
	near       uint32 // of the nearest place where the window is free
	nearCore   uint32 // of the nearest place for cores at least so wide and tall
}

// coarse is a distance in fewer bits, rounded down; there are at most 2000 cells to a side.
func coarse(distance int64) uint32 { return uint32(min(distance>>12, math.MaxUint32)) }

// bound returns a distance below which the tile has no place for a core.
func (l *live) bound(wide, tall int) int64 {
	if wide >= int(l.wide) && tall >= int(l.tall) {
		return int64(max(l.near, l.nearCore)) << 12
	}
	return int64(l.near) << 12
}

// newCanvas makes a canvas whose words may ink size cells, with a border of the given width.
func newCanvas(size, border image.Point) *canvas {
	border = border.Add(image.Pt(64, 2)) // masks have room for a cell more; fetch reads 64 at a time
	c := &canvas{area: image.Rectangle{Max: size}.Add(border), rows: size.Y + 2*border.Y, stride: (size.X+2*border.X)/64 + 4}
	c.taken = make([]uint64, c.rows*c.stride)
	c.middle = c.area.Min.Add(size.Div(2))
	c.measure(2, 0)
	return c
}

// order puts the tiles in order: the nearest first, of equal ones the upper, then the left one.
func (c *canvas) order() {
	center := c.center
	first := center.X - (center.X-c.area.Min.X+63)/64*64
	columns := (c.area.Max.X - first + 63) / 64
	keys := make([]int64, 0, columns*c.area.Dy())
	for y := c.area.Min.Y; y < c.area.Max.Y; y++ {
		for x := first; x < c.area.Max.X; x += 64 {
			near := x
			if x < center.X {
				near = x + 63
			}
			keys = append(keys, c.least(near, y)<<tileBits|int64(len(keys)))
		}
	}
	slices.Sort(keys) // numbers are sorted twice as fast as tiles
	c.tiles, c.nearest = make([]tile, len(keys)), keys
	for i, key := range keys {
		n := int(key & (1<<tileBits - 1))
		c.tiles[i] = tile{int16(first + 64*(n%columns)), int16(c.area.Min.Y + n/columns)}
		c.nearest[i] = key >> tileBits
	}
}

// tileBits is enough to number the tiles: 2000 rows of 33 at most, whose distances leave room for
// it.
const tileBits = 17

// measure sets how distances from the center are measured: with the ways to the side and up or down as
// shares x and y of half of the area, it is x to a power plus y to the same. Places of one distance
// form ellipses of the shape of the area for a power of 2, and for higher ones curves that reach into
// its corners as far as to its sides (superellipses, as Gabriel Lamé calls them). The center is the
// middle of the area, moved down by so many hundredths of its height.
func (c *canvas) measure(power, down int) {
	center := c.middle.Add(image.Pt(0, c.area.Dy()*down/100))
	if c.power == power && c.center == center {
		return
	}
	c.power, c.center, c.coarse, c.tiles = power, center, nil, nil
	for i, length := range [2]int{c.area.Dx(), c.area.Dy()} {
		c.costs[i] = make([]int64, 2*length+130) // a place may lie beyond the edge by a tile
		for way := range c.costs[i] {
			share := int64(way) << 25 / int64(length+1) // of half of the length, in 1/2^24
			cost := share
			for range power - 1 {
				cost = min(cost*min(share, 3<<24)>>24, 1<<34) // what lies outside need not be told apart
			}
			c.costs[i][way] = cost<<10 + int64(way) // near the center, where powers are 0, too
		}
	}
}

// distance is a measure, not a length, of how far a cell lies from the center, see measure.
func (c *canvas) distance(x, y int) int64 {
	x, y = x-c.center.X, y-c.center.Y
	return c.costs[0][max(x, -x)] + c.costs[1][max(y, -y)]
}

// between is a measure of how far two cells are apart: the square of the distance, in a picture that is
// stretched to a square.
func (c *canvas) between(a, b image.Point) int64 {
	dx, dy := int64(a.X-b.X)*int64(c.area.Dy()), int64(a.Y-b.Y)*int64(c.area.Dx())
	return dx*dx + dy*dy
}

// reset makes the canvas free again.
func (c *canvas) reset() {
	if c.taken == nil {
		c.taken = make([]uint64, c.rows*c.stride)
	}
	clear(c.taken)
	copy(c.taken, c.blocked)
	c.changes, c.last = c.changes[:0], 0
	c.retire(0)
	if g := c.coarse; g != nil {
		g.upTo = 0
		g.reset()
	}
	if c.blocked != nil {
		c.changes = append(c.changes, image.Rect(0, 0, 64*(c.stride-1), c.rows))
	}
}

// retire gives up the maps for windows of 2^j rows and more.
func (c *canvas) retire(j int) {
	for ; j < len(c.families); j++ {
		c.spare = append(c.spare, c.families[j]...)
		c.families[j] = c.families[j][:0]
	}
}

// fetch returns 64 bits of a row, or of rows one after the other, from bit x on.
func fetch(row []uint64, x int) uint64 {
	i, s := uint(x)>>6, uint(x)&63
	return row[i]>>s | row[i+1]<<1<<(^s&63)
}

// free reports whether no cell of the mask, moved by at, is taken. It starts with the row that was
// not free last time.
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

// put takes the cells of a mask, moved by at, which are all free.
func (c *canvas) put(m *mask, at image.Point) {
	c.flip(m, at)
	c.changes = append(c.changes, m.box.Add(at))
}

// flip takes the cells of a mask if they are free, and gives them back if they are taken; maps of
// windows still take those for taken.
func (c *canvas) flip(m *mask, at image.Point) {
	at = at.Add(m.box.Min)
	words, rest := at.X>>6, uint(at.X&63)
	for y := range m.box.Dy() {
		taken := c.taken[(at.Y+y)*c.stride+words:]
		for i, v := range m.row(y) {
			taken[i] ^= v << rest
			taken[i+1] ^= v >> 1 >> (^rest & 63)
		}
	}
}

// windows returns the up-to-date map for windows of 2^k by 2^j cells.
func (c *canvas) windows(j, k int) *windows {
	for len(c.families) <= j {
		c.families = append(c.families, nil)
	}
	if len(c.families[j]) == 0 {
		c.retire(j + 2) // words come in order of size: those are hardly needed again
	}
	for i := range k + 1 {
		if i == len(c.families[j]) {
			c.families[j] = append(c.families[j], c.blank())
			c.compute(j, i, 0, c.rows-1, 0, c.stride-2)
		}
		c.renew(j, i)
	}
	return c.families[j][k]
}

// blank returns a map that is yet to be computed.
func (c *canvas) blank() *windows {
	n := len(c.spare) - 1
	if n < 0 {
		return &windows{bits: make([]uint64, len(c.taken)), upTo: len(c.changes)}
	}
	w := c.spare[n]
	c.spare = c.spare[:n]
	*w = windows{bits: w.bits, live: w.live[:0], upTo: len(c.changes)}
	return w
}

// renew takes in what changed since a map was used last.
func (c *canvas) renew(j, k int) {
	for w := c.families[j][k]; w.upTo < len(c.changes); w.upTo++ {
		r := c.changes[w.upTo]
		c.compute(j, k, max(0, r.Min.Y-1<<j+1), r.Max.Y-1, max(0, r.Min.X-1<<k+1)>>6, (r.Max.X-1)>>6)
	}
}

// compute makes the bits of a map in the rows from y0 to y1 and the columns of 64 cells from x0 to
// x1.
func (c *canvas) compute(j, k, y0, y1, x0, x1 int) {
	into := c.families[j][k].bits
	if k == 0 {
		c.smear(into, 1<<j, y0, y1, x0, x1)
		return
	}
	narrow, half := c.families[j][k-1].bits, uint(1)<<(k-1) // at most 64
	for y := y0; y <= y1; y++ {
		from := narrow[y*c.stride+x0:][:x1+2-x0]
		to := into[y*c.stride+x0:][:len(from)-1]
		v := from[0]
		for i, next := range from[1:] {
			to[i] = v | v>>half | next<<(64-half)
			v = next
		}
	}
}

// smear computes a map for windows one cell wide: bit by bit, the or of so many cells from each
// cell down.
func (c *canvas) smear(into []uint64, tall, y0, y1, x0, x1 int) {
	wide := x1 + 1 - x0
	c.block = slices.Grow(c.block[:0], wide*(y1+tall-y0))
	for y := y0; y < min(y1+tall, c.rows); y++ {
		c.block = append(c.block, c.taken[y*c.stride+x0:][:wide]...)
	}
	for s := wide; s < tall*wide && s < len(c.block); s *= 2 {
		below := c.block[s:]
		for i, v := range c.block[:len(below)] {
			c.block[i] = v | below[i]
		}
	}
	for y := y0; y <= y1; y++ {
		copy(into[y*c.stride+x0:][:wide], c.block[(y-y0)*wide:])
	}
}
