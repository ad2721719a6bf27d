package rows

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// A row may have more cells than the header. Where most rows have, the columns
// have no name (Unnamed); else somebody put no quotes around an answer with
// commas, mostly the comment at the end:
//
//	id,dept,comment                             id,comment,age
//	1,HR,good place, friendly team, long queue  1,good place, friendly team,20
//	     └──────────── one answer ────────┘       └───── one answer ─────┘
//
// A space after each comma shows it. Then its column has all of it. Any other
// surplus belongs to no column. Both cases give a warning.

// Cells takes a record apart, appending to cells; columns is the number of columns
// of the table, 0 where it is not known yet. Surplus cells are kept at the end,
// even if they are also part of an answer. Bytes that are not text are looked
// for here, once for all cells.
func (t *Table) Cells(cells []Cell, rec Record, columns int) []Cell {
	before := len(cells)
	cells = t.syntax.split(cells, rec.Text)
	t.repair(cells)
	if value.Damaged(rec.Text) {
		for i := range cells {
			cells[i].damaged = true
		}
	}
	if columns > 0 && len(cells)-before > columns {
		t.join(cells[before:], columns)
	}
	if t.order != nil {
		cells = t.inOrder(cells, before)
	}
	return cells
}

// Reorder says where the cell of each column stands in a record, from 0, for a file whose
// columns are those of another in another order.
func (t *Table) Reorder(places []int) { t.order = places }

// inOrder puts the cells from first on into the order of the columns. What a short record
// lacks is blank, and surplus cells stay at the end.
func (t *Table) inOrder(cells []Cell, first int) []Cell {
	for len(cells)-first < len(t.order) {
		cells = append(cells, Cell{damaged: len(cells) > first && cells[first].damaged})
	}
	stand := slices.Clone(cells[first:])
	for i, at := range t.order {
		cells[first+i] = stand[at]
	}
	return cells
}

// Places returns where each of some names stands among others, and nil unless these are the
// same, each once.
func Places(names, others []string) []int {
	at := make(map[string]int, len(others))
	for i, name := range others {
		at[name] = i
	}
	if len(at) < len(others) || len(names) != len(others) {
		return nil
	}
	var places []int
	for _, name := range names {
		i, known := at[name]
		if !known {
			return nil
		}
		delete(at, name)
		places = append(places, i)
	}
	return places
}

// join puts the surplus cells together with the answer that they are pieces of, if there
// is one, and moves them to the end.
func (t *Table) join(cells []Cell, columns int) {
	surplus := len(cells) - columns
	at := textBefore(cells, surplus)
	if at < 0 {
		return
	}
	pieces := slices.Clone(cells[at+1 : at+1+surplus])
	var text strings.Builder
	text.WriteString(cells[at].Raw)
	for i := range pieces {
		text.WriteByte(t.syntax.delimiter)
		text.WriteString(pieces[i].Raw)
		pieces[i].joined = true
	}
	cells[at].Raw = text.String()
	copy(cells[at+1:], cells[at+1+surplus:])
	copy(cells[columns:], pieces)
}

// textBefore returns the index of the cell that the surplus ones go on with; -1 if there is
// none. They are at the end, or the only cells that begin with a space, and behind words.
func textBefore(cells []Cell, surplus int) int {
	spaced := func(c Cell) bool { return strings.HasPrefix(c.Raw, " ") && !c.Quoted }
	at := len(cells) - surplus
	if slices.ContainsFunc(cells[at:], func(c Cell) bool { return !spaced(c) }) {
		at = slices.IndexFunc(cells, spaced)
		for i, c := range cells {
			if spaced(c) != (i >= at && i < at+surplus) {
				return -1
			}
		}
		if at > 0 && value.IsNumber(cells[at-1].Raw) {
			return -1
		}
	}
	if at < 1 || cells[at-1].Quoted || value.IsBlank(cells[at-1].Raw) {
		return -1
	}
	return at - 1
}

// isEmptyLine reports whether a record is an empty line: not even a delimiter
// in it.
func (t *Table) isEmptyLine(rec Record) bool { return t.syntax.emptyLine(rec.Text) }

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
		if cells[i].joined {
			what = "the extra text is kept as part of the answer that a delimiter cut in pieces"
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
