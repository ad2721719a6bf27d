package rows

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// Exports that somebody put one below the other have the header again in the middle:
//
//	id,Why?,age
//	1,more light,20
//	id,Why?,age        ← no respondent
//	1,benches,31
//
// If its columns are in another order there, the file is refused.
//
// A respondent may give the same answers as another, and the first row of a file without
// a header is an answer. But then these are also found in other rows.

// comparedBelow is the number of records below the header that it is compared with.
const comparedBelow = 200

// SetHeader says that the first records of a table are its header. Where one of them
// comes again below, it is left out, with a warning.
func (s Sample) SetHeader(records int) {
	t := s.Table
	if t.above == records {
		return // as it was set before
	}
	t.header, t.above = nil, records
	var header, below []Record
	for rec := range s.Records() {
		if len(header) < records {
			header = append(header, rec)
		} else if below = append(below, rec); len(below) == comparedBelow {
			break
		}
	}
	for _, rec := range header {
		if t.namesOnly(rec, below) {
			t.header = append(t.header, strings.Clone(rec.Text))
		}
	}
}

// namesOnly reports whether a record has several cells, no numbers or dates, and most of
// them in no other record below.
func (t *Table) namesOnly(rec Record, below []Record) bool {
	names := t.names(rec.Text)
	filled, found := 0, make([]bool, len(names))
	for _, name := range names {
		if name != "" {
			filled++
		}
		if value.IsNumber(name) || value.IsDate(name) {
			return false
		}
	}
	var cells []Cell
	for _, other := range below {
		if unmarked(other) == rec.Text || t.reorders(other, rec.Text) {
			continue
		}
		cells = t.Cells(cells[:0], other, 0)
		for i, name := range names[:min(len(names), len(cells))] {
			if !found[i] && cells[i].Raw != "" {
				found[i] = name != "" && At(cells, i+1) == name
			}
		}
	}
	again := 0
	for _, is := range found {
		if is {
			again++
		}
	}
	return filled > 1 && again*2 < filled
}

// disorder is the error about a record below the header that has its names in another order.
// The columns below it are others than above.
func (t *Table) disorder(rec Record) error {
	for _, header := range t.header {
		if t.reorders(rec, header) {
			return &notice.InputError{Name: t.Name, What: fmt.Sprintf("has the header again in line %d, with the columns in another order", rec.Line),
				Hint: "put the columns of both parts in one order"}
		}
	}
	return nil
}

// reorders reports whether a record has the cells of a header in another order. Then it is
// as long.
func (t *Table) reorders(rec Record, header string) bool {
	text := unmarked(rec)
	if len(text) != len(header) || text == header {
		return false
	}
	return slices.Equal(slices.Sorted(slices.Values(t.names(text))), slices.Sorted(slices.Values(t.names(header))))
}

// names returns the cells of a header, trimmed.
func (t *Table) names(header string) []string {
	cells := t.Cells(nil, Record{Text: header}, 0)
	names := make([]string, len(cells))
	for i := range cells {
		names[i] = At(cells, i+1)
	}
	return names
}

// repeatedHeader is the warning about such a record.
func (t *Table) repeatedHeader(rec Record) notice.Warning {
	return notice.Warning{Code: notice.RepeatedHeader, File: t.Name, Line: rec.Line,
		Message: "the header comes again, and is not counted as a respondent"}
}
