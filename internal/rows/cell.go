package rows

import (
	"strings"
	"verbatim/internal/value"
)

// A Cell is one field of a record.
type Cell struct {
	Raw string // without the quotes around it
	// Quoted tells "" from nothing: some platforms mean different things by them.
	Quoted  bool
	doubled bool // quotes inside are still doubled
	damaged bool // may hold bytes that are no UTF-8, or NUL
}

// Text gives what stands in the cell.
func (c Cell) Text() string {
	if c.doubled {
		return strings.ReplaceAll(c.Raw, `""`, `"`)
	}
	return c.Raw
}

// Cells are pieces of the block's text as far as possible: nothing is copied
// that nobody asks for.

// newCell makes a cell of a field of which the first n bytes stand in quotes.
func newCell(field string, n int) Cell {
	if n == 0 {
		return Cell{Raw: field}
	}
	inner := field[1 : n-1]
	c := Cell{Raw: inner, Quoted: true, doubled: strings.Contains(inner, `""`)}
	if n < len(field) {
		return Cell{Raw: c.Text() + field[n:], Quoted: true}
	}
	return c
}

// A row may have more cells than the header. Where most rows have, the columns
// have no name (unnamed); else somebody put no quotes around an answer with
// commas, mostly the comment at the end:
//
//	id,dept,comment
//	1,HR,good place, friendly team, long queue
//	         └──────────── one answer ────────┘
//
// A space after each comma tells it. Then the last column has all of it; any
// other surplus is in no column. Either is warned of.

// Cells takes a record apart, appending to cells; columns is the number of
// columns of the table, 0 where it is not known yet. Surplus cells are kept at
// the end: an answer that they are pieces of has them too. Whether bytes are
// text is looked at here, once for all cells.
func (t *Table) Cells(cells []Cell, rec Record, columns int) []Cell {
	cells = t.syntax.split(cells, rec.Text)
	if value.Damaged(rec.Text) {
		for i := range cells {
			cells[i].damaged = true
		}
	}
	if columns > 0 && len(cells) > columns && surplusIsText(cells, columns) {
		var text strings.Builder
		for i, c := range cells[columns-1:] {
			if i > 0 {
				text.WriteByte(t.syntax.delimiter)
			}
			text.WriteString(c.Raw)
		}
		cells[columns-1].Raw = text.String()
	}
	return cells
}

// surplusIsText reports whether the cells past the last column are pieces of the
// answer in it.
func surplusIsText(cells []Cell, columns int) bool {
	last := cells[columns-1]
	return !last.Quoted && !value.IsBlank(last.Raw) && Prose(cells[columns-1:], len(cells)+1)
}

// Prose reports whether cells are the pieces of a text that its commas cut: fewer
// than the table has, a space in front of each but the first.
func Prose(cells []Cell, width int) bool {
	for _, c := range cells[1:] {
		if !strings.HasPrefix(c.Raw, " ") || c.Quoted {
			return false
		}
	}
	return len(cells) > 1 && len(cells) < width
}

// At gives the text of a column, from 1, trimmed; "" past the end of a short
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

// IsEmptyLine reports whether a record is an empty line: not even a delimiter
// in it.
func (t *Table) IsEmptyLine(rec Record) bool { return t.syntax.emptyLine(rec.Text) }

// IsBlankRow reports whether no cell of a record holds anything.
func (t *Table) IsBlankRow(rec Record) bool { return t.syntax.blankRow(rec.Text) }
