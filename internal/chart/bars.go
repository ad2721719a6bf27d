package chart

import (
	"image"
	"image/color"
	"slices"
	"strings"

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
	names                        [][]*typeface.Outline // the labels, each of some lines
	left                         int                   // width of the labels
	perBand                      int                   // panels side by side
	row, thick                   int                   // height of a row, and of its bar
	head, space                  int                   // height above the rows of a band, and below them
	axis                         axis                  // of the panel at hand
	blocked                      []image.Rectangle     // what stands in the way of its gridlines
}

// MinRow is the height of a row, in px, at which a chart is easy to read.
const MinRow = 24

// leastText is the font height below which there is no chart.
const leastText = 10

// Bands is how many times the rows stand one below the other where there are so many panels in a picture so wide.
func Bands(width, panels int) int {
	side := max(1, min(panels, width/240, 4))
	return (panels + side - 1) / side
}

// NewBars places the bars.
func NewBars(s BarSpec) (*Chart, error) {
	c := &barChart{Chart: Chart{Size: s.Size, Area: s.Area}, BarSpec: &s}
	if len(s.Panels) == 0 || len(s.Rows) == 0 {
		return &c.Chart, nil
	}
	bands := Bands(s.Size.X, len(s.Panels))
	c.perBand = (len(s.Panels) + bands - 1) / bands
	if err := c.measure(bands); err != nil {
		return nil, err
	}
	for i := range s.Panels {
		if err := c.panel(i); err != nil {
			return nil, err
		}
	}
	return &c.Chart, nil
}

// measure finds the largest letters with which there is room for the rows, and for the bars beside their texts.
func (c *barChart) measure(bands int) error {
	for px := max(leastText, c.Style.Area.Dx()*24/1000); px >= leastText; px-- {
		if !c.setRows(bands, px) {
			continue
		}
		if err := c.fitLabels(); err != nil {
			return err
		}
		if enough, err := c.setScale(); enough || err != nil {
			return err
		}
	}
	return ErrNoRoom
}

// setRows decides how high rows and their bars are if letters have a size. The head and the rows share the height, the head
// growing with the letters.
func (c *barChart) setRows(bands, px int) bool {
	c.head = px * 7 / 4
	if c.Panels[0].Name != "" {
		c.head += px * 9 / 4
	}
	c.space = min(bands-1, 1) * px * 2
	c.row = min((c.Style.Area.Dy()/bands-c.head-c.space-px/2)/len(c.Rows), px*4)
	c.thick = c.row * 64 / 100
	c.writers(px)
	return c.row*62/100 >= px
}

// writers sets texts in their sizes: labels, then values, and headings.
func (c *barChart) writers(px int) {
	c.TextPx = px
	c.label = writer{c.Text, px, c.Ink, "label"}
	c.value = writer{c.Strong, px, c.Ink, "value"}
	c.count = writer{c.Text, px, c.Quiet, "value"}
	c.heading = writer{c.Strong, px * 9 / 8, c.Ink, "heading"}
}

// fitLabels sets the labels, in smaller letters where that lets long ones stand on two lines.
func (c *barChart) fitLabels() error {
	cut, err := c.setLabels()
	full, px := c.TextPx, c.row*10/28
	if err != nil || !cut || px >= full || px < max(leastText, full*6/10) {
		return err
	}
	c.writers(px)
	_, err = c.setLabels()
	if err == nil && !slices.ContainsFunc(c.names, func(lines []*typeface.Outline) bool { return len(lines) > 1 }) {
		c.writers(full) // no space to break one at
		_, err = c.setLabels()
	}
	return err
}

// setLabels breaks the labels into lines, and says whether one is cut; they may use a third of the width.
func (c *barChart) setLabels() (cut bool, err error) {
	c.names, c.Unshown, c.left = nil, nil, 0
	most := c.Style.Area.Dx() * 32 / 100
	lines := linesIn(c.row, c.label)
	for _, r := range c.Rows {
		name, all, err := c.label.set(r.Label, most, lines)
		if err != nil {
			return false, err
		}
		if !all {
			c.Unshown = append(c.Unshown, r.Label)
		}
		cut = cut || len(name) > 0 && strings.HasSuffix(name[len(name)-1].Text, "…")
		for _, line := range name {
			c.left = max(c.left, c.label.width(line))
		}
		c.names = append(c.names, name)
	}
	c.left += c.TextPx * 3 / 4
	return cut, nil
}

// gapped is the width of a panel with the space to the next one, and without.
func (c *barChart) panelWidth() (gapped, net int) {
	gap := c.TextPx * 3 / 2
	gapped = (c.Style.Area.Dx() - c.left + gap) / c.perBand
	return gapped, gapped - gap
}

// setScale finds the largest scale at which all bars and the texts at their ends have room, and says whether it leaves the
// longest enough of the width to be a bar.
func (c *barChart) setScale() (enough bool, err error) {
	_, width := c.panelWidth()
	c.axis = axis{share: c.Share}
	least := width
	for _, p := range c.Panels {
		for _, b := range p.Bars {
			text, err := c.endWidth(b)
			if err != nil {
				return false, err
			}
			least = min(least, width-text)
			if v := b.reach(); v > 0 && (c.axis.unit == 0 || float64(width-text)/v < c.axis.unit) {
				c.axis.unit = float64(width-text) / v
			}
		}
	}
	if c.axis.unit == 0 {
		c.axis.unit = 1 // no bar has a length
	}
	return least*3 >= width, nil
}

// reach is how far to the right a bar inks.
func (b *Bar) reach() float64 {
	if b.High != nil {
		return max(b.Value, *b.High)
	}
	return b.Value
}

// endWidth is the room that a bar needs beyond its end.
func (c *barChart) endWidth(b Bar) (int, error) {
	strong, err := c.value.plain(b.Strong, c.Style.Area.Dx())
	if err != nil {
		return 0, err
	}
	quiet, err := c.count.plain(b.Quiet, c.Style.Area.Dx())
	return c.value.width(strong) + c.count.width(quiet) + c.TextPx*5/4 + 2, err
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
		if err := c.bar(i, &p.Bars[i], middle); err != nil {
			return err
		}
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

// bar places a bar with its whisker and the text at its end.
func (c *barChart) bar(i int, b *Bar, middle int) error {
	r := image.Rect(c.axis.zero*one, (middle-c.thick/2)*one, c.axis.at(b.Value), (middle-c.thick/2+c.thick)*one)
	s := Shape{Class: "bar", Ink: b.Ink, Term: c.Rows[i].Label, Title: b.Title, Boxes: []image.Rectangle{r}}
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
	x := end + c.TextPx/2
	strong, err := c.value.plain(b.Strong, c.Style.Area.Dx())
	if err != nil {
		return err
	}
	y := c.value.middle(middle)
	if strong != nil {
		c.Shapes = append(c.Shapes, Shape{Class: "value", Ink: c.Ink, Term: s.Term, Title: b.Title, Lines: []Line{c.value.at(strong, x, y)}})
		x += c.value.width(strong) + c.TextPx/2
	}
	quiet, err := c.count.plain(b.Quiet, c.Style.Area.Dx())
	if err == nil && quiet != nil {
		c.Shapes = append(c.Shapes, Shape{Class: "value", Ink: c.Quiet, Term: s.Term, Title: b.Title, Lines: []Line{c.count.at(quiet, x, y)}})
		x += c.count.width(quiet)
	}
	c.block(end, x+c.TextPx/4, middle, c.TextPx*5/4)
	return err
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
	step := c.axis.step(small.px * (4 + 3/len(c.Panels)))
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
