package value

import (
	"strings"
	"unicode/utf8"
)

// Columns of dates need not hold days: "2024-W03", "2024-03", "January 2024", "Q3 2024" are periods,
// "3 May" is a day of any year, "P1DT2H" the time between two, and 20240103 is a day that looks like a
// number. One such text alone may be anything, so these count in whole columns only (package kind).

// IsCompactDay reports whether a text is a day of eight digits, 20240103.
func IsCompactDay(s string) bool {
	return len(s) == 8 && isYear(s[:4]) && inRange(s[4:6], "01", "12") && inRange(s[6:], "01", "31")
}

// IsPeriod reports whether a text is a part of a year (a month, a week, a quarter, a season), a day
// without a year, or a duration of ISO 8601.
func IsPeriod(s string) bool {
	if len(s) < len("P1D") || len(s) > 48 {
		return false
	}
	if s = westernSigns(s); !HasDigit(s) {
		return false
	}
	return isMonthInDigits(s) || isDayInDigits(s) || isDuration(s) || isPeriodInWords(s)
}

// isMonthInDigits reports whether a text is a month or a week of a year: 2024-03, 03/2024, 2024-W03-5.
func isMonthInDigits(s string) bool {
	switch year, rest, _ := strings.Cut(s, "-"); {
	case !isYear(year):
	case len(rest) > 2 && rest[0]|0x20 == 'w': // of ISO 8601, with a day or without
		week, day, _ := strings.Cut(rest[1:], "-")
		return inRange(week, "01", "53") && (day == "" || inRange(day, "1", "7"))
	default:
		return inRange(rest, "01", "12")
	}
	return len(s) == 7 && (s[2] == '/' || s[2] == '.') && inRange(s[:2], "01", "12") && isYear(s[3:])
}

// isDayInDigits reports whether a text is a day and a month: 24/05, 05/24, 24.5., --05-24. Two
// single digits are rather a share, and a full stop between them alone makes a number.
func isDayInDigits(s string) bool {
	if rest, ok := strings.CutPrefix(s, "--"); ok { // ISO 8601
		s = strings.Replace(rest, "-", "/", 1)
	}
	if day, month, ok := strings.Cut(strings.TrimSuffix(s, "."), "."); ok && strings.HasSuffix(s, ".") {
		month = strings.TrimLeft(month, " ")
		s = strings.Repeat("0", max(0, 2-len(day))) + day + "/" + strings.Repeat("0", max(0, 2-len(month))) + month
	}
	a, b, _ := strings.Cut(s, "/")
	return inRange(a, "01", "31") && inRange(b, "01", "12") || inRange(a, "01", "12") && inRange(b, "01", "31")
}

// isDuration reports whether a text is a duration of ISO 8601: P1DT2H, PT30M, P2W, PT0.5S.
func isDuration(s string) bool {
	rest, ok := strings.CutPrefix(s, "P")
	units, parts := "YMWD", 0
	for rest != "" {
		if units[0] == 'Y' && rest[0] == 'T' {
			units, rest = "HMS", rest[1:]
		}
		number := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789.,"))]
		if rest = rest[len(number):]; number == "" || !IsNumber(number) || rest == "" || strings.IndexByte(units, rest[0]) < 0 {
			return false
		}
		rest = rest[1:]
		parts++
	}
	return ok && parts > 0
}

// A period holds what a text in words is made of.
type period struct {
	months, parts, weeks int // words
	years                int // of four digits
	pairs                int // numbers of two digits: a short year, a week, a day
	digits               int // numbers of one digit
	quarter              bool
	day, week            bool // whether the last number beside the year may be one
}

// isPeriodInWords reports whether a text is made of words and numbers of periods, and nothing else:
// "3. Quartal 2024", "Q3/24", "Fall 2024", "KW 12 2024", "mars 2024", "3 mai".
func isPeriodInWords(s string) bool {
	var p period
	for s != "" {
		token := s[:run(s)]
		s = s[len(token):]
		if !(digit(token[0]) && p.number(token) || letter(token[0]) && p.word(strings.ToLower(token)) ||
			!digit(token[0]) && !letter(token[0]) && strings.Trim(token, " .,-/'") == "") {
			return false
		}
	}
	numbers := p.pairs + p.digits
	switch {
	case p.months > 0 && p.years == 1:
		return numbers == 0 && p.weeks == 0
	case p.months > 0 && p.years == 0:
		return numbers == 1 && p.day && p.parts+p.weeks == 0
	case p.weeks > 0 && p.years == 1 && numbers == 1 && p.week:
		return true
	case p.parts == 0 || p.digits > 1 || p.digits == 1 && !p.quarter:
		return false
	}
	// "Fall 2024", "Winter 2023/24", "Q3 24"
	return p.years > 0 && p.years+p.pairs <= 2 || p.years == 0 && p.pairs == 1 && p.digits == 1
}

// number notes a number, and reports whether it may be in a period.
func (p *period) number(digits string) bool {
	if isYear(digits) {
		p.years++
		return true
	}
	p.day, p.week = inRange(digits, "1", "9") || inRange(digits, "01", "31"), inRange(digits, "1", "9") || inRange(digits, "01", "53")
	switch {
	case len(digits) == 2:
		p.pairs++
	default:
		p.digits++
		p.quarter = inRange(digits, "1", "4")
		return len(digits) == 1
	}
	return true
}

// word notes a word in small letters, and reports whether it may be in a period.
func (p *period) word(word string) bool {
	known := words()
	week, part := known.week[word], known.part[word]
	if week {
		p.weeks++
	}
	if part {
		p.parts++
	}
	if week || part || known.ordinal[word] {
		return true
	}
	of := dateWord(word)
	if of == monthName && utf8.RuneCountInString(word) > 1 { // in Thai, a letter and a number are a class at school
		p.months++
	}
	return of != noDate
}

// isYear reports whether digits are a year of a survey or of somebody's life.
func isYear(s string) bool { return inRange(s, "1900", "2099") }

// inRange reports whether a text has digits alone, as many as the bounds, and is between them.
func inRange(s, least, most string) bool {
	return len(s) == len(least) && strings.Trim(s, "0123456789") == "" && least <= s && s <= most
}
