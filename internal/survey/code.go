package survey

import "verbatim/internal/value"

// What machines make is long or full of digits, and has no words; it is nothing
// to count, and often points at a person: ids, addresses, places, telephone
// numbers.

// looksLikeIDs says that the answers are addresses, or codes that machines made
// of which hardly two are alike. A handful of versions are no ids. named says that
// the column is called like one of ids.
func (p *profile) looksLikeIDs(named bool) bool {
	if p.share(value.IsAddress) || p.answered >= 3 && p.share(value.IsPlace) {
		return true
	}
	if p.answered < 3 || p.singletons()*100 < p.seen*95 {
		return false
	}
	if named && p.words == p.answered { // "Case no": one word each, none of them twice
		return true
	}
	return p.share(func(v string) bool { return value.MadeByMachine(v, p.answered) }) || p.answered >= 8 && p.share(value.IsCode)
}

// share says that nine in ten distinct answers fit.
func (p *profile) share(fits func(string) bool) bool {
	n := 0
	for _, v := range p.values {
		if fits(v.value) {
			n++
		}
	}
	return n > 0 && n*10 >= len(p.values)*9
}
