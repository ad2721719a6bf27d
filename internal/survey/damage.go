package survey

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Damage that spreadsheets do to a cell is reported, never repaired: nobody can
// know any more what stood there.

//
//	10-49     became  Oct-49       a range that looks like a month
//	=1+1      became  '=1+1        so that nobody runs it
//	a formula became  #NAME?       the answer is lost
//	3-1-2020  became  43833        days since 1900
//	id        became  3.29E+09     digits are lost
//
// 1.20 that became 1.2 cannot be seen.

// dateDamage knows what a spreadsheet makes of 10-49 and 3/4 in a month's name.
var dateDamage = regexp.MustCompile(`^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2})$`)

// cutNumber knows a long number that was written in powers of ten.
var cutNumber = regexp.MustCompile(`^\d[.,]\d+E\+\d+$`)

// damage says what a spreadsheet seems to have done to a trimmed cell, or "".
// It looks at the shape of the cell before anything that costs time.
func damage(cell string) string {
	if cell == "" || len(cell) > 40 {
		return masked(cell)
	}
	switch first := cell[0]; {
	case first == '#':
		switch cell {
		case "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!":
			return fmt.Sprintf("%s is an error of a spreadsheet: the answer is lost", cell)
		}
	case first == '\'':
		return masked(cell)
	case len(cell) <= 6 && strings.IndexByte(cell, '-') > 0 && dateDamage.MatchString(cell):
		return fmt.Sprintf("%s looks like a range that a spreadsheet made a date of", cell)
	case '0' <= first && first <= '9' && strings.Contains(cell, "E+") && cutNumber.MatchString(cell):
		return fmt.Sprintf("%s is a long number that a spreadsheet cut short", cell)
	}
	return ""
}

// masked knows the apostrophe that keeps a spreadsheet from running a cell.
func masked(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.IndexByte("=+-@", cell[1]) >= 0 {
		return "an apostrophe stands before " + cell[1:2] + " to keep a spreadsheet from running the cell"
	}
	return ""
}

// isSerialDate says that a cell is a number that a spreadsheet would show as a
// day between 1982 and 2064.
func isSerialDate(cell string) bool {
	whole, _, _ := strings.Cut(cell, ".")
	return len(whole) == 5 && '3' <= whole[0] && whole[0] <= '5' && isNumber(cell)
}

// badBytes counts the bytes of a record that are no UTF-8 and those that are
// NUL.
func badBytes(text string) (invalid, nul int) {
	for i, r := range text {
		switch {
		case r == 0:
			nul++
		case r == utf8.RuneError && (i+3 > len(text) || text[i:i+3] != "\ufffd"):
			invalid++
		}
	}
	return invalid, nul
}
