package rows

import (
	"strings"

	"verbatim/internal/value"
)

// A Cell is one field of a record.
type Cell struct {
	Raw string // without the quotes around it
	// Quoted distinguishes "" from nothing: some platforms mean different things by
	// them.
	Quoted  bool
	doubled bool // quotes inside are still doubled
	joined  bool // is also part of an answer before it
	damaged bool // may hold bytes that are not UTF-8, or NUL
}

// Text returns the text of the cell.
func (c Cell) Text() string {
	if c.doubled {
		return strings.ReplaceAll(c.Raw, `""`, `"`)
	}
	return c.Raw
}

// newCell makes a cell of a field that begins with n bytes in quotes.
//
// Cells are pieces of the block's text as far as possible, so that nothing is
// copied needlessly.
func newCell(field string, n int) Cell {
	inner := field[1 : n-1]
	c := Cell{Raw: inner, Quoted: true, doubled: strings.Contains(inner, `""`)}
	if n < len(field) {
		return Cell{Raw: c.Text() + field[n:], Quoted: true}
	}
	return c
}

// unescape takes the backslashes before quotes away, in a file that writes them so.
func (c *Cell) unescape() {
	if strings.Contains(c.Raw, `\"`) {
		c.Raw = strings.ReplaceAll(c.Raw, `\"`, `"`)
	}
}

// prose reports whether cells are the pieces of a text that its commas cut: fewer
// than the table has, a space in front of each but the first.
func prose(cells []Cell, width int) bool {
	for _, c := range cells[1:] {
		if !strings.HasPrefix(c.Raw, " ") || c.Quoted {
			return false
		}
	}
	return len(cells) > 1 && len(cells) < width
}

// At returns the text of a column, from 1, trimmed; "" past the end of a short
// record.
func At(cells []Cell, column int) string {
	if column > len(cells) {
		return ""
	}
	c := &cells[column-1]
	if c.damaged {
		return value.Trim(value.Clean(c.Text()))
	}
	return value.Trim(c.Text())
}

// countFilled counts the cells that hold something.
func countFilled(cells []Cell) (n int) {
	for _, c := range cells {
		if !value.IsBlank(c.Raw) {
			n++
		}
	}
	return n
}
