package chart

import (
	"cmp"
	"image"
	"slices"

	"verbatim/internal/typeface"
)

// How a dot plot is fitted into its area. From the left there are the labels, the symbols, and the
// columns of numbers, if any. The scale is the largest at which every symbol has room, with the label
// beside it. The height is divided among the rows; where symbols lie close together they are stacked,
// and they get smaller until the highest stack fits into a row (dots_row.go).

// Widths in percent of that of the area: of labels and of the head of a column, at most.
const labelPart, leastLabelPart, columnPercent = 30, 20, 13

// fit sets all sizes and the scale. It reports whether there is room.
func (c *dotPlot) fit() bool {
	c.fitKey()
	c.fitColumns()
	part := labelPart
	for !c.fitScale(c.fitLabels(part)) {
		if part -= 2; part < leastLabelPart {
			return false
		}
	}
	fixed, n := c.keyHeight+c.axisHeight(), c.rows()
	for i := range c.spec.Blocks {
		if c.spec.Blocks[i].Head != "" {
			fixed += c.px(headHeight) + c.hair()
		}
		fixed += min(i, 1) * c.px(blockGap)
	}
	c.pitch = (c.Area.Dy() - fixed) / n
	if c.hasIntervals() {
		return c.fitLanes()
	}
	if c.spec.Airy && c.pitch < c.px(airyPitch) {
		return false
	}
	room := c.pitch
	c.pitch = min(room, c.px(mostPitch))
	for !c.fitRadius() { // higher rows only for higher stacks
		if c.pitch += c.px(10); c.pitch > min(room, c.px(tiedPitch)) {
			return false
		}
	}
	return c.pitch >= c.px(leastPitch)
}

// axisHeight is the height of the labels of the axis with the space around them, in px.
func (c *dotPlot) axisHeight() int { return c.spec.HeadPx + c.px(26) }

// fitKey breaks the key into lines, in smaller letters if that saves a line.
func (c *dotPlot) fitKey() {
	lines := c.keyLines(c.TextPx)
	for px := c.TextPx - 1; px >= c.spec.HeadPx; px-- {
		if n := c.keyLines(px); n < lines {
			lines = n
			break
		}
		c.keyLines(c.TextPx)
	}
	c.keyHeight = lines * c.px(keyPitch)
}

// keyLines sets the font height of the key, and returns how many lines it then has.
func (c *dotPlot) keyLines(px int) int {
	c.keyPx = px
	lines, x := 1, 0
	for _, g := range c.spec.Groups {
		e := c.keyEntry(g)
		if x > 0 && x+e.width > c.Area.Dx() {
			lines, x = lines+1, 0
		}
		x += e.width + c.px(keyGap)
	}
	return lines
}

// fitLabels breaks the labels into lines, none wider than a part of the area in percent, and returns the
// width of the widest, in px.
func (c *dotPlot) fitLabels(part int) (width int) {
	c.labels, c.Unshown = nil, nil
	c.each(func(b *DotBlock, r *DotRow) {
		style := c.styleOf(b)
		lines, complete := style.wrap(r.Label, c.Area.Dx()*part/100, c.labelLines())
		if !complete {
			c.Unshown = append(c.Unshown, r.Label)
		}
		for _, line := range lines {
			width = max(width, style.width(line))
		}
		c.labels = append(c.labels, dotLabel{lines})
	})
	return width
}

// labelLines is how many lines a label may have: two where the rows are high enough for them, as far
// as that is known before they are fitted.
func (c *dotPlot) labelLines() int {
	if (c.Area.Dy()-c.keyHeight-c.axisHeight()-2*c.px(headHeight+blockGap))/c.rows() >= c.px(62) {
		return 2
	}
	return 1
}

// fitColumns sets the right ends of the columns, and of the room for symbols.
func (c *dotPlot) fitColumns() {
	c.right = c.Area.Max.X
	notes := 0
	c.each(func(_ *DotBlock, r *DotRow) {
		notes = max(notes, c.tick.width(c.note(r)))
	})
	if notes > 0 {
		c.right -= notes + c.px(16)
	}
	c.columns = make([]int, len(c.spec.Columns))
	for i, head := range slices.Backward(c.spec.Columns) {
		width := c.strongTick().width(c.strongTick().oneLine(head.Text, c.Area.Dx()*columnPercent/100))
		c.each(func(_ *DotBlock, r *DotRow) {
			width = max(width, c.strong.width(c.strong.oneLine(r.Cells[i].Text, c.Area.Dx()*columnPercent/100)))
		})
		c.columns[i] = c.right
		c.right -= width + c.px(24)
	}
	if len(c.columns) > 0 {
		c.right -= c.px(12)
	}
}

// strongTick is how the head of a column is set if it is strong.
func (c *dotPlot) strongTick() textStyle {
	style := c.tick
	style.chain = c.spec.Strong
	return style
}

// fitScale sets the axis, for labels of that width in px. It reports whether the symbols have a quarter
// of the width.
func (c *dotPlot) fitScale(labels int) bool {
	reach := c.px(fullRadius + 3)
	c.axis = axis{share: c.spec.Share, zero: c.Area.Min.X + labels + c.px(20) + reach}
	room := c.right - c.axis.zero
	if room < c.Area.Dx()/4 {
		return false
	}
	c.each(func(_ *DotBlock, r *DotRow) {
		for _, d := range r.Dots {
			if d.Hidden {
				continue
			}
			c.axis.fit(d.Value, room-reach)
			end := d.end()
			c.axis.fit(end, room-1)
			if d.Filled && d.Label != "" && (d.High != nil || d.Value == highest(r)) {
				c.axis.fit(end, max(room/3, room-reach-c.px(8)-c.strong.width(c.strong.oneLine(d.Label, room))))
			}
		}
	})
	c.axis.unit = cmp.Or(c.axis.unit, float64(room)) // if nobody said anything
	c.roundScale(room)
	return true
}

// roundScale lets the axis end with a tick beyond the last symbol, if that costs less than a tenth of
// the scale.
func (c *dotPlot) roundScale(room int) {
	step := c.step()
	end := step
	for end < c.axis.longest-1e-9 {
		end += step
	}
	half := c.tick.width(c.tick.oneLine(c.spec.Tick(end), room)) / 2
	if unit := float64(room-half) / end; (!c.axis.share || end <= 1) && unit < c.axis.unit && unit > c.axis.unit*9/10 {
		c.axis.unit = unit
	}
}

// end is the largest value that the symbol or its interval reaches.
func (d *Dot) end() float64 {
	if d.High != nil {
		return max(d.Value, *d.High)
	}
	return d.Value
}

// highest is the largest value shown in a row.
func highest(r *DotRow) (most float64) {
	for _, d := range r.Dots {
		if !d.Hidden {
			most = max(most, d.Value)
		}
	}
	return most
}

// step is the distance of gridlines, as a value. There are at most seven, and their labels do not
// touch.
func (c *dotPlot) step() float64 {
	return c.axis.step(max(c.tick.px*5, (c.right-c.axis.zero)/7))
}

// hasIntervals reports whether any dot has an interval.
func (c *dotPlot) hasIntervals() (any bool) {
	c.each(func(_ *DotBlock, r *DotRow) {
		any = any || slices.ContainsFunc(r.Dots, func(d Dot) bool { return d.Low != nil })
	})
	return any
}

// fitLanes gives each group a lane of a row, since intervals on one line would hide each other. It
// reports whether the rows have room for the lanes.
func (c *dotPlot) fitLanes() bool {
	n, gap := len(c.spec.Groups), c.px(laneGap)
	c.pitch = min(c.pitch, max(c.px(mostPitch), n*c.px(24)+gap))
	c.lane = min((c.pitch-gap)/n, c.px(24))
	c.radius, c.full = float64(c.px(2*hollowRadius))/2, float64(c.px(2*fullRadius))/2
	if c.spec.Airy && c.lane < c.px(airyLane) {
		return false
	}
	most := float64(c.lane)/2.5 - c.outline()/2
	c.radius, c.full = min(c.radius, most), min(c.full, most)
	for !c.lanesAreClear() {
		c.radius, c.full = c.radius-0.25, c.full-0.25
	}
	return c.pitch >= c.px(leastPitch) && c.radius >= float64(c.px(2*leastSize))/2-c.outline()/2
}

// lanesAreClear reports whether symbols of neighbouring lanes share no pixel where their values are equal: the
// tip of one may point at another.
func (c *dotPlot) lanesAreClear() bool {
	reach := func(shape int) image.Rectangle {
		hollow, filled := symbol{shape: shape, radius: c.radius, stroke: c.outline()}, symbol{shape: shape, radius: c.full}
		return hollow.bounds().Union(filled.bounds())
	}
	step := c.lane - c.lane%2 // the middle of the row may lie between two lanes, on a whole pixel
	for i := range len(c.spec.Groups) - 1 {
		if reach(i).Max.Y-reach(i+1).Min.Y > step && c.radius > 1 {
			return false
		}
	}
	return true
}

// fitRadius makes symbols smaller until those that are stacked have room, and reports whether they can
// still be told apart.
func (c *dotPlot) fitRadius() bool {
	full, hollow := 2*fullRadius, 2*hollowRadius // in halves, at the font height of a design
	if len(c.spec.Groups) > 4 {
		hollow--
	}
	least := 2*leastSize - 1
	if c.spec.Airy {
		least = 2 * airySize
	}
	for ; hollow >= least; hollow, full = hollow-1, full-1 {
		scale := float64(c.TextPx) / dotTextPx / 2
		c.radius, c.full = float64(hollow)*scale, float64(full)*scale
		if c.clear() {
			return true
		}
	}
	return false
}

// rowGap is the least space between the symbols of two rows, in px: else a reader takes them for one stack.
const rowGap = 10

// clear reports whether no symbol comes near one of the row above, or leaves its block. A stack may be
// higher than its row where its neighbours leave room.
func (c *dotPlot) clear() bool {
	for i := range c.spec.Blocks {
		b := &c.spec.Blocks[i]
		var above []image.Rectangle
		for _, row := range c.symbolBoxes(b, 0) {
			for _, box := range row {
				apart := image.Rect(box.Min.X, box.Min.Y-c.px(rowGap), box.Max.X, box.Max.Y)
				if box.Min.Y < 0 || box.Max.Y > c.pitch*len(b.Rows) || slices.ContainsFunc(above, apart.Overlaps) {
					return false
				}
			}
			above = row
		}
	}
	return true
}

// symbolBoxes are the pixels around the symbols of each row of a block, whose rows begin at top.
func (c *dotPlot) symbolBoxes(b *DotBlock, top int) (rows [][]image.Rectangle) {
	for j := range b.Rows {
		var row []image.Rectangle
		for _, p := range c.place(&b.Rows[j], c.middle(top, j)) {
			row = append(row, p.box.Inset(-1))
		}
		rows = append(rows, row)
	}
	return rows
}

// middle is the middle of the nth row of a block whose rows begin at top.
func (c *dotPlot) middle(top, n int) int { return top + c.pitch*n + c.pitch/2 }

// note is what stands at the right end of a row; nil is nothing.
func (c *dotPlot) note(r *DotRow) *typeface.Outline {
	return c.tick.oneLine(r.Note.Text, c.Area.Dx()/4)
}
