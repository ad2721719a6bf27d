package typeface

// Outline is a shaped text: closed contours, to be filled by the non-zero winding rule. An outline
// is not changed once it is made, so several layouts and drawings may share it.
type Outline struct {
	Text    string  // what was shaped: the text, cleaned (valid UTF-8, NFC, no control characters)
	Advance int32   // where a following text would start, in 1/32768 em
	Bounds  Box     // holds all ink; it is the hull of the control points, tight for TrueType fonts
	Glyphs  []Box   // the ink box of each glyph that has ink, from left to right as drawn
	Fonts   []*Font // the fonts used, in order of first use

	Letters []Letter // the glyphs that have ink, in the order of Glyphs
}

// Letter is a glyph at its position on the line.
type Letter struct {
	*Glyph
	Origin Point
}

// add appends a glyph. A space has no steps and leaves no trace.
func (o *Outline) add(g *Glyph, origin Point) {
	if len(g.Steps) == 0 {
		return
	}
	ink := Box{origin.X + g.ink.X0, origin.Y + g.ink.Y0, origin.X + g.ink.X1, origin.Y + g.ink.Y1}
	o.Letters = append(o.Letters, Letter{g, origin})
	o.Glyphs = append(o.Glyphs, ink)
	o.Bounds = o.Bounds.Union(ink)
}

// tolerance is how far, in 1/256 px, a flattened curve may lie from the true one: 0.08 px cannot be
// seen.
const tolerance = 20

// Polylines flattens the contours to closed polygons (the last point joins the first) that are fine
// enough for all sizes up to the given one: no point of a true curve is further than 0.08 px away.
// Points are in 1/32768 em.
func (o *Outline) Polylines(upTo Size) [][]Point {
	steps := 0
	for _, l := range o.Letters {
		steps += len(l.Steps)
	}
	// One allocation serves all contours, two for a letter; if letters have more, or steps are cut
	// into more than three pieces on average, append makes another.
	all, points := make([][]Point, 0, 2*len(o.Letters)), make([]Point, 0, 3*steps)
	for _, l := range o.Letters {
		points = l.flatten(points, &all, upTo)
	}
	return all
}

// flatten appends the points of the letter to points, and its contours, which are slices of points,
// to all. It drops contours of one or two points, which have no area.
func (l *Letter) flatten(points []Point, all *[][]Point, upTo Size) []Point {
	first := len(points)
	endContour := func() {
		if len(points)-first > 2 {
			*all = append(*all, points[first:len(points):len(points)])
		}
		first = len(points)
	}
	for i := range l.Steps {
		s := l.Steps[i].moved(l.Origin)
		if s.Start {
			endContour()
			points = append(points, s.points[0])
			continue
		}
		points = s.flatten(points, upTo)
	}
	endContour()
	return points
}

// flatten appends the points of a step that starts at the last point of line.
//
// A curve is cut into n pieces of equal parameter, each replaced by its chord. The chords stay
// within d/n² of the curve, d being a quarter (parabola) or three quarters (cubic; an upper bound)
// of the second difference of the control points:
//
//	     p1
//	    ╱  ╲         d = |p0 - 2 p1 + p2| / 4
//	  ╱ ▁▁▁▁ ╲
//	p0 ────── p2
//
// So n is the smallest number with d/n² <= tolerance.
func (s *Step) flatten(line []Point, upTo Size) []Point {
	p := [4]Point{line[len(line)-1], s.points[0], s.points[1], s.points[2]}
	last := p[s.degree]
	var d int64
	for i := 0; i+2 <= s.degree; i++ {
		d = max(d, second(p[i].X, p[i+1].X, p[i+2].X)+second(p[i].Y, p[i+1].Y, p[i+2].Y))
	}
	if s.degree == 3 {
		d *= 3
	}
	d = d * int64(upTo) >> 34 // 32 bits as in Size.Coord, to 1/256 px, and 2 for the quarter
	n := int64(1)
	for n*n*tolerance < d {
		n++
	}
	for k := int64(1); k < n; k++ {
		line = append(line, bezier(&p, s.degree, k, n))
	}
	return append(line, last)
}

// second returns the absolute value of the second difference.
func second(a, b, c int32) int64 {
	d := int64(a) - 2*int64(b) + int64(c)
	return max(d, -d)
}

// bezier evaluates a parabola or a cubic curve at k/n, by the Bernstein polynomials in integers,
// rounded to the nearest unit.
func bezier(p *[4]Point, degree int, k, n int64) Point {
	m := n - k
	weights, whole := [4]int64{m * m, 2 * m * k, k * k}, n*n
	if degree == 3 {
		weights, whole = [4]int64{m * m * m, 3 * m * m * k, 3 * m * k * k, k * k * k}, n*n*n
	}
	var x, y int64
	for i, w := range weights[:degree+1] {
		x += w * int64(p[i].X)
		y += w * int64(p[i].Y)
	}
	return Point{round(x, whole), round(y, whole)}
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
