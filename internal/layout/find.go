package layout

import (
	"cmp"
	"image"
	"iter"
	"math"
	"math/bits"
	"slices"
)

// seeking is one search for the nearest free place of a piece.
type seeking struct {
	*canvas
	p       *piece
	reach   image.Rectangle // of the piece's middle, such that its ink lies in the area
	grid    *canvas         // whose tiles are looked at: the canvas, or the one of coarse cells
	cells   image.Rectangle // of the grid, which hold reach
	windows *windows        // of the grid
	half    int             // way, in bits of the grid, from the middle of a window to its corner
	corners []int           // ways from the middle of the core to the corners of windows that cover it
	probes  []int           // ways, in bits of the canvas, from there to more cells of the mask
	wide    int             // of the core, in cells of the grid
	tall    int
	row     int   // of the mask that was not free last time
	best    int64 // the distance to beat
	tiles   int32 // how many may hold a nearer place
	found   int64 // the distance of at, or nowhere
	at      image.Point
}

// nowhere is a distance beyond all others.
const nowhere = math.MaxInt64

// find returns where the baseline of p has to start so that its middle is as near to the center as
// can be, and the distance, less than limit; ok is false where there is no free place. Of several
// places at one distance it takes the one that comes first, see before. It looks at all places, 64
// at a time, nearest tiles first:
//
//	alive  = places in reach
//	       &^ window centred on the place meets a taken cell       (a tile of which none is left is never looked at again)
//	       &^ windows at the corners of the core do
//	       &^ some outlying cell is taken
//	then each that is left, nearest first: is the whole mask free?
//
// A core that holds whole coarse cells wherever it stands is looked for on those first (coarse.go).
func (c *canvas) find(p *piece, limit int64, where zone) (at image.Point, distance int64, ok bool) {
	s, ok := c.seeker(p, where, c.gridFor(p))
	if !ok {
		return at, 0, false
	}
	guess := min(limit, c.last+c.last/16+1)
	s.beat(guess)
	if s.walk(); s.found == nowhere && guess < limit {
		s.beat(limit)
		s.walk()
	}
	if s.found == nowhere {
		return at, 0, false
	}
	c.last = s.found
	return s.at.Sub(p.middle()), s.found, true
}

// far returns a free place far from the center, in the first tile from the farthest on that has
// one.
func (c *canvas) far(p *piece) (at image.Point, ok bool) {
	s, ok := c.seeker(p, anywhere, c)
	if !ok {
		return at, false
	}
	s.beat(nowhere)
	for i := len(c.tiles) - 1; i >= 0 && s.found == nowhere; i-- {
		s.tile(&live{tile: int32(i)})
	}
	return s.at.Sub(p.middle()), s.found < nowhere
}

// seeker prepares a search; ok is false where the piece is too large for the area, or the zone.
func (c *canvas) seeker(p *piece, where zone, grid *canvas) (s seeking, ok bool) {
	middle := p.middle()
	s = seeking{canvas: c, p: p, grid: grid, found: nowhere}
	s.reach = image.Rectangle{Min: c.area.Min.Sub(p.ink.Min), Max: c.area.Max.Sub(p.ink.Max).Add(image.Pt(1, 1))}.Add(middle)
	s.reach = where.cut(s.reach, c.center)
	if s.reach.Dx() <= 0 || s.reach.Dy() <= 0 {
		return s, false
	}
	if grid.tiles == nil {
		grid.order()
	}
	s.cells = grid.holding(s.reach)
	core := grid.inner(p)
	j, k := min(tallest, bits.Len(uint(core.Dy()))-1), min(widest, bits.Len(uint(core.Dx()))-1)
	s.windows = grid.windows(j, k)
	s.half = grid.bit(image.Pt(1<<k/2, 1<<j/2))
	s.aim(core, 1<<k, 1<<j)
	s.wide, s.tall = core.Dx(), core.Dy()
	return s, true
}

// beat sets the distance from which on places are too far.
func (s *seeking) beat(distance int64) {
	n, _ := slices.BinarySearch(s.grid.nearest, distance)
	s.best, s.tiles = distance, int32(n)
}

// walk looks at the tiles that may hold a place nearer than the best, and drops those that never
// will again.
func (s *seeking) walk() {
	w := s.windows
	if w.live == nil { // most maps only lead to wider ones
		w.live = make([]live, 0, len(s.grid.tiles))
	}
	kept, i := w.first, w.first
	for ; i < len(w.live) && w.live[i].tile < s.tiles; i++ {
		l := &w.live[i]
		if l.bound(s.wide, s.tall) >= s.best || s.tile(l) {
			w.live[kept] = *l
			kept++
		}
	}
	if i < len(w.live) {
		copy(w.live[w.first+i-kept:], w.live[w.first:kept])
		w.first += i - kept
		return
	}
	w.live = w.live[:kept]
	for ; w.seen < s.tiles; w.seen++ {
		l := live{w.seen, math.MaxInt16, math.MaxInt16, 0, 0}
		if s.tile(&l) {
			w.live = append(w.live, l)
		}
	}
}

// The largest windows are 2^7 cells wide and 2^4 high: larger ones cost more to keep than they
// save.
const widest, tallest = 7, 4

// aim lists the ways to the cells to be looked at: the top left corners of windows that cover the
// core, or much of it; and the probes.
func (s *seeking) aim(core image.Rectangle, wide, tall int) {
	ways, middle := s.ways[:0], s.p.middle()
	columns, rows := min(4, (core.Dx()+wide-1)/wide), min(3, (core.Dy()+tall-1)/tall)
	for row := range rows {
		y := core.Min.Y + (core.Dy()-tall)*row/max(1, rows-1)
		for column := range columns {
			x := core.Min.X + (core.Dx()-wide)*column/max(1, columns-1)
			ways = append(ways, s.grid.bit(image.Pt(x, y)))
		}
	}
	n := len(ways)
	if s.grid.fine != nil {
		ways = s.edge(ways)
	}
	for _, probe := range s.p.probes {
		ways = append(ways, s.bit(probe.Sub(middle)))
	}
	s.ways, s.corners, s.probes = ways, ways[:n], ways[n:]
}

// tile looks at 64 places, or coarse cells, and reports whether any may be free for this or another
// piece.
func (s *seeking) tile(l *live) bool {
	t := s.grid.tiles[l.tile]
	x, y := int(t.x), int(t.y)
	low, high := s.cells.Min.X-x, s.cells.Max.X-1-x
	if low > 63 || high < 0 || y < s.cells.Min.Y || y >= s.cells.Max.Y {
		return true
	}
	bit := s.grid.bit(image.Pt(x, y))
	alive := ^fetch(s.windows.bits, bit-s.half)
	if alive == 0 {
		return false
	}
	l.near = coarse(s.nearestOf(x, y, alive))
	for _, corner := range s.corners {
		if alive &^= fetch(s.windows.bits, bit+corner); alive == 0 {
			break
		}
	}
	if s.wide <= int(l.wide) && s.tall <= int(l.tall) {
		l.wide, l.tall, l.nearCore = int16(s.wide), int16(s.tall), coarse(s.nearestOf(x, y, alive))
	}
	if alive &= bitsFrom(low, high); alive != 0 {
		if s.grid.fine == nil {
			s.try(x, y, alive)
		} else {
			s.divide(x, y, alive)
		}
	}
	return true
}

// bitsFrom returns a word of the machine with the bits from low to high set, both included.
func bitsFrom(low, high int) uint64 {
	return ^uint64(0) << max(0, low) & (^uint64(0) >> (63 - min(63, high)))
}

// nearestOf returns the distance of the nearest of some places of a tile.
func (s *seeking) nearestOf(x, y int, alive uint64) int64 {
	switch {
	case alive == 0:
		return nowhere
	case x < s.grid.center.X:
		return s.grid.least(x+63-bits.LeadingZeros64(alive), y)
	default:
		return s.grid.least(x+bits.TrailingZeros64(alive), y)
	}
}

// try takes the nearest of some places side by side if all of the mask is free there.
func (s *seeking) try(x, y int, alive uint64) {
	bit := s.bit(image.Pt(x, y))
	for _, probe := range s.probes {
		if alive == 0 {
			return
		}
		alive &^= fetch(s.taken, bit+probe)
	}
	for alive != 0 {
		i := nearestBit(alive, s.center.X-x)
		alive &^= 1 << i
		at := image.Pt(x+i, y)
		d := s.distance(at.X, at.Y)
		if d >= s.best || d == s.found && !s.before(at, s.at) {
			return
		}
		if s.free(&s.p.mask, at.Sub(s.p.middle()), &s.row) {
			s.beat(d + 1) // others at this distance may come first
			s.at, s.found = at, d
			return
		}
	}
}

// before tells which of two places at one distance comes first: that of the tile that is nearer,
// else the upper one, else the left one.
func (c *canvas) before(a, b image.Point) bool {
	tile := func(p image.Point) int64 {
		n := (p.X - c.center.X) >> 6
		near := c.center.X + n<<6
		if n < 0 {
			near += 63
		}
		return c.distance(near, p.Y)
	}
	return cmp.Or(cmp.Compare(tile(a), tile(b)), cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X)) < 0
}

// A search near a place needs none of the maps above, as there are few places to look at: a window
// of 64 cells is a few dozen rows, and most of its places are ruled out by a few cells of the mask.
// Rows are looked at from the target outwards, until none can hold a nearer place:
//
//	      ┌──────────────┐
//	      │              │ 4
//	      │              │ 2
//	      │         ×    │ 1   × the target, or the place in the window that is nearest to it
//	      │              │ 3
//	      └──────────────┘

// within returns, of the places at most so many cells from a given one, the free one that fits
// whose middle is nearest to a target; of 64 side by side it asks for one whether it fits. It looks
// at all of them, which is quick where they are few, and needs no maps.
func (c *canvas) within(p *piece, from image.Point, far int, target image.Point, fits func(at image.Point) bool) (at image.Point, ok bool) {
	places := image.Rectangle{Min: c.area.Min.Sub(p.ink.Min), Max: c.area.Max.Sub(p.ink.Max).Add(image.Pt(1, 1))}
	places = places.Intersect(image.Rect(from.X-far, from.Y-far, from.X+far+1, from.Y+far+1))
	if places.Empty() {
		return at, false
	}
	ways, goal := c.sample(p), target.Sub(p.middle())
	best, row := int64(nowhere), 0
	for y := range outwards(goal.Y, places.Min.Y, places.Max.Y) {
		if c.between(goal, image.Pt(goal.X, y)) >= best {
			break
		}
		for x := places.Min.X; x < places.Max.X; x += 64 {
			if c.between(goal, image.Pt(min(max(goal.X, x), x+63), y)) >= best {
				continue
			}
			alive := ^uint64(0) >> (63 - min(63, places.Max.X-1-x))
			for _, way := range ways {
				if alive == 0 {
					break
				}
				alive &^= fetch(c.taken, c.bit(image.Pt(x, y))+way)
			}
			for alive != 0 {
				i := nearestBit(alive, goal.X-x)
				alive &^= 1 << i
				there := image.Pt(x+i, y)
				d := c.between(goal, there)
				if d >= best {
					break
				}
				if c.free(&p.mask, there, &row) {
					if fits == nil || fits(there) {
						best, at, ok = d, there, true
					}
					break
				}
			}
		}
	}
	return at, ok
}

// sample lists the ways to some cells of a piece: where they are taken, the whole mask need not be
// looked at.
func (c *canvas) sample(p *piece) []int {
	core, last := p.core, p.core.Max.Sub(image.Pt(1, 1))
	ways := append(c.ways[:0], c.bit(p.middle()), c.bit(core.Min), c.bit(last), c.bit(image.Pt(last.X, core.Min.Y)), c.bit(image.Pt(core.Min.X, last.Y)))
	for _, probe := range p.probes {
		ways = append(ways, c.bit(probe))
	}
	c.ways = ways
	return ways
}

// outwards yields the numbers from low up to high, the nearest to a middle first; the middle may
// lie outside.
func outwards(middle, low, high int) iter.Seq[int] {
	return func(yield func(int) bool) {
		down := min(max(middle, low), high-1)
		for up := down + 1; down >= low || up < high; {
			next := up
			if up < high && (down < low || up-middle < middle-down) {
				up++
			} else {
				next, down = down, down-1
			}
			if !yield(next) {
				return
			}
		}
	}
}

// nearestBit returns the set bit nearest to a position, which may lie outside.
func nearestBit(set uint64, to int) int {
	to = min(max(to, 0), 63)
	below, above := set<<(63-to), set>>to
	if above != 0 && (below == 0 || bits.TrailingZeros64(above) <= bits.LeadingZeros64(below)) {
		return to + bits.TrailingZeros64(above)
	}
	return to - bits.LeadingZeros64(below)
}
