package render

import (
	"image"

	"verbatim/internal/typeface"
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

// stencil is the coverage of one line of text: 0 to 255 for each pixel of a rectangle.
type stencil struct {
	rect  image.Rectangle
	alpha []uint8 // row by row
}

// each calls f for every pixel with ink.
func (s *stencil) each(f func(x, y int, alpha uint8)) {
	width := s.rect.Dx()
	for i, a := range s.alpha {
		if a != 0 {
			f(s.rect.Min.X+i%width, s.rect.Min.Y+i/width, a)
		}
	}
}

// raster gathers the edges of an outline.
type raster struct {
	rect        image.Rectangle
	width       int
	cover, area []int32
}

// rasterize draws an outline whose baseline starts at the whole pixel given.
func rasterize(o *typeface.Outline, size typeface.Size, at image.Point) *stencil {
	b := o.Bounds
	rect := image.Rect(size.Floor(b.X0), size.Floor(b.Y0), size.Ceil(b.X1), size.Ceil(b.Y1))
	n := rect.Dx() * rect.Dy()
	r := &raster{rect: rect, width: rect.Dx(), cover: make([]int32, n), area: make([]int32, n)}
	for _, line := range o.Polylines(size) {
		from := r.point(line[len(line)-1], size)
		for _, p := range line {
			to := r.point(p, size)
			r.edge(from, to)
			from = to
		}
	}
	return &stencil{rect: rect.Add(at), alpha: r.coverage()}
}

// point scales a point and makes it relative to the raster.
func (r *raster) point(p typeface.Point, size typeface.Size) image.Point {
	return image.Pt(int(size.Coord(p.X))-r.rect.Min.X*one, int(size.Coord(p.Y))-r.rect.Min.Y*one)
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

// coverage sums up the rows. A full pixel is 2 × 256 × 256; any ink at all is at least 1 of 255.
func (r *raster) coverage() []uint8 {
	const full = 2 * one * one
	alpha := make([]uint8, len(r.cover))
	sum := int32(0)
	for i := range alpha {
		if i%r.width == 0 {
			sum = 0
		}
		sum += r.cover[i]
		v := sum*2*one - r.area[i]
		v = min(max(v, -v), full)
		alpha[i] = uint8((int64(v)*255 + full - 1) / full)
	}
	return alpha
}
