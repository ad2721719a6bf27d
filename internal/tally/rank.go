package tally

import (
	"cmp"
	"slices"
)

// rank sorts the terms by the given count and numbers them.
func rank(terms []Term, by Count) {
	other := Respondents
	if by == Respondents {
		other = Mentions
	}
	slices.SortFunc(terms, func(a, b Term) int {
		return cmp.Or(
			cmp.Compare(b.ranking(by), a.ranking(by)),
			cmp.Compare(b.ranking(other), a.ranking(other)),
			cmp.Compare(a.Term, b.Term),
			cmp.Compare(a.Stem, b.Stem),
		)
	})
	// Standard competition ranking, "1224": equal counts share the lowest rank, and
	// the next count has the rank of its position.
	for i := range terms {
		terms[i].Rank = i + 1
		if i > 0 && terms[i].ranking(by) == terms[i-1].ranking(by) {
			terms[i].Rank = terms[i-1].Rank
		}
	}
}

// Limits cut a tally's list of terms; a zero limit does not cut.
type Limits struct {
	MinCount int // terms with a lower count, unweighted, are cut
	Top      int // at most so many terms stay
}

// Limit returns the tally with its list cut, and counts what it cuts. Terms of
// equal rank stay or go together: a tie across the limit is left out whole,
// unless nothing else would remain; then it stays whole.
func (t *Tally) Limit(l Limits) *Tally {
	limited := *t
	if l.MinCount > 1 {
		limited.Terms = []Term{}
		for _, x := range t.Terms {
			if x.By(t.RankBy) >= l.MinCount {
				limited.Terms = append(limited.Terms, x)
			} else {
				limited.cut(x)
			}
		}
	}
	if l.Top > 0 && l.Top < len(limited.Terms) {
		keep := limited.beforeTie(l.Top)
		if keep < l.Top {
			limited.Cut.Tied, limited.Cut.TiedAt = limited.sameRank(keep), limited.Terms[keep].By(t.RankBy)
		}
		for _, x := range limited.Terms[keep:] {
			limited.cut(x)
		}
		limited.Terms = limited.Terms[:keep:keep]
	}
	return &limited
}

// cut counts a term that is left out of the list, so that the figures still add up.
func (t *Tally) cut(x Term) {
	t.Cut.Terms++
	t.Cut.Mentions += Figure(x.Mentions)
}

// sameRank counts the terms that have the rank of the i-th, from it on.
func (t *Tally) sameRank(i int) (n int) {
	for _, x := range t.Terms[i:] {
		if x.Rank == t.Terms[i].Rank {
			n++
		}
	}
	return n
}

// beforeTie is the number of terms that stay when top are asked for.
func (t *Tally) beforeTie(top int) int {
	first := t.Terms[top].Rank // of what is left out
	keep := top
	for keep > 0 && t.Terms[keep-1].Rank == first {
		keep--
	}
	// All terms up to the limit share one rank. Cutting all would leave nothing,
	// so all of the rank stay, even beyond the limit.
	if keep == 0 {
		for keep < len(t.Terms) && t.Terms[keep].Rank == first {
			keep++
		}
	}
	return keep
}
