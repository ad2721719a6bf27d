package render

import (
	"image"

	"verbatim/internal/chart"
	"verbatim/internal/typeface"
)

// Marks are what both formats draw: PNG rasterises them, SVG writes their outlines. A line of text
// keeps its outline in 1/32768 em; size, origin and upright say where it lies in the picture:
//
//	upright false                upright true
//
//	origin ●──────▶ advance            ▲ advance
//	          trust                    │ trust, read upwards
//	                            origin ●

// mark is one thing to draw: a word of one or more lines, a text of the frame, a shape of a chart.
// No two marks of a correct picture share a pixel.
type mark struct {
	chart.Shape
	area image.Rectangle // where it may have ink, px; empty for the frame, which is not measured
}

// bounds returns the pixels that a mark may touch, as the smallest rectangle. Shifts round negative
// coordinates down, which division would not: a mark may lie outside the picture.
func (m *mark) bounds() (box image.Rectangle) {
	for _, b := range m.Boxes {
		box = box.Union(image.Rect(b.Min.X>>8, b.Min.Y>>8, (b.Max.X+subpixels-1)>>8, (b.Max.Y+subpixels-1)>>8))
	}
	for _, l := range m.Lines {
		box = box.Union(l.Size.Pixels(l.Outline.Bounds, l.Upright).Add(l.Origin))
	}
	return box
}

// rasterize makes the raster hold the mark, as far as it lies in rect, and nothing else.
func (m *mark) rasterize(r *raster, rect image.Rectangle) {
	r.begin(rect)
	for _, b := range m.Boxes {
		corners := [4]image.Point{b.Min, {X: b.Min.X, Y: b.Max.Y}, b.Max, {X: b.Max.X, Y: b.Min.Y}}
		r.polygon(4, func(i int) image.Point { return corners[i] })
	}
	for _, l := range m.Lines {
		polylines := l.Polylines // flattening takes long, so the layout's are reused
		if polylines == nil {
			polylines = l.Outline.Polylines(l.Size)
		}
		for _, contour := range polylines {
			r.polygon(len(contour), func(i int) image.Point { return position(&l, contour[i]) })
		}
	}
}

// position converts a point of a line's outline to a position in the picture, in 1/256 px. It
// applies size, rotation and origin, in this order.
func position(l *chart.Line, p typeface.Point) image.Point {
	x, y := int(l.Size.Coord(p.X)), int(l.Size.Coord(p.Y))
	if l.Upright {
		x, y = y, -x
	}
	return image.Pt(l.Origin.X*subpixels+x, l.Origin.Y*subpixels+y)
}
