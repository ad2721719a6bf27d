package survey

import (
	"strings"

	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// Programs and people write below the answers what they make of them:
//
//	R30,North,4,More time
//	Total,,3.2,30 comments        a word for a sum, and numbers or blank cells
//
//	Exported by … on 3 May,,,     a remark in the first cell, and nothing beside it
//
// None of these is a respondent. They can only be told at the end of a file, and so
// only of a file that detection has read to its end.

// footerRows is the number of records at the end in which they are looked for.
const footerRows = 8

// footer returns the line of the first record at the end of a sample that is no
// respondent; 0 if there is none. skip is the number of records above the respondents.
func footer(sample rows.Sample, skip, columns int) (line int) {
	if !sample.Table.Whole || columns < 2 {
		return 0
	}
	var last []rows.Record
	for rec := range sample.Records() {
		if skip--; skip < 0 {
			last = append(last[max(0, len(last)+1-footerRows):], rec)
		}
	}
	var cells []rows.Cell
	for i := len(last) - 1; i >= 0; i-- {
		cells = sample.Table.Cells(cells[:0], last[i], columns)
		switch {
		case isFooter(cells):
			line = last[i].Line
		case !sample.Table.IsBlankRow(last[i]):
			return line
		}
	}
	return line
}

// isFooter reports whether cells are a row of totals, or a remark on the export.
func isFooter(cells []rows.Cell) bool {
	first, beside, figures := "", 0, 0
	for i := range cells {
		text := rows.At(cells, i+1)
		switch {
		case text == "":
		case first == "":
			first = strings.ToLower(strings.TrimRight(text, ":. "))
		default:
			beside++
			if value.HasDigit(text) {
				figures++
			}
		}
	}
	if known := words(); known.total[first] {
		return beside > 0 && figures*2 > beside
	} else if beside > 0 {
		return false
	}
	for _, begins := range words().remarks {
		if strings.HasPrefix(first, begins) {
			return true
		}
	}
	return false
}
