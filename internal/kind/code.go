package kind

import "verbatim/internal/value"

// What machines make is long or full of digits, and has no words; it is nothing
// to count, and often points at a person: ids, addresses, places, telephone
// numbers.

// looksLikeIDs reports whether the answers are addresses, or codes that machines made
// of which hardly two are alike. A handful of versions are no ids. named says that
// the column is called like one of ids.
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

// share reports whether nine in ten distinct answers fit.
func (p *Profile) share(fits func(string) bool) bool {
	n := 0
	for _, v := range p.Values {
		if fits(v.Value) {
			n++
		}
	}
	return n > 0 && n*10 >= len(p.Values)*9
}
