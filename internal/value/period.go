package value

import "strings"

// Columns of dates need not hold days: "2024-W03", "2024-03", "January 2024" are periods, and
// 20240103 is a day that looks like a number. One such text alone may be anything, so these
// count in whole columns only (package kind).

// IsCompactDay reports whether a text is a day of eight digits, 20240103.
func IsCompactDay(s string) bool {
	return len(s) == 8 && isYear(s[:4]) && inRange(s[4:6], "01", "12") && inRange(s[6:], "01", "31")
}

// IsPeriod reports whether a text is a month or a week of a year.
func IsPeriod(s string) bool {
	if len(s) < 7 || len(s) > 48 || !HasDigit(s) {
		return false
	}
	s = westernSigns(s)
	switch year, rest, _ := strings.Cut(s, "-"); {
	case !isYear(year):
	case len(rest) > 2 && rest[0]|0x20 == 'w': // of ISO 8601, with a day or without
		week, day, _ := strings.Cut(rest[1:], "-")
		return inRange(week, "01", "53") && (day == "" || inRange(day, "1", "7"))
	default:
		return inRange(rest, "01", "12")
	}
	if len(s) == 7 && (s[2] == '/' || s[2] == '.') {
		return inRange(s[:2], "01", "12") && isYear(s[3:])
	}
	return isMonthOfYear(s)
}

// isMonthOfYear reports whether a text is the name of a month and a year, with no words but those of dates.
func isMonthOfYear(s string) bool {
	month, years := false, 0
	for s != "" {
		token := s[:run(s)]
		switch s = s[len(token):]; {
		case digit(token[0]) && !isYear(token):
			return false
		case digit(token[0]):
			years++
		case letter(token[0]):
			word := dateWord(strings.ToLower(token))
			if word == noDate {
				return false
			}
			month = month || word == monthName
		case strings.Trim(token, " .,-/") != "":
			return false
		}
	}
	return month && years == 1
}

// isYear reports whether digits are a year of a survey or of somebody's life.
func isYear(s string) bool { return inRange(s, "1900", "2099") }

// inRange reports whether a text has digits alone, as many as the bounds, and is between them.
func inRange(s, least, most string) bool {
	return len(s) == len(least) && strings.Trim(s, "0123456789") == "" && least <= s && s <= most
}
