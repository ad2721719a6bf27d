package render

import (
	"image"
)

// The rasteriser computes, for each pixel, the exact share of it that an outline covers, in whole numbers, so that
// a picture is the same on every machine. (golang.org/x/image/vector turns to floating point above 512 px.)
//
// All coordinates are in 1/256 px. Each edge is cut at the pixel borders. A piece that runs down by dy inside one
// pixel, at a mean distance f from the pixel's left side, tells the pixels of its row how much lies to its right:
//
//	     x      x+1     x+2
//	     ├──f─╲──┼───────┼──      pixel x   gains dy × (256 - f)
//	     │     ╲▒│▒▒▒▒▒▒▒│▒▒      all pixels right of it gain dy × 256
//	     │      ╲│▒▒▒▒▒▒▒│▒▒
//	     ├───────┼───────┼──      pieces that run up take away
//
// So two numbers per pixel suffice: cover, the sum of dy, and area, the sum of dy × 2f; a running sum along the row
// gives the coverage. Contours of the same direction that overlap add up to more than 1 and are cut there, which is
// the non-zero winding rule.

// one is a pixel in 1/256 px.
const one = 256

// raster gathers the edges of one mark at a time; its memory is used again for the next.
type raster struct {
	rect        image.Rectangle // the pixels that the mark may touch
	width       int
	cover, area []int32
	alpha       []uint8 // one row of coverage
}

// begin makes room for a mark within the rectangle.
func (r *raster) begin(rect image.Rectangle) {
	n := rect.Dx() * rect.Dy()
	if cap(r.cover) < n {
		r.cover, r.area = make([]int32, n), make([]int32, n)
	}
	r.rect, r.width = rect, rect.Dx()
	r.cover, r.area = r.cover[:n], r.area[:n]
	clear(r.cover)
	clear(r.area)
}

// polygon adds a closed line of points in 1/256 px of the picture.
func (r *raster) polygon(n int, point func(i int) image.Point) {
	corner := r.rect.Min.Mul(one)
	from := point(n - 1).Sub(corner)
	for i := range n {
		to := point(i).Sub(corner)
		r.edge(from, to)
		from = to
	}
}

// edge cuts a line at the borders of pixel rows. Every cut is computed from the whole line, so that the pieces meet.
func (r *raster) edge(a, b image.Point) {
	if a.Y == b.Y {
		return
	}
	up := a.Y > b.Y
	if up {
		a, b = b, a
	}
	from := a
	for y := a.Y/one + 1; ; y++ {
		to := b
		if border := y * one; border < b.Y {
			to = image.Pt(a.X+along(b.X-a.X, border-a.Y, b.Y-a.Y), border)
		}
		r.row(from, to, up)
		if to == b {
			return
		}
		from = to
	}
}

// row cuts a piece that lies in one row of pixels at the borders of columns.
func (r *raster) row(a, b image.Point, up bool) {
	left, right := a, b
	if left.X > right.X {
		left, right = right, left
	}
	y := a.Y / one
	from := left
	for x := left.X/one + 1; ; x++ {
		to := right
		if border := x * one; border < right.X {
			to = image.Pt(border, left.Y+along(right.Y-left.Y, border-left.X, right.X-left.X))
		}
		dy := to.Y - from.Y
		if (a.X > b.X) != up { // running left reverses the piece, running up the line
			dy = -dy
		}
		r.piece(x-1, y, dy, from.X+to.X-2*(x-1)*one)
		if to == right {
			return
		}
		from = to
	}
}

// piece notes what lies inside one pixel: dy down, at f2 / 2 from its left side.
func (r *raster) piece(x, y, dy, f2 int) {
	if dy == 0 {
		return
	}
	if x >= r.width { // on the right border of the raster: there is nothing to its right
		return
	}
	i := y*r.width + x
	r.cover[i] += int32(dy)
	r.area[i] += int32(dy * f2)
}

// along returns d × part / whole, rounded down; whole is positive.
func along(d, part, whole int) int {
	p := int64(d) * int64(part)
	q := p / int64(whole)
	if p%int64(whole) < 0 {
		q--
	}
	return int(q)
}

// rows sums up the edges and calls f for each row: its coverage, 0 to 255 for each pixel from the left of the
// rectangle. A full pixel is 2 × 256 × 256; any ink at all is at least 1 of 255. The row is not to be kept.
func (r *raster) rows(f func(y int, alpha []uint8)) {
	if cap(r.alpha) < r.width {
		r.alpha = make([]uint8, r.width)
	}
	alpha := r.alpha[:r.width]
	for y := range r.rect.Dy() {
		cover, area := r.cover[y*r.width:][:r.width], r.area[y*r.width:][:r.width]
		sum, same := int32(0), uint8(0) // same is the coverage between edges
		for x := range alpha {
			if cover[x]|area[x] == 0 {
				alpha[x] = same
				continue
			}
			sum += cover[x]
			alpha[x], same = alphaOf(sum*2*one-area[x]), alphaOf(sum*2*one)
		}
		f(r.rect.Min.Y+y, alpha)
	}
}

// alphaOf is the coverage, of 255, that a sum comes to.
func alphaOf(v int32) uint8 {
	const full = 2 * one * one
	v = min(max(v, -v), full)
	return uint8((uint32(v)*255 + full - 1) / full)
}
