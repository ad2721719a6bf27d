package chart

import (
	"cmp"
	"image"
	"slices"
)

// A row of a dot plot. Symbols stand at their values; those that would touch are stacked around the
// middle of the row, so that each can be seen whole:
//
//	         ○
//	label ┃  ──────△─────────■ South 19%
//	         □
//
// The line runs from the lowest symbol to the highest, and is cut where a symbol or a text stands.

// placed is a symbol of a row with its dot.
type placed struct {
	symbol
	dot   *Dot
	group int
	level int             // in the stack: 0 is the middle, -1 the first above, 1 the first below
	box   image.Rectangle // the pixels that it may touch
}

// lower moves a symbol down by px.
func (p *placed) lower(px int) {
	p.centre.Y += px
	p.box = p.box.Add(image.Pt(0, px))
}

// place gives each symbol of a row its place, in the order of their values; middle is the height of
// the middle of the row, in px.
func (c *dotPlot) place(r *DotRow, middle int) (list []placed) {
	for i := range r.Dots {
		d := &r.Dots[i]
		if d.Hidden {
			continue
		}
		p := placed{symbol: symbol{shape: i, centre: image.Pt(c.axis.px(d.Value), middle), radius: c.radius, stroke: c.outline()}, dot: d, group: i}
		if d.Filled {
			p.radius, p.stroke = c.full, 0
		}
		p.box = p.bounds()
		list = append(list, p)
	}
	slices.SortStableFunc(list, func(a, b placed) int { return cmp.Compare(a.centre.X, b.centre.X) })
	if c.lane > 0 {
		for i := range list {
			list[i].lower((2*list[i].group - len(r.Dots) + 1) * c.lane / 2)
		}
		return list
	}
	stack(list)
	return list
}

// stack moves symbols that would touch up and down. Each takes the level nearest to the middle that
// is free; then every cluster of neighbours is centred on the row.
func stack(list []placed) {
	for first := 0; first < len(list); {
		end := first + 1 // of the cluster
		for end < len(list) && slices.ContainsFunc(list[first:end], func(p placed) bool { return near(p, list[end]) }) {
			end++
		}
		cluster := list[first:end]
		low, high, hull := 0, 0, image.Rectangle{}
		for i := range cluster {
			cluster[i].level = freeLevel(cluster[:i], cluster[i])
			low, high = min(low, cluster[i].level), max(high, cluster[i].level)
			hull = hull.Union(cluster[i].box) // the tip of one triangle may come above that of another
		}
		space := (hull.Dy() + 2) / 2 * 2 // even, since half of it is a step
		for i := range cluster {
			cluster[i].lower((2*cluster[i].level - low - high) * space / 2)
		}
		first = end
	}
}

// freeLevel is the level nearest to the middle at which none of the others is near.
func freeLevel(others []placed, p placed) int {
	for n := 0; ; n++ {
		for _, level := range [2]int{-n, n} {
			if !slices.ContainsFunc(others, func(o placed) bool { return o.level == level && near(o, p) }) {
				return level
			}
		}
	}
}

// near reports whether two symbols would touch if they stood side by side.
func near(a, b placed) bool {
	return b.box.Min.X <= a.box.Max.X && a.box.Min.X <= b.box.Max.X
}

// writeRow writes a row, whose middle is given in px.
func (c *dotPlot) writeRow(b *DotBlock, r *DotRow, label dotLabel, middle int) {
	c.writeRowTexts(b, r, label, middle)
	list := c.place(r, middle)
	var taken []image.Rectangle // by symbols and by the labels beside them
	for _, p := range list {
		taken = append(taken, p.box.Inset(-1))
		if p.dot.Low != nil {
			taken = append(taken, c.interval(p).Inset(-1))
		}
	}
	symbols := len(taken)
	for _, p := range slices.Backward(list) { // the highest first, since the scale leaves room for its label
		if p.dot.Filled && p.dot.Label != "" {
			taken = append(taken, c.writeBeside(p, r, taken, middle)...)
		}
	}
	c.writeRange(b, r, list, taken[symbols:], middle)
	for _, p := range list {
		ink, title := c.spec.Quiet, cmp.Or(p.dot.Title, r.Title)
		if p.dot.Filled {
			ink = c.spec.Groups[p.group].Ink
		}
		if c.lane > 0 && p.dot.Low != nil {
			line := c.interval(p)
			whisker := Shape{Class: "whisker", Ink: c.spec.Faint, Term: r.Label, Title: title}
			if p.dot.Filled {
				whisker.Ink = ink
			}
			c.writeLine(whisker, line, []placed{p}, nil)
		}
		c.Shapes = append(c.Shapes, Shape{Class: "dot", Ink: ink, Contours: p.contours(), Term: r.Label, Title: title})
	}
	c.obstacles = append(c.obstacles, taken...)
}

// writeRowTexts writes the label of a row at the left, and its numbers and its note at the right.
func (c *dotPlot) writeRowTexts(b *DotBlock, r *DotRow, label dotLabel, middle int) {
	style := c.styleOf(b)
	if len(label.lines) > 0 {
		shape := Shape{Class: style.class, Ink: style.ink, Term: r.Label, Title: r.Title}
		first := middle - (len(label.lines)-1)*style.pitch()/2
		for i, o := range label.lines {
			shape.Lines = append(shape.Lines, style.line(o, c.Area.Min.X, style.baseline(first+i*style.pitch())))
		}
		c.Shapes = append(c.Shapes, shape)
	}
	for i, cell := range r.Cells {
		style := c.styleOf(b)
		style.chain, style.class = c.spec.Text, "value"
		if cell.Strong {
			style.chain = c.spec.Strong
		}
		if cell.Ink.A > 0 {
			style.ink = cell.Ink
		}
		o := style.oneLine(cell.Text, c.Area.Dx()*columnPercent/100)
		c.write(style, o, c.columns[i]-style.width(o), style.baseline(middle), r.Label, cmp.Or(cell.Title, r.Title))
	}
	if o := c.note(r); o != nil {
		style := c.tick
		style.class = "value"
		c.write(style, o, c.Area.Max.X-style.width(o), style.baseline(middle), r.Label, r.Note.Title)
	}
}

// writeBeside writes the label of a filled symbol where there is room: to the right, to the left, or
// above. It returns what the label takes, in px; nothing where there is no room, and then the symbol
// has none, since the axis says as much.
func (c *dotPlot) writeBeside(p placed, r *DotRow, taken []image.Rectangle, middle int) []image.Rectangle {
	style := c.strong
	style.ink, style.class = c.spec.Groups[p.group].Ink, "value"
	o := style.oneLine(p.dot.Label, c.Area.Dx()/2)
	width, gap, box := style.width(o), c.px(8), p.box
	top := p.centre.Y - c.TextPx*5/8
	right := image.Rect(box.Max.X+gap, top, box.Max.X+gap+width, top+c.TextPx*5/4)
	left := right.Add(image.Pt(box.Min.X-gap-right.Max.X, 0))
	above := right.Add(image.Pt(p.centre.X-width/2-right.Min.X, box.Min.Y-c.px(1)-right.Max.Y))
	places := []image.Rectangle{right, left, above}
	if p.dot.High != nil { // beyond its interval
		places = []image.Rectangle{right.Add(image.Pt(max(0, c.axis.px(*p.dot.High)-box.Max.X), 0))}
	}
	for i, at := range places {
		free := at.Min.X > c.axis.zero+c.px(4) && at.Max.X <= c.right && at.Min.Y >= middle-(c.pitch+c.TextPx/4)/2 && at.Max.Y <= middle+(c.pitch+c.TextPx/4)/2
		if free && !slices.ContainsFunc(taken, at.Overlaps) && !slices.ContainsFunc(c.obstacles, at.Overlaps) {
			c.write(style, o, at.Min.X, style.baseline((at.Min.Y+at.Max.Y)/2), r.Label, p.dot.Title)
			at.Min.X, at.Max.X = at.Min.X-c.px(6), at.Max.X+c.px(6)
			if i < 2 && p.dot.High == nil { // no piece of the line between the symbol and its label
				at.Min.X, at.Max.X = min(at.Min.X, box.Max.X), max(at.Max.X, box.Min.X)
			}
			return []image.Rectangle{at}
		}
	}
	return nil
}

// writeRange draws the line of a row from its lowest symbol to its highest.
func (c *dotPlot) writeRange(b *DotBlock, r *DotRow, list []placed, texts []image.Rectangle, middle int) {
	if c.lane > 0 || len(list) < 2 {
		return
	}
	ink := c.spec.Faint
	if b.Strong {
		ink = c.spec.Quiet
	}
	line := c.lineAt(list[0].centre.X, list[len(list)-1].centre.X, middle)
	c.writeLine(Shape{Class: "range", Ink: ink, Term: r.Label, Title: r.Title}, line, list, texts)
}

// interval is the line of the interval of a symbol.
func (c *dotPlot) interval(p placed) image.Rectangle {
	return c.lineAt(c.axis.px(*p.dot.Low), c.axis.px(*p.dot.High), p.centre.Y)
}

// lineAt is a horizontal line around the height y, in px.
func (c *dotPlot) lineAt(from, to, y int) image.Rectangle {
	top := y - c.stroke()/2
	return image.Rect(from, top, to, top+c.stroke())
}

// writeLine draws a horizontal line, cut where symbols and texts are, and keeps gridlines off it.
func (c *dotPlot) writeLine(s Shape, line image.Rectangle, list []placed, texts []image.Rectangle) {
	var holes []image.Rectangle
	for _, p := range list {
		if left, right := p.span(line.Min.Y-1, line.Max.Y+1); right > left {
			holes = append(holes, flipped(image.Rect(left-1, line.Min.Y, right+1, line.Max.Y)))
		}
	}
	for _, t := range texts {
		if t.Overlaps(line) {
			holes = append(holes, flipped(t))
		}
	}
	for _, piece := range gaps(flipped(line), holes) { // which cuts upright lines
		if piece.Dy() < c.px(crumb) {
			continue
		}
		s.Boxes = append(s.Boxes, fine(flipped(piece)))
	}
	if len(s.Boxes) > 0 {
		c.Shapes = append(c.Shapes, s)
		c.obstacles = append(c.obstacles, line)
	}
}

// flipped is a rectangle with x and y exchanged.
func flipped(r image.Rectangle) image.Rectangle {
	return image.Rect(r.Min.Y, r.Min.X, r.Max.Y, r.Max.X)
}
