package rows

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// Programs and people write below the answers what they make of them:
//
//	R30,North,4,More time
//	Total,,3.2,30 comments        a word for a sum, and numbers or blank cells
//	N = 30,,,                     a word and a number, and nothing beside them
//
//	Exported by … on 3 May,,,     a remark in the first cell, and nothing beside it
//
//	,,96,                         the sum or the mean of the column (sums.go)
//	Total,96                      the same, even where respondents have words
//
// None of these is a respondent. They can only be told at the end of a file, and so
// only of a file that detection has read to its end.
//
// Respondents use the same words: "Generated too much waste", "All". So a row must also
// stand out from those above it: a word where they have ids, numbers or dates; blanks
// or numbers where most of them have text; a remark below a blank row. Any sentence stands
// out below ids.

//go:embed words.txt
var wordsText string

// A vocabulary holds the lists of words.txt; comments there explain each list.
type vocabulary struct {
	total, answer value.Set
	remarks       []string
}

// words reads the lists once.
var words = sync.OnceValue(func() vocabulary {
	lists := value.Lists("rows/words.txt", wordsText)
	return vocabulary{lists.Set("total"), lists.Set("total or answer"), lists.List("remark")}
})

const (
	// footerRows is the number of records at the end in which they are looked for.
	footerRows = 8
	// comparedRows is the number of records at the end that are read, those included.
	comparedRows = 40
	// fewestAbove is the smallest number of respondents that a row can stand out from.
	fewestAbove = 2
	// longestLabel is the number of bytes from which a cell is no label of a total.
	longestLabel = 200
)

// Footer returns the line of the first record at the end of the sample that is no
// respondent, 0 if there is none, and a warning of it. skip is the number of records above the
// respondents.
func (s Sample) Footer(skip, columns int) (line int, told []notice.Warning) {
	if !s.Table.Whole {
		return 0, nil
	}
	last, count := s.lastRows(skip, columns), 0
	end := max(0, len(last)-footerRows)
	answers := len(last)
	for answers > end && last[answers-1].mayBeSum() {
		answers--
	}
	above := usualOf(last[:answers], columns)
	summed := s.sumsAbove(last[end:], above, skip, columns)
	for i := len(last) - 1; i >= end; i-- {
		apart := i > 0 && last[i-1].blank() && above.blank == 0
		if above.isFooter(last[i], apart) || (last[i].says.total || above.isFigures(last[i])) && summed.make(last[i], above) {
			line = last[i].line
			count++
		} else if !last[i].blank() {
			break
		}
	}
	if count == 0 {
		return 0, nil
	}
	message := "a total or a remark below the answers is not counted as a respondent"
	if count > 1 {
		message = fmt.Sprintf("%d totals or remarks below the answers are not counted as respondents", count)
	}
	return line, []notice.Warning{{Code: notice.Footer, File: s.Table.Name, Line: line, Message: message}}
}

// A lastRow is a record at the end of a table.
type lastRow struct {
	line  int
	cells []string
	first int // index of the first cell that is filled
	says  saying
}

// blank reports whether no cell is filled.
func (r lastRow) blank() bool { return r.first == len(r.cells) }

// mayBeSum reports whether a row may be one of totals: it is blank, has the word for one, or holds
// numbers alone.
func (r lastRow) mayBeSum() bool {
	words := func(text string) bool { return text != "" && !value.IsNumber(text) }
	return r.says.total || r.says.remark || !slices.ContainsFunc(r.cells, words)
}

// lastRows are the last records below the header, without the blank ones at the end.
func (s Sample) lastRows(skip, columns int) (last []lastRow) {
	var ring [comparedRows]Record
	n := 0
	for rec := range s.Records() {
		if skip--; skip < 0 {
			ring[n%comparedRows] = rec
			n++
		}
	}
	var cells []Cell
	for i := max(0, n-comparedRows); i < n; i++ {
		rec := ring[i%comparedRows]
		cells = s.Table.Cells(cells[:0], rec, columns)
		r := lastRow{line: rec.Line, cells: make([]string, columns)}
		for c := range columns {
			r.cells[c] = At(cells, c+1)
		}
		r.first = slices.IndexFunc(r.cells, func(text string) bool { return text != "" })
		if r.first < 0 {
			r.first = columns
		} else {
			r.says = sayingOf(r.cells[r.first])
		}
		last = append(last, r)
	}
	for len(last) > 0 && last[len(last)-1].blank() {
		last = last[:len(last)-1]
	}
	return last
}

// A saying is what the words of a cell make of it.
type saying struct {
	total  bool // a sum or a mean: "Total", "Total respondents: 12"
	number bool // that stands in the cell itself
	answer bool // the word is also an answer: "All"
	remark bool // on the export
}

// sayingOf looks the words of a cell up. Signs may stand around them: "--- Total: 12 ---".
func sayingOf(text string) (s saying) {
	text = strings.Trim(strings.ToLower(text), "*-–—=_~#()[]<> ")
	figure := func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(".,'% ", r) }
	label := strings.TrimRightFunc(text, figure)
	name := strings.TrimRight(label, ":=： ")
	s.number = len(label) < len(text) && len(name) < len(label)
	if bare := strings.TrimLeftFunc(name, figure); bare != name { // "12 responses"
		name, s.number, s.answer = bare, true, true
	}
	for known := range labels(name) {
		if s.total = words().total[known] || words().answer[known]; s.total {
			s.answer = s.answer || words().answer[known] || known != name && !s.number
			break
		}
	}
	s.remark = slices.ContainsFunc(words().remarks, func(begins string) bool { return strings.HasPrefix(text, begins) })
	return s
}

// labels are what may be the word for a total: a name, and it without its last words. A total may say of what:
// "total respondents". A longer cell is an answer: its words are not counted off.
func labels(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if len(name) > longestLabel {
			return
		}
		for name != "" && yield(name) {
			name = name[:max(0, strings.LastIndexByte(name, ' '))]
		}
	}
}

// usual is what most of the last respondents do in each column.
type usual struct {
	rows, blank          int // filled rows that say nothing of totals, and blank rows among them
	filled, keys, spoken []int
	ids                  []int // keys of letters and digits, or one more than the last above
}

// usualOf counts by column the cells that are filled, that are ids, numbers or dates, and
// the others.
func usualOf(last []lastRow, columns int) usual {
	u := usual{filled: make([]int, columns), keys: make([]int, columns), spoken: make([]int, columns), ids: make([]int, columns)}
	blank, before := 0, make([]int, columns)
	for _, r := range last {
		switch {
		case r.blank():
			blank++
			continue
		case r.says.total || r.says.remark:
			continue
		}
		u.rows++
		u.blank = blank // one below the last of them parts nothing
		for c, text := range r.cells {
			switch {
			case text == "":
				continue
			case isKey(text):
				u.keys[c]++
				n, err := strconv.Atoi(text)
				if err == nil && n == before[c]+1 || err != nil && !value.IsNumber(text) && !value.IsDate(text) {
					u.ids[c]++
				}
				before[c] = n
			default:
				u.spoken[c]++
			}
			u.filled[c]++
		}
	}
	return u
}

// hasIDs reports whether each of the rows has an id in a column, the first perhaps aside: nothing
// stands above it. One cell may be none: that of a row below, counted with the others.
func (u usual) hasIDs(c int) bool {
	return u.filled[c] == u.rows && u.spoken[c] <= 1 && u.ids[c]+1 >= u.keys[c] && u.keys[c] > fewestAbove
}

// isKey reports whether a text is a number, a date, or an id: a word with a digit.
func isKey(text string) bool {
	return value.IsNumber(text) || value.IsDate(text) || value.HasDigit(text) && strings.IndexFunc(text, value.Blank) < 0
}

// isFooter reports whether a row is one of totals, or a remark on the export. apart says
// that a blank row stands above it, as nowhere else.
func (u usual) isFooter(r lastRow, apart bool) bool {
	if u.rows < fewestAbove || r.blank() {
		return false
	}
	beside, figures, numbers, missing := 0, 0, 0, 0
	for c, text := range r.cells {
		switch {
		case c == r.first:
		case text != "":
			beside++
			if value.HasDigit(text) {
				figures++
			}
			if value.IsNumber(text) {
				numbers++
			}
		}
		if c != r.first && most(u.spoken[c], u.rows) && (text == "" || value.IsNumber(text)) || text == "" && most(u.filled[c], u.rows) {
			missing++
		}
	}
	sentence := strings.IndexFunc(r.cells[r.first], value.Blank) > 0
	if missing > 0 && u.hasIDs(r.first) && !isKey(r.cells[r.first]) && (sentence && beside == 0 || beside > 0 && numbers == beside) {
		return true // a word that the program does not know may be one for a mean
	}
	// A word stands where respondents have a number; of the rest some may be words.
	if most(u.keys[r.first], u.filled[r.first]) && most(u.filled[r.first], u.rows) {
		return r.says.total && (figures*2 > beside || beside == 0 && (value.HasDigit(r.cells[r.first]) || missing > 0 && !r.says.answer)) || r.says.remark && beside == 0
	}
	switch {
	case r.says.total && !r.says.answer:
		// A label alone may be the one answer that somebody gave, unless it leaves out several.
		return numbers == beside && (beside > 0 || r.says.number || missing > 1) && (missing > 0 || apart)
	case r.says.remark && beside == 0:
		return apart || missing > 0 && hasYear(r.cells[r.first])
	}
	return false
}

// most reports whether n are nearly all of so many.
func most(n, of int) bool { return of > 0 && n*5 >= of*4 }

// hasYear reports whether four digits stand together.
func hasYear(text string) bool {
	digits := 0
	for _, r := range text {
		if digits++; !unicode.IsDigit(r) {
			digits = 0
		} else if digits == 4 {
			return true
		}
	}
	return false
}
