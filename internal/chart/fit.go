package chart

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/internal/typeface"
)

// How a bar chart is fitted into its area.
//
// For every sensible number of panels side by side, the font height is lowered step by step from
// 2.4% of the width until
//
//   - the rows are high enough for the letters (setRows), and
//   - labels and values leave the longest bar at least half of a panel's width (setScale).
//
// The arrangement with the largest font wins (largest). If no font height of at least minTextPx
// leaves the longest bar half of the width, the search is repeated with a quarter (arrange).

// MinRow is the height of a row, in px, from which a chart is easy to read.
const MinRow = 24

const (
	maxPanels     = 4   // side by side; more have too little room for bars
	minPanelWidth = 240 // px
	maxFont       = 24  // font height, in thousandths of the width of the area
	labelShare    = 32  // width of the labels at most, in percent of the width of the area
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
	for _, p := range c.spec.Panels { // the texts at the ends of the bars; they are short, so never cut
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
			c.Spare = c.Area.Dy() - bandsOf(len(c.spec.Panels), perBand)*(c.bandHeight()+c.bandGap+c.basePx/2) + c.bandGap
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
			best, px = perBand, c.basePx
		}
	}
	return best, px
}

// measure finds the largest font, of at least minPx, with which that many panels side by side have
// room. It reports whether there is one; if so, all sizes of the chart are set.
func (c *barChart) measure(perBand, minPx int) bool {
	c.perBand = perBand
	bands := bandsOf(len(c.spec.Panels), perBand)
	for px := max(minTextPx, c.Area.Dx()*maxFont/1000); px >= minPx; px-- {
		if !c.setRows(bands, px) {
			continue
		}
		c.fitLabels()
		if c.setScale() {
			return true
		}
	}
	return false
}

// setRows divides the height among bands and rows for a font height. It reports whether the rows
// have room for the letters.
func (c *barChart) setRows(bands, px int) bool {
	c.basePx, c.head = px, px*7/4 // a line of tick labels
	if c.spec.Panels[0].Name != "" {
		c.head += px * 9 / 4 // the heading and its note
	}
	c.bandGap = min(bands-1, 1) * px * 2
	height := (c.Area.Dy()+c.bandGap)/bands - c.bandGap - c.head - px/2
	return c.fitRows(height, len(c.spec.Rows), px)
}

// fitLabels wraps the labels. If one is cut, it reduces the font so that two lines fit into a row,
// provided that letters keep 60% of their height and that this makes any label break.
func (c *barChart) fitLabels() {
	cut := c.wrapLabels()
	// Two lines, 2.2 times the font height, fit into labelPercent of a row of 2.75 times the font
	// height.
	full, px := c.TextPx, c.rowHeight*10/28
	if !cut || px >= full || px < max(minTextPx, full*60/100) {
		return
	}
	c.setFont(px)
	c.wrapLabels()
	if !slices.ContainsFunc(c.labels, func(lines []*typeface.Outline) bool { return len(lines) > 1 }) {
		c.setFont(full) // the labels have no space to break at
		c.wrapLabels()
	}
}

// wrapLabels breaks the labels into lines, and reports whether one had to be cut. It sets labels,
// labelWidth and Unshown afresh, since the search calls it for each font height.
func (c *barChart) wrapLabels() (cut bool) {
	c.labels, c.Unshown, c.labelWidth = nil, nil, 0
	for _, r := range c.spec.Rows {
		lines := c.wrapLabel(r.Label, c.Area.Dx()*labelShare/100)
		cut = cut || len(lines) > 0 && strings.HasSuffix(lines[len(lines)-1].Text, ellipsis)
		for _, line := range lines {
			c.labelWidth = max(c.labelWidth, c.label.width(line))
		}
		c.labels = append(c.labels, lines)
	}
	c.labelWidth += c.labelGap()
	return cut
}

// panelWidth returns the distance between the left sides of two panels, and the width of one, in
// px.
func (c *barChart) panelWidth() (pitch, width int) {
	gap := c.TextPx * 3 / 2
	pitch = (c.Area.Dx() - c.labelWidth + gap) / c.perBand
	return pitch, pitch - gap
}

// setScale finds the largest scale at which every bar and the texts at its end fit into a panel. It
// reports whether the room for the longest bar is at least 1/minBar of the panel.
func (c *barChart) setScale() bool {
	_, width := c.panelWidth()
	c.axis = axis{share: c.spec.Share}
	least := width
	for n, p := range c.spec.Panels {
		for i := range p.Bars {
			// A bar needs, beyond its end, room for two texts, half an em before each, a quarter after
			// them, and 2 px for rounding.
			texts := c.values[n][i]
			room := width - c.value.width(texts[0]) - c.detail.width(texts[1]) - c.TextPx*5/4 - 2
			least = min(least, room)
			c.axis.fit(p.Bars[i].extent(), room)
		}
	}
	c.axis.unit = cmp.Or(c.axis.unit, 1) // if no bar has a length
	return least*c.minBar >= width
}
