package rows

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/notice"
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

// Known tells what platforms write in headers: labels of answers, and names of columns
// about the response.
type Known struct{ Label, Meta func(text string) bool }

// Above returns the number of records above the header, empty lines included, one line of
// evidence if they are not all empty, and a warning where titles may be answers. width is
// the number of cells that most records have.
func (s Sample) Above(k Known, width int) (skip int, evidence string, doubt []notice.Warning) {
	titles, told := 0, 0
	waiting := 0      // titles that an empty line has still to prove
	var bare []Record // titles without one
	top, records := s.top()
	for i, cells := range top[:min(len(top), titleLines)] {
		filled := countFilled(cells)
		switch {
		case i == 0 && s.Table.Announced:
			told, skip = 1, 1
		case filled == 0:
			titles += waiting
			waiting, skip, bare = 0, i+1, nil
		case k.labels(cells) || filled >= width || filled > min(2, max(1, width/3)) && !prose(cells, width):
			// This is the header. It needs no proof if it begins with an id.
			if k.Meta(At(cells, 1)) {
				bare = nil
				if waiting > 0 {
					titles, skip = titles+waiting, i
				}
			}
			return skip, toldAbove(told, titles), s.doubt(bare)
		default:
			waiting++
			if i+1 < len(top) && k.titleOver(cells, top[i+1], width) {
				titles, waiting, skip = titles+waiting, 0, i+1
				bare = append(bare, records[i])
			}
		}
	}
	return skip, toldAbove(told, titles), s.doubt(bare)
}

// mostBare is the number of lines that may stand as titles right above a header, with no
// empty line between, before they look like answers.
const mostBare = 2

// doubt warns of more titles than that.
func (s Sample) doubt(bare []Record) []notice.Warning {
	if len(bare) <= mostBare {
		return nil
	}
	return []notice.Warning{{Code: notice.HeaderAnswers, File: s.Table.Name, Line: bare[0].Line,
		Message: fmt.Sprintf("%d lines above the header are taken for titles, and are not counted", len(bare)),
		Hint:    "--header-rows N counts header rows from the first line; --delimiter C names what parts the cells"}}
}

// top returns the cells of the records in which titles are looked for, and of one more.
func (s Sample) top() (top [][]Cell, records []Record) {
	for rec := range s.Records() {
		if len(top) > titleLines {
			break
		}
		top, records = append(top, s.Table.Cells(nil, rec, 0)), append(records, rec)
	}
	return top, records
}

// titleOver reports whether the cells of a record are a title, by the record after
// it. That record must not be a row of labels: over such a row a single cell is a
// question whose blank cells somebody has dropped. Prose needs a whole row of names
// below it.
func (k Known) titleOver(cells, next []Cell, width int) bool {
	single := len(cells) == 1
	if width < 2 || !single && !prose(cells, width) {
		return false
	}
	return !k.labels(next) && (single || allNames(next, width))
}

// allNames reports whether cells are a whole row, and none of them is a value.
func allNames(cells []Cell, width int) bool {
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

// labels reports whether one of the cells is a label of answers.
func (k Known) labels(cells []Cell) bool {
	return slices.ContainsFunc(cells, func(c Cell) bool { return k.Label(c.Raw) })
}
