package render

import (
	"fmt"
	"image"
	"image/color"

	"verbatim/internal/chart"
	"verbatim/internal/typeface"
)

// mark is one thing to draw, in one ink: a word of one or more lines, a line of the frame, a bar. Different marks have no
// pixel in common.
type mark struct {
	ink   color.NRGBA
	area  image.Rectangle   // what it may ink; empty for the frame, which nobody else may
	lines []line            // of text
	boxes []image.Rectangle // in 1/256 px; they do not overlap
	class string            // what it is, for style sheets
	term  string            // the word, or what a bar is of; may be empty
	title string            // what a reader is told of it; may be empty
}

// line is one line of text.
type line struct {
	outline   *typeface.Outline
	polylines [][]typeface.Point // its contours, as the layout has measured them; nil: not yet flattened
	size      typeface.Size
	at        image.Point // start of the baseline, px
	upright   bool        // reads upwards: turned by 90° about the start of the baseline
}

// marks lists what is in the picture: frame first, then the chart, then words.
func (p *Picture) marks() ([]mark, error) {
	list := append([]mark(nil), p.Frame.marks...)
	if p.Chart != nil {
		list = append(list, shapes(p.Chart)...)
	}
	if p.Layout == nil {
		return list, nil
	}
	for _, w := range p.Layout.Words {
		ink, err := ParseColor(w.Color)
		if err != nil {
			return nil, fmt.Errorf("word %q: %w", w.Text, err)
		}
		m := mark{ink: ink, area: p.Layout.Area.Rectangle(), class: "word", term: w.Text, title: w.Title}
		for _, l := range w.Lines {
			if l.Outline == nil {
				return nil, fmt.Errorf("word %q: the layout has no outlines; it was read from a file", w.Text)
			}
			m.lines = append(m.lines, line{l.Outline, l.Polylines, w.Height, image.Pt(l.X, l.Y), w.Rotate == 90})
		}
		list = append(list, m)
	}
	return list, nil
}

// shapes are the marks of a chart.
func shapes(c *chart.Chart) (list []mark) {
	for _, s := range c.Shapes {
		m := mark{ink: s.Ink, area: c.Area, boxes: s.Boxes, class: s.Class, term: s.Term, title: s.Title}
		for _, l := range s.Lines {
			m.lines = append(m.lines, line{outline: l.Outline, size: l.Size, at: l.Origin})
		}
		list = append(list, m)
	}
	return list
}

// bounds are the pixels that a mark may touch.
func (m *mark) bounds() image.Rectangle {
	var box image.Rectangle
	for _, b := range m.boxes {
		box = box.Union(image.Rect(b.Min.X>>8, b.Min.Y>>8, (b.Max.X+one-1)>>8, (b.Max.Y+one-1)>>8))
	}
	for _, l := range m.lines {
		b := l.outline.Bounds
		ink := image.Rect(l.size.Floor(b.X0), l.size.Floor(b.Y0), l.size.Ceil(b.X1), l.size.Ceil(b.Y1))
		if l.upright {
			ink = image.Rect(ink.Min.Y, -ink.Max.X, ink.Max.Y, -ink.Min.X)
		}
		box = box.Union(ink.Add(l.at))
	}
	return box
}

// rasterize fills the raster with the mark.
func (m *mark) rasterize(r *raster) {
	r.begin(m.bounds())
	for _, b := range m.boxes {
		corners := [4]image.Point{b.Min, {X: b.Min.X, Y: b.Max.Y}, b.Max, {X: b.Max.X, Y: b.Min.Y}}
		r.polygon(4, func(i int) image.Point { return corners[i] })
	}
	for _, l := range m.lines {
		polylines := l.polylines
		if polylines == nil {
			polylines = l.outline.Polylines(l.size)
		}
		for _, contour := range polylines {
			r.polygon(len(contour), func(i int) image.Point { return l.place(contour[i]) })
		}
	}
}

// place turns a point of the outline into 1/256 px of the picture.
func (l *line) place(p typeface.Point) image.Point {
	x, y := int(l.size.Coord(p.X)), int(l.size.Coord(p.Y))
	if l.upright {
		x, y = y, -x
	}
	return image.Pt(l.at.X*one+x, l.at.Y*one+y)
}
