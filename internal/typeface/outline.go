package typeface

import (
	"iter"
	"slices"
)

// Outline is a shaped text: closed contours to be filled by the non-zero winding rule.
type Outline struct {
	Text    string  // what was shaped: the text, cleaned (valid UTF-8, NFC, no control characters)
	Advance int32   // where a following text would start, in 1/32768 em
	Bounds  Box     // holds all ink; it is the hull of the control points, tight for TrueType fonts
	Glyphs  []Box   // the ink box of each glyph that has ink, from left to right as drawn
	Fonts   []*Font // the fonts used, in order of first use

	letters []letter // those that have ink, in the order of Glyphs
}

// letter is a glyph in its place on the line.
type letter struct {
	*Glyph
	at Point
}

// Letters lists the glyphs that have ink, each with its place on the line, from left to right as drawn.
func (o *Outline) Letters() iter.Seq2[*Glyph, Point] {
	return func(yield func(*Glyph, Point) bool) {
		for _, l := range o.letters {
			if !yield(l.Glyph, l.at) {
				return
			}
		}
	}
}

func (o *Outline) use(f *Font) {
	if !slices.Contains(o.Fonts, f) {
		o.Fonts = append(o.Fonts, f)
	}
}

// add appends a glyph whose origin is at the given point; spaces leave no trace.
func (o *Outline) add(g *Glyph, at Point) {
	if len(g.segments) == 0 {
		return
	}
	ink := Box{at.X + g.ink.X0, at.Y + g.ink.Y0, at.X + g.ink.X1, at.Y + g.ink.Y1}
	o.letters = append(o.letters, letter{g, at})
	o.Glyphs = append(o.Glyphs, ink)
	o.Bounds = o.Bounds.Union(ink)
}

// tolerance is how far, in 1/256 px, a flattened curve may lie from the true one: 0.08 px cannot be seen.
const tolerance = 20

// Polylines returns the contours as closed polygons (the last point joins the first), fine enough for sizes up to
// the given one: no point of a true curve is further than 0.08 px away.
func (o *Outline) Polylines(upTo Size) [][]Point {
	contours, steps := 0, 0
	for _, l := range o.letters {
		steps += len(l.segments)
		for i := range l.segments {
			if l.segments[i].start {
				contours++
			}
		}
	}
	// Room for all in one piece; where curves are cut finer, append makes more.
	all, points := make([][]Point, 0, contours), make([]Point, 0, 2*steps)
	for _, l := range o.letters {
		points = l.flatten(points, &all, upTo)
	}
	return all
}

// flatten appends the letter's points to points, and to all the contours, which are parts of it.
func (l *letter) flatten(points []Point, all *[][]Point, upTo Size) []Point {
	first := len(points)
	end := func() {
		if len(points)-first > 2 {
			*all = append(*all, points[first:len(points):len(points)])
		}
		first = len(points)
	}
	for i := range l.segments {
		s := l.segments[i].moved(l.at)
		if s.start {
			end()
			points = append(points, s.points[0])
			continue
		}
		points = s.flatten(points, upTo)
	}
	end()
	return points
}

// flatten appends the points of a step that starts at the end of line.
//
// A curve cut into n equal pieces leaves its chords by at most d/n², d being a quarter (parabola) or three
// quarters (cubic, a bound) of the second difference of its control points:
//
//	     p1
//	    ╱  ╲         d = |p0 - 2 p1 + p2| / 4
//	  ╱ ▁▁▁▁ ╲
//	p0 ────── p2
func (s segment) flatten(line []Point, upTo Size) []Point {
	p := [4]Point{line[len(line)-1], s.points[0], s.points[1], s.points[2]}
	last := p[s.n]
	var d int64
	for i := 0; i+2 <= s.n; i++ {
		d = max(d, second(p[i].X, p[i+1].X, p[i+2].X)+second(p[i].Y, p[i+1].Y, p[i+2].Y))
	}
	if s.n == 3 {
		d *= 3
	}
	d = d * int64(upTo) >> 34
	n := int64(1)
	for n*n*tolerance < d {
		n++
	}
	for k := int64(1); k < n; k++ {
		line = append(line, bezier(&p, s.n, k, n))
	}
	return append(line, last)
}

// second is the size of the second difference.
func second(a, b, c int32) int64 {
	d := int64(a) - 2*int64(b) + int64(c)
	return max(d, -d)
}

// bezier evaluates a parabola or a cubic curve at k/n in integers, rounded to the nearest unit.
func bezier(p *[4]Point, degree int, k, n int64) Point {
	m := n - k
	if degree == 2 {
		a, b, c, whole := m*m, 2*m*k, k*k, n*n
		return Point{
			round(a*int64(p[0].X)+b*int64(p[1].X)+c*int64(p[2].X), whole),
			round(a*int64(p[0].Y)+b*int64(p[1].Y)+c*int64(p[2].Y), whole),
		}
	}
	a, b, c, d, whole := m*m*m, 3*m*m*k, 3*m*k*k, k*k*k, n*n*n
	return Point{
		round(a*int64(p[0].X)+b*int64(p[1].X)+c*int64(p[2].X)+d*int64(p[3].X), whole),
		round(a*int64(p[0].Y)+b*int64(p[1].Y)+c*int64(p[2].Y)+d*int64(p[3].Y), whole),
	}
}

// round divides, rounding half up; the divisor is positive.
func round(a, b int64) int32 {
	q, r := a/b, a%b
	if r < 0 {
		q, r = q-1, r+b
	}
	if 2*r >= b {
		q++
	}
	return int32(q)
}
