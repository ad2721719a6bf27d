package chart

import (
	"image"
	"image/color"

	"verbatim/internal/typeface"
)

// BarSpec is what a bar chart shows: the same rows in each panel, on one scale.
type BarSpec struct {
	Style
	Rows   []Row   // from top to bottom
	Panels []Panel // one, or one per group
	Share  bool    // values are shares of 1, else counts
}

// Row names one bar in every panel.
type Row struct {
	Label string
	Title string // tooltip of the label; may be empty
}

// Panel holds one group's bars.
type Panel struct {
	Name string // heading; may be empty
	Note string // below the name
	Bars []Bar  // one per row
}

// Bar is one value.
type Bar struct {
	Value  float64  // 0 or more
	Low    *float64 // lower end of the whisker; nil: no whisker
	High   *float64 // upper end of the whisker; nil as Low is
	Strong string   // text at the bar's end: "40%"
	Quiet  string   // text after it: "19 people"
	Title  string   // tooltip
	Ink    color.NRGBA
}

// extent returns the largest value that the bar or its whisker reaches.
func (b *Bar) extent() float64 {
	if b.High != nil {
		return max(b.Value, *b.High)
	}
	return b.Value
}

// barChart is a bar chart while it is made. Panels stand side by side in one or more bands; each
// band has the labels of the rows on its left:
//
//	           North 23           South 24
//	           0%     10%       0%     10%
//	openness   ┃██████ 30%       ┃███ 15%
//	   trust   ┃████ 20%         ┃██████ 30%
//	           ↑ zero             ↑ zero
//
// axis and obstacles are those of the panel that is being drawn.
type barChart struct {
	plot
	spec       *BarSpec
	values     [][][2]*typeface.Outline // value and detail, by panel and row
	labels     [][]*typeface.Outline    // the lines of each row's label
	labelWidth int                      // of the widest label, with the gap after it, px
	perBand    int                      // panels side by side
	minBar     int                      // the longest bar has at least 1/minBar of a panel's width
	basePx     int                      // font height before long labels reduced it, px
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

// panel lays out the heading, the bars and the axis of one group.
func (c *barChart) panel(n int) {
	p := &c.spec.Panels[n]
	pitch, width := c.panelWidth()
	column, band := n%c.perBand, n/c.perBand
	left, y := c.Area.Min.X+c.labelWidth+column*pitch, c.Area.Min.Y+band*(c.bandHeight()+c.bandGap)
	c.axis.zero, c.obstacles = left, nil // the scale stays that of all panels
	c.writeHeading(p, image.Pt(left, y), width)
	top, bottom := y+c.head, y+c.bandHeight()
	for i, row := range c.spec.Rows {
		middle := top + c.rowHeight*i + c.rowHeight/2
		if column == 0 {
			c.writeLabel(c.labels[i], middle, false, row.Label, row.Title)
		}
		c.bar(&p.Bars[i], row.Label, c.values[n][i], middle)
	}
	c.grid(left+width, top, bottom)
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

// bar lays out a bar with its whisker and the texts at its end:
//
//	█████████████████▌
//	███████▌          ▀▀▀▀▌  30%  19 people
//	█████████████████▌
//	zero             end  high      the texts start half an em after the whisker
//
// What it covers becomes obstacles of gridlines. A value of zero has no bar, but keeps its texts.
func (c *barChart) bar(b *Bar, term string, texts [2]*typeface.Outline, middle int) {
	box := c.barBox(b.Value, middle)
	boxes, end := []image.Rectangle{box}, ceil(box.Max.X)
	c.obstruct(c.axis.zero, end, middle, c.barHeight)
	if b.Low != nil {
		inside, outside := whisker(box, c.axis.px(*b.Low), c.axis.px(*b.High), middle, max(1, c.TextPx/10))
		boxes = inside
		if len(outside) > 0 {
			c.Shapes = append(c.Shapes, Shape{Class: "whisker", Ink: b.Ink, Term: term, Title: b.Title, Boxes: outside})
		}
		high := max(end, c.axis.px(*b.High))
		c.obstruct(end, high, middle, c.TextPx/2)
		c.obstruct(high-c.TextPx/4, high+1, middle, c.barHeight/2+2) // the mark at its end
		end = high
	}
	if b.Value > 0 {
		c.Shapes = append(c.Shapes, Shape{Class: "bar", Ink: b.Ink, Term: term, Title: b.Title, Boxes: boxes})
	}
	textEnd := c.writeValues(texts, end, middle, false, term, b.Title)
	c.obstruct(end, textEnd+c.TextPx/4, middle, c.lineBox()) // no gridline between a bar and its texts
}

// grid draws the axis of a panel, and its gridlines with their labels. There are at most ten, at
// least four font heights apart, and seven in a single panel, which has room. The label of zero
// starts at the axis, so that it stays in its panel.
func (c *barChart) grid(right, top, bottom int) {
	c.writeAxis(top, bottom)
	step := c.axis.step(max(c.tick.px*(4+3/len(c.spec.Panels)), (right-c.axis.zero)/10))
	for n := range c.axis.ticks(step, right-c.tick.px*2) + 1 {
		value := float64(n) * step
		label, centred := c.axis.label(value), ""
		if n > 0 {
			centred = label
		}
		c.writeTick(value, label, centred, top, bottom)
	}
}

// whisker cuts a whisker out of a bar, so that it can be seen on the bar and beyond it in any
// colour, and no pixel belongs to two shapes. Inside the bar the background shows through; outside
// there is ink:
//
//	            low   end  high
//	██████████████████████
//	████████████▌█████████     ▌  ┐
//	████████████▌          ▀▀▀▀▌  ├ twice capHeight
//	████████████▌█████████     ▌  ┘
//	██████████████████████
//
// The bar is in 1/256 px; low, high, middle and stroke (the width of its lines) are in px. inside
// is what is left of the bar, outside the part of the whisker beyond it, both in 1/256 px.
func whisker(bar image.Rectangle, low, high, middle, stroke int) (inside, outside []image.Rectangle) {
	capHeight := bar.Dy() / subpixels / 4 // half the height of the marks at both ends, px
	zero, end := bar.Min.X/subpixels, bar.Max.X/subpixels
	top, bottom := (middle-stroke/2)*subpixels, (middle-stroke/2+stroke)*subpixels
	capTop, capBottom := (middle-capHeight)*subpixels, (middle+capHeight)*subpixels
	add := func(list *[]image.Rectangle, x0, y0, x1, y1 int) {
		if x1 > x0 && y1 > y0 {
			*list = append(*list, image.Rect(x0, y0, x1, y1))
		}
	}
	low = max(low, zero)
	slit := min(low, end) // where the horizontal slit starts, px
	if low > zero && low+stroke <= end {
		// The mark at the low end is a slit of its own; the bar goes on above and below it.
		slit = low + stroke
		add(&inside, bar.Min.X, bar.Min.Y, low*subpixels, bar.Max.Y)
		add(&inside, low*subpixels, bar.Min.Y, slit*subpixels, capTop)
		add(&inside, low*subpixels, capBottom, slit*subpixels, bar.Max.Y)
	} else {
		add(&inside, bar.Min.X, bar.Min.Y, slit*subpixels, bar.Max.Y)
	}
	add(&inside, slit*subpixels, bar.Min.Y, bar.Max.X, top)
	add(&inside, slit*subpixels, bottom, bar.Max.X, bar.Max.Y)
	start := ceil(bar.Max.X)
	if high > start {
		add(&outside, start*subpixels, top, (high-stroke)*subpixels, bottom)
		add(&outside, max(start, high-stroke)*subpixels, capTop, high*subpixels, capBottom)
	}
	return inside, outside
}
