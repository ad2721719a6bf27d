package chart

import (
	"cmp"
	"fmt"
	"image"
	"math"

	"verbatim/internal/typeface"
)

// DivergingSpec is what a diverging chart shows: differences between two groups, to the left where
// the first has more, to the right where the second has more.
type DivergingSpec struct {
	Style
	Left, Right Heading
	Rows        []Difference // from top to bottom
}

// Difference is one bar.
type Difference struct {
	Label  string
	Value  float64 // a share of 1, below 0 for the left side
	Strong string  // text at the bar's end: "+20"
	Quiet  string  // text after it: "60% : 40%"
	Title  string  // tooltip
	Hollow bool    // draw the outline only, because the difference may be chance
}

// divergingChart is a diverging chart while it is made. A label stands on the side of zero where
// its bar does not:
//
//	 more in North              │              more in South
//	              20     10     0     10     20 points
//	+20  60%:40% ██████████████│trust
//	                     openness│███████ +10  12%:22%
type divergingChart struct {
	plot
	spec *DivergingSpec
	half int // width of one side, px
}

// maxDivergingFont is the largest font height, in thousandths of the width of the area. It is below
// that of a bar chart because each side has only half of the width.
const maxDivergingFont = 20

// NewDiverging lays out a diverging chart. A spec without rows gives a chart without shapes. The
// error is ErrNoRoom.
func NewDiverging(s DivergingSpec) (*Chart, error) {
	c := &divergingChart{plot: newPlot(s.Style), spec: &s, half: s.Area.Dx() / 2}
	if len(s.Rows) == 0 {
		return &c.Chart, nil
	}
	if !c.setRows() || !c.setScale() {
		return nil, ErrNoRoom
	}
	c.writeHeading(s.Left, true)
	c.writeHeading(s.Right, false)
	top := s.Area.Min.Y + c.head
	for i := range s.Rows {
		c.bar(&s.Rows[i], top+c.rowHeight*i+c.rowHeight/2)
	}
	c.grid(top, top+c.rowHeight*len(s.Rows))
	return &c.Chart, nil
}

// setRows finds the largest font for whose letters the rows have room, and reports whether there is
// one.
func (c *divergingChart) setRows() bool {
	for px := max(minTextPx, c.Area.Dx()*maxDivergingFont/1000); px >= minTextPx; px-- {
		c.head = px * 9 / 2 // three lines: heading, note and tick labels
		height := c.Area.Dy() - c.head - px/2
		if c.fitRows(height, len(c.spec.Rows), px) {
			c.Spare = height - c.rowHeight*len(c.spec.Rows)
			return true
		}
	}
	return false
}

// setScale finds the largest scale, the same on both sides, at which all bars and the texts at
// their ends have room. It reports whether the longest bar is at least as long as a letter is high.
func (c *divergingChart) setScale() bool {
	c.axis = axis{zero: c.Area.Min.X + c.half, share: true}
	for i := range c.spec.Rows {
		d := &c.spec.Rows[i]
		texts := c.values(d)
		// Half an em before each text, and one at the edge.
		room := c.half - c.value.width(texts[0]) - c.detail.width(texts[1]) - 2*c.TextPx
		if room < c.TextPx {
			return false
		}
		c.axis.fit(math.Abs(d.Value), room)
	}
	c.axis.unit = cmp.Or(c.axis.unit, 1) // if no bar has a length
	return true
}

// values shapes the texts at the end of a bar.
func (c *divergingChart) values(d *Difference) [2]*typeface.Outline {
	return [2]*typeface.Outline{c.value.oneLine(d.Strong, c.half), c.detail.oneLine(d.Quiet, c.half)}
}

// writeHeading writes the name and the note of a side, next to the zero line.
func (c *divergingChart) writeHeading(s Heading, left bool) {
	name, gap := c.heading, c.TextPx
	name.ink = s.Ink
	baseline := c.Area.Min.Y + name.px
	for _, line := range []struct {
		textStyle
		text string
	}{{name, s.Name}, {c.note, s.Note}} {
		o := line.oneLine(line.text, c.half-gap)
		x := c.axis.zero + gap
		if left {
			x = c.axis.zero - gap - line.width(o)
		}
		c.write(line.textStyle, o, x, baseline, "", line.text)
		baseline += c.note.pitch()
	}
}

// bar lays out one bar, the texts at its end, and its label on the other side of zero. The bar of a
// difference of zero has no length; its texts stand on the right.
func (c *divergingChart) bar(d *Difference, middle int) {
	box, ink, left := c.barBox(d.Value, middle), c.spec.Right.Ink, d.Value < 0
	if left {
		box.Max.X -= c.stroke() * subpixels // the zero line lies left of zero
		ink = c.spec.Left.Ink
	}
	px := image.Rect(box.Min.X/subpixels, box.Min.Y/subpixels, ceil(box.Max.X), ceil(box.Max.Y)) // every pixel that it touches
	c.obstacles = append(c.obstacles, px)
	if !box.Empty() {
		boxes := []image.Rectangle{box}
		if d.Hollow {
			boxes = hollow(box, max(2, c.TextPx/10)*subpixels)
		}
		c.Shapes = append(c.Shapes, Shape{Class: "bar", Ink: ink, Term: d.Label, Title: d.Title, Boxes: boxes})
	}
	end := px.Max.X
	if left {
		end = px.Min.X
	}
	c.writeValues(c.values(d), end, middle, left, d.Label, d.Title)
	c.writeLabel(c.wrapLabel(d.Label, c.half*3/4), middle, left, d.Label, d.Title)
}

// hollow returns the frame of a rectangle, stroke wide, as four boxes; the whole rectangle if it is
// too narrow for one.
func hollow(r image.Rectangle, stroke int) []image.Rectangle {
	if r.Dx() <= 2*stroke {
		return []image.Rectangle{r}
	}
	return []image.Rectangle{
		image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+stroke),
		image.Rect(r.Min.X, r.Max.Y-stroke, r.Max.X, r.Max.Y),
		image.Rect(r.Min.X, r.Min.Y+stroke, r.Min.X+stroke, r.Max.Y-stroke),
		image.Rect(r.Max.X-stroke, r.Min.Y+stroke, r.Max.X, r.Max.Y-stroke),
	}
}

// grid draws the zero line, and the gridlines of both sides with their labels: percentage points,
// without a sign. The rightmost label also says so.
func (c *divergingChart) grid(top, bottom int) {
	c.writeAxis(top, bottom)
	// Six letters keep "100 points" off its neighbour, and no side has more than six gridlines.
	step := c.axis.step(max(c.tick.px*6, c.half/6))
	n := c.axis.ticks(step, c.Area.Max.X-c.tick.px*4)
	for i := -n; i <= n; i++ {
		value := float64(i) * step
		number := fmt.Sprintf("%.0f", math.Abs(value)*100)
		label := number
		if i == n && n > 0 {
			label += " points"
		}
		c.writeTick(value, label, number, top, bottom)
	}
}
