package spss

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// A column makes cells from the bytes of a case.
type column struct {
	at, width int // in bytes of the case; width 0: a number
	format    format
	order     binary.ByteOrder
	sysmis    float64
	text      decoder
	// What values mean: numbers, or strings without the blanks at their ends. Columns share these. nil: nothing is known.
	numbers        map[float64]string
	strings        map[string]string
	missingNumbers []float64
	missingStrings []string
	low, high      float64 // a range of missing numbers; empty if low is above high
}

// newColumn makes the column of a variable.
func newColumn(v *variable, d *data, text decoder) column {
	// Without a range, none is between 1 and 0.
	c := column{at: v.element * 8, width: v.width, format: v.format, order: d.order, sysmis: d.sysmis, text: text, low: 1, high: 0}
	for _, p := range v.missing.values {
		if v.width > 0 {
			c.missingStrings = append(c.missingStrings, string(trimmed(p)))
		} else {
			c.missingNumbers = append(c.missingNumbers, number(d.order, p))
		}
	}
	if v.missing.low != nil {
		c.low, c.high = number(d.order, v.missing.low), number(d.order, v.missing.high)
	}
	if v.labels != nil && v.width > 0 {
		c.strings = v.labels.ofStrings(text)
	} else if v.labels != nil {
		c.numbers = v.labels.ofNumbers(d.order, text)
	}
	return c
}

// cell reads a cell. ok is false if some bytes of it are no text. scratch is used for long strings.
func (c *column) cell(raw, scratch []byte) (cell Cell, ok bool) {
	if c.width == 0 {
		return c.number(number(c.order, raw[c.at:])), true
	}
	return c.string(stringOf(raw[c.at:], c.width, scratch))
}

// number shows a number.
func (c *column) number(x float64) Cell {
	if x == c.sysmis || math.IsNaN(x) {
		return Cell{Missing: SystemMissing}
	}
	text, ok := c.numbers[x]
	if !ok {
		text = c.format.show(x)
	}
	// The label of a missing value says why there is no answer. It is not one.
	if c.low <= x && x <= c.high || slices.Contains(c.missingNumbers, x) {
		return Cell{text, UserMissing}
	}
	return Cell{text, Present}
}

// string shows a string of the full width. Values are compared as they are in the file, without blanks at the end.
func (c *column) string(p []byte) (cell Cell, ok bool) {
	p = trimmed(p)
	for _, m := range c.missingStrings {
		if m == string(p) {
			cell.Missing = UserMissing
		}
	}
	if label, found := c.strings[string(p)]; found {
		cell.Text = label
		return cell, true
	}
	cell.Text = c.text.text(p)
	if plain(p) {
		return cell, true
	}
	if len(p) == c.width { // a character at the end was cut
		cell.Text = strings.TrimSuffix(cell.Text, string(utf8.RuneError))
	}
	return cell, !strings.ContainsRune(cell.Text, utf8.RuneError)
}

// stringOf gives the bytes of a string, which begins at an element. One of more than 255 bytes is in several parts, of
// 255 bytes in 32 elements each; scratch is where they are joined.
func stringOf(raw []byte, width int, scratch []byte) []byte {
	if width <= segmentWidth {
		return raw[:width]
	}
	scratch = scratch[:0]
	for len(scratch) < width {
		n := min(segmentWidth, width-len(scratch))
		scratch = append(scratch, raw[:n]...)
		raw = raw[min(256, len(raw)):]
	}
	return scratch
}
