package kind

import (
	"strconv"
	"strings"
	"unicode"

	"verbatim/internal/value"
)

// Text that machines make is long or full of digits, and has no words: ids,
// addresses, places, telephone numbers. There is nothing in it to count, and it
// often identifies a person.

// looksLikeIDs reports whether the answers are addresses, or codes made by machines
// that are almost all distinct. A few version numbers are not ids. named says that
// the column has a name that columns of ids have.
func (p *Profile) looksLikeIDs(named bool) bool {
	if p.share(value.IsAddress) || p.Answered >= 3 && p.share(value.IsPlace) {
		return true
	}
	if p.Answered < 3 || p.Singletons()*100 < p.seen*95 {
		return false
	}
	if named && p.words == p.Answered { // "Case no": one word each, none of them twice
		return true
	}
	return p.share(func(v string) bool { return value.MadeByMachine(v, p.Answered) }) || p.Answered >= 8 && p.share(value.IsCode)
}

// areNumbered reports whether the answers are one text with one number each: "Household 7",
// "sujet n° 7", "store number 12 north". Nobody words that; it names the response. One letter
// beside the digits may be a unit (7h30), unless the numbers count up from one row to the next (S1,
// S2, S3), and words between digits make a span of them.
func (p *Profile) areNumbered() bool {
	if p.Answered < 3 || p.Singletons()*5 < p.seen*4 {
		return false
	}
	text, letters := withoutDigits(p.Values[0].Value), 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return (letters >= 2 || letters == 1 && p.countUp()) && p.share(func(v string) bool {
		number := strings.TrimFunc(v, func(r rune) bool { return !unicode.IsDigit(r) })
		return len(v) <= longest && !strings.ContainsFunc(number, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSpace(r) }) && withoutDigits(v) == text
	})
}

// countUp reports whether the answers end in 0, 1, 2 … or 1, 2, 3 …, in the order of the rows.
func (p *Profile) countUp() bool {
	before := -1
	for i, v := range p.Values {
		digits := strings.TrimLeftFunc(v.Value, func(r rune) bool { return !unicode.IsDigit(r) })
		n, err := strconv.Atoi(digits)
		if err != nil || i == 0 && n > 1 || i > 0 && n != before+1 {
			return false
		}
		before = n
	}
	return true
}

// withoutDigits removes the digits of a text, and what case tells.
func withoutDigits(v string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, v)
}

// Addresses reports whether the answers are addresses of accounts, computers or pages.
func (p *Profile) Addresses() bool { return p.share(value.IsAddress) }

// share reports whether nine in ten distinct answers fit.
func (p *Profile) share(fits func(string) bool) bool {
	n := 0
	for i, v := range p.Values {
		if fits(v.Value) {
			n++
		}
		if (n+len(p.Values)-i-1)*10 < len(p.Values)*9 { // most columns end here
			return false
		}
	}
	return n > 0
}
