package value

import (
	"fmt"
	"strings"
)

// Damage that spreadsheets do to a cell is reported, never repaired: nobody can
// know what was there before.
//
//	10-49     became  Oct-49       a range that looks like a month
//	=1+1      became  '=1+1        so that nobody runs it
//	a formula became  #NAME?       the answer is lost
//	3-1-2020  became  43833        days since 1900
//	id        became  3.29E+09     digits are lost
//
// 1.20 that became 1.2 cannot be seen.

// cutNumber matches a long number that was written in powers of ten.
var cutNumber = Pattern(`^\d[.,]\d+E\+\d+$`)

// cellError matches what a spreadsheet shows for a formula that fails, in any
// language (#NAME?, #WERT!, #¡VALOR!, #N/A), and for a number that is wider than
// its column.
var cellError = Pattern(`^#(?:¡?[\p{Lu}_/0]{2,12}[!?]|N/A|NV|N/D|#{3,})$`)

// Damage says what a spreadsheet seems to have done to a trimmed cell, or "".
// It looks at the shape of the cell before anything that costs time.
func Damage(cell string) string {
	if cell == "" || len(cell) > 40 {
		return Masked(cell)
	}
	switch first := cell[0]; {
	case first == '#' && cellError().MatchString(cell):
		return fmt.Sprintf("%s is an error of a spreadsheet: the answer is lost", cell)
	case first == '\'':
		return Masked(cell)
	case len(cell) <= 8 && rangeMadeDate(cell):
		return fmt.Sprintf("%s looks like a range that a spreadsheet made a date of", cell)
	case '0' <= first && first <= '9' && strings.Contains(cell, "E+") && cutNumber().MatchString(cell):
		return fmt.Sprintf("%s is a long number that a spreadsheet cut short", cell)
	}
	return ""
}

// rangeMadeDate reports whether a cell is what a spreadsheet makes of 10-49 or 3/4:
// two digits and the short name of a month, either first, with a dash, a dot or a
// space between. With only a space people write dates this way themselves ("10
// Dec", "May 3").
func rangeMadeDate(cell string) bool {
	n := run(cell)
	rest := strings.TrimLeft(cell[n:], "-. ")
	mark := cell[n : len(cell)-len(rest)]
	if rest == "" || mark == "" || len(mark) > 2 {
		return false
	}
	typed := strings.Trim(mark, " ") == ""
	month, digits := cell[:n], rest
	if '0' <= cell[0] && cell[0] <= '9' {
		month, digits = strings.TrimSuffix(rest, "."), cell[:n]
	} else if len(rest) != 2 { // a spreadsheet writes two digits of a year
		return false
	} else {
		typed = typed && (rest < "32" || cell[0] > 'Z')
	}
	return !typed && len(digits) <= 2 && strings.Trim(digits, "0123456789") == "" && words().shortMonth[strings.ToLower(month)]
}

// Masked describes the apostrophe that keeps a spreadsheet from running a cell, or
// returns "" if there is none.
func Masked(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.IndexByte("=+-@", cell[1]) >= 0 {
		return "an apostrophe stands before " + cell[1:2] + " to keep a spreadsheet from running the cell"
	}
	return ""
}

// IsSerialDate reports whether a cell is a number that a spreadsheet would show as a
// day between 1982 and 2064.
func IsSerialDate(cell string) bool {
	whole, _, _ := strings.Cut(cell, ".")
	return len(whole) == 5 && '3' <= whole[0] && whole[0] <= '5' && IsNumber(cell)
}
