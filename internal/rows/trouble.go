package rows

import (
	"fmt"
	"unicode/utf8"
	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// Troubles are the warnings about one record as a whole: bytes that are no
// text, a quote never closed, cells past the last column that hold something.
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

// badBytes counts the bytes of a record that are no UTF-8 and those that are
// NUL.
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
