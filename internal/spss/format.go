package spss

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// A format says how a number is printed.
type format struct{ kind, width, decimals int }

// formatOf takes a format from its four bytes.
func formatOf(packed int32) format {
	return format{int(packed>>16) & 0xff, int(packed>>8) & 0xff, int(packed) & 0xff}
}

// The formats that say more than how many digits there is room for, by their numbers.
const (
	formatComma    = 3
	formatDollar   = 4
	formatN        = 16 // leading zeros
	formatDate     = 20 // 1-JAN-2024
	formatTime     = 21
	formatDateTime = 22
	formatADate    = 23 // 01/31/2024
	formatJDate    = 24 // 2024031
	formatDTime    = 25 // days, then the time
	formatWeekday  = 26
	formatMonth    = 27
	formatMoYr     = 28 // JAN 2024
	formatQYr      = 29 // 1 Q 2024
	formatWkYr     = 30 // 5 WK 2024
	formatPct      = 31
	formatDot      = 32 // 1.234,5
	formatEDate    = 38 // 31.01.2024
	formatSDate    = 39 // 2024/01/31
	formatMTime    = 40 // minutes and seconds
	formatYmdhms   = 41
)

// valueKind is the kind of the numbers. All that is not known is plain numbers: binary and hexadecimal formats say how
// other programs should write them, and currencies of a user's own are defined in the user's settings.
func (f format) valueKind() Kind {
	switch f.kind {
	case formatDate, formatADate, formatJDate, formatEDate, formatSDate, formatMoYr, formatQYr, formatWkYr:
		return Date
	case formatDateTime, formatYmdhms:
		return DateTime
	case formatTime, formatDTime, formatMTime:
		return Time
	case formatWeekday, formatMonth:
		return Text
	}
	return Number
}

// show prints a number.
func (f format) show(x float64) string {
	shown := ""
	switch f.valueKind() {
	case Date, DateTime:
		shown = f.date(x)
	case Time:
		shown = f.time(x)
	case Text:
		shown = f.name(x)
	case Number:
		if math.Abs(x) < most {
			shown = f.amount(x)
		}
	}
	if shown == "" { // a number that the format cannot show
		return digits(x)
	}
	return shown
}

// digits prints a number with as many decimals as it has, up to 15 digits: more are an artefact of binary fractions.
func digits(x float64) string {
	if math.IsInf(x, 0) || math.Abs(x) >= 1e21 || x != 0 && math.Abs(x) < 1e-7 {
		return strconv.FormatFloat(x, 'g', 15, 64)
	}
	if x == math.Trunc(x) && math.Abs(x) < most {
		return strconv.FormatInt(int64(x), 10)
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
	if err != nil {
		short = x
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// amount prints currency, percent, grouped digits and leading zeros; "" where plain digits say the same.
func (f format) amount(x float64) string {
	switch f.kind {
	case formatComma:
		sign, fixed := f.fixed(x)
		return sign + grouped(fixed)
	case formatDollar:
		sign, fixed := f.fixed(x)
		return sign + "$" + grouped(fixed)
	case formatPct:
		sign, fixed := f.fixed(x)
		return sign + fixed + "%"
	case formatDot:
		sign, fixed := f.fixed(x)
		return sign + strings.NewReplacer(".", ",", ",", ".").Replace(grouped(fixed))
	case formatN: // postal codes and ids
		if x >= 0 && x < most && x == math.Trunc(x) {
			return fmt.Sprintf("%0*d", min(f.width, 40), int64(x))
		}
	}
	return ""
}

// fixed prints a number with the decimals of the format. The sign is by itself, for what stands between it and the
// digits; what is rounded to nought has none.
func (f format) fixed(x float64) (sign, fixed string) {
	fixed = strconv.FormatFloat(math.Abs(x), 'f', min(f.decimals, 16), 64)
	if x < 0 && strings.Trim(fixed, "0.") != "" {
		sign = "-"
	}
	return sign, fixed
}

// grouped puts a comma between thousands.
func grouped(fixed string) string {
	whole, fraction, _ := strings.Cut(fixed, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return strings.TrimSuffix(whole+"."+fraction, ".")
}

// Dates are seconds since the day before the Gregorian calendar began, 14 October 1582.
const (
	epoch     = -12_219_379_200 // that day, in seconds from 1970
	day       = 86_400
	lastYear  = 9999
	firstDate = day
)

// most is the size from which numbers have no decimals that could be shown.
const most = 1e15

// date prints a date or a longer period; "" if the number is none. Quarters and weeks have no form of ISO 8601 that means
// the same: a week of SPSS begins on the weekday of 1 January.
func (f format) date(x float64) string {
	seconds, fraction := f.split(x)
	if !(x >= firstDate && x < most) {
		return ""
	}
	t := time.Unix(seconds+epoch, 0).UTC()
	switch year := t.Year(); {
	case year > lastYear:
		return ""
	case f.valueKind() == DateTime:
		return t.Format("2006-01-02 15:04:05") + fraction
	case f.kind == formatMoYr:
		return t.Format("2006-01")
	case f.kind == formatQYr:
		return fmt.Sprintf("%04d-Q%d", year, (int(t.Month())+2)/3)
	case f.kind == formatWkYr: // the first week begins on 1 January
		return fmt.Sprintf("%d WK %04d", (t.YearDay()+6)/7, year)
	}
	return t.Format("2006-01-02")
}

// split cuts seconds into whole ones and the decimals that the format shows, rounded: to a thousandth at most, as a
// moment of today is known to about a millionth.
func (f format) split(x float64) (seconds int64, fraction string) {
	if !(math.Abs(x) < most) {
		return 0, ""
	}
	n := min(f.decimals, 3)
	unit := int64(math.Pow10(n))
	all := int64(math.Round(x * float64(unit)))
	if n == 0 || f.valueKind() == Date {
		return int64(math.Floor(x)), ""
	}
	if n = int(all % unit); n == 0 {
		return all / unit, ""
	}
	return all / unit, "." + strings.TrimRight(fmt.Sprintf("%0*d", len(strconv.FormatInt(unit, 10))-1, n), "0")
}

// time prints a duration or a time of day; "" if the number is too large.
func (f format) time(x float64) string {
	if !(math.Abs(x) < most) {
		return ""
	}
	seconds, fraction := f.split(math.Abs(x))
	sign := ""
	if x < 0 && (seconds > 0 || fraction != "") {
		sign = "-"
	}
	minutes := fmt.Sprintf("%02d:%02d%s", seconds/60%60, seconds%60, fraction)
	switch f.kind {
	case formatMTime:
		return fmt.Sprintf("%s%02d:%02d%s", sign, seconds/60, seconds%60, fraction)
	case formatDTime:
		return fmt.Sprintf("%s%d %02d:%s", sign, seconds/day, seconds/3600%24, minutes)
	}
	return fmt.Sprintf("%s%02d:%s", sign, seconds/3600, minutes)
}

// name prints the name of a month or a weekday, cut to the width; "" if the number has none.
func (f format) name(x float64) string {
	name := ""
	switch n := math.Trunc(x); {
	case f.kind == formatWeekday && n >= 1 && n <= 7:
		name = time.Weekday(int(n) - 1).String()
	case f.kind == formatMonth && n >= 1 && n <= 12:
		name = time.Month(int(n)).String()
	}
	name = strings.ToUpper(name)
	if f.width > 0 {
		name = name[:min(f.width, len(name))]
	}
	return name
}
