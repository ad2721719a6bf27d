package rows

import (
	"fmt"
	"strings"

	"verbatim/internal/notice"
)

// Of a table in which no delimiter is found there are two kinds:
//
//	"1,north,""more light"""     each line is in quotes as a whole: a sheet of whole lines
//	                             was saved once more
//	1^north^more light           the delimiter is none of those that are tried
//
// The first is read, and the second is warned of.

// unwrapped finds a delimiter in lines that are each in quotes as a whole. width is 0 if they are
// not, or if what is in the quotes is no table: answers may have quotes and commas as well.
func unwrapped(text string, final, crEnds bool, choices string) (best syntax, width int) {
	lines := syntax{delimiter: noDelimiter, crEnds: crEnds, wrapped: true}
	for rec, n := range lines.first(text, final) {
		if _, whole := lines.unwrap(rec); !whole {
			return lines, 0
		}
		width = n
	}
	if width < fewestLines {
		return lines, 0
	}
	width = 0
	for i := range len(choices) {
		s := syntax{delimiter: choices[i], crEnds: crEnds, wrapped: true}
		if w := s.measure(text, final); w.first > max(1, width) && w.counts[w.first]*20 >= w.records*19 && w.spaced*4 <= w.cells {
			best, width = s, w.first
		}
	}
	return best, width
}

// unwrap returns what is in the quotes that stand around a record as a whole.
func (s syntax) unwrap(rec string) (inner string, whole bool) {
	if rec = strings.TrimRight(rec, " "); rec == "" || rec[0] != '"' || s.closing(rec, 0, true) != len(rec)-1 || len(rec) < 2 {
		return rec, false
	}
	return strings.ReplaceAll(rec[1:len(rec)-1], `""`, `"`), true
}

// first yields the first records that are not empty, with their numbers from 1.
func (s syntax) first(text string, final bool) func(yield func(string, int) bool) {
	return func(yield func(string, int) bool) {
		n := 0
		for rec := range s.all(text, final) {
			if s.emptyLine(rec.Text) {
				continue
			}
			if n++; n > sniffed || !yield(rec.Text, n) {
				return
			}
		}
	}
}

const (
	// otherSigns may be delimiters, and hardly ever stand equally often in answers.
	otherSigns = "^~:#*=&%$+\\_!<>{}[]`"
	// fewestLines is the number of lines of which so much can be said.
	fewestLines = 3
)

// unknownDelimiter warns of a file of one column with a sign that stands equally often inside
// every line.
func (s syntax) unknownDelimiter(name, text string, final bool) (told []notice.Warning) {
	var counts [len(otherSigns)]int
	lines := 0
	for rec, n := range s.first(text, final) {
		lines, rec = n, strings.Trim(rec, otherSigns+" ")
		some := false
		for i := range counts {
			if c := strings.Count(rec, otherSigns[i:i+1]); n == 1 {
				counts[i] = c
			} else if counts[i] != c {
				counts[i] = 0
			}
			some = some || counts[i] > 0
		}
		if !some {
			return nil
		}
	}
	for i, n := range counts {
		if n > 0 && lines >= fewestLines {
			sign := otherSigns[i : i+1]
			return []notice.Warning{{Code: notice.DelimiterUnsure, File: name,
				Message: fmt.Sprintf("no delimiter is found: one column, but %q stands in each line equally often", sign),
				Hint:    fmt.Sprintf("if it is the delimiter, use --delimiter '%s'", sign)}}
		}
	}
	return nil
}
