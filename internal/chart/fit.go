package chart

import (
	"cmp"
	"strings"

	"verbatim/internal/typeface"
)

// How a bar chart is fitted into its area. Letters are those of the picture's scale (Style.TextPx), so
// that charts of one size look alike. For every sensible number of panels side by side they become
// smaller only as far as needed, so that
//
//   - the rows are high enough for the letters (setRows), and
//   - labels and values leave the longest bar at least half of a panel's width (setScale), and
//   - no label is cut, if a quarter less is enough for that (measure).
//
// The arrangement with the largest font wins (largest). If no font height of at least minTextPx
// leaves the longest bar half of the width, the search is repeated with a quarter (arrange).

// MinRow is the height of a row, in px, from which a chart is easy to read.
const MinRow = 24

const (
	maxPanels     = 4   // side by side; more have too little room for bars
	minPanelWidth = 240 // px
	maxFont       = 24  // font height, in thousandths of the width of the area, where the style has none
	labelShare    = 30  // width of the labels at most, in percent of the width of the area
)

// Bands returns how many bands of panels a chart of that width, in px, has at most if its height
// may grow as needed.
func Bands(width, panels int) int {
	return bandsOf(panels, max(1, min(panels, width/minPanelWidth, maxPanels)))
}

// bandsOf returns the number of bands that panels need with perBand of them side by side.
func bandsOf(panels, perBand int) int { return (panels + perBand - 1) / perBand }

// arrange decides how many panels stand side by side, the font height, and the scale. It reports
// whether there is room.
func (c *barChart) arrange() bool {
	for _, p := range c.spec.Panels { // the texts of the bars; they are short, so never cut
		row := make([][2]*typeface.Outline, len(p.Bars))
		for i, b := range p.Bars {
			row[i][0], _ = c.style.Strong.Shown(truncate(b.Strong))
			row[i][1], _ = c.style.Text.Shown(truncate(b.Quiet))
		}
		c.values = append(c.values, row)
	}
	for _, c.minBar = range []int{2, 4} {
		if perBand, px := c.largest(); perBand > 0 {
			c.measure(perBand, px)
			c.Spare = c.Area.Dy() - bandsOf(len(c.spec.Panels), perBand)*(c.bandHeight()+c.bandGap) + c.bandGap
			return true
		}
	}
	return false
}

// bandHeight returns the height of a band without the gap below it, in px.
func (c *barChart) bandHeight() int { return c.head + c.rowHeight*len(c.spec.Rows) }

// largest returns the number of panels side by side that allows the largest font, and that font
// height in px; 0 if there is no room. Of equal ones it takes the most panels, since bars side by
// side are easiest to compare.
func (c *barChart) largest() (best, px int) {
	px = minTextPx - 1
	n := len(c.spec.Panels)
	for bands := bandsOf(n, maxPanels); bands <= n; bands++ {
		perBand := (n + bands - 1) / bands // spreads the panels evenly over the bands
		if c.measure(perBand, px+1) {
			best, px = perBand, c.TextPx
		}
	}
	return best, px
}

// measure finds the largest font, of at least minPx, with which that many panels side by side have
// room. It reports whether there is one; if so, all sizes of the chart are set.
func (c *barChart) measure(perBand, minPx int) bool {
	c.perBand = perBand
	bands := bandsOf(len(c.spec.Panels), perBand)
	most, found := max(minPx, cmp.Or(c.style.TextPx, c.Area.Dx()*maxFont/1000)), 0
	for px := most; px >= minPx; px-- {
		if !c.setRows(bands, px) && c.style.RowPx > 0 {
			break // fewer rows are better than smaller letters
		}
		if c.rowHeight*fontPercent/100 < px || !c.setScale() {
			continue
		}
		if found = max(found, px); !c.cut() {
			return true
		}
		if px*4 <= most*3 { // smaller letters do not help
			break
		}
	}
	return found > 0 && c.setRows(bands, found) && c.setScale()
}

// setRows divides the height among bands and rows for a font height. It reports whether the rows
// have room for the letters.
func (c *barChart) setRows(bands, px int) bool {
	c.head = 0
	if c.spec.Heads != [2]string{} {
		c.head = px * 5 / 4 // the heads of the columns
	}
	if !c.single() {
		c.head = px * 5 / 2 // the heading and its note
	}
	c.bandGap = min(bands-1, 1) * px * 2
	height := (c.Area.Dy()+c.bandGap)/bands - c.bandGap - c.head
	return c.fitRows(height, len(c.spec.Rows), px) && c.rowHeight >= c.style.RowPx
}

// wrapLabels breaks the labels into lines, two at most. It sets labels, labelWidth and Unshown afresh,
// since the search calls it for each font height.
func (c *barChart) wrapLabels() {
	c.labels, c.Unshown, c.labelWidth = nil, nil, 0
	for _, r := range c.spec.Rows {
		lines := c.wrapLabel(r.Label, c.Area.Dx()*labelShare/100)
		for _, line := range lines {
			c.labelWidth = max(c.labelWidth, c.label.width(line))
		}
		c.labels = append(c.labels, lines)
	}
	c.labelWidth += c.labelGap()
}

// cut reports whether a label had to be cut.
func (c *barChart) cut() bool {
	for _, lines := range c.labels {
		if n := len(lines); n > 0 && strings.HasSuffix(lines[n-1].Text, ellipsis) {
			return true
		}
	}
	return false
}

// panelWidth returns the distance between the left sides of two panels, and the width of one, in
// px.
func (c *barChart) panelWidth() (pitch, width int) {
	gap := c.TextPx * 3 / 2
	pitch = (c.Area.Dx() - c.labelWidth + gap) / c.perBand
	return pitch, pitch - gap
}

// setColumns sets the widths of the columns of a single panel, with the gap to their left.
func (c *barChart) setColumns() {
	c.columns = [2]int{}
	if !c.single() {
		return
	}
	for i, s := range []textStyle{c.value, c.detail} {
		if i == 0 && c.spec.Panels[0].Bars[0].Low == nil {
			continue // the values follow the bars
		}
		widest := c.tick.width(c.tick.oneLine(c.spec.Heads[i], c.Area.Dx()))
		for _, texts := range c.values[0] {
			widest = max(widest, s.width(texts[i]))
		}
		c.columns[i] = widest + c.TextPx*7/8
	}
}

// setScale wraps the labels and finds the largest scale at which every bar and the texts at its end
// fit into a panel. It reports whether the room for the longest bar is at least 1/minBar of the panel.
func (c *barChart) setScale() bool {
	c.wrapLabels()
	c.setColumns()
	_, width := c.panelWidth()
	width -= c.columns[0] + c.columns[1]
	c.axis = axis{}
	least := width
	for n, p := range c.spec.Panels {
		for i := range p.Bars {
			// A bar needs, beyond its end, room for the texts that follow it, each half an em off, and 2 px
			// for rounding.
			room := width - 2
			for j, s := range []textStyle{c.value, c.detail} {
				if c.columns[j] == 0 {
					room -= s.width(c.values[n][i][j]) + c.TextPx/2
				}
			}
			least = min(least, room)
			c.axis.fit(p.Bars[i].extent(), room)
		}
	}
	c.axis.unit = cmp.Or(c.axis.unit, 1) // if no bar has a length
	return least*c.minBar >= width
}
