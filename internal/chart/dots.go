package chart

import (
	"image"
	"image/color"
	"slices"

	"verbatim/internal/typeface"
)

// DotSpec is what a dot plot shows: a row for each term, a symbol in it for each group.
type DotSpec struct {
	Style
	TextPx, HeadPx int // font heights of labels, and of heads and the axis, px

	Base    color.NRGBA // of labels that are not bold
	Faint   color.NRGBA // of the line between the symbols of a row that may be chance
	Groups  []DotGroup  // at most MostSymbols; each has the symbol of its place
	Blocks  []DotBlock  // from top to bottom
	Columns []Cell      // the heads of columns of numbers at the right, first one a group; nil is none
	Share   bool        // values are shares of 1, else counts
	Airy    bool        // there is no room for rows that are too close to be easy to read
	Tick    func(value float64) string
}

// DotGroup is a group in the key.
type DotGroup struct {
	Name string
	Note string      // how many people it has
	Ink  color.NRGBA // of its filled symbols
}

// DotBlock is a part of a dot plot with a head of its own.
type DotBlock struct {
	Head   string // "" is none
	Strong bool   // labels are bold and lines dark
	Rows   []DotRow
}

// DotRow is a term.
type DotRow struct {
	Label string
	Title string // tooltip
	Dots  []Dot  // one a group
	Cells []Cell // one a column
	Note  Note   // at the right end: what is withheld
}

// Note is a short text with its tooltip.
type Note struct{ Text, Title string }

// Dot is the value of a group.
type Dot struct {
	Value     float64
	Low, High *float64 // the ends of an interval; nil: none
	Hidden    bool     // withheld: no symbol, since a symbol at zero would be a claim
	Filled    bool     // in the ink of the group; else hollow and grey
	Label     string   // beside a filled symbol: "North 47%"; "" is none
	Title     string   // tooltip
}

// Cell is a number in a column, or its head.
type Cell struct {
	Text   string
	Title  string // tooltip; "" is that of the row
	Strong bool
	Ink    color.NRGBA // alpha 0: that of the block
}

// dotPlot is a dot plot while it is made:
//
//	○ North (65 people)   □ South (86)            key
//	            0%        10%        20%   A   B  axis, and heads of columns
//	Beyond chance                                 head of a block
//	───────────────────────────────────────────
//	label       ┃   ○────────────■ South 19%      row
//	            ┃         ╎          ╎
//
// All lengths follow from the font height of labels: px gives them.
type dotPlot struct {
	Chart
	spec      *DotSpec
	label     textStyle
	strong    textStyle
	head      textStyle // of blocks
	tick      textStyle // of the axis and of columns
	axis      axis
	obstacles []image.Rectangle // what gridlines keep clear of, px
	labels    []dotLabel        // by row, over all blocks
	columns   []int             // right ends of the columns, px
	right     int               // end of the room for symbols and their labels, px
	pitch     int               // height of a row, px
	radius    float64           // of a hollow symbol, px
	full      float64           // of a filled one, px
	lane      int               // height of the lane that each group has in a row, px; 0: they share one
	keyPx     int               // font height of the key, px
	keyHeight int               // px
}

// dotLabel is the label of a row, in lines.
type dotLabel struct{ lines []*typeface.Outline }

// Pitches are the heights of a row, in px at a font height of dotTextPx, at which it is easy to read:
// the usual one, and those that leave more room for stacks; in the last all groups may tie.
func Pitches() [4]int { return [...]int{airyPitch, 60, mostPitch, tiedPitch} }

// The height of a row, in px at a font height of dotTextPx. Fewer would touch; more would float.
const (
	dotTextPx               = 24
	leastPitch, mostPitch   = 41, 70
	tiedPitch               = 150
	airyPitch, airySize     = 50, 6
	airyLane, laneGap       = 17, 14
	headHeight, blockGap    = 46, 4
	hollowRadius, leastSize = 7, 5 // of a symbol
	fullRadius              = 10
)

// NewDots lays out a dot plot. A spec without rows gives a chart without shapes. The error is
// ErrNoRoom.
func NewDots(s DotSpec) (*Chart, error) {
	c := &dotPlot{Chart: Chart{Size: s.Size, Area: s.Area, TextPx: s.TextPx}, spec: &s}
	if c.rows() == 0 {
		return &c.Chart, nil
	}
	c.label = textStyle{s.Text, s.TextPx, s.Base, "label"}
	c.strong = textStyle{s.Strong, s.TextPx, s.Ink, "label"}
	c.head = textStyle{s.Strong, s.HeadPx, s.Quiet, "heading"}
	c.tick = textStyle{s.Text, s.HeadPx, s.Quiet, "axis"}
	if !c.fit() {
		return nil, ErrNoRoom
	}
	c.writeKey()
	y := c.Area.Min.Y + c.keyHeight + c.axisHeight()
	c.writeColumns(y)
	for i, row := 0, 0; i < len(s.Blocks); i++ {
		b := &s.Blocks[i]
		top := c.writeHead(b, y)
		c.obstacles = slices.Concat(c.symbolBoxes(b, top)...)
		for j := range b.Rows {
			c.writeRow(b, &b.Rows[j], c.labels[row], c.middle(top, j))
			row++
		}
		y = top + c.pitch*len(b.Rows)
		c.writeGrid(top, y, i == 0)
		y += c.px(blockGap)
	}
	c.Spare = c.Area.Max.Y - y + c.px(blockGap)
	return &c.Chart, nil
}

// MinRows is the height of a number of rows of a pitch, in px at a font height of 24, that a plot with
// its key and its heads needs, in rows of MinRow px.
func (s *DotSpec) MinRows(rows, pitch int) int {
	for _, b := range s.Blocks {
		for _, r := range b.Rows {
			if slices.ContainsFunc(r.Dots, func(d Dot) bool { return d.Low != nil }) {
				pitch = max(pitch, airyLane*len(r.Dots)+laneGap)
			}
		}
	}
	height := 3*keyPitch + pitch*rows
	for range s.Blocks {
		height += headHeight + blockGap
	}
	return (height*s.TextPx/dotTextPx + MinRow - 1) / MinRow
}

// px is a length that is given at a font height of dotTextPx, in px at that of the chart.
func (c *dotPlot) px(base int) int { return max(1, (base*c.TextPx+dotTextPx/2)/dotTextPx) }

// rows is the number of rows in all blocks.
func (c *dotPlot) rows() (n int) {
	for i := range c.spec.Blocks {
		n += len(c.spec.Blocks[i].Rows)
	}
	return n
}

// each calls visit with each row.
func (c *dotPlot) each(visit func(b *DotBlock, r *DotRow)) {
	for i := range c.spec.Blocks {
		for j := range c.spec.Blocks[i].Rows {
			visit(&c.spec.Blocks[i], &c.spec.Blocks[i].Rows[j])
		}
	}
}

// styleOf is how the label of a row is set.
func (c *dotPlot) styleOf(b *DotBlock) textStyle {
	if b.Strong {
		return c.strong
	}
	return c.label
}

// writeHead writes the head of a block with a rule below it, and returns where its rows begin.
func (c *dotPlot) writeHead(b *DotBlock, y int) int {
	if b.Head == "" {
		return y
	}
	style := c.head
	if b.Strong {
		style.ink = c.spec.Ink
	}
	rule := y + c.px(headHeight)
	c.write(style, style.oneLine(b.Head, c.Area.Dx()), c.Area.Min.X, rule-c.px(12), "", "")
	c.box("grid", c.spec.Grid, image.Rect(c.Area.Min.X, rule, c.Area.Max.X, rule+c.hair()))
	return rule + c.hair()
}

// hair is the width of gridlines, in px; stroke that of lines between symbols.
func (c *dotPlot) hair() int   { return max(1, c.TextPx/24) }
func (c *dotPlot) stroke() int { return max(1, (c.TextPx*2+12)/24) }

// writeColumns writes the heads of the columns, level with the labels of the axis, whose rows begin
// at y.
func (c *dotPlot) writeColumns(y int) {
	for i, head := range c.spec.Columns {
		style := c.tick
		if head.Strong {
			style.chain = c.spec.Strong
		}
		if i < len(c.spec.Groups) && c.filled(i) {
			style.ink = c.spec.Groups[i].Ink
		}
		o := style.oneLine(head.Text, c.Area.Dx()*columnPercent/100)
		c.write(style, o, c.columns[i]-style.width(o), y-c.px(10), "", head.Text)
	}
}

// crumb is the length below which what is left of a line between two symbols is not drawn, in px.
const crumb = 4

// writeGrid draws the zero line and the gridlines of a block, cut where something is in the way. The
// first block has the labels of the axis above it.
func (c *dotPlot) writeGrid(top, bottom int, labelled bool) {
	step := c.step()
	for n := range c.axis.ticks(step, c.right) + 1 {
		value := float64(n) * step
		x := c.axis.px(value)
		if labelled {
			o := c.tick.oneLine(c.spec.Tick(value), c.Area.Dx()/4)
			y := c.Area.Min.Y + c.keyHeight + c.axisHeight() - c.px(10)
			c.write(c.tick, o, x-c.tick.width(o)/2, y, "", "")
		}
		s := Shape{Class: "grid", Ink: c.spec.Grid}
		width := c.hair()
		if n == 0 {
			s.Class, s.Ink, width = "axis", c.spec.Ink, max(width, (c.TextPx*3+24)/48)
		}
		for _, piece := range gaps(image.Rect(x-width/2, top, x-width/2+width, bottom), c.obstacles) {
			if piece.Dy() < c.px(crumb) {
				continue
			}
			s.Boxes = append(s.Boxes, fine(piece))
		}
		if len(s.Boxes) > 0 {
			c.Shapes = append(c.Shapes, s)
		}
	}
}

// writeKey names the groups with their symbols, in one line or more:
//
//	○ North (65 people)   □ South (86)
func (c *dotPlot) writeKey() {
	name, note := c.keyStyles()
	x, y := c.Area.Min.X, c.Area.Min.Y+c.px(16)
	for i, g := range c.spec.Groups {
		entry := c.keyEntry(g)
		if x > c.Area.Min.X && x+entry.width > c.Area.Max.X {
			x, y = c.Area.Min.X, y+c.px(keyPitch)
		}
		name.ink = c.spec.Base
		s := symbol{shape: i, centre: image.Pt(x, y), radius: float64(c.px(9)), stroke: c.outline()}
		if c.filled(i) {
			s.stroke, name.ink = 0, g.Ink
		}
		s.centre.X += x - s.bounds().Min.X // its ink begins at the left edge
		sign := c.spec.Quiet
		if s.stroke == 0 {
			sign = g.Ink
		}
		c.Shapes = append(c.Shapes, Shape{Class: "legend", Ink: sign, Contours: s.contours(), Title: g.Name + " " + g.Note})
		at := s.bounds().Max.X + c.px(8)
		c.write(name, entry.name, at, name.baseline(y), "", g.Name+" "+g.Note)
		c.write(note, entry.note, at+name.width(entry.name)+c.px(8), note.baseline(y), "", g.Name+" "+g.Note)
		x += entry.width + c.px(keyGap)
	}
}

// keyPitch is the height of a line of the key, keyGap the space between two groups.
const keyPitch, keyGap = 34, 20

// keyStyles are how the names and the notes of the key are set.
func (c *dotPlot) keyStyles() (name, note textStyle) {
	return textStyle{c.spec.Strong, c.keyPx, c.spec.Base, "legend"}, textStyle{c.spec.Text, c.keyPx, c.spec.Quiet, "legend"}
}

// keyEntry is a group in the key, as wide as it is without the space after it, in px.
type keyEntry struct {
	name, note *typeface.Outline
	width      int
}

func (c *dotPlot) keyEntry(g DotGroup) (e keyEntry) {
	name, note := c.keyStyles()
	e.note = note.oneLine(g.Note, c.Area.Dx()/3)
	e.name = name.oneLine(g.Name, min(c.Area.Dx()/2, c.Area.Dx()-c.px(34)-c.px(8)-note.width(e.note)))
	e.width = c.px(34) + name.width(e.name) + c.px(8) + note.width(e.note)
	return e
}

// filled reports whether a group has a filled symbol in any row.
func (c *dotPlot) filled(group int) (any bool) {
	c.each(func(_ *DotBlock, r *DotRow) { any = any || r.Dots[group].Filled && !r.Dots[group].Hidden })
	return any
}

// outline is the stroke of a hollow symbol, in px.
func (c *dotPlot) outline() float64 { return max(1.2, 2*float64(c.TextPx)/dotTextPx) }
