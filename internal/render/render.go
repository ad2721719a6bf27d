// Package render draws a finished Layout or Chart, with a title and a caption, as a picture. It
// positions only the texts of the frame; words stay where the Layout put them, bars where the Chart
// did.
//
// How a caller uses it:
//
//	NewPalette ─▶ inks ───────────────┐
//	NewFrame ─▶ Frame.Area ─▶ Layout or Chart ─▶ Picture ─▶ Draw ─▶ Drawing: pixels, and measurements ─┬─▶ PNG
//	    └──────────── title and caption ───────────▶┘                                                  └─▶ SVG
//
// Both formats are made of the same marks. The formats are listed in one table
// (format.go). Pixels are computed in integers only (raster.go), so the same Picture gives the same
// pixels on every machine. It gives the same PNG file, too; one without a palette with the same release
// of Go, whose compressor it uses.
package render

import (
	"fmt"
	"image"
	"image/color"

	"verbatim/internal/chart"
	"verbatim/internal/layout"
	"verbatim/internal/typeface"
)

// Picture is all that a picture shows. It needs a Layout, a Chart, or both.
type Picture struct {
	Layout     *layout.Layout // words at their positions; may be nil where there is a Chart
	Chart      *chart.Chart   // bars, or the zones that words stand in; may be nil
	Frame      Frame          // title, legend, key and caption; the zero Frame has none
	Background color.NRGBA    // alpha 0: transparent
	Language   string         // code of that of all texts but words; "" is not known
	Words      string         // code of that of words and labels
	Alt        string         // description for people who cannot see the picture; may be empty
	DPI        int            // pixels per inch, for print; 0 is 96
	ID         string         // prefix of every id in an SVG, so that several can be part of one page
}

// bounds returns the whole picture, in px.
func (p *Picture) bounds() image.Rectangle {
	if p.Layout == nil {
		return image.Rectangle{Max: p.Chart.Size}
	}
	return image.Rect(0, 0, p.Layout.Width, p.Layout.Height)
}

// marks lists what is in the picture: the frame first, then the chart, then the words. The error is
// a layout that cannot be drawn.
func (p *Picture) marks() ([]mark, error) {
	list := append([]mark(nil), p.Frame.marks...)
	if p.Chart != nil {
		for _, s := range p.Chart.Shapes {
			list = append(list, mark{s, p.Chart.Area})
		}
	}
	if p.Layout == nil {
		return list, nil
	}
	// A word is one mark even where it has several lines, since lines of one word may touch.
	for _, w := range p.Layout.Words {
		ink, err := ParseColor(w.Color)
		if err != nil {
			return nil, fmt.Errorf("word %q: %w", w.Text, err)
		}
		m := mark{chart.Shape{Ink: ink, Class: "word", Term: w.Text, Title: w.Title}, p.Layout.Area.Rectangle()}
		for _, l := range w.Lines {
			if l.Outline == nil {
				return nil, fmt.Errorf("word %q: the layout has no outlines; it was read from a file", w.Text)
			}
			m.Lines = append(m.Lines, chart.Line{Outline: l.Outline, Polylines: l.Polylines, Size: w.Height, Origin: image.Pt(l.X, l.Y), Upright: w.Rotate == 90})
		}
		list = append(list, m)
	}
	return list, nil
}

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

// move moves a mark by whole pixels.
func (m *mark) move(by image.Point) {
	for i, b := range m.Boxes {
		m.Boxes[i] = b.Add(by.Mul(subpixels))
	}
	for i := range m.Lines {
		m.Lines[i].Origin = m.Lines[i].Origin.Add(by)
	}
}

// bounds returns the pixels that a mark may touch, as the smallest rectangle. Shifts round negative
// coordinates down, which division would not: a mark may lie outside the picture.
func (m *mark) bounds() (box image.Rectangle) {
	for _, b := range m.Boxes {
		box = box.Union(image.Rect(b.Min.X>>8, b.Min.Y>>8, (b.Max.X+subpixels-1)>>8, (b.Max.Y+subpixels-1)>>8))
	}
	for _, contour := range m.Contours {
		for _, p := range contour {
			box = box.Union(image.Rect(p.X>>8, p.Y>>8, p.X>>8+1, p.Y>>8+1))
		}
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
	for _, contour := range m.Contours {
		r.polygon(len(contour), func(i int) image.Point { return contour[i] })
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
