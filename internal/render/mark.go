package render

import (
	"image"
	"image/color"

	"verbatim/internal/typeface"
)

// Marks are what both formats draw: PNG rasterises them, SVG writes their outlines. A line of text keeps its outline in
// 1/32768 em; size, origin and upright say where it lies in the picture:
//
//	upright false                upright true
//
//	origin ●──────▶ advance            ▲ advance
//	          trust                    │ trust, read upwards
//	                            origin ●

// mark is one thing to draw, in one ink: a word of one or more lines, a text of the frame, a bar. No two marks of a
// correct picture share a pixel.
type mark struct {
	ink   color.NRGBA
	area  image.Rectangle   // where it may have ink, px; empty for the frame, which is not measured
	lines []line            // of text
	boxes []image.Rectangle // in 1/256 px; they do not overlap
	class string            // what it is, for style sheets
	term  string            // the word, or the label of a bar's row; may be empty
	title string            // tooltip; may be empty
}

// line is one line of text.
type line struct {
	outline   *typeface.Outline
	polylines [][]typeface.Point // the flattened contours, if the layout made them; else nil
	size      typeface.Size
	origin    image.Point // start of the baseline, px
	upright   bool        // reads upwards: rotated by 90° around the origin
}

// bounds returns the pixels that a mark may touch, as the smallest rectangle. Shifts round negative coordinates down, which
// division would not: a mark may lie outside the picture.
func (m *mark) bounds() image.Rectangle {
	var box image.Rectangle
	for _, b := range m.boxes {
		box = box.Union(image.Rect(b.Min.X>>8, b.Min.Y>>8, (b.Max.X+subpixels-1)>>8, (b.Max.Y+subpixels-1)>>8))
	}
	for _, l := range m.lines {
		b := l.outline.Bounds
		ink := image.Rect(l.size.Floor(b.X0), l.size.Floor(b.Y0), l.size.Ceil(b.X1), l.size.Ceil(b.Y1))
		if l.upright {
			ink = image.Rect(ink.Min.Y, -ink.Max.X, ink.Max.Y, -ink.Min.X)
		}
		box = box.Union(ink.Add(l.origin))
	}
	return box
}

// rasterize makes the raster hold the mark and nothing else.
func (m *mark) rasterize(r *raster) {
	r.begin(m.bounds())
	for _, b := range m.boxes {
		corners := [4]image.Point{b.Min, {X: b.Min.X, Y: b.Max.Y}, b.Max, {X: b.Max.X, Y: b.Min.Y}}
		r.polygon(4, func(i int) image.Point { return corners[i] })
	}
	for _, l := range m.lines {
		polylines := l.polylines // flattening takes long, so the layout's are reused
		if polylines == nil {
			polylines = l.outline.Polylines(l.size)
		}
		for _, contour := range polylines {
			r.polygon(len(contour), func(i int) image.Point { return l.position(contour[i]) })
		}
	}
}

// position applies size, rotation and origin, in this order. It converts a point of the outline to a position in the picture, in 1/256 px.
func (l *line) position(p typeface.Point) image.Point {
	x, y := int(l.size.Coord(p.X)), int(l.size.Coord(p.Y))
	if l.upright {
		x, y = y, -x
	}
	return image.Pt(l.origin.X*subpixels+x, l.origin.Y*subpixels+y)
}
