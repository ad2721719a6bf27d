package privacy

import (
	"bytes"
	"strings"

	"verbatim/internal/term"
)

// Numbers are read as groups of digits with the signs between them. A card
// number is told by its check digit. A phone number has none, so it is told by
// its shape, and by what is before it; what looks like a date, an amount, a
// range, a version or a round number is left alone:
//
//	+49 30 1234567     a + and 7 digits or more
//	030/123 45 67      a trunk 0, and 9 digits or more
//	(415) 555-1234     three, three and four
//	12 34 56 78        pairs, four or more of them
//	call 5551234       a word that says so
//	2017-03-12, 24/7, 1 000 000, 1.2.3, 10-15, 100000000000     none

// A group is a run of digits, and what stands between it and the one before.
type group struct {
	start, end int
	sign       byte // 0: nothing before; ' ', '-', '.', '/', or '(' for a bracket
}

// mostGroups bounds how far a number is looked at: no phone or card has more.
const mostGroups = 10

// startsNumber tells whether a number may begin at a place.
func startsNumber(text []byte, at int) bool {
	switch text[at] {
	case '+':
		return at+1 < len(text) && (isDigit(text[at+1]) || text[at+1] == ' ' || text[at+1] == '(')
	case '(':
		return at+1 < len(text) && (isDigit(text[at+1]) || text[at+1] == '+')
	}
	if !isDigit(text[at]) || at == 0 {
		return isDigit(text[at])
	}
	before := text[at-1]
	inside := strings.IndexByte(",.:-", before) >= 0 && at > 1 && isDigit(text[at-2]) // of a time or a decimal
	return before != '$' && !inside
}

// number looks at a number: a card, a phone, or something else, which is passed
// by.
func number(text []byte, at int) (span, int) {
	var room [mostGroups]group
	groups := groupsAt(text, at, room[:0])
	if len(groups) == 0 {
		return span{}, at + 1
	}
	end := groups[len(groups)-1].end
	if end < len(text) && (isWord(text[end]) || text[end] == '@' || text[end] == '_') {
		return span{}, groups[0].end // of a word, or the user of an e-mail address
	}
	if n := cardOf(text, groups); n > 0 {
		s := span{at, groups[n-1].end, term.MarkCard}
		return s, s.end
	}
	if n := dateOf(text, groups); n > 0 {
		return span{}, groups[n-1].end
	}
	if n := phoneOf(text, at, groups); n > 0 {
		s := span{at, groups[n-1].end, term.MarkPhone}
		return s, s.end
	}
	return span{}, groups[0].end
}

// groupsAt reads the groups of digits from a place on, into a list that has room
// for them. Few signs stand between them, as in ") ".
func groupsAt(text []byte, at int, groups []group) []group {
	sign := byte(0)
	for signs := 0; at < len(text) && len(groups) < mostGroups; {
		switch b := text[at]; {
		case isDigit(b):
			start := at
			for at < len(text) && isDigit(text[at]) {
				at++
			}
			groups = append(groups, group{start, at, sign})
			sign, signs = 0, 0
			continue
		case b == '+' && len(groups) == 0, b == '(' || b == ')':
			sign = '('
		case b == ' ' || b == '-' || b == '.' || b == '/':
			if sign != '(' {
				sign = b
			}
		default:
			return groups
		}
		if at, signs = at+1, signs+1; signs > 3 {
			break
		}
	}
	return groups
}

// digitsOf are the digits of groups, without the signs.
func digitsOf(text []byte, groups []group) string {
	var out strings.Builder
	for _, g := range groups {
		out.Write(text[g.start:g.end])
	}
	return out.String()
}

// cardOf is the number of groups that make a card number; 0 where they make
// none: 13 to 19 digits in groups of four or more (the last may be shorter), of
// a known range, and with the right check digit (ISO/IEC 7812).
func cardOf(text []byte, groups []group) int {
	if length(groups[0]) < 4 {
		return 0
	}
	for n := range groups {
		if g := groups[n]; n > 0 && g.sign != ' ' && g.sign != '-' || n > 0 && groups[n-1].end-groups[n-1].start < 4 {
			return 0
		}
		if groups[n].end-groups[0].start > 2*19 {
			return 0
		}
		digits := digitsOf(text, groups[:n+1])
		if len(digits) > 19 {
			return 0
		}
		if len(digits) >= 13 && '2' <= digits[0] && digits[0] <= '6' && luhn(digits) && (n+1 == len(groups) || groups[n+1].sign != groups[n].sign) {
			return n + 1
		}
	}
	return 0
}

// luhn tells whether the check digit is right: every second digit from the
// right, doubled, and the others add up to a multiple of ten.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0 && strings.Trim(digits, digits[:1]) != ""
}

// dateOf is the number of groups that make a date or a row of years; 0 where
// they make none.
func dateOf(text []byte, groups []group) int {
	years := 0
	for years < len(groups) && isYear(text[groups[years].start:groups[years].end]) {
		years++
	}
	size := func(i int) int { return groups[i].end - groups[i].start }
	switch {
	case len(groups) > 2 && groups[1].sign == groups[2].sign && groups[1].sign != '(' && size(1) <= 2 &&
		(years > 0 && size(2) <= 2 || size(0) <= 2 && (size(2) == 4 && isYear(text[groups[2].start:groups[2].end]) || size(2) == 2 && groups[1].sign != ' ' && isDay(text, groups))):
		return 3
	case years > 0:
		return years
	}
	return 0
}

// isYear tells whether four digits are a year of our times.
func isYear(digits []byte) bool {
	return len(digits) == 4 && (bytes.HasPrefix(digits, []byte("19")) || bytes.HasPrefix(digits, []byte("20")))
}

// isDay tells whether the first two groups can be a day and a month, and no
// pair follows the third.
func isDay(text []byte, groups []group) bool {
	a, b := value(text, groups[0]), value(text, groups[1])
	return max(a, b) <= 31 && min(a, b) <= 12 && min(a, b) > 0 && (len(groups) == 3 || groups[3].sign == ' ' && groups[2].sign != ' ')
}

// value is a group as a number, as far as its first nine digits.
func value(text []byte, g group) (n int) {
	for _, d := range text[g.start:min(g.end, g.start+9)] {
		n = 10*n + int(d-'0')
	}
	return n
}
