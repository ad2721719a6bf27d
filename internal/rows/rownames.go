package rows

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"verbatim/internal/value"
)

// R writes the names of rows into a first column that has no header, and puts quotes
// around texts and names only:
//
//	"region","Why?"
//	"1","North","more time"
//	"2","South",NA
//
// Its read.table takes a header that is one cell short for this, and so does verbatim
// where the quotes show it. Else the column without a name is the last one.

// rowsNamed is the number of rows that are looked at.
const rowsNamed = 200

// NamesRows reports whether the header below the first skip records lacks a cell for the
// names of rows: each row has one cell more, and begins with a name of its own in quotes.
// Where no other cell goes without quotes, these do not tell a text; then the names have
// to be 1, 2, 3, and the first header not that of an id.
func (s Sample) NamesRows(skip int, k Known) bool {
	var header []Cell
	seen, at, plain, counted, filled := map[string]bool{}, 0, false, true, false
	for rec := range s.Records() {
		if at++; at <= skip || s.Table.isEmptyLine(rec) {
			continue
		}
		cells := s.Table.Cells(nil, rec, 0)
		if header == nil {
			header = cells
			continue
		}
		name := cells[0]
		if len(cells) != len(header)+1 || !name.Quoted || At(cells, 1) == "" || seen[name.Raw] {
			return false
		}
		seen[name.Raw] = true
		for i := range header {
			plain = plain || !cells[i+1].Quoted && At(cells, i+2) != ""
			if !header[i].Quoted {
				return false
			}
		}
		counted = counted && name.Raw == strconv.Itoa(len(seen))
		filled = filled || At(cells, len(cells)) != ""
		if len(seen) == rowsNamed {
			break
		}
	}
	return len(seen) >= 3 && filled && (plain || counted && !k.Meta(At(header, 1)))
}

// LeavesBare reports whether all texts have quotes, those of the header below the first skip records,
// too, and only numbers, dates and the marks have none, of which the first is there. So R writes NA;
// who types it has it in quotes.
func (s Sample) LeavesBare(skip int, marks []string) bool {
	at, texts, found := 0, 0, false
	for rec := range s.Records() {
		if at++; at <= skip || s.Table.isEmptyLine(rec) {
			continue
		}
		for i, c := range s.Table.Cells(nil, rec, 0) {
			cell := value.Trim(c.Raw)
			switch {
			case c.Quoted && cell == marks[0], !c.Quoted && strings.ContainsFunc(cell, unicode.IsLetter) && !slices.Contains(marks, cell) && !value.IsNumber(cell):
				return false
			case c.Quoted && i > 0 && at > skip+1 && cell != "":
				texts++
			}
			found = found || cell == marks[0]
		}
		if at >= skip+rowsNamed {
			break
		}
	}
	return found && texts >= 3
}
