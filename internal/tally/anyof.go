package tally

import (
	"cmp"
	"maps"
	"slices"

	"verbatim/internal/term"
)

// Watch chooses the terms to watch from now on, and takes in the respondents
// kept so far.
func (c *Counter) Watch(terms []Name) {
	c.watch.choose(terms[:min(len(terms), watched)])
}

// Leading are the terms that lead so far, for Watch: by respondents, then
// mentions, then bytes.
func (c *Counter) Leading() []Name {
	s := c.Sum()
	names := slices.Collect(maps.Keys(s.Terms))
	names = slices.DeleteFunc(names, func(n Name) bool { return n.Aside != term.Ranked })
	slices.SortFunc(names, func(a, b Name) int {
		x, y := s.Terms[a], s.Terms[b]
		return cmp.Or(cmp.Compare(y.Respondents, x.Respondents), cmp.Compare(y.Mentions, x.Mentions), cmp.Compare(a.Key, b.Key))
	})
	return names[:min(len(names), watched)]
}

// Tied tells whether the first top terms leave out one of the same rank as the
// last of them.
func Tied(terms []Term, top int) bool {
	return top < len(terms) && terms[top].Rank == terms[top-1].Rank
}

// CountAnyOf counts the people who named any of the first top terms of t, over all
// counters, which have watched the same terms; false where one of those terms
// was not watched.
func CountAnyOf(t *Tally, counters []*Counter, top int, weighted bool) (AnyOf, bool) {
	a := AnyOf{Top: top, Tied: Tied(t.Terms, top)}
	var named people
	for _, c := range counters {
		var want uint32
		for _, x := range t.Terms[:top] {
			bit, ok := c.watch.bits[Name{x.Stem, term.Ranked}]
			if !ok {
				return a, false
			}
			want |= 1 << bit
		}
		for mask, n := range c.watch.masks {
			if mask&want != 0 {
				named = named.plus(n, 1)
			}
		}
	}
	a.Respondents = named.n
	a.Share = float64(named.n) / float64(t.Base.Valid)
	if weighted && t.Base.WeightSum > 0 {
		a.Share = named.weight.Float() / t.Base.WeightSum.Float()
	}
	return a, true
}
