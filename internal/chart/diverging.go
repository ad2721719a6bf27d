package chart

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"verbatim/internal/typeface"
)

// DivergingSpec is what a diverging chart shows: differences of two groups, to the left where the first has more, to the
// right where the second has.
type DivergingSpec struct {
	Style
	Left, Right Side
	Rows        []Difference // from top to bottom
}

// Side is one of the two groups.
type Side struct {
	Name string // above its half
	Note string // below the name
	Ink  color.NRGBA
}

// Difference is one bar.
type Difference struct {
	Label  string
	Value  float64 // a share of 1, below 0 for the left side
	Strong string  // at the bar's end: "+20"
	Quiet  string  // beside it: "60 % : 40 %"
	Title  string
	Hollow bool // only the outline: it may be chance
}

// A divergingChart is on its way. Labels stand where their bar does not:
//
//	 more in North              │              more in South
//	              20     10     0     10     20 points
//	+20  60 %:40 % ██████████████│trust
//	                     openness│███████ +10  12 %:22 %
type divergingChart struct {
	Chart
	*DivergingSpec
	label, value, count, heading writer
	row, thick, head             int
	half                         int // width of one side
	axis                         axis
	blocked                      []image.Rectangle
}

// NewDiverging places the bars.
func NewDiverging(s DivergingSpec) (*Chart, error) {
	c := &divergingChart{Chart: Chart{Size: s.Size, Area: s.Area}, DivergingSpec: &s}
	if len(s.Rows) == 0 {
		return &c.Chart, nil
	}
	if err := c.measure(); err != nil {
		return nil, err
	}
	if err := c.setScale(); err != nil {
		return nil, err
	}
	for i, side := range []Side{s.Left, s.Right} {
		if err := c.setHeading(side, i == 0); err != nil {
			return nil, err
		}
	}
	top := s.Area.Min.Y + c.head
	for i := range s.Rows {
		if err := c.bar(&s.Rows[i], top+c.row*i+c.row/2); err != nil {
			return nil, err
		}
	}
	return &c.Chart, c.grid(top, top+c.row*len(s.Rows))
}

// measure decides how high rows and letters are.
func (c *divergingChart) measure() error {
	area := c.Style.Area
	c.half = area.Dx() / 2
	for px := max(leastText, area.Dx()*20/1000); px >= leastText; px-- {
		c.TextPx, c.head = px, px*9/2
		c.row = (area.Dy() - c.head - px/2) / len(c.Rows)
		if c.row*62/100 >= px {
			c.row = min(c.row, px*4)
			c.Spare = area.Dy() - c.head - c.row*len(c.Rows) - px/2
			c.thick = c.row * 64 / 100
			c.label = writer{c.Text, px, c.Ink, "label"}
			c.value = writer{c.Strong, px, c.Ink, "value"}
			c.count = writer{c.Text, px, c.Quiet, "value"}
			c.heading = writer{c.Strong, px * 9 / 8, c.Ink, "heading"}
			return nil
		}
	}
	return ErrNoRoom
}

// setScale finds the largest scale at which all bars and the texts at their ends have room, the same on both sides.
func (c *divergingChart) setScale() error {
	c.axis = axis{zero: c.Style.Area.Min.X + c.half, share: true}
	for i := range c.Rows {
		_, width, err := c.end(&c.Rows[i])
		if err != nil {
			return err
		}
		room := float64(c.half - width - c.TextPx)
		if room < float64(c.TextPx) {
			return ErrNoRoom
		}
		if v := math.Abs(c.Rows[i].Value); v > 0 && (c.axis.unit == 0 || room/v < c.axis.unit) {
			c.axis.unit = room / v
		}
	}
	if c.axis.unit == 0 {
		c.axis.unit = 1
	}
	return nil
}

// end is the text at the end of a bar, and how wide it is.
func (c *divergingChart) end(d *Difference) (texts [2]*typeface.Outline, width int, err error) {
	if texts[0], err = c.value.plain(d.Strong, c.half); err != nil {
		return texts, 0, err
	}
	texts[1], err = c.count.plain(d.Quiet, c.half)
	return texts, c.value.width(texts[0]) + c.count.width(texts[1]) + c.TextPx, err
}

// setHeading names a side, its text near the zero line.
func (c *divergingChart) setHeading(s Side, left bool) error {
	gap := c.TextPx
	for i, line := range []struct {
		writer
		text string
		ink  color.NRGBA
	}{{c.heading, s.Name, s.Ink}, {c.count, s.Note, c.Quiet}} {
		o, err := line.plain(line.text, c.half-gap)
		if err != nil {
			return err
		}
		if o == nil {
			continue
		}
		x := c.axis.zero + gap
		if left {
			x = c.axis.zero - gap - line.width(o)
		}
		y := c.Style.Area.Min.Y + c.heading.px + i*c.count.pitch()
		c.Shapes = append(c.Shapes, Shape{Class: "heading", Ink: line.ink, Lines: []Line{line.at(o, x, y)}, Title: line.text})
	}
	return nil
}

// bar places one bar, its label on the other side of zero, and the text at its end.
func (c *divergingChart) bar(d *Difference, middle int) error {
	left, side := d.Value < 0, &c.Right
	if left {
		side = &c.Left
	}
	line := max(1, c.TextPx/16)
	r := image.Rect(c.axis.at(0), (middle-c.thick/2)*one, c.axis.at(d.Value), (middle-c.thick/2+c.thick)*one)
	if left {
		r.Max.X -= line * one // the axis lies left of zero
	}
	s := Shape{Class: "bar", Ink: side.Ink, Term: d.Label, Title: d.Title, Boxes: []image.Rectangle{r}}
	if d.Hollow {
		s.Boxes = outline(r, max(2, c.TextPx/10)*one)
	}
	if !r.Empty() {
		c.Shapes = append(c.Shapes, s)
	}
	c.blocked = append(c.blocked, image.Rect(r.Min.X/one, r.Min.Y/one, (r.Max.X+one-1)/one, r.Max.Y/one))
	if err := c.setEnd(d, middle, r, left); err != nil {
		return err
	}
	return c.setLabel(d, middle, left)
}

// setEnd writes the text at the end of a bar, the strong part next to it.
func (c *divergingChart) setEnd(d *Difference, middle int, r image.Rectangle, left bool) error {
	texts, _, err := c.end(d)
	if err != nil {
		return err
	}
	pen, y := (r.Max.X+one-1)/one+c.TextPx/2, c.value.middle(middle)
	if left {
		pen = r.Min.X/one - c.TextPx/2
	}
	for i, w := range []writer{c.value, c.count} {
		if texts[i] == nil {
			continue
		}
		width, x := w.width(texts[i]), pen
		if left {
			x = pen - width
			pen = x - c.TextPx/2
		} else {
			pen = x + width + c.TextPx/2
		}
		c.Shapes = append(c.Shapes, Shape{Class: "value", Ink: w.ink, Term: d.Label, Title: d.Title, Lines: []Line{w.at(texts[i], x, y)}})
		c.block(x-c.TextPx/4, x+width+c.TextPx/4, middle)
	}
	return nil
}

// setLabel writes the label beside the zero line.
func (c *divergingChart) setLabel(d *Difference, middle int, left bool) error {
	w := c.label
	name, all, err := w.set(d.Label, c.half*3/4, linesIn(c.row, w))
	if err != nil || len(name) == 0 {
		return err
	}
	if !all {
		c.Unshown = append(c.Unshown, d.Label)
	}
	s := Shape{Class: "label", Ink: w.ink, Term: d.Label, Title: d.Title}
	y := w.middle(middle) - (len(name)-1)*w.pitch()/2
	for i, line := range name {
		x := c.axis.zero + c.TextPx/2
		if !left {
			x = c.axis.zero - c.TextPx*3/4 - w.width(line)
		}
		s.Lines = append(s.Lines, w.at(line, x, y+i*w.pitch()))
		c.block(x-c.TextPx/4, x+w.width(line)+c.TextPx/4, y+i*w.pitch()-w.px*36/100)
	}
	c.Shapes = append(c.Shapes, s)
	return nil
}

// block keeps gridlines off a line of text.
func (c *divergingChart) block(x0, x1, middle int) {
	height := c.TextPx * 5 / 4
	c.blocked = append(c.blocked, image.Rect(x0, middle-height/2, x1, middle-height/2+height))
}

// outline is a rectangle with nothing in it.
func outline(r image.Rectangle, line int) []image.Rectangle {
	if r.Dx() <= 2*line {
		return []image.Rectangle{r}
	}
	return []image.Rectangle{
		image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+line),
		image.Rect(r.Min.X, r.Max.Y-line, r.Max.X, r.Max.Y),
		image.Rect(r.Min.X, r.Min.Y+line, r.Min.X+line, r.Max.Y-line),
		image.Rect(r.Max.X-line, r.Min.Y+line, r.Max.X, r.Max.Y-line),
	}
}

// grid draws the zero line, and the gridlines of both sides with their labels.
func (c *divergingChart) grid(top, bottom int) error {
	line := max(1, c.TextPx/16)
	c.box("axis", c.Quiet, image.Rect(c.axis.zero-line, top, c.axis.zero, bottom))
	small := writer{c.Text, max(leastText, c.TextPx*4/5), c.Quiet, "axis"}
	longest := 0.0
	for _, d := range c.Rows {
		longest = max(longest, math.Abs(d.Value))
	}
	step := c.axis.step(max(small.px*6, c.half/6))
	n := c.axis.ticks(step, longest, c.Style.Area.Max.X-small.px*4)
	for i := -n; i <= n; i++ {
		text := fmt.Sprintf("%.0f", math.Abs(float64(i))*step*100)
		if i == n && n > 0 {
			text += " points"
		}
		o, err := small.plain(text, c.half)
		if err != nil {
			return err
		}
		x := c.axis.px(float64(i) * step)
		number, err := small.plain(fmt.Sprintf("%.0f", math.Abs(float64(i))*step*100), c.half)
		if err != nil {
			return err
		}
		c.Shapes = append(c.Shapes, Shape{Class: "axis", Ink: c.Quiet, Lines: []Line{small.at(o, x-small.width(number)/2, top-small.px/2)}})
		if i != 0 {
			c.gridline(c.Grid, image.Rect(x, top, x+line, bottom), c.blocked)
		}
	}
	return nil
}
