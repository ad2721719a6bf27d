package survey

import (
	"strings"
	"unicode"
)

// What machines make is long or full of digits, and has no words; it is nothing
// to count, and often points at a person: ids, addresses, places, telephone
// numbers.

// looksLikeIDs says that the answers are addresses, or codes that machines made
// of which hardly two are alike. A handful of versions are no ids.
func (p *profile) looksLikeIDs() bool {
	if p.share(isAddress) {
		return true
	}
	if p.answered < 3 || p.singletons()*100 < p.seen*95 {
		return false
	}
	return p.share(func(v string) bool { return madeByMachine(v, p.answered) }) || p.answered >= 8 && p.share(isCode)
}

// share says that nine in ten distinct answers fit.
func (p *profile) share(fits func(string) bool) bool {
	n := 0
	for v := range p.values {
		if fits(v) {
			n++
		}
	}
	return n > 0 && n*10 >= len(p.values)*9
}

// isAddress knows addresses of e-mail, of computers and of pages.
func isAddress(v string) bool {
	if strings.IndexFunc(v, blank) >= 0 {
		return false
	}
	at := strings.IndexByte(v, '@')
	mail := at > 0 && strings.IndexByte(v[at:], '.') > 0
	ip := strings.Count(v, ".") == 3 && strings.Trim(v, ".0123456789") == ""
	return mail || ip || strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://")
}

// madeByMachine knows one word of 8 characters or more, or with digits in front,
// that mixes digits and letters. Of fewer than 8 answers it asks more.
func madeByMachine(v string, answered int) bool {
	digits, letters := 0, 0
	for _, r := range v {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		case !strings.ContainsRune("-_.{}:", r):
			return false
		}
	}
	long := len(v) >= 8 && digits >= 2
	if answered < 8 {
		long = len(v) >= 12 && digits >= 4
	}
	return digits > 0 && (long || digits >= letters && answered >= 8)
}

// isCode knows telephone numbers, places and post codes: nothing but digits,
// marks, and capitals, four digits or more, or a digit in every word: "+44 20
// 7946 0958", "51.5 -0.12 0 0", "SW1A 1AA".
func isCode(v string) bool {
	digits := 0
	for _, r := range strings.ReplaceAll(v, ", ", " ") { // a bare comma may part the codes of options
		switch {
		case unicode.IsDigit(r):
			digits++
		case !unicode.IsUpper(r) && !blank(r) && !strings.ContainsRune("+-./()#:", r):
			return false
		}
	}
	if digits >= 4 {
		return true
	}
	for _, word := range strings.Fields(v) {
		if !hasDigit(word) {
			return false
		}
	}
	return digits >= 2 && len(v) >= 5
}
