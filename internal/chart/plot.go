package chart

import (
	"cmp"
	"image"
	"slices"

	"verbatim/internal/typeface"
)

// plot is what bar charts and diverging charts share while they are made: rows of one height, text
// styles that follow the font height, bars that start at a zero line, and an axis whose gridlines
// keep clear of all else.
//
//	              tick   tick        headHeight: headings and tick labels
//	       ┃      ╎      ╎
//	label  ┃██████████ value detail  rowHeight, of which the bar has barHeight
//	       ┃      ╎      ╎
//	       ↑ axis.zero
type plot struct {
	Chart
	style     Style
	label     textStyle
	value     textStyle // at the end of a bar
	detail    textStyle // after the value
	heading   textStyle
	note      textStyle // below a heading
	tick      textStyle // at a gridline
	rowHeight int       // px
	barHeight int       // px
	head      int       // height of headings and tick labels, above the rows, px
	axis      axis
	obstacles []image.Rectangle // what gridlines keep clear of, px
}

// minTextPx is the smallest font height of a chart, in px. Below it, text cannot be read on a
// screen.
const minTextPx = 10

// Shares of a row's height, in percent. The font may be nearly as high as the bar, so that its
// ascenders and descenders stay inside the row.
const (
	barPercent  = 62 // of the bar
	fontPercent = 60 // of the font, at most
)

// maxRowEms limits the height of a row to a multiple of the font height: few rows do not get bars
// like walls.
const maxRowEms = 3

// newPlot returns a chart without shapes. Sizes are set by fitRows, the scale by axis.fit.
func newPlot(s Style) plot { return plot{Chart: Chart{Size: s.Size, Area: s.Area}, style: s} }

// setFont derives all text styles from the font height of labels.
func (p *plot) setFont(px int) {
	s := &p.style
	p.TextPx = px
	p.label = textStyle{s.Text, px, s.Ink, "label"}
	p.value = textStyle{s.Strong, px, s.Ink, "value"}
	p.detail = textStyle{s.Text, px, s.Quiet, "value"}
	p.heading = textStyle{s.Strong, px * 9 / 8, s.Ink, "heading"}
	p.note = textStyle{s.Text, px, s.Quiet, "heading"}
	p.tick = textStyle{s.Text, max(minTextPx, px*5/6), s.Quiet, "axis"}
}

// fitRows sets the font height and divides a height among n rows, both in px. It reports whether a
// row has room for its letters.
func (p *plot) fitRows(height, n, px int) bool {
	p.setFont(px)
	p.rowHeight = min(height/n, cmp.Or(p.style.TallPx, px*maxRowEms))
	p.barHeight = p.rowHeight * barPercent / 100
	return p.rowHeight*fontPercent/100 >= px
}

// wrapLabel breaks the label of a row into as many lines as the row has room for, none wider than
// width px.
func (p *plot) wrapLabel(label string, width int) []*typeface.Outline {
	most := 1 + max(0, p.rowHeight*labelPercent/100-p.label.px)/p.label.pitch()
	lines, complete := p.label.wrap(label, width, most)
	if !complete {
		p.Unshown = append(p.Unshown, label)
	}
	return lines
}

// labelGap is the space between a label and the zero line left of which it ends, in px.
func (p *plot) labelGap() int { return p.TextPx * 3 / 4 }

// writeLabel writes the lines of a label beside the zero line, centred on the middle of a row. A
// label on the left ends at the line, one on the right starts there.
func (p *plot) writeLabel(lines []*typeface.Outline, middle int, right bool, term, title string) {
	if len(lines) == 0 {
		return // nothing of the label is visible
	}
	shape := Shape{Class: p.label.class, Ink: p.label.ink, Term: term, Title: title}
	pitch := p.label.pitch()
	first := middle - (len(lines)-1)*pitch/2
	for i, o := range lines {
		width := p.label.width(o)
		x := p.axis.zero - p.labelGap() - width
		if right {
			x = p.axis.zero + p.TextPx/2
		}
		y := first + i*pitch
		shape.Lines = append(shape.Lines, p.label.line(o, x, p.label.baseline(y)))
		p.obstructText(x, x+width, y)
	}
	p.Shapes = append(p.Shapes, shape)
}

// barBox returns the box of a bar, in 1/256 px, from zero to a value of either sign.
func (p *plot) barBox(value float64, middle int) image.Rectangle {
	top := middle - p.barHeight/2
	return image.Rect(p.axis.subpixel(0), top*subpixels, p.axis.subpixel(value), (top+p.barHeight)*subpixels)
}

// writeValues writes the value and the detail of a bar outwards from its end, in px, and returns
// the end of the text. Either text may be nil.
func (p *plot) writeValues(texts [2]*typeface.Outline, end, middle int, leftwards bool, term, title string) int {
	for i, s := range []textStyle{p.value, p.detail} {
		o := texts[i]
		if o == nil {
			continue
		}
		x := end + p.TextPx/2
		if leftwards {
			x = end - p.TextPx/2 - s.width(o)
		}
		right := x + s.width(o)
		p.write(s, o, x, s.baseline(middle), term, title)
		p.obstructText(x, right, middle)
		end = right
		if leftwards {
			end = x
		}
	}
	return end
}

// obstruct keeps gridlines off a rectangle of whole pixels, given by its sides, its middle and its
// height.
//
// Obstacles are collected while rows are laid out; gridlines come last, when all obstacles are
// known.
func (p *plot) obstruct(left, right, middle, height int) {
	top := middle - height/2
	p.obstacles = append(p.obstacles, image.Rect(left, top, right, top+height))
}

// obstructText keeps gridlines off a line of text, with some space around it.
func (p *plot) obstructText(left, right, middle int) {
	p.obstruct(left-p.TextPx/4, right+p.TextPx/4, middle, p.lineBox())
}

// lineBox is the height that a line of text takes up, ascenders and descenders included, in px.
func (p *plot) lineBox() int { return p.TextPx * 5 / 4 }

// stroke is the width of the axis and of gridlines, in px.
func (p *plot) stroke() int { return max(1, p.TextPx/16) }

// writeAxis draws the zero line from top to bottom. It lies left of zero, where no bar to the right
// starts.
func (p *plot) writeAxis(top, bottom int) {
	p.box("axis", p.style.Quiet, image.Rect(p.axis.zero-p.stroke(), top, p.axis.zero, bottom))
}

// writeTick writes the label of a value above the rows and draws its gridline, except at zero. The
// label is placed so that its beginning, centred, is centred on the gridline.
func (p *plot) writeTick(value float64, label, centred string, top, bottom int) {
	x, most := p.axis.px(value), p.Area.Dx()/2
	before := p.tick.width(p.tick.oneLine(centred, most)) / 2
	p.write(p.tick, p.tick.oneLine(label, most), x-before, top-p.tick.px/2, "", "")
	if value == 0 {
		return
	}
	s := Shape{Class: "grid", Ink: p.style.Grid}
	for _, piece := range gaps(image.Rect(x, top, x+p.stroke(), bottom), slices.Clone(p.obstacles)) {
		s.Boxes = append(s.Boxes, fine(piece))
	}
	if len(s.Boxes) > 0 {
		p.Shapes = append(p.Shapes, s)
	}
}
