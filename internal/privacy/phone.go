package privacy

import (
	"bytes"
	"strings"
)

// The digits that a phone number has, at least and at most (E.164); and at
// least where only a trunk 0 tells it.
const (
	leastDigits = 7
	trunkDigits = 9
	mostDigits  = 15
)

// phoneOf is the number of groups, from the first on, that make a phone number;
// 0 where they make none.
func phoneOf(text []byte, at int, groups []group) int {
	groups = groups[:withinDigits(groups)]
	digits := digitsOf(text, groups)
	n := len(digits)
	switch {
	case n < leastDigits:
		return 0
	case text[at] == '+', bytes.HasPrefix(text[at:], []byte("(+")):
		return len(groups)
	case strings.HasPrefix(digits, "00") && n >= trunkDigits && digits[2] != '0':
		return len(groups)
	case announced(text, at):
		return len(groups)
	case isAmount(text, at, groups), hasYear(text, groups):
		return 0
	case digits[0] == '0' && n >= trunkDigits && isTrunk(groups):
		return len(groups)
	}
	if n := isAmerican(text, groups); n > 0 {
		return n
	}
	if isPairs(text, groups) || isTriples(digits, groups) || isLocal(text, groups) {
		return len(groups)
	}
	return 0
}

// withinDigits is how many of the groups have no more digits than a phone number.
func withinDigits(groups []group) (n int) {
	digits := 0
	for _, g := range groups {
		if digits += g.end - g.start; digits > mostDigits {
			break
		}
		n++
	}
	return n
}

// announced tells whether the words before a number say that it is one to call:
// one of them does, and the others are of no account ("call me at").
func announced(text []byte, at int) bool {
	for range 3 {
		for n := 0; n < 3 && at > 0 && !isWord(text[at-1]); n++ {
			at--
		}
		end := at
		for at > 0 && end-at < 12 && isLetter(text[at-1]) {
			at--
		}
		switch strings.ToLower(string(text[at:end])) {
		case "phone", "telephone", "tel", "call", "mobile", "cell", "fax", "whatsapp", "handy", "telefon", "ring":
			return true
		case "me", "us", "my", "number", "no", "nr", "is", "at", "on", "under":
		default:
			return false
		}
	}
	return false
}

// isAmount tells whether groups are an amount: thousands, a round number, or
// with a currency beside them.
func isAmount(text []byte, at int, groups []group) bool {
	last := groups[len(groups)-1]
	if at > 0 && text[at-1] == '$' || last.end < len(text) && (text[last.end] == '%' || text[last.end] == '$') {
		return true
	}
	if strings.HasSuffix(string(text[last.start:last.end]), "000") {
		return true
	}
	if len(groups) < 2 || groups[0].end-groups[0].start > 3 || text[groups[0].start] == '0' || groups[1].sign == '-' || groups[1].sign == '(' {
		return false
	}
	for _, g := range groups[1:] {
		if g.end-g.start != 3 {
			return false
		}
	}
	return groups[1].sign == '.' || text[groups[0].start] < '6' || groups[0].end-groups[0].start < 3
}

// hasYear tells whether groups hold a date, as ranges of dates do: 01/2019-03/2020.
func hasYear(text []byte, groups []group) bool {
	for i, g := range groups {
		if i > 0 && isYear(text[g.start:g.end]) && length(groups[i-1]) <= 2 && g.sign != ' ' && g.sign != '(' {
			return true
		}
	}
	return false
}

// isTrunk tells whether groups that begin with a 0 are dialled: an area of two
// digits or more, and no more groups than people say.
func isTrunk(groups []group) bool { return groups[0].end-groups[0].start >= 2 && len(groups) <= 7 }

// isAmerican is the number of groups of a number of North America: three digits,
// three and four, perhaps after a 1; in one piece it has to keep the rules for
// areas and exchanges.
func isAmerican(text []byte, groups []group) int {
	first := 0
	if len(groups) == 4 && value(text, groups[0]) == 1 && groups[0].end-groups[0].start == 1 {
		first = 1
	}
	rest := groups[first:]
	if len(rest) >= 3 && length(rest[0]) == 3 && length(rest[1]) == 3 && length(rest[2]) == 4 && text[rest[0].start] >= '2' {
		return first + 3
	}
	if n := length(groups[0]); len(groups) == 1 && (n == 10 || n == 11 && text[groups[0].start] == '1') {
		ten := text[groups[0].end-10 : groups[0].end]
		if ten[0] >= '2' && ten[3] >= '2' && !bytes.HasSuffix(ten, []byte("000")) {
			return 1
		}
	}
	return 0
}

// isPairs tells whether groups are pairs of digits, four or more with one sign
// between them, that do not count up in fives.
func isPairs(text []byte, groups []group) bool {
	round := true
	for i, g := range groups {
		if length(g) != 2 || g.sign == '/' || i > 1 && g.sign != groups[1].sign {
			return false
		}
		round = round && value(text, g)%5 == 0
	}
	return len(groups) >= 4 && !round
}

// isTriples tells whether groups are a mobile number of nine digits, as written
// in Spain: 612 345 678, 612 34 56 78.
func isTriples(digits string, groups []group) bool {
	if len(digits) != 9 || digits[0] < '6' || length(groups[0]) != 3 || len(groups) < 3 {
		return false
	}
	return groups[1].sign == ' ' || groups[1].sign == '-'
}

// isLocal tells whether groups are a number without an area, 555-1234, and no
// range: those are round.
func isLocal(text []byte, groups []group) bool {
	return len(groups) == 2 && groups[1].sign == '-' && length(groups[0]) == 3 && length(groups[1]) == 4 &&
		text[groups[0].start] >= '2' && value(text, groups[0])%10 != 0 && value(text, groups[1])%10 != 0
}

func length(g group) int { return g.end - g.start }
