// Package render draws a finished Layout, with its title and caption, as a picture. It places nothing but the text
// in the frame; words stand where the Layout says.
//
// The way of a caller:
//
//	NewPalette ─▶ inks ───────────────┐
//	NewFrame ─▶ Frame.Area ─▶ an engine's Layout ─▶ Picture ─┬─▶ Draw: the pixels, and what they are found to be ─▶ PNG
//	    └──────────── title and caption ─────────────▶───────┴─▶ SVG
//
// Both are made of the same marks (mark.go). Pixels are decided in whole numbers alone (raster.go): the same Picture gives
// the same pixels on every machine, and with the same release of Go, whose compressor it is, the same file.
package render

import (
	"image"
	"image/color"

	"verbatim/internal/layout"
)

// Picture is all that is in a picture.
type Picture struct {
	Layout     *layout.Layout
	Frame      Frame       // title and caption; the zero Frame has neither
	Background color.NRGBA // alpha 0: transparent
	Alt        string      // description for people who do not see it; may be empty
	DPI        int         // pixels per inch, for print; 0 is 96
	ID         string      // begins every id in an SVG, so that several can stand in one page
}

// bounds is the whole picture.
func (p *Picture) bounds() image.Rectangle { return image.Rect(0, 0, p.Layout.Width, p.Layout.Height) }
