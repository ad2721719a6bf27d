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
// Both formats are made of the same marks (mark.go). The formats are listed in one table
// (format.go). Pixels are computed in integers only (raster.go), so the same Picture gives the same
// pixels on every machine. It gives the same PNG file with the same release of Go, whose compressor
// it uses.
package render

import (
	"fmt"
	"image"
	"image/color"

	"verbatim/internal/chart"
	"verbatim/internal/layout"
)

// Picture is all that a picture shows. It needs a Layout, a Chart, or both.
type Picture struct {
	Layout     *layout.Layout // words at their positions; may be nil where there is a Chart
	Chart      *chart.Chart   // bars, or the zones that words stand in; may be nil
	Frame      Frame          // title, legend, key and caption; the zero Frame has none
	Background color.NRGBA    // alpha 0: transparent
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
