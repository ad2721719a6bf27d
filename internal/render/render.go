// Package render draws a finished Layout, with its title and caption, as a picture. It places nothing but the text
// in the frame; words stand where the Layout says.
//
// The way of a caller:
//
//	NewPalette ─▶ inks ───────────────┐
//	NewFrame ─▶ Frame.Area ─▶ an engine's Layout ─▶ Picture ─┬─▶ Measure: is the drawing what the layout says?
//	    └──────────── title and caption ─────────────▶───────┴─▶ PNG
//
// Pixels are decided in whole numbers alone (raster.go): the same Picture gives the same pixels on every machine, and
// with the same release of Go, whose compressor it is, the same file.
package render

import (
	"fmt"
	"image"
	"image/color"

	"verbatim/internal/layout"
	"verbatim/internal/typeface"
)

// Picture is all that is in a picture.
type Picture struct {
	Layout     *layout.Layout
	Frame      Frame       // title and caption; the zero Frame has neither
	Background color.NRGBA // alpha 0: transparent
	Alt        string      // description for people who do not see it; may be empty
	DPI        int         // pixels per inch, for print; 0 is 96
}

// text is all that drawing and measuring know of a line, be it a word or part of the frame. It is one line to draw: an outline with its size, place and colour.
type text struct {
	outline *typeface.Outline
	size    typeface.Size
	at      image.Point // start of the baseline, px
	ink     color.NRGBA
	word    int // index in Layout.Words, or -1
}

// texts lists every line of the picture: frame first, then words.
func (p *Picture) texts() ([]text, error) {
	list := append([]text(nil), p.Frame.texts...)
	for i, w := range p.Layout.Words {
		ink, err := ParseColor(w.Color)
		if err != nil {
			return nil, fmt.Errorf("word %q: %w", w.Text, err)
		}
		for _, l := range w.Lines {
			if l.Outline == nil {
				return nil, fmt.Errorf("word %q: the layout has no outlines; it was read from a file", w.Text)
			}
			list = append(list, text{l.Outline, w.Height, image.Pt(l.X, l.Y), ink, i})
		}
	}
	return list, nil
}

// bounds is the whole picture.
func (p *Picture) bounds() image.Rectangle { return image.Rect(0, 0, p.Layout.Width, p.Layout.Height) }
