package survey

import (
	"fmt"
	"strings"
	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// What stands above the header. Spreadsheets are told the delimiter in a first
// line of its own, and people put the title of the survey over the table:
//
//	sep=;                   Visitors 2024
//	id;Why?                 exported for the board
//
//	                        id,Which day?,Why?
//
// A title is one cell, or one among blank ones, or prose with commas in it, and
// what says that it is one is an empty line below it, or that it has no delimiters
// at all where the table has several columns. A question that goes on to the right over blank cells
// has neither.

// above gives the number of records above the header, empty lines among them,
// and one line of evidence where there are any but empty lines. width is the
// number of cells that most records have.
func above(sample rows.Sample, k catalogue, width int) (skip int, evidence string) {
	at, titles, told := 0, 0, 0
	waiting := 0 // titles that an empty line has still to prove
	var cells []rows.Cell
scan:
	for rec := range sample.Records() {
		cells = sample.Table.Cells(cells[:0], rec, 0)
		filled := countFilled(cells)
		switch at++; {
		case at > rows.TitleLines:
			break scan
		case at == 1 && sample.Table.Announced:
			told, skip = 1, at
		case filled == 0:
			titles += waiting
			waiting, skip = 0, at
		case k.hasResponseLabel(cells) || filled >= width || filled > min(2, max(1, width/3)) && !rows.Prose(cells, width):
			// The header: it need not be proven where it begins with an id.
			if waiting > 0 && k.byName(generic).isMeta(rows.At(cells, 1)) {
				titles, skip = titles+waiting, at-1
			}
			break scan
		default:
			waiting++
			if titleOver(sample, k, cells, at, width) {
				titles, waiting, skip = titles+waiting, 0, at
			}
		}
	}
	return skip, toldAbove(told, titles)
}

// titleOver reports whether the cells of the n-th record are a title, by the
// record after it. That is no row of labels: over such a row a single cell is a
// question whose blank cells somebody has dropped. Prose asks for a whole row of
// names.
func titleOver(sample rows.Sample, k catalogue, cells []rows.Cell, n, width int) bool {
	single := len(cells) == 1
	if width < 2 || !single && !rows.Prose(cells, width) {
		return false
	}
	at := 0
	for rec := range sample.Records() {
		if at++; at == n+1 {
			next := sample.Table.Cells(nil, rec, 0)
			return !k.hasResponseLabel(next) && (single || allNames(next, width))
		}
	}
	return false
}

// allNames reports whether cells are a whole row, and none of them a value.
func allNames(cells []rows.Cell, width int) bool {
	for _, c := range cells {
		if v := value.Trim(c.Raw); v == "" || value.IsNumber(v) || value.IsDate(v) {
			return false
		}
	}
	return len(cells) >= width
}

func toldAbove(told, titles int) string {
	var what []string
	if told > 0 {
		what = append(what, "a line that tells the delimiter")
	}
	if titles > 0 {
		what = append(what, fmt.Sprintf("titles in %d records", titles))
	}
	if what == nil {
		return ""
	}
	return "above the header: " + strings.Join(what, ", ")
}

// countFilled counts the cells that hold something.
func countFilled(cells []rows.Cell) (n int) {
	for _, c := range cells {
		if !value.IsBlank(c.Raw) {
			n++
		}
	}
	return n
}

func (k catalogue) hasResponseLabel(cells []rows.Cell) bool {
	for _, c := range cells {
		if k.isResponseLabel(c.Raw) {
			return true
		}
	}
	return false
}
