package privacy

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/segment"
)

// Numbers are read as groups of digits with the signs between them. A card number is
// recognised by its check digit. A phone number has none, so it is recognised by its
// shape and by what is before it; whatever looks like a date, an amount, a range, a
// version or a round number is kept. The shapes are in words.txt:
//
//	+49 30 1234567     a + and 7 digits or more
//	030/123 45 67      a trunk 0, and 9 digits or more
//	(415) 555-1234     three, three and four
//	12 34 56 78        pairs, four or more of them
//	call 5551234       a word that says so
//	2017-03-12, 24/7, 1 000 000, 1.2.3, 10-15, 100000000000     none

// A group is a run of digits, with the signs between it and the one before.
type group struct {
	start, end int
	sign       byte // 0: nothing before; ' ', '-', '.', '/', or '(' for a bracket
}

// length is the number of digits.
func (g group) length() int { return g.end - g.start }

const (
	mostGroups  = 10 // how far a number is looked at: no phone or card has more
	leastDigits = 7  // of a phone (E.164)
	mostDigits  = 15
)

// startsNumber reports whether a number may begin at a place.
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

// number examines a number: a card, a phone, or something else, which is skipped.
func number(text []byte, at int) (span, int) {
	var room [mostGroups]group
	groups := groupsAt(text, at, room[:0])
	if len(groups) == 0 {
		return span{}, at + 1
	}
	if s := computer(text, at, groups); s.end > 0 {
		return s, s.end
	}
	end := groups[len(groups)-1].end
	if end < len(text) && (isWord(text[end]) || text[end] == '@' || text[end] == '_') {
		return span{}, groups[0].end // of a word, or the user of an e-mail address
	}
	if n := cardOf(text, groups); n > 0 {
		s := span{at, groups[n-1].end, segment.MarkCard}
		return s, s.end
	}
	if s := phoneOf(text, at, groups); s.end > 0 {
		return s, s.end
	}
	return span{}, groups[0].end
}

// computer is the address of a computer (IPv4) at the beginning of groups: four numbers up to
// 255 with dots between. The first has two digits or more, which sections and versions seldom have.
func computer(text []byte, at int, groups []group) span {
	const numbers = 4
	if len(groups) < numbers || groups[0].length() < 2 || isVersion(text, at) {
		return span{}
	}
	for i, g := range groups[:numbers] {
		n, _ := strconv.Atoi(string(text[g.start:g.end]))
		leads := text[g.start] == '0' && g.length() > 1
		if n > 255 || g.length() > 3 || leads || i > 0 && (g.sign != '.' || g.start != groups[i-1].end+1) {
			return span{}
		}
	}
	end := groups[numbers-1].end
	if end < len(text) && (isWord(text[end]) || text[end] == '.' && end+1 < len(text) && isDigit(text[end+1])) {
		return span{}
	}
	return span{groups[0].start, end, segment.MarkComputer}
}

// isVersion reports whether the word before a number says that it counts versions or sections.
func isVersion(text []byte, at int) bool {
	word, _ := wordBefore(text, at)
	return slices.Contains(words().versions, word)
}

// phoneOf is the phone number at the beginning of groups; for a date it is a span
// without a mark, and for anything else there is none.
func phoneOf(text []byte, at int, groups []group) span {
	number, digits := written(text, groups)
	if digits < leastDigits {
		return span{}
	}
	if n := groupsIn(words().date, number); n > 0 {
		return span{at, groups[n-1].end, 0}
	}
	for digits > mostDigits { // the beginning may be one
		groups = groups[:len(groups)-1]
		number, digits = written(text, groups)
	}
	if digits < leastDigits {
		return span{}
	}
	beside := besides(text, at, groups)
	for _, s := range words().numbers {
		if digits < s.least || digits > s.most || !strings.Contains(beside, s.beside) {
			continue
		}
		if n := groupsIn(s.pattern, number); n > 0 && s.isPhone {
			return span{at, groups[n-1].end, segment.MarkPhone}
		} else if n > 0 {
			break
		}
	}
	return span{}
}

// written is how a number is written, as the shapes of words.txt have it, and how
// many digits it has:
//
//	(415) 555-1234     415(555-1234;
func written(text []byte, groups []group) (number string, digits int) {
	var out strings.Builder
	for i, g := range groups {
		if i > 0 {
			out.WriteByte(g.sign)
		}
		out.Write(text[g.start:g.end])
		digits += g.length()
	}
	out.WriteByte(';')
	return out.String(), digits
}

// besides are the marks of words.txt for what is beside a number.
func besides(text []byte, at int, groups []group) (marks string) {
	if text[at] == '+' || bytes.HasPrefix(text[at:], []byte("(+")) {
		marks += "+"
	}
	if announced(text, at) {
		marks += "!"
	}
	end := groups[len(groups)-1].end
	if at > 0 && text[at-1] == '$' || end < len(text) && (text[end] == '$' || text[end] == '%') {
		marks += "$"
	}
	return marks
}

// announced reports whether the words before a number say that it is one to call:
// one of them does, and the others are fillers ("call me at").
func announced(text []byte, at int) bool {
	for range 3 {
		word, start := wordBefore(text, at)
		if slices.Contains(words().calls, word) {
			return true
		}
		if !slices.Contains(words().fillers, word) {
			return false
		}
		at = start
	}
	return false
}

// wordBefore is the word before a place, in small letters, and where it begins. Up to three
// signs are between.
func wordBefore(text []byte, at int) (word string, start int) {
	for n := 0; n < 3 && at > 0 && !isWord(text[at-1]); n++ {
		at--
	}
	end := at
	for at > 0 && end-at < 12 && isLetter(text[at-1]) {
		at--
	}
	return strings.ToLower(string(text[at:end])), at
}

// groupsAt reads the groups of digits from a place on, into a list that has room
// for them. Few signs are between them, as in ") ".
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

// cardOf is the number of groups that make a card number; 0 where they make
// none: 13 to 19 digits in groups of four or more (the last may be shorter), of
// a known range, and with the right check digit (ISO/IEC 7812).
func cardOf(text []byte, groups []group) int {
	var digits []byte
	for n, g := range groups {
		if n > 0 && (g.sign != ' ' && g.sign != '-' || groups[n-1].length() < 4) {
			return 0
		}
		if digits = append(digits, text[g.start:g.end]...); len(digits) > 19 {
			return 0
		}
		ends := n+1 == len(groups) || groups[n+1].sign != g.sign
		if len(digits) >= 13 && '2' <= digits[0] && digits[0] <= '6' && ends && luhn(digits) {
			return n + 1
		}
	}
	return 0
}

// luhn reports whether the check digit is right: every second digit from the
// right, doubled, and the others add up to a multiple of ten.
func luhn(digits []byte) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0 && len(bytes.Trim(digits, string(digits[:1]))) > 0
}

// bankNumber examines a letter that may begin an international bank account number.
// The country determines the length, and the check digits have to be right. If they
// are not, the span has no mark: its digits are no other number either.
func bankNumber(text []byte, at int) span {
	if at+4 > len(text) || !isDigit(text[at+2]) || !isDigit(text[at+3]) {
		return span{}
	}
	want, ok := words().ibans[strings.ToUpper(string(text[at:at+2]))]
	if !ok {
		return span{}
	}
	var number strings.Builder
	end := at
	for end < len(text) && number.Len() < want {
		switch b := text[end]; {
		case isWord(b) && b != otherLetter:
			number.WriteByte(b)
		case b != ' ' && b != '-' || !isWord(text[end-1]):
			return span{}
		}
		end++
	}
	switch {
	case number.Len() < want || end < len(text) && isWord(text[end]):
		return span{}
	case mod97(strings.ToUpper(number.String())):
		return span{at, end, segment.MarkBank}
	case !inFours(text[at:end]) || end+1 < len(text) && isDigit(text[end+1]):
		return span{} // words, or longer than that: a number in it is one
	}
	return span{at, end, 0}
}

// inFours reports whether a number is written as bank numbers are: a country, and
// digits in groups of four.
func inFours(number []byte) bool {
	for i, b := range number[2:] {
		if isDigit(b) == ((i+2)%5 == 4) {
			return false
		}
	}
	return true
}

// mod97 reports whether the check digits of a bank account number are right: with
// its first four characters at the end, and letters as 10 to 35, it leaves 1
// when divided by 97 (ISO 7064).
func mod97(number string) bool {
	rest := 0
	for _, c := range number[4:] + number[:4] {
		if c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest == 1
}
