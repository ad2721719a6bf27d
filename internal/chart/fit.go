package chart

import (
	"slices"
	"strings"

	"verbatim/internal/typeface"
)

// How a bar chart is fitted into its area: of all ways to put panels side by side the one with the largest letters is
// taken. Letters grow until the rows have no room for them, or the texts leave the longest bar less than half of the width;
// where letters cannot be so small, a quarter has to do.

// MinRow is the height of a row, in px, at which a chart is easy to read.
const MinRow = 24

// leastText is the font height below which there is no chart.
const leastText = 10

// mostPanels is how many panels stand side by side, at most.
const mostPanels = 4

// Bands is how many times the rows stand one below the other, at most, where there are so many panels in a picture so wide
// that is as high as it has to be.
func Bands(width, panels int) int {
	side := max(1, min(panels, width/240, 4))
	return (panels + side - 1) / side
}

// arrange decides how many panels stand side by side, and how large all is.
func (c *barChart) arrange() error {
	if err := c.shapeTexts(); err != nil {
		return err
	}
	for _, c.part = range []int{2, 4} {
		side, px, err := c.largest()
		if err != nil {
			return err
		}
		if side > 0 {
			_, err := c.measure(side, px)
			bands := (len(c.Panels) + side - 1) / side
			c.Spare = c.Style.Area.Dy() - bands*(c.head+c.row*len(c.Rows)+c.space+c.base/2) + c.space
			return err
		}
	}
	return ErrNoRoom
}

// largest is how many panels have to stand side by side for the largest letters, and their size; 0 if there is no room.
// Of equal ones it is the most panels, which can be compared best.
func (c *barChart) largest() (best, px int, err error) {
	px = leastText - 1
	n := len(c.Panels)
	for bands := (n + mostPanels - 1) / mostPanels; bands <= n; bands++ {
		side := (n + bands - 1) / bands // so that all bands have about as many
		found, err := c.measure(side, px+1)
		if err != nil {
			return 0, 0, err
		}
		if found {
			best, px = side, c.base
		}
	}
	return best, px, nil
}

// shapeTexts shapes what stands at the ends of bars: numbers, short in any case.
func (c *barChart) shapeTexts() error {
	for _, p := range c.Panels {
		row := make([][2]*typeface.Outline, len(p.Bars))
		for i, b := range p.Bars {
			var err error
			if row[i][0], _, err = c.Strong.Shown(beginning(b.Strong)); err != nil {
				return err
			}
			if row[i][1], _, err = c.Text.Shown(beginning(b.Quiet)); err != nil {
				return err
			}
		}
		c.texts = append(c.texts, row)
	}
	return nil
}

// measure finds the largest letters, of at least a size, with which there is room for the rows, and for the bars beside
// their texts, if so many panels stand side by side.
func (c *barChart) measure(side, least int) (found bool, err error) {
	c.perBand = side
	bands := (len(c.Panels) + side - 1) / side
	for px := max(leastText, c.Style.Area.Dx()*24/1000); px >= least; px-- {
		if !c.setRows(bands, px) {
			continue
		}
		if err := c.fitLabels(); err != nil {
			return false, err
		}
		if c.setScale() {
			return true, nil
		}
	}
	return false, nil
}

// setRows decides how high rows and their bars are if letters have a size. The head and the rows share the height, the head
// growing with the letters.
func (c *barChart) setRows(bands, px int) bool {
	c.base, c.head = px, px*7/4
	if c.Panels[0].Name != "" {
		c.head += px * 9 / 4
	}
	c.space = min(bands-1, 1) * px * 2
	c.row = min(((c.Style.Area.Dy()+c.space)/bands-c.head-c.space-px/2)/len(c.Rows), px*4)
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
func (c *barChart) setScale() bool {
	_, width := c.panelWidth()
	c.axis = axis{share: c.Share}
	least := width
	for n, p := range c.Panels {
		for i := range p.Bars {
			room := width - c.endWidth(n, i)
			least = min(least, room)
			if v := p.Bars[i].reach(); v > 0 && (c.axis.unit == 0 || float64(room)/v < c.axis.unit) {
				c.axis.unit = float64(room) / v
			}
		}
	}
	if c.axis.unit == 0 {
		c.axis.unit = 1 // no bar has a length
	}
	return least*c.part >= width
}

// reach is how far to the right a bar inks.
func (b *Bar) reach() float64 {
	if b.High != nil {
		return max(b.Value, *b.High)
	}
	return b.Value
}

// endWidth is the room that a bar needs beyond its end.
func (c *barChart) endWidth(panel, row int) int {
	texts := c.texts[panel][row]
	return c.value.width(texts[0]) + c.count.width(texts[1]) + c.TextPx*5/4 + 2
}
