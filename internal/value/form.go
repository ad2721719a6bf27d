package value

import (
	"strings"
	"unicode/utf8"
)

// The forms of cells are recognised without regular expressions, since every cell
// of a file is tested, and without time.Parse, since platforms write dates in
// hundreds of layouts. It is enough to know that a cell is a date; nobody needs the
// day.

// IsNumber reports whether a text is one number: a sign, a currency before or a
// percent sign after, digits with separators between them.
func IsNumber(s string) bool {
	if s != "" && !digit(s[0]) {
		if 'A' <= s[0] && s[0] <= 'z' { // most cells
			return false
		}
		for _, prefix := range [...]string{"-", "+", "−", "$", "€", "£"} {
			s = strings.TrimPrefix(s, prefix)
		}
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, "%"), " ")
	if s == "" || len(s) > 48 {
		return false
	}
	digits := 0
	for i := range len(s) {
		switch c := s[i]; {
		case digit(c):
			digits++
		case c >= utf8.RuneSelf: // all before it is part of a number
			western := westernSigns(s)
			return western != s && IsNumber(western)
		case (c == 'e' || c == 'E') && digits > 0 && i+1 < len(s):
			return exponent(s[i+1:])
		case c != '.' && c != ',' && c != '\'' || i == len(s)-1 && c != '.':
			return false
		}
	}
	// Two dots make a version or a date. Commas without three digits between them
	// make a list.
	return digits > 0 && len(s) <= 24 && strings.Count(s, ".") < 2 && (strings.Count(s, ",") < 2 || thousands(s))
}

// thousands reports whether the commas of s stand three digits apart.
func thousands(s string) bool {
	groups := strings.Split(s, ",")
	for _, g := range groups[1 : len(groups)-1] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// exponent reports whether s ends a number like 1.5e+12.
func exponent(s string) bool {
	s = strings.TrimLeft(s, "+-")
	return s != "" && len(s) <= 3 && strings.Trim(s, "0123456789") == ""
}

// IsQuantity reports whether a text is a number and a unit of time, length or weight, or several
// of them: "12 min", "3 years", "2h 05m". After hours the minutes need no unit: "1h30".
func IsQuantity(s string) bool {
	if len(s) > 48 {
		return false
	}
	for parts := 0; ; parts++ {
		at, digits := 0, false
		for at < len(s) && !(digits && (letter(s[at]) || s[at] == '$' || s[at] == '%')) {
			digits = digits || digit(s[at])
			at++
		}
		number := strings.TrimRight(s[:at], " ")
		next := at
		for next < len(s) && !digit(s[next]) {
			next++
		}
		unit := strings.ToLower(strings.Trim(s[at:next], " .,"))
		if next < len(s) && strings.IndexByte(unit, ' ') > 0 { // "1 hour and 5 minutes"
			name, and, _ := strings.Cut(unit, " ")
			if unit = name; !words().and[and] {
				return false
			}
		}
		switch {
		case !IsNumber(number):
			return false
		case unit == "":
			return parts == 1 && len(number) == 2
		case !words().unit[unit]:
			return false
		case next == len(s):
			return true
		}
		s = s[next:]
	}
}

// IsDate reports whether a text is a date, a time, or both: groups of digits, the
// separators of dates, and no words but those of dates.
func IsDate(s string) bool {
	if len(s) < 5 || len(s) > 120 {
		return false
	}
	if s = westernSigns(s); !HasDigit(s) || s[0] == '+' {
		return false
	}
	s = withoutZone(s)
	groups, month := 0, false
	var signs [120]byte
	separators := signs[:0]
	for i := 0; i < len(s); {
		n := run(s[i:])
		token := s[i : i+n]
		switch c := token[0]; {
		case digit(c):
			groups++
			if !fraction(s, i) && !offset(s, i) && !inDate(token, groups == 1, i > 0 && s[i-1] == ':') {
				return false
			}
		case letter(c):
			switch dateWord(strings.ToLower(token)) {
			case noDate:
				return false
			case monthName:
				month = true
			}
		case strings.Trim(token, "-/.:,+ ()") != "":
			return false
		default:
			if groups > 0 && i+n < len(s) {
				separators = append(separators, c)
			}
		}
		i += n
	}
	return groups <= 10 && dateSeparators(string(separators), groups, month, s)
}

// stamps are the times of ISO 8601, a digit for each 0, as platforms write them into every row.
const stamps = "0000-00-00T00:00:00Z"

// IsStamp reports whether a text is a day and a time that begins as stamps do, up to the minute, the second or
// the zone, with a T or a space between. IsDate takes all of them for dates, and longer over it.
func IsStamp(s string) bool {
	if len(s) != len(stamps) && len(s) != len("0000-00-00T00:00") && len(s) != len("0000-00-00T00:00:00") {
		return false
	}
	for i := range len(s) {
		if c := stamps[i]; c == '0' && !digit(s[i]) || c != '0' && s[i] != c && (c != 'T' || s[i] != ' ') {
			return false
		}
	}
	return s[0] != '0' && s[5:7] <= "12" && s[8:10] <= "31" && s[14:16] < "60" && (len(s) < 19 || s[17:19] < "60")
}

// HasDigit reports whether a text contains one of the ten digits.
func HasDigit(s string) bool {
	for i := range len(s) {
		if digit(s[i]) {
			return true
		}
	}
	return false
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

// inDate reports whether digits may stand in a date: a day, a month, a year, an hour, a minute
// or a second. A year has four digits or two, in Taiwan three (113), and no nought in front but
// in the blank dates of databases (0000, 0001). Eight digits in front are a whole day.
func inDate(digits string, first, afterColon bool) bool {
	switch len(digits) {
	case 1, 2:
		return !afterColon || digits <= "60" || len(digits) == 1
	case 3:
		return first && digits[0] == '1'
	case 4:
		return !afterColon && (digits[0] != '0' || strings.HasPrefix(digits, "000"))
	}
	return first && len(digits) == 8
}

// fraction reports whether the digits at i are decimals of a second, behind a full stop, or
// behind another sign where the seconds are there; offset reports whether they are a time zone
// like +0200.
func fraction(s string, i int) bool {
	if i == 0 {
		return false
	}
	colons := strings.Count(s[:i], ":")
	return s[i-1] == '.' && colons > 0 || s[i-1] == ',' && colons > 1 || s[i-1] == ':' && colons > 2
}
func offset(s string, i int) bool {
	return i > 0 && (s[i-1] == '+' || s[i-1] == '-' && strings.Contains(s[:i], ":"))
}

// run returns the length of the digits, the letters or the other characters that s
// begins with.
func run(s string) int {
	class := func(c byte) int {
		switch {
		case digit(c):
			return 0
		case letter(c):
			return 1
		}
		return 2
	}
	n := 1
	for n < len(s) && class(s[n]) == class(s[0]) {
		n++
	}
	return n
}

// dateSeparators reports whether the text between the groups of digits makes a date
// or a time of them.
func dateSeparators(separators string, groups int, month bool, s string) bool {
	if day := strings.TrimLeft(separators, ": "); groups > 4 && separators[0] == ':' && len(day) > 1 {
		return day[0] == day[1] && strings.IndexByte("-/.", day[0]) >= 0 // a time of day before the date
	}
	switch {
	case month:
		return groups >= 2 || len(s) <= 6 // Oct-49
	case groups == 2, groups == 3 && strings.HasPrefix(separators, "::"):
		return strings.HasPrefix(separators, ":") // a time of day
	case groups < 3:
		return false
	case strings.HasPrefix(separators, "--"), strings.HasPrefix(separators, "//"):
		return isDay(s)
	case strings.HasPrefix(separators, ".."):
		// 3.12.2020 and 03.12.20 are dates, 3.12.2 is a version.
		parts, _ := digitGroups(s)
		return isDay(s) && (len(parts[2]) == 4 || len(parts[0]) == 4 || len(parts[0]) == 2 && len(parts[1]) == 2 && len(parts[2]) == 2)
	}
	return false
}

// isDay reports whether the first three groups of digits are a day, a month and a year in any
// order, and no more follow without a space: 06.12.34.56.78 is a telephone number. Where the
// year has four digits, hours may follow.
func isDay(s string) bool {
	year, months, days := false, 0, 0
	groups, _ := digitGroups(s)
	for _, g := range groups {
		year = year || len(g) == 4
		if len(g) < 3 && (len(g) == 1 || g <= "31") {
			days++
			if len(g) == 1 || g <= "12" {
				months++
			}
		}
	}
	word, _, _ := strings.Cut(strings.TrimLeft(s, " "), " ")
	_, n := digitGroups(word)
	return days >= 2 && months >= 1 && (year || strings.Contains(word, ":") || n <= 3)
}

// digitGroups returns the first runs of digits, and the number of all.
func digitGroups(s string) (first [3]string, n int) {
	for len(s) > 0 {
		length := run(s)
		if digit(s[0]) {
			if n < len(first) {
				first[n] = s[:length]
			}
			n++
		}
		s = s[length:]
	}
	return first, n
}
