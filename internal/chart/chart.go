// Package chart turns ranked values into the shapes of a chart: bars, whiskers, labels, an axis and gridlines, each in its
// place. It draws nothing and counts nothing.
//
// There are three kinds:
//
//   - NewBars: horizontal bars from zero, in one panel or in several on one scale (bars.go);
//   - NewDiverging: differences to the left and right of a zero line (diverging.go);
//   - NewZones: a picture cut into zones with headings, for words to be placed in (zones.go).
//
// What every chart keeps: all bars have one scale and start at zero; no shape inks what another does, so that a drawing
// can be checked for overlaps; a label that is too long is wrapped or shortened, and its title says the whole.
package chart

import (
	"errors"
	"image"
	"image/color"
	"slices"

	"verbatim/internal/typeface"
)

// ErrNoRoom is returned where the shapes would be too small to be read.
var ErrNoRoom = errors.New("there is no room for the bars")

// Style is what all charts are drawn with.
type Style struct {
	Size   image.Point     // of the whole picture, px
	Area   image.Rectangle // what the chart may ink, px
	Text   *typeface.Chain // labels
	Strong *typeface.Chain // headings and values
	Ink    color.NRGBA     // labels, headings and values
	Quiet  color.NRGBA     // what is beside them, the axis
	Grid   color.NRGBA     // gridlines: barely to be seen
}

// Chart is shapes in their places.
type Chart struct {
	Size    image.Point     // of the whole picture, px
	Area    image.Rectangle // holds all shapes
	Shapes  []Shape
	TextPx  int      // font height of labels
	Spare   int      // px at the bottom of the area that the chart leaves empty
	Unshown []string // labels with characters that no font has; their codes stand in their place
}

// Shape is one thing to draw, in one ink. Different shapes have no pixel in common.
type Shape struct {
	Class string // bar, whisker, label, value, axis, grid, heading: for style sheets
	Ink   color.NRGBA
	Boxes []image.Rectangle // in 1/256 px; they do not overlap
	Lines []Line            // of text
	Term  string            // what the shape is of; "" for an axis
	Title string            // what a reader is told of it; may be empty
}

// Line is one line of text; it starts at a point of the baseline, in px.
type Line struct {
	Outline *typeface.Outline
	Size    typeface.Size
	At      image.Point
}

// one is a pixel in 1/256 px.
const one = 256

// box adds a rectangle of whole pixels.
func (c *Chart) box(class string, ink color.NRGBA, r image.Rectangle) {
	c.Shapes = append(c.Shapes, Shape{Class: class, Ink: ink, Boxes: []image.Rectangle{fine(r)}})
}

// gridline draws a vertical line where nothing is in its way.
func (c *Chart) gridline(ink color.NRGBA, line image.Rectangle, blocked []image.Rectangle) {
	s := Shape{Class: "grid", Ink: ink}
	for _, part := range free(line, slices.Clone(blocked)) {
		s.Boxes = append(s.Boxes, fine(part))
	}
	if len(s.Boxes) > 0 {
		c.Shapes = append(c.Shapes, s)
	}
}

// fine is a rectangle of whole pixels in 1/256 px.
func fine(r image.Rectangle) image.Rectangle {
	return image.Rectangle{Min: r.Min.Mul(one), Max: r.Max.Mul(one)}
}
