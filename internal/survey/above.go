package survey

import (
	"fmt"
	"strings"
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

// titleLines is the number of records in which titles are looked for.
const titleLines = 10

// above gives the number of records above the header, empty lines among them,
// and one line of evidence where there are any but empty lines. width is the
// number of cells that most records have.
func (src *source) above(width int) (skip int, evidence string) {
	at, titles, told := 0, 0, 0
	waiting := 0 // titles that an empty line has still to prove
	var cells []cell
scan:
	for rec := range src.syntax.all(src.head, src.whole) {
		cells = src.syntax.split(cells[:0], rec.text)
		filled := countFilled(cells)
		switch at++; {
		case at > titleLines:
			break scan
		case at == 1 && announced(src.head) != 0:
			told, skip = 1, at
		case filled == 0:
			titles += waiting
			waiting, skip = 0, at
		case hasResponseLabel(cells) || filled >= width || filled > min(2, max(1, width/3)) && !prose(cells, width):
			// The header: it need not be proven where it begins with an id.
			if waiting > 0 && isMetaName(cellAt(cells, 1), generic) {
				titles, skip = titles+waiting, at-1
			}
			break scan
		default:
			waiting++
			if src.titleOver(cells, at, width) {
				titles, waiting, skip = titles+waiting, 0, at
			}
		}
	}
	return skip, toldAbove(told, titles)
}

// prose says that cells are the pieces of a text that its commas cut: fewer than
// the table has, a space in front of each but the first.
func prose(cells []cell, width int) bool {
	for _, c := range cells[1:] {
		if !strings.HasPrefix(c.raw, " ") || c.quoted {
			return false
		}
	}
	return len(cells) > 1 && len(cells) < width
}

// titleOver says that the cells of the n-th record are a title, by the record
// after it. That is no row of labels: over such a row a lone cell is a question
// whose blank cells somebody has dropped. Prose asks for a whole row of names.
func (src *source) titleOver(cells []cell, n, width int) bool {
	lone := len(cells) == 1
	if width < 2 || !lone && !prose(cells, width) {
		return false
	}
	at := 0
	for rec := range src.syntax.all(src.head, src.whole) {
		if at++; at == n+1 {
			next := src.syntax.split(nil, rec.text)
			return !hasResponseLabel(next) && (lone || names(next, width))
		}
	}
	return false
}

// names says that cells are a whole row, and none of them a value.
func names(cells []cell, width int) bool {
	for _, c := range cells {
		if v := trim(c.raw); v == "" || isNumber(v) || isDate(v) {
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
func countFilled(cells []cell) (n int) {
	for _, c := range cells {
		if !isBlank(c.raw) {
			n++
		}
	}
	return n
}

func hasResponseLabel(cells []cell) bool {
	for _, c := range cells {
		if isResponseLabel(c.raw) {
			return true
		}
	}
	return false
}

// announced gives the delimiter that a first line like sep=; tells Excel, or 0.
// Programs put quotes around the line, or delimiters after it, when they save
// the file again.
func announced(text string) byte {
	line := text[:min(len(text), 80)]
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	} else if len(line) < len(text) {
		return 0
	}
	line = strings.TrimPrefix(line, `"`)
	if len(line) < 5 || !strings.EqualFold(line[:4], "sep=") || line[4] == '"' {
		return 0
	}
	if strings.Trim(line[5:], line[4:5]+`",;`) != "" {
		return 0
	}
	return line[4]
}
