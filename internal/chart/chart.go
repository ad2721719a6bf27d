// Package chart turns ranked values into the shapes of a chart: bars, whiskers, labels, axes and
// gridlines, each at its position. It neither counts nor draws: internal/figure passes the values
// in, internal/render draws the shapes.
//
// There are four kinds of chart:
//
//   - NewDots: a row a term and a symbol a group (dots.go, dots_row.go, symbol.go, sized in dots_fit.go);
//   - NewBars: horizontal bars from zero, in one panel or in several on one scale (bars.go, sized in fit.go);
//   - NewDiverging: differences to the left and right of a zero line (diverging.go);
//   - NewZones: a picture divided into zones with headings, for a caller to fill with words (zones.go).
//
// Bars and differences share rows, labels, values and axis (plot.go).
//
// Invariants of every chart:
//
//   - all bars have one scale and start at zero, so lengths can be compared across panels;
//   - no two shapes ink the same pixel, so that internal/render can check the finished drawing for overlaps;
//   - a label that is too long is wrapped or shortened; its title holds the whole text.
//
// Positions are in px, or in 1/256 px where a bar has to have its exact length; x grows to the
// right and y downwards.
package chart

import (
	"errors"
	"image"
	"image/color"

	"verbatim/internal/typeface"
)

// ErrNoRoom is returned where the shapes would be too small to read.
var ErrNoRoom = errors.New("there is no room for the bars")

// Style holds the size, fonts and colours of a chart.
type Style struct {
	Size   image.Point     // of the whole picture, px
	Area   image.Rectangle // where the chart may draw, px
	Text   *typeface.Chain // for labels
	Strong *typeface.Chain // for headings and values
	TextPx int             // font height of labels, px; 0 follows the width
	TallPx int             // greatest height of a row, px; 0: a multiple of the font height
	RowPx  int             // least height of a row, px; 0: as low as letters can be read
	Ink    color.NRGBA     // of labels, headings and values
	Quiet  color.NRGBA     // of notes, details and the axis
	Grid   color.NRGBA     // of gridlines, which should be barely visible
}

// Heading names a zone of a picture, or the half of a diverging chart that one of the two groups
// has.
type Heading struct {
	Name string
	Note string // below the name
	Ink  color.NRGBA
}

// Chart is a finished chart: shapes at their positions.
type Chart struct {
	Size    image.Point     // of the whole picture, px
	Area    image.Rectangle // holds all shapes, px
	Shapes  []Shape
	TextPx  int      // font height of labels, px
	Spare   int      // height at the bottom of the area that the chart leaves empty, px
	Unshown []string // labels with characters that no font has; their code points are drawn instead
}

// Shape is one thing to draw, in one ink: a bar, a line of text. Two shapes share no pixel.
// internal/render draws the words of a cloud and the texts around a picture as shapes, too.
type Shape struct {
	Class string // what it is, for style sheets; in a chart bar, whisker, dot, range, label, value, axis, grid, legend or heading
	Ink   color.NRGBA
	Boxes []image.Rectangle // in 1/256 px; they do not overlap
	Lines []Line            // of text
	// Contours are closed polygons in 1/256 px; one that runs the other way is a hole.
	Contours [][]image.Point
	Term     string // the label of the row that the shape belongs to; "" for axes and headings
	Title    string // tooltip; may be empty
}

// Line is one line of text.
type Line struct {
	Outline   *typeface.Outline
	Polylines [][]typeface.Point // its contours, where somebody has flattened them already; nil in a chart
	Size      typeface.Size
	Origin    image.Point // start of the baseline, px
	Upright   bool        // reads upwards: rotated by 90° around the origin; never in a chart
}

// subpixels is the number of units in a pixel. Bars end between pixels, so their boxes are in 1/256
// px.
const subpixels = 256

// box appends a rectangle of whole pixels.
func (c *Chart) box(class string, ink color.NRGBA, px image.Rectangle) {
	c.Shapes = append(c.Shapes, Shape{Class: class, Ink: ink, Boxes: []image.Rectangle{fine(px)}})
}

// fine converts a rectangle from px to 1/256 px.
func fine(px image.Rectangle) image.Rectangle {
	return image.Rectangle{Min: px.Min.Mul(subpixels), Max: px.Max.Mul(subpixels)}
}

// ceil converts a coordinate, 0 or more, from 1/256 px to px, rounded up.
func ceil(v int) int { return (v + subpixels - 1) / subpixels }
