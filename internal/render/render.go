// Package render draws a finished Layout or Chart, with its title and caption, as a picture. It places nothing but the
// text in the frame; words stand where the Layout says, bars where the Chart does.
//
// The way of a caller:
//
//	NewPalette ─▶ inks ───────────────┐
//	NewFrame ─▶ Frame.Area ─▶ Layout or Chart ────▶ Picture ─▶ Draw: the pixels, and what they are found to be ─┬─▶ PNG
//	    └──────────── title and caption ─────────────▶───────┘                                                  └─▶ SVG
//
// Both are made of the same marks (mark.go). Kinds of files are listed in one table (format.go). Pixels are decided in whole numbers alone (raster.go): the same Picture gives
// the same pixels on every machine, and with the same release of Go, whose compressor it is, the same file.
package render

import (
	"image"
	"image/color"

	"verbatim/internal/chart"
	"verbatim/internal/layout"
)

// Picture is all that is in a picture.
type Picture struct {
	Layout     *layout.Layout // words in their places; may be nil where there is a Chart
	Chart      *chart.Chart   // bars, or the zones that words stand in; may be nil
	Frame      Frame          // title and caption; the zero Frame has neither
	Background color.NRGBA    // alpha 0: transparent
	Alt        string         // description for people who do not see it; may be empty
	DPI        int            // pixels per inch, for print; 0 is 96
	ID         string         // begins every id in an SVG, so that several can stand in one page
}

// bounds is the whole picture.
func (p *Picture) bounds() image.Rectangle {
	if p.Layout == nil {
		return image.Rectangle{Max: p.Chart.Size}
	}
	return image.Rect(0, 0, p.Layout.Width, p.Layout.Height)
}
