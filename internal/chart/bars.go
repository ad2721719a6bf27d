package chart

import (
	"image"
	"image/color"

	"verbatim/internal/typeface"
)

// BarSpec is what a bar chart shows: the same rows in each panel, on one scale.
type BarSpec struct {
	Style
	Rows   []Row     // from top to bottom
	Panels []Panel   // one, or one per group
	Heads  [2]string // of the columns of Strong and Quiet, in a single panel; may be empty
}

// Row names one bar in every panel.
type Row struct {
	Label string
	Title string // tooltip of the label; may be empty
}

// Panel holds one group's bars.
type Panel struct {
	Name string // heading; may be empty, in a single panel
	Note string // below the name
	Bars []Bar  // one per row
}

// Bar is one value.
type Bar struct {
	Value  float64  // 0 or more
	Low    *float64 // lower end of the interval; nil: no interval
	High   *float64 // upper end of the interval; nil as Low is
	Strong string   // text of the value: "40%"
	Quiet  string   // text of the count: "19"
	Title  string   // tooltip
	Ink    color.NRGBA
	Light  color.NRGBA // of a bar with an interval, whose line has to be seen on it
}

// extent returns the largest value that the bar or its interval reaches.
func (b *Bar) extent() float64 {
	if b.High != nil {
		return max(b.Value, *b.High)
	}
	return b.Value
}

// barChart is a bar chart while it is made. A single panel has its counts in a column at the right
// edge of the area. There is no axis, which would repeat the numbers:
//
//	                                         people    head
//	openness  ┃██████████████████████ 30%        14
//	trust     ┃██████████████ 20%                 9
//	labels    ↑ zero                  value   count
//
// Several panels stand side by side in one or more bands; each band has the labels of the rows on its
// left, and counts follow the values:
//
//	          North 23           South 24
//	openness  ┃██████ 30% 7      ┃███ 15% 4
//	trust     ┃████ 20% 5        ┃██████ 30% 7
//
// Intervals are lines, past which a value behind its bar would move about; so in a single panel the
// values have a column, too.
type barChart struct {
	plot
	spec       *BarSpec
	values     [][][2]*typeface.Outline // value and count, by panel and row
	labels     [][]*typeface.Outline    // the lines of each row's label
	labelWidth int                      // of the widest label, with the gap after it, px
	columns    [2]int                   // widths of the columns of values and of counts, px; 0 where they follow the bar
	perBand    int                      // panels side by side
	minBar     int                      // the longest bar has at least 1/minBar of a panel's width
	bandGap    int                      // space between bands, px
}

// NewBars lays out a bar chart. A spec without rows or panels gives a chart without shapes. The
// error is ErrNoRoom.
func NewBars(s BarSpec) (*Chart, error) {
	c := &barChart{plot: newPlot(s.Style), spec: &s}
	if len(s.Panels) == 0 || len(s.Rows) == 0 {
		return &c.Chart, nil
	}
	if !c.arrange() {
		return nil, ErrNoRoom
	}
	for i := range s.Panels {
		c.panel(i)
	}
	return &c.Chart, nil
}

// single reports whether there is one panel, of all people.
func (c *barChart) single() bool { return c.spec.Panels[0].Name == "" }

// panel lays out the heading and the bars of one group.
func (c *barChart) panel(n int) {
	p := &c.spec.Panels[n]
	pitch, width := c.panelWidth()
	column, band := n%c.perBand, n/c.perBand
	left, y := c.Area.Min.X+c.labelWidth+column*pitch, c.Area.Min.Y+band*(c.bandHeight()+c.bandGap)
	c.axis.zero = left // the scale stays that of all panels
	if c.single() {
		c.writeHeads(y + c.tick.px)
	}
	c.writeHeading(p, image.Pt(left, y), width)
	top := y + c.head
	for i, row := range c.spec.Rows {
		middle := top + c.rowHeight*i + c.rowHeight/2
		if column == 0 {
			c.writeName(c.labels[i], middle, row)
		}
		c.bar(&p.Bars[i], row.Label, c.values[n][i], middle)
	}
	c.writeAxis(top, y+c.bandHeight())
}

// writeHeads writes the heads of the columns, flush right, on a baseline.
func (c *barChart) writeHeads(baseline int) {
	right := c.Area.Max.X
	for i := 1; i >= 0; i-- {
		if c.columns[i] > 0 {
			o := c.tick.oneLine(c.spec.Heads[i], c.Area.Dx()/2)
			c.write(c.tick, o, right-c.tick.width(o), baseline, "", "")
		}
		right -= c.columns[i]
	}
}

// writeHeading writes the name and the note of a panel, its top left corner given.
func (c *barChart) writeHeading(p *Panel, corner image.Point, width int) {
	name, baseline := c.heading.oneLine(p.Name, width), corner.Y+c.heading.px
	if name == nil {
		return // setRows reserves no room for a note without a name
	}
	c.write(c.heading, name, corner.X, baseline, "", p.Name)
	c.write(c.note, c.note.oneLine(p.Note, width), corner.X, baseline+c.note.pitch(), "", "")
}

// writeName writes the lines of a label at the left edge, centred on the middle of a row.
func (c *barChart) writeName(lines []*typeface.Outline, middle int, row Row) {
	if len(lines) == 0 {
		return // nothing of the label is visible
	}
	shape := Shape{Class: c.label.class, Ink: c.label.ink, Term: row.Label, Title: row.Title}
	first := middle - (len(lines)-1)*c.label.pitch()/2
	for i, o := range lines {
		shape.Lines = append(shape.Lines, c.label.line(o, c.Area.Min.X, c.label.baseline(first+i*c.label.pitch())))
	}
	c.Shapes = append(c.Shapes, shape)
}

// bar lays out a bar with its interval and its texts. A value of zero has no bar, but keeps its texts.
func (c *barChart) bar(b *Bar, term string, texts [2]*typeface.Outline, middle int) {
	box := c.barBox(b.Value, middle)
	ink, boxes, end := b.Ink, []image.Rectangle{box}, ceil(box.Max.X)
	if b.Low != nil {
		ink = b.Light
		var line []image.Rectangle
		boxes, line = interval(box, c.axis.px(*b.Low), c.axis.px(*b.High), middle, max(2, c.TextPx/9))
		if len(line) > 0 {
			c.Shapes = append(c.Shapes, Shape{Class: "whisker", Ink: c.style.Ink, Term: term, Title: b.Title, Boxes: line})
		}
		end = max(end, c.axis.px(*b.High))
	}
	if len(boxes) > 0 && b.Value > 0 {
		c.Shapes = append(c.Shapes, Shape{Class: "bar", Ink: ink, Term: term, Title: b.Title, Boxes: boxes})
	}
	right := c.Area.Max.X
	for i := 1; i >= 0; i-- {
		if s := []textStyle{c.value, c.detail}[i]; c.columns[i] > 0 {
			c.write(s, texts[i], right-s.width(texts[i]), s.baseline(middle), term, b.Title)
			texts[i], right = nil, right-c.columns[i]
		}
	}
	c.writeValues(texts, end, middle, false, term, b.Title)
}

// interval cuts the line of an interval, and the mark at the end of a bar, out of the bar, so that no
// pixel belongs to two shapes. The line has no caps:
//
//	            low   end    high
//	██████████████████▌
//	████████████──────▌───────      bar: what is left of it; line: the line and the mark at the end
//	██████████████████▌
//
// The bar is in 1/256 px; low, high, middle and stroke (the width of the lines) are in px. Both results
// are in 1/256 px. A bar that is no longer than the mark is all mark.
func interval(bar image.Rectangle, low, high, middle, stroke int) (left, line []image.Rectangle) {
	add := func(list *[]image.Rectangle, x0, y0, x1, y1 int) {
		if x1 > x0 && y1 > y0 {
			*list = append(*list, image.Rect(x0*subpixels, y0*subpixels, x1*subpixels, y1*subpixels))
		}
	}
	zero, end := bar.Min.X/subpixels, (bar.Max.X+subpixels/2)/subpixels
	top, bottom := bar.Min.Y/subpixels, bar.Max.Y/subpixels
	upper := middle - stroke/2
	lower, mark := upper+stroke, max(zero, end-stroke)
	low = min(max(low, zero), end)
	add(&left, zero, top, mark, upper)
	add(&left, zero, upper, min(low, mark), lower)
	add(&left, zero, lower, mark, bottom)
	add(&line, mark, top, end, upper)
	add(&line, min(low, mark), upper, max(high, end), lower)
	add(&line, mark, lower, end, bottom)
	return left, line
}
