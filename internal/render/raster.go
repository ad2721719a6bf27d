package render

import (
	"encoding/binary"
	"image"
	"math/bits"
	"slices"
)

// The rasteriser computes, for each pixel, the exact share of it that an outline covers. It does so
// in integers, so that a picture is the same on every machine. (golang.org/x/image/vector uses
// floating point above 512 px.)
//
// All coordinates are in 1/256 px. Each edge is cut at the borders of pixels. A piece that runs
// down by dy inside subpixels pixel, at a mean distance f from the left side of the pixel, adds to
// the coverage of its row:
//
//	     x      x+1     x+2
//	     ├──f─╲──┼───────┼──      pixel x gains dy × (256 - f)
//	     │     ╲▒│▒▒▒▒▒▒▒│▒▒      every pixel right of it gains dy × 256
//	     │      ╲│▒▒▒▒▒▒▒│▒▒
//	     ├───────┼───────┼──      a piece that runs up subtracts the same
//
// So two numbers per pixel are enough: cover, the sum of dy, and area, the sum of dy × 2f (twice,
// because f is the mean of the piece's ends). A running sum along the row gives the coverage.
// Contours of the same direction that overlap add up to more than 1 and are limited to 1, which is
// the non-zero winding rule.

// subpixels is the number of units in a pixel, in each direction.
const subpixels = 256

// band is the largest number of rows that are held at once. A large mark is taken band by band, so
// that its numbers stay in the cache of the processor.
const band = 32

// raster collects the edges of one mark, or of a band of it, at a time; the next reuses its memory.
type raster struct {
	rect    image.Rectangle // the pixels of the mark or the band
	width   int             // of rect, px
	sums    []edges         // by pixel; of those with an edge
	crossed []uint64        // whether a pixel has an edge, one bit each
	stride  int             // uint64 of crossed for each row
	alpha   []uint8         // one row of coverage
}

// edges is what the edges in a pixel add up to, see above.
type edges struct{ cover, area int32 }

// begin empties the raster for the part of a mark in rect. The mark touches no pixel to the left or
// the right of it; what lies above and below is left out.
func (r *raster) begin(rect image.Rectangle) {
	r.rect, r.width, r.stride = rect, rect.Dx(), (rect.Dx()+63)/64
	r.sums = slices.Grow(r.sums[:0], r.width*rect.Dy())[:r.width*rect.Dy()]
	r.crossed = slices.Grow(r.crossed[:0], r.stride*rect.Dy())[:r.stride*rect.Dy()]
	clear(r.crossed)
}

// polygon adds a closed line of n points, in 1/256 px of the picture.
func (r *raster) polygon(n int, point func(i int) image.Point) {
	corner := r.rect.Min.Mul(subpixels)
	from := point(n - 1).Sub(corner)
	for i := range n {
		to := point(i).Sub(corner)
		r.edge(from, to)
		from = to
	}
}

// The work is split into three steps, each of which cuts finer:
//
//	edge   a whole line        ─▶ pieces, one per row of pixels
//	row    a piece in one row  ─▶ pieces, one per pixel
//	piece  a piece in a pixel  ─▶ cover and area of the pixel

// edge cuts a line at the borders of pixel rows. Every cut is computed from the whole line, so
// rounding leaves no gaps between the pieces.
func (r *raster) edge(a, b image.Point) {
	if a.Y == b.Y {
		return // a horizontal line has dy = 0
	}
	up := a.Y > b.Y // edges are walked downwards; up keeps the sign
	if up {
		a, b = b, a
	}
	from := a
	if a.Y < 0 && b.Y > 0 {
		from = image.Pt(a.X+along(b.X-a.X, -a.Y, b.Y-a.Y), 0)
	}
	for y := from.Y/subpixels + 1; from.Y >= 0 && y <= r.rect.Dy(); y++ {
		to := b
		if border := y * subpixels; border < b.Y {
			to = image.Pt(a.X+along(b.X-a.X, border-a.Y, b.Y-a.Y), border)
		}
		r.row(from, to, up)
		if to == b {
			return
		}
		from = to
	}
}

// row cuts a piece inside one row of pixels at the borders of columns.
func (r *raster) row(a, b image.Point, up bool) {
	left, right := a, b
	if left.X > right.X {
		left, right = right, left
	}
	y := a.Y / subpixels
	from := left
	for x := left.X/subpixels + 1; ; x++ {
		to := right
		if border := x * subpixels; border < right.X {
			to = image.Pt(border, left.Y+along(right.Y-left.Y, border-left.X, right.X-left.X))
		}
		dy := to.Y - from.Y
		if (a.X > b.X) != up { // the loop goes right and downwards; each of the two reversals changes the sign
			dy = -dy
		}
		r.piece(x-1, y, dy, from.X+to.X-2*(x-1)*subpixels)
		if to == right {
			return
		}
		from = to
	}
}

// piece adds what lies inside one pixel: dy downwards, at a mean distance f2/2 from the left side
// of the pixel.
func (r *raster) piece(x, y, dy, f2 int) {
	if dy == 0 || x >= r.width { // on the right border of the raster it covers nothing
		return
	}
	// A piece adds at most 256 × 512, so an int32 has room for 16,000 pieces that cross the whole
	// pixel.
	sum, crossed, bit := &r.sums[y*r.width+x], &r.crossed[y*r.stride+x>>6], uint64(1)<<(x&63)
	if *crossed&bit == 0 {
		*crossed |= bit
		*sum = edges{}
	}
	sum.cover += int32(dy)
	sum.area += int32(dy * f2)
}

// along returns d × n / of, rounded down; of is positive.
func along(d, n, of int) int {
	p := int64(d) * int64(n)
	q := p / int64(of)
	if p%int64(of) < 0 {
		q--
	}
	return int(q)
}

// rows adds up the edges and calls f for each row with the coverage of its pixels, from the left of
// rect: 0 to 255, and at least 1 for any ink at all. f must not keep the row.
func (r *raster) rows(f func(y int, alpha []uint8)) {
	alpha := slices.Grow(r.alpha[:0], r.width)[:r.width]
	r.alpha = alpha
	for y := range r.rect.Dy() {
		cover, between, next := int32(0), uint8(0), 0 // between is the coverage of pixels without an edge, from next on
		for i, crossed := range r.crossed[y*r.stride:][:r.stride] {
			for ; crossed != 0; crossed &= crossed - 1 {
				x := 64*i + bits.TrailingZeros64(crossed)
				fill(alpha[next:x], between)
				sum := r.sums[y*r.width+x]
				cover += sum.cover
				alpha[x], between = alphaOf(cover*2*subpixels-sum.area), alphaOf(cover*2*subpixels)
				next = x + 1
			}
		}
		fill(alpha[next:], between)
		f(r.rect.Min.Y+y, alpha)
	}
}

// fill sets all of a row to one coverage, eight pixels at a time.
func fill(row []uint8, alpha uint8) {
	for ; len(row) >= 8; row = row[8:] {
		binary.LittleEndian.PutUint64(row, uint64(alpha)*0x0101010101010101)
	}
	for i := range row {
		row[i] = alpha
	}
}

// alphaOf converts a coverage, in 1/2 × 1/256 × 1/256 px, to 0…255, rounded up.
func alphaOf(v int32) uint8 {
	const full = 2 * subpixels * subpixels
	v = min(max(v, -v), full) // contours may run either way round
	return uint8((uint32(v)*255 + full - 1) / full)
}
