package rows

import (
	_ "embed"
	"strings"
	"sync"

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

//go:embed words.txt
var wordsText string

// A vocabulary holds the lists of words.txt; comments there explain each list.
type vocabulary struct {
	total   value.Set
	remarks []string
}

// words reads the lists once.
var words = sync.OnceValue(func() vocabulary {
	lists := value.Lists("rows/words.txt", wordsText)
	return vocabulary{lists.Set("total"), lists.List("remark")}
})

// footerRows is the number of records at the end in which they are looked for.
const footerRows = 8

// Footer returns the line of the first record at the end of the sample that is no
// respondent; 0 if there is none. skip is the number of records above the respondents.
func (s Sample) Footer(skip, columns int) (line int) {
	if !s.Table.Whole || columns < 2 {
		return 0
	}
	var last []Record
	for rec := range s.Records() {
		if skip--; skip < 0 {
			last = append(last[max(0, len(last)+1-footerRows):], rec)
		}
	}
	var cells []Cell
	for i := len(last) - 1; i >= 0; i-- {
		cells = s.Table.Cells(cells[:0], last[i], columns)
		switch {
		case isFooter(cells):
			line = last[i].Line
		case !s.Table.IsBlankRow(last[i]):
			return line
		}
	}
	return line
}

// isFooter reports whether cells are a row of totals, or a remark on the export.
func isFooter(cells []Cell) bool {
	first, beside, figures := "", 0, 0
	for i := range cells {
		text := At(cells, i+1)
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
	if words().total[first] {
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
