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
	Panels []Panel // one, or one for each group
	Share  bool    // values are shares of 1, else counts
}

// Row is what the bars of a row are of.
type Row struct {
	Label string
	Title string // what a reader is told of the label; may be empty
}

// Panel is one group's bars.
type Panel struct {
	Name string // above the bars; may be empty
	Note string // beside or below the name
	Bars []Bar  // one for each row
}

// Bar is one value.
type Bar struct {
	Value  float64
	Low    *float64 // of the whisker; nil is none
	High   *float64
	Strong string // at the bar's end: "40 %"
	Quiet  string // beside it: "19 people"
	Title  string
	Ink    color.NRGBA
}

// A barChart is on its way. Panels stand beside each other, in as many bands as they need, and each band has the labels on
// its left:
//
//	           North 23           South 24
//	           0 %     10 %       0 %     10 %
//	openness   ┃██████ 30 %       ┃███ 15 %
//	   trust   ┃████ 20 %         ┃██████ 30 %
//	           ↑ zero             ↑ zero
type barChart struct {
	Chart
	*BarSpec
	label, value, count, heading writer
	texts                        [][][2]*typeface.Outline // at the ends of bars, by panel and row: strong, quiet
	names                        [][]*typeface.Outline    // the labels, each of some lines
	left                         int                      // width of the labels
	perBand                      int                      // panels side by side
	part                         int                      // the longest bar has this part of the width: a half, or a quarter
	base                         int                      // font height before long labels made it smaller
	row, thick                   int                      // height of a row, and of its bar
	head, space                  int                      // height above the rows of a band, and below them
	axis                         axis                     // of the panel at hand
	blocked                      []image.Rectangle        // what stands in the way of its gridlines
}

// NewBars places the bars.
func NewBars(s BarSpec) (*Chart, error) {
	c := &barChart{Chart: Chart{Size: s.Size, Area: s.Area}, BarSpec: &s}
	if len(s.Panels) == 0 || len(s.Rows) == 0 {
		return &c.Chart, nil
	}
	if err := c.arrange(); err != nil {
		return nil, err
	}
	for i := range s.Panels {
		if err := c.panel(i); err != nil {
			return nil, err
		}
	}
	return &c.Chart, nil
}

// panel places one group's heading, axis and bars.
func (c *barChart) panel(n int) error {
	p := &c.Panels[n]
	gapped, width := c.panelWidth()
	bandHeight := c.head + c.row*len(c.Rows) + c.space
	origin := image.Pt(c.Style.Area.Min.X+c.left+(n%c.perBand)*gapped, c.Style.Area.Min.Y+(n/c.perBand)*bandHeight)
	c.axis.zero, c.blocked = origin.X, nil
	if err := c.setHeading(p, origin, width); err != nil {
		return err
	}
	top := origin.Y + c.head
	for i := range c.Rows {
		middle := top + c.row*i + c.row/2
		if n%c.perBand == 0 {
			c.setLabel(i, middle)
		}
		c.bar(n, i, middle)
	}
	return c.grid(image.Rect(origin.X, top, origin.X+width, top+c.row*len(c.Rows)))
}

// setHeading names a panel.
func (c *barChart) setHeading(p *Panel, at image.Point, width int) error {
	name, err := c.heading.plain(p.Name, width)
	if err != nil || name == nil {
		return err
	}
	y := at.Y + c.heading.px
	c.Shapes = append(c.Shapes, Shape{Class: "heading", Ink: c.Ink, Lines: []Line{c.heading.at(name, at.X, y)}, Title: p.Name})
	note, err := c.count.plain(p.Note, width)
	if err == nil && note != nil {
		c.Shapes = append(c.Shapes, Shape{Class: "heading", Ink: c.Quiet, Lines: []Line{c.count.at(note, at.X, y+c.count.pitch())}})
	}
	return err
}

// setLabel writes the label of a row, its lines to the left of the axis.
func (c *barChart) setLabel(i, middle int) {
	w, name := c.label, c.names[i]
	if len(name) == 0 {
		return // nothing that can be seen
	}
	s := Shape{Class: "label", Ink: c.Ink, Term: c.Rows[i].Label, Title: c.Rows[i].Title}
	y := w.middle(middle) - (len(name)-1)*w.pitch()/2
	for j, line := range name {
		s.Lines = append(s.Lines, w.at(line, c.Style.Area.Min.X+c.left-c.TextPx*3/4-w.width(line), y+j*w.pitch()))
	}
	c.Shapes = append(c.Shapes, s)
}

// bar places a bar with its whisker and the texts at its end.
func (c *barChart) bar(panel, row, middle int) {
	b := &c.Panels[panel].Bars[row]
	r := image.Rect(c.axis.zero*one, (middle-c.thick/2)*one, c.axis.at(b.Value), (middle-c.thick/2+c.thick)*one)
	s := Shape{Class: "bar", Ink: b.Ink, Term: c.Rows[row].Label, Title: b.Title, Boxes: []image.Rectangle{r}}
	end := (r.Max.X + one - 1) / one
	c.block(c.axis.zero, end, middle, c.thick)
	if b.Low != nil {
		inside, outside := whisker(r, c.axis.px(*b.Low), c.axis.px(*b.High), middle, max(1, c.TextPx/10))
		s.Boxes = inside
		if len(outside) > 0 {
			c.Shapes = append(c.Shapes, Shape{Class: "whisker", Ink: b.Ink, Term: s.Term, Title: b.Title, Boxes: outside})
		}
		high := max(end, c.axis.px(*b.High))
		c.block(end, high, middle, c.TextPx/2)
		c.block(high-c.TextPx/4, high+1, middle, c.thick/2+2)
		end = high
	}
	if b.Value > 0 {
		c.Shapes = append(c.Shapes, s)
	}
	pen := end
	for i, w := range []writer{c.value, c.count} {
		if text := c.texts[panel][row][i]; text != nil {
			line := w.at(text, pen+c.TextPx/2, w.middle(middle))
			c.Shapes = append(c.Shapes, Shape{Class: "value", Ink: w.ink, Term: s.Term, Title: b.Title, Lines: []Line{line}})
			pen += c.TextPx/2 + w.width(text)
		}
	}
	c.block(end, pen+c.TextPx/4, middle, c.TextPx*5/4)
}

// block keeps gridlines off what stands around a middle.
func (c *barChart) block(x0, x1, middle, height int) {
	c.blocked = append(c.blocked, image.Rect(x0, middle-height/2, x1, middle-height/2+height))
}

// grid draws the axis of a panel, its gridlines where nothing is in their way, and their labels.
func (c *barChart) grid(r image.Rectangle) error {
	line := max(1, c.TextPx/16)
	c.box("axis", c.Quiet, image.Rect(r.Min.X-line, r.Min.Y, r.Min.X, r.Max.Y))
	small := writer{c.Text, max(leastText, c.TextPx*4/5), c.Quiet, "axis"}
	longest := c.longest()
	step := c.axis.step(max(small.px*(4+3/len(c.Panels)), r.Dx()/10))
	for n := range c.axis.ticks(step, longest, r.Max.X-small.px*2) + 1 {
		x := c.axis.px(float64(n) * step)
		text, err := small.plain(c.axis.tick(n, step), c.Style.Area.Dx())
		if err != nil {
			return err
		}
		c.Shapes = append(c.Shapes, Shape{Class: "axis", Ink: c.Quiet, Lines: []Line{small.at(text, x-min(n, 1)*small.width(text)/2, r.Min.Y-small.px/2)}})
		if n > 0 {
			c.gridline(c.Grid, image.Rect(x, r.Min.Y, x+line, r.Max.Y), c.blocked)
		}
	}
	return nil
}

// longest is the largest value, whiskers included.
func (c *barChart) longest() (most float64) {
	for _, p := range c.Panels {
		for i := range p.Bars {
			most = max(most, p.Bars[i].reach())
		}
	}
	return most
}
