package survey

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// Lines may stand above the header. A first line may tell spreadsheets the
// delimiter, and people put the title of the survey over the table:
//
//	sep=;                   Visitors 2024
//	id;Why?                 exported for the board
//
//	                        id,Which day?,Why?
//
// A title is one cell, or one among blank ones, or prose with commas in it. There is an empty line
// below it, or it has no delimiters at all although the table has several columns. Neither is true
// of a question that goes on to the right over blank cells.

// above returns the number of records above the header, empty lines included, and
// one line of evidence if they are not all empty. width is the number of cells that
// most records have.
func above(sample rows.Sample, k catalogue, width int) (skip int, evidence string) {
	titles, told := 0, 0
	waiting := 0 // titles that an empty line has still to prove
	top := topRecords(sample)
	for i, cells := range top[:min(len(top), rows.TitleLines)] {
		filled := countFilled(cells)
		switch {
		case i == 0 && sample.Table.Announced:
			told, skip = 1, 1
		case filled == 0:
			titles += waiting
			waiting, skip = 0, i+1
		case k.hasResponseLabel(cells) || filled >= width || filled > min(2, max(1, width/3)) && !rows.Prose(cells, width):
			// This is the header. It needs no proof if it begins with an id.
			if waiting > 0 && k.byName(generic).isMeta(rows.At(cells, 1)) {
				titles, skip = titles+waiting, i
			}
			return skip, toldAbove(told, titles)
		default:
			waiting++
			if i+1 < len(top) && k.titleOver(cells, top[i+1], width) {
				titles, waiting, skip = titles+waiting, 0, i+1
			}
		}
	}
	return skip, toldAbove(told, titles)
}

// topRecords returns the cells of the records in which titles are looked for, and of
// one more.
func topRecords(sample rows.Sample) (top [][]rows.Cell) {
	for rec := range sample.Records() {
		if len(top) > rows.TitleLines {
			break
		}
		top = append(top, sample.Table.Cells(nil, rec, 0))
	}
	return top
}

// titleOver reports whether the cells of a record are a title, by the record after
// it. That record must not be a row of labels: over such a row a single cell is a
// question whose blank cells somebody has dropped. Prose needs a whole row of names
// below it.
func (k catalogue) titleOver(cells, next []rows.Cell, width int) bool {
	single := len(cells) == 1
	if width < 2 || !single && !rows.Prose(cells, width) {
		return false
	}
	return !k.hasResponseLabel(next) && (single || allNames(next, width))
}

// allNames reports whether cells are a whole row, and none of them is a value.
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
	return slices.ContainsFunc(cells, func(c rows.Cell) bool { return k.isResponseLabel(c.Raw) })
}
