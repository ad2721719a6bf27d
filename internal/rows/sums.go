package rows

import (
	"math"
	"strconv"
	"strings"

	"verbatim/internal/value"
)

// A row without a word, or with one for a total, is no respondent's if its numbers are what the
// columns above make: sums or means. It must not be a number that a respondent may give. So a sum is larger than all
// numbers above it, and a mean has decimals where they have none. One column of a few numbers
// may agree by chance.

// fewestSummed is the smallest number of cells of which one column alone shows a sum, unless the row has a word for one
// or lacks an id.
const fewestSummed = 5

// isFigures reports whether a row holds numbers alone, and none where most respondents have
// something.
func (u usual) isFigures(r lastRow) bool {
	missing := false
	for c, text := range r.cells {
		if text != "" && !value.IsNumber(text) {
			return false
		}
		missing = missing || text == "" && most(u.filled[c], u.rows)
	}
	return missing && !r.blank() && u.rows > fewestAbove
}

// sums are the numbers of all respondents, by column.
type sums []sum

type sum struct {
	cells      int
	total, top float64
	fractions  bool // some number has decimals
}

// sumsAbove adds up the columns above the first of the last rows that may hold sums. Where
// none may, as in most files, nothing is read.
func (s Sample) sumsAbove(last []lastRow, u usual, skip, columns int) sums {
	for len(last) > 0 && !u.isFigures(last[0]) && !last[0].says.total {
		last = last[1:]
	}
	if len(last) == 0 {
		return nil
	}
	out := make(sums, columns)
	var cells []Cell
	for rec := range s.Records() {
		if skip--; skip >= 0 || rec.Line >= last[0].line {
			continue
		}
		cells = s.Table.Cells(cells[:0], rec, columns)
		for c := range out {
			if n, ok := numberOf(At(cells, c+1)); ok {
				out[c].add(n)
			}
		}
	}
	return out
}

func (s *sum) add(n float64) {
	s.cells++
	s.total, s.top = s.total+n, max(s.top, n)
	s.fractions = s.fractions || n != math.Trunc(n)
}

// make reports whether a row has numbers, and each is the sum or the mean of its column, of enough numbers.
func (s sums) make(r lastRow, u usual) bool {
	if s == nil {
		return false
	}
	agree, enough := 0, true
	for c, text := range r.cells {
		n, ok := numberOf(text)
		if ok && !s[c].makes(n, text) {
			return false
		}
		if ok {
			agree++
			enough = enough && s[c].cells >= fewestSummed
		}
	}
	return agree > 1 || agree > 0 && (enough || r.says.total || r.cells[0] == "" && u.hasIDs(0))
}

// makes reports whether a number, written so, is the sum or the mean.
func (s sum) makes(n float64, text string) bool {
	if s.cells < fewestAbove {
		return false
	}
	// Half of the last decimal that is written, and what adding up in binary loses.
	near := 0.5*math.Pow10(-decimals(text)) + 1e-9*math.Abs(s.total)
	whole := n == math.Trunc(n)
	return n > s.top && math.Abs(n-s.total) <= near || !whole && !s.fractions && math.Abs(n-s.total/float64(s.cells)) <= near
}

// decimals counts the digits behind the last point or comma of a number.
func decimals(text string) int {
	at := strings.LastIndexAny(text, ".,")
	if at < 0 {
		return 0
	}
	return len(strings.TrimRight(text[at+1:], "% "))
}

// numberOf returns the value of a cell that holds a number. A comma is a point unless
// three digits or another mark follow it.
func numberOf(text string) (n float64, ok bool) {
	if !value.IsNumber(text) {
		return 0, false
	}
	digits := strings.Trim(text, "+$€£% ")
	if at := strings.LastIndexByte(digits, ','); at == strings.IndexAny(digits, ".,'") && at == strings.LastIndexAny(digits, ".,'") && at >= 0 && len(digits)-at != 4 {
		digits = digits[:at] + "." + digits[at+1:]
	}
	n, err := strconv.ParseFloat(strings.NewReplacer(",", "", "'", "").Replace(digits), 64)
	return n, err == nil
}
