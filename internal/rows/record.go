package rows

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// A row may have more cells than the header. Where most rows have, the columns
// have no name (unnamed); else somebody put no quotes around an answer with
// commas, mostly the comment at the end:
//
//	id,dept,comment
//	1,HR,good place, friendly team, long queue
//	         └──────────── one answer ────────┘
//
// A space after each comma shows it. Then the last column has all of it. Any other
// surplus belongs to no column. Both cases give a warning.

// Cells takes a record apart, appending to cells; columns is the number of columns
// of the table, 0 where it is not known yet. Surplus cells are kept at the end,
// even if they are also part of the last answer. Bytes that are not text are looked
// for here, once for all cells.
func (t *Table) Cells(cells []Cell, rec Record, columns int) []Cell {
	cells = t.syntax.split(cells, rec.Text)
	t.repair(cells)
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

// IsEmptyLine reports whether a record is an empty line: not even a delimiter
// in it.
func (t *Table) IsEmptyLine(rec Record) bool { return t.syntax.emptyLine(rec.Text) }

// IsBlankRow reports whether no cell of a record holds anything.
func (t *Table) IsBlankRow(rec Record) bool { return t.syntax.blankRow(rec.Text) }

// Troubles are the warnings about one record as a whole: bytes that are not text, a
// quote never closed, cells past the last column that hold something.
func (t *Table) Troubles(rec Record, cells []Cell, columns int) (out []notice.Warning) {
	warn := func(code notice.Code, column int, format string, args ...any) {
		out = append(out, notice.Warning{Code: code, File: t.Name, Line: rec.Line, Column: column, Message: fmt.Sprintf(format, args...)})
	}
	if rec.Stray {
		warn(notice.StrayQuote, 0, "a quote is opened and never closed: read as a letter")
	}
	if cells == nil && value.Damaged(rec.Text) || len(cells) > 0 && cells[0].damaged {
		invalid, nul := badBytes(rec.Text)
		if invalid == 1 {
			warn(notice.BadBytes, 0, "a byte is not %s: read as U+FFFD", t.Encoding)
		} else if invalid > 1 {
			warn(notice.BadBytes, 0, "%d bytes are not %s: read as U+FFFD", invalid, t.Encoding)
		}
		if nul == 1 {
			warn(notice.NULBytes, 0, "a NUL byte is left out")
		} else if nul > 1 {
			warn(notice.NULBytes, 0, "%d NUL bytes are left out", nul)
		}
	}
	for i := columns; i < len(cells); i++ {
		if value.IsBlank(cells[i].Raw) {
			continue
		}
		what := "the surplus is not read"
		if surplusIsText(cells, columns) {
			what = "the last one has the surplus too, since a space follows each delimiter"
		}
		warn(notice.SurplusCells, i+1, "%d cells where the header has %d: %s", len(cells), columns, what)
		break
	}
	return out
}

// Troubles are the warnings about the first records of a table, those above the
// respondents.
func (s Sample) Troubles(records int) (out []notice.Warning) {
	for rec := range s.Records() {
		if records--; records < 0 {
			break
		}
		out = append(out, s.Table.Troubles(rec, nil, 0)...)
	}
	return out
}

// badBytes counts the bytes of a record that are not UTF-8 and those that are NUL.
func badBytes(text string) (invalid, nul int) {
	for i, r := range text {
		switch {
		case r == 0:
			nul++
		case r == utf8.RuneError && (i+3 > len(text) || text[i:i+3] != "\ufffd"):
			invalid++
		}
	}
	return invalid, nul
}
