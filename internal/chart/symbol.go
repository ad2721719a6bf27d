package chart

import (
	"image"
	"math"
)

// A symbol stands for a group in a dot plot. Its shape says which group, so that a reader without
// colour vision, and a print in grey, can tell the groups apart:
//
//	○ first   □ second   △ third   ◇ fourth   ▽ fifth   ✚ sixth

// MostSymbols is how many groups have a symbol of their own.
const MostSymbols = 6

// corners are the outlines of the symbols, in radii, clockwise on the screen. They have about the
// same area, so that none looks heavier than the others. The first is a circle.
var corners = [MostSymbols][][2]float64{
	circle(40),
	{{-0.87, -0.87}, {0.87, -0.87}, {0.87, 0.87}, {-0.87, 0.87}},
	{{0, -1.22}, {1.18, 0.82}, {-1.18, 0.82}},
	{{0, -1.22}, {1.22, 0}, {0, 1.22}, {-1.22, 0}},
	{{-1.18, -0.82}, {1.18, -0.82}, {0, 1.22}},
	{{-0.38, -1.1}, {0.38, -1.1}, {0.38, -0.38}, {1.1, -0.38}, {1.1, 0.38}, {0.38, 0.38}, {0.38, 1.1}, {-0.38, 1.1}, {-0.38, 0.38}, {-1.1, 0.38}, {-1.1, -0.38}, {-0.38, -0.38}},
}

// circle is a polygon of n corners that shows as a circle.
func circle(n int) (points [][2]float64) {
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		points = append(points, [2]float64{cos, sin})
	}
	return points
}

// symbol is one symbol at its place.
type symbol struct {
	shape  int // index of corners
	centre image.Point
	radius float64 // px
	stroke float64 // px, of the outline; 0 is a filled symbol
}

// contours are the outlines of a symbol, in 1/256 px: one of a filled symbol; of a hollow one a
// second, half a stroke further in than the outline, that runs the other way and so is a hole.
func (s symbol) contours() [][]image.Point {
	outer := s.contour(-s.stroke / 2)
	if s.stroke == 0 {
		return [][]image.Point{outer}
	}
	inner := s.contour(s.stroke / 2)
	for i, j := 0, len(inner)-1; i < j; i, j = i+1, j-1 {
		inner[i], inner[j] = inner[j], inner[i]
	}
	return [][]image.Point{outer, inner}
}

// contour is the outline moved inwards by a distance, in px. Each corner moves along the middle of
// the normals of its two sides, so far that both sides move by the distance:
//
//	────────●          n and m are the unit normals, which point inwards
//	   ↓n  ╱│          the corner moves by distance × (n + m) / (1 + n·m)
//	──────● │
//	      │←│m
func (s symbol) contour(inwards float64) (points []image.Point) {
	list := corners[s.shape]
	for i, p := range list {
		n, m := normal(list[(i+len(list)-1)%len(list)], p), normal(p, list[(i+1)%len(list)])
		by := inwards / (1 + n[0]*m[0] + n[1]*m[1])
		points = append(points, image.Pt(
			s.centre.X*subpixels+sixteenths(p[0]*s.radius+by*(n[0]+m[0])),
			s.centre.Y*subpixels+sixteenths(p[1]*s.radius+by*(n[1]+m[1]))))
	}
	return points
}

// normal is the unit normal of a side, to the right of its direction: inwards on the screen.
func normal(from, to [2]float64) [2]float64 {
	x, y := to[0]-from[0], to[1]-from[1]
	length := math.Hypot(x, y)
	return [2]float64{-y / length, x / length}
}

// sixteenths converts px to 1/256 px, in steps of 1/16 px, which is finer than anybody sees and
// short in a file.
func sixteenths(px float64) int { return int(math.Round(px*16)) * (subpixels / 16) }

// bounds are the pixels that the symbol may touch.
func (s symbol) bounds() (box image.Rectangle) {
	return bounds(s.contours()[0])
}

// bounds are the pixels that a contour, in 1/256 px, may touch.
func bounds(contour []image.Point) (box image.Rectangle) {
	box = image.Rectangle{Min: contour[0], Max: contour[0]}
	for _, p := range contour {
		box.Min.X, box.Min.Y = min(box.Min.X, p.X), min(box.Min.Y, p.Y)
		box.Max.X, box.Max.Y = max(box.Max.X, p.X), max(box.Max.Y, p.Y)
	}
	return image.Rect(box.Min.X>>8, box.Min.Y>>8, (box.Max.X+subpixels-1)>>8, (box.Max.Y+subpixels-1)>>8)
}

// span are the pixels, from left to right, that the symbol touches between two heights in px; empty
// where it touches none.
func (s symbol) span(top, bottom int) (left, right int) {
	contour := s.contours()[0]
	low, high := math.MaxInt, math.MinInt
	reach := func(x int) { low, high = min(low, x), max(high, x) }
	for i, a := range contour {
		b := contour[(i+1)%len(contour)]
		if a.Y > b.Y {
			a, b = b, a
		}
		if b.Y < top*subpixels || a.Y > bottom*subpixels {
			continue
		}
		for _, y := range [2]int{max(a.Y, top*subpixels), min(b.Y, bottom*subpixels)} {
			if a.Y == b.Y {
				reach(a.X)
				reach(b.X)
				continue
			}
			reach(a.X + (b.X-a.X)*(y-a.Y)/(b.Y-a.Y))
		}
	}
	if low > high {
		return 0, 0
	}
	return low >> 8, (high + subpixels) >> 8
}
