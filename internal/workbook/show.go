package workbook

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
)

// The functions below append to the texts of a row, so that a row costs one allocation however many cells it has.

// show appends a number as a cell with this format shows it. epoch is the day that a date of 0 means.
func (f *format) show(to []byte, v float64, epoch time.Time) []byte {
	s, sign := f.forNumber(v)
	if s.isDate {
		return s.showDate(to, v, epoch)
	}
	start := len(to)
	if sign {
		to = append(to, '-')
	}
	v = math.Abs(v)
	switch {
	case s.general || s.isText:
		for _, m := range s.marks {
			if m.kind == anything {
				to = appendGeneral(to, v)
			} else {
				to = append(to, m.text...)
			}
		}
		return to
	case s.over > 0 || s.divisor > 0:
		return s.showFraction(to, v)
	}
	to = s.showDigits(to, v)
	if sign && !bytes.ContainsAny(to[start:], "123456789") { // rounded to nought, which has no sign
		to = append(to[:start], to[start+1:]...)
	}
	return to
}

// rounds reports whether a cell with this format shows fewer digits than the number has. Dates and fractions are
// not told of: nobody takes them for exact.
func (f *format) rounds(v float64) bool {
	s, _ := f.forNumber(v)
	if s.isDate || s.general || s.isText || s.over > 0 || s.divisor > 0 || v == math.Trunc(v) && s.shift >= 0 && s.exponent == 0 {
		return false
	}
	n := newDecimal(math.Abs(v))
	if s.exponent > 0 && len(n.digits) > 0 {
		n.point = min(len(n.digits), max(1, s.whole)) // as far as it has digits, they stand before the point
	} else {
		n.point += s.shift
	}
	return len(n.digits) > max(0, n.point+s.decimals)
}

// showText appends a text as a cell with this format shows it.
func (s *section) showText(to []byte, text string) []byte {
	for _, m := range s.marks {
		if m.kind == anything {
			to = append(to, text...)
		} else {
			to = append(to, m.text...)
		}
	}
	return to
}

// Without a format, numbers of up to sixteen digits, and small ones of up to fifteen decimals of which eight are noughts,
// are written out, and others with an exponent: as LibreOffice does it, where Excel goes by the width of the cell.
const (
	generalDigits   = 16
	generalDecimals = 15
	generalNoughts  = 8
)

// appendGeneral appends a number, not below zero, as a cell without a format shows it, with the fifteen digits that a
// spreadsheet reckons with.
func appendGeneral(to []byte, v float64) []byte {
	if v < 1e15 && v == math.Trunc(v) {
		return strconv.AppendInt(to, int64(v), 10)
	}
	if v < 1e16 && v == math.Trunc(v) {
		return strconv.AppendFloat(to, v, 'f', 0, 64)
	}
	n := newDecimal(v)
	decimals := max(0, len(n.digits)-n.point)
	if n.point > generalDigits || n.point < -generalNoughts || n.point < -3 && decimals > generalDecimals {
		return n.appendScientific(to)
	}
	to = append(to, n.wholes()...)
	if decimals > 0 {
		to = append(append(to, '.'), n.decimals(decimals)...)
	}
	return to
}

// A decimalNumber has the digits of a number, 0.d₁d₂d₃… times ten to the power of point. There is no nought at either end;
// nought has no digits.
type decimalNumber struct {
	digits []byte
	point  int
}

// newDecimal gives the fifteen digits of a number that is not below zero. Spreadsheets round what they show by these,
// and not by the binary number: 0.285 is shown as 0.29 though it is stored as a little less.
func newDecimal(v float64) decimalNumber {
	text := strconv.AppendFloat(make([]byte, 0, 24), v, 'e', 14, 64)
	e := bytes.IndexByte(text, 'e')
	if e < 0 { // infinite, which no cell is
		return decimalNumber{}
	}
	power, _ := strconv.Atoi(string(text[e+1:]))
	digits := append(text[:1], text[2:e]...)
	if v == 0 {
		return decimalNumber{}
	}
	return decimalNumber{bytes.TrimRight(digits, "0"), power + 1}
}

// round rounds to a number of decimals, halves up. Nines that are rounded up carry, and may add a digit at the front.
func (n *decimalNumber) round(decimals int) {
	keep := n.point + decimals
	if keep >= len(n.digits) {
		return
	}
	if keep < 0 {
		*n = decimalNumber{}
		return
	}
	up := n.digits[keep] >= '5'
	n.digits = n.digits[:keep]
	for i := keep - 1; up && i >= 0; i-- {
		if up = n.digits[i] == '9'; up {
			n.digits[i] = '0'
		} else {
			n.digits[i]++
		}
	}
	if up {
		n.digits = append([]byte{'1'}, n.digits...)
		n.point++
	}
}

// wholes are the digits before the point, at least one.
func (n *decimalNumber) wholes() []byte {
	if n.point <= 0 {
		return []byte{'0'}
	}
	out := append([]byte(nil), n.digits[:min(n.point, len(n.digits))]...)
	return append(out, bytes.Repeat([]byte{'0'}, n.point-len(out))...)
}

// decimals are the digits behind the point, as many as asked for.
func (n *decimalNumber) decimals(count int) []byte {
	zeros := min(max(0, -n.point), count)
	out := bytes.Repeat([]byte{'0'}, zeros)
	if n.point < len(n.digits) {
		rest := n.digits[max(0, n.point):]
		out = append(out, rest[:min(len(rest), count-zeros)]...)
	}
	return append(out, bytes.Repeat([]byte{'0'}, count-len(out))...)
}

// appendScientific appends 1.5E+020 or 1.5E-20, as LibreOffice does.
func (n *decimalNumber) appendScientific(to []byte) []byte {
	to = append(to, n.digits[0])
	if len(n.digits) > 1 {
		to = append(append(to, '.'), n.digits[1:]...)
	}
	power := n.point - 1
	if power < 0 {
		return appendPadded(append(to, "E-"...), int64(-power), 2)
	}
	return appendPadded(append(to, "E+"...), int64(power), 3)
}

// showDigits appends the marks of a section with the digits of a number in them. Digits before the point are laid from
// the right, and the first placeholder takes all that are left; those behind it from the left:
//
//	1234.5  in  000-00.00   ─▶  0 1 2 - 3 4 . 5 0
//	1234.5  in  #,##0       ─▶  1,235
//	0.5     in  #.##        ─▶  .5
func (s *section) showDigits(to []byte, v float64) []byte {
	n := newDecimal(v)
	raised := 0
	if s.exponent > 0 && len(n.digits) > 0 {
		raised = s.raise(&n)
	} else if n.point += s.shift; len(n.digits) == 0 {
		n.point = 0
	}
	n.round(s.decimals)
	wholes, decimals := bytes.TrimLeft(n.wholes(), "0"), n.decimals(s.decimals)
	var places [separator + 1]int // placeholders of each kind before this one
	for _, m := range s.marks {
		switch at := places[m.kind]; m.kind {
		case whole:
			to = s.appendWhole(to, m.text[0], wholes, at)
		case point:
			if s.whole == 0 {
				to = append(to, wholes...)
			}
			if s.showsDecimals(decimals) {
				to = append(to, '.')
			}
		case decimal:
			to = appendDecimal(to, m.text[0], decimals, at)
		case power:
			to = appendSign(to, m.text, raised)
		case exponent:
			if digits := strconv.Itoa(max(raised, -raised)); at == 0 {
				to = append(append(to, strings.Repeat("0", max(0, s.exponent-len(digits)))...), digits...)
			}
		default:
			to = append(to, m.text...)
		}
		places[m.kind]++
	}
	return to
}

// showsDecimals reports whether a digit is shown behind the point, which is left out where none is.
func (s *section) showsDecimals(digits []byte) bool {
	at := 0
	for _, m := range s.marks {
		if m.kind == decimal {
			if m.text != "#" || digits[at] != '0' {
				return true
			}
			at++
		}
	}
	return false
}

// raise takes as much out of a number as the exponent is to show. Where the format has several digits before the
// point, the exponent is a multiple of their number, as in ##0.0E+0.
func (s *section) raise(n *decimalNumber) (raised int) {
	step := max(1, s.whole)
	for range 2 { // rounding may add a digit: 9.99E+3 is 10.0E+3 is 1.0E+4
		by := int(math.Floor(float64(n.point-1)/float64(step))) * step
		n.point -= by
		raised += by
		n.round(s.decimals)
	}
	return raised
}

// The three placeholders differ only where there is no digit for them: 0 shows a nought, ? a blank, # nothing.

// appendWhole appends what a placeholder before the point shows. The first of them shows all digits for which there
// is no other.
func (s *section) appendWhole(to []byte, placeholder byte, digits []byte, at int) []byte {
	last := len(digits) - (s.whole - at) // the digit of this placeholder
	first := last
	if at == 0 {
		first = min(0, last)
	}
	for i := first; i <= last; i++ {
		right := len(digits) - 1 - i
		switch {
		case i >= 0:
			to = append(to, digits[i])
		case i < last || placeholder == '#':
			continue
		case placeholder == '?':
			to = append(to, ' ')
			continue
		default:
			to = append(to, '0')
		}
		if s.thousands && right > 0 && right%3 == 0 {
			to = append(to, ',')
		}
	}
	return to
}

// appendDecimal appends the digit of a placeholder behind the point: # leaves noughts at the end out, ? leaves room
// for them.
func appendDecimal(to []byte, placeholder byte, digits []byte, at int) []byte {
	switch {
	case placeholder == '0' || len(bytes.Trim(digits[at:], "0")) > 0:
		return append(to, digits[at])
	case placeholder == '?':
		return append(to, ' ')
	}
	return to
}

// appendSign appends the E of an exponent. E- shows no plus.
func appendSign(to []byte, text string, raised int) []byte {
	switch {
	case raised < 0:
		return append(to, text[0], '-')
	case text[1] == '+':
		return append(to, text...)
	}
	return append(to, text[0])
}

// A fraction is shown without the blanks that line up the bars of a column in a spreadsheet.

// showFraction appends a number as 2 1/3, with the nearest denominator for which there is room.
func (s *section) showFraction(to []byte, v float64) []byte {
	wholes, part := math.Modf(v)
	if !s.mixed {
		wholes, part = 0, v
	}
	top, bottom := s.nearest(part)
	if s.mixed && top == bottom {
		wholes, top = wholes+1, 0
	}
	if s.mixed && (wholes > 0 || top == 0) {
		to = strconv.AppendFloat(to, wholes, 'f', 0, 64)
		if top == 0 {
			return to
		}
		to = append(to, ' ')
	}
	to = strconv.AppendFloat(to, top, 'f', 0, 64)
	return strconv.AppendFloat(append(to, '/'), bottom, 'f', 0, 64)
}

// nearest is the fraction that is nearest to a number, with the smallest denominator of equally near ones. It tries all
// with at most three digits, a thousand steps.
func (s *section) nearest(v float64) (top, bottom float64) {
	if s.divisor > 0 {
		return math.Round(v * float64(s.divisor)), float64(s.divisor)
	}
	best := math.Inf(1)
	for b := 1.0; b < math.Pow10(min(s.over, 3)); b++ {
		if miss := math.Abs(math.Round(v*b)/b - v); miss < best-1e-12 {
			best, top, bottom = miss, math.Round(v*b), b
		}
	}
	return top, bottom
}
