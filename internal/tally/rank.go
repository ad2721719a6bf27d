package tally

import (
	"cmp"
	"math"
	"slices"

	"verbatim/internal/term"
)

// Ranking says how a sum becomes a tally.
type Ranking struct {
	By         Count
	Weighted   bool             // answers have weights
	Intervals  bool             // give 95% intervals
	Population int              // size of the population, for the intervals; 0: not finite
	Names      map[string]Named // leave their stems, by key
	Writing    Writing          // how terms are written
	Options    bool             // terms are the options of a closed question
	Order      Order            // of options and groups, where the file tells it
	Overlap    bool             // a person may be in several groups, which are the options of a multiple choice

	labels map[string]string // of the whole, by key, for its parts
}

// Tally ranks a sum.
func (s *Sum) Tally(r Ranking) *Tally {
	t := &Tally{Base: s.Base, Tokens: s.Tokens, RankBy: r.By, Uncoded: Figure(s.Uncoded), SetAside: []AsideTerm{}, Themes: []Theme{}}
	if r.Weighted {
		t.Base.EffectiveN = effectiveN(t.Base.WeightSum, t.Base.WeightSquaresSum)
	} else { // sums in a document that was changed by hand
		t.Base.WeightSum, t.Base.WeightSquaresSum = 0, Squares{}
	}
	t.Terms = make([]Term, 0, len(s.Terms))
	for name, part := range s.Terms {
		if name.Aside == term.Ranked {
			t.Terms = append(t.Terms, s.terms(name.Key, part, r)...)
		} else {
			forms := &TermSum{Forms: part.Forms} // no document has the spellings of what is set aside
			t.SetAside = append(t.SetAside, AsideTerm{Term: r.label(name.Key, forms), Root: term.RootOf(name.Key), Reason: Reason(name.Aside),
				Mentions: part.Mentions, Respondents: part.Respondents, Forms: part.Forms, Themes: s.themesIn(part.In), In: part.In})
		}
	}
	for _, part := range s.Themes {
		x := Theme{Theme: part.Theme, Mentions: Figure(part.Mentions), Respondents: part.Respondents}
		x.Share, x.Interval = s.share(part.Respondents, part.Weight[1], r)
		if r.Weighted {
			x.WeightedMentions, x.WeightedRespondents = part.Weight[0], part.Weight[1]
		}
		t.Themes = append(t.Themes, x)
	}
	rank(t.Terms, r.By) // total orders: the map's own order is gone
	sortAside(t.SetAside, r.By)
	return t
}

// terms are the terms of a stem: one, or a name and the rest. Who used both is
// counted with each of them.
func (s *Sum) terms(key string, part *TermSum, r Ranking) (list []Term) {
	name, rest := new(TermSum), part
	named, ok := r.Names[key]
	if ok {
		name, rest = part.apart(named.Spelling)
	}
	if name.Mentions > 0 {
		x := s.term(named.Label, name, r)
		x.SplitFrom = key
		list = append(list, x)
	}
	if rest.Mentions > 0 {
		list = append(list, s.term(key, rest, r))
	}
	list[0].Spellings = part.spellings() // those of both
	return list
}

// term computes the figures of one term.
func (s *Sum) term(key string, part *TermSum, r Ranking) Term {
	x := Term{
		Root: term.RootOf(key), Mentions: part.Mentions, Respondents: part.Respondents, Negated: part.Negated,
		Forms: part.Forms, Theme: part.Theme, Synonym: part.Label, In: part.In, weight: part.Weight,
	}
	if in := s.themesIn(part.In); len(in) > 1 {
		x.FurtherThemes = slices.DeleteFunc(in, func(theme string) bool { return theme == x.Theme })
	}
	x.Term = cmp.Or(part.Label, r.label(key, part))
	x.Label = x.Term
	if x.Denied {
		x.Label = x.Forms[0].Form
	}
	x.Either = s.either(x.Root)
	x.Share, x.Interval = s.share(part.Respondents, part.Weight[1], r)
	if r.Weighted {
		x.WeightedMentions, x.WeightedRespondents = part.Weight[0], part.Weight[1]
	} else {
		x.weight = [2]Weight{Weight(part.Mentions) * One, Weight(part.Respondents) * One}
	}
	return x
}

// themesIn are the names of themes, of which each is a bit.
func (s *Sum) themesIn(bits uint64) (names []string) {
	for i, t := range s.Themes {
		if bits&(1<<i) != 0 {
			names = append(names, t.Theme)
		}
	}
	return names
}

// either is how many people say a word, denied or not, where both are terms; else 0. A name that has
// left the stem of the word is the word here.
func (s *Sum) either(root term.Root) int {
	plain := s.Terms[Name{root.Plain().Key(), term.Ranked}]
	root.Denied = true
	denied := s.Terms[Name{root.Key(), term.Ranked}]
	if plain == nil || denied == nil {
		return 0
	}
	return plain.Respondents + denied.Respondents - denied.Both
}

// share is the share of the valid respondents, with its interval where asked.
func (s *Sum) share(respondents int, weighted Weight, r Ranking) (float64, Interval) {
	b, p := &s.Base, 0.0
	n := float64(b.Valid)
	switch {
	case r.Weighted:
		n = effectiveN(b.WeightSum, b.WeightSquaresSum)
		if b.WeightSum > 0 {
			p = weighted.Float() / b.WeightSum.Float()
		}
	case b.Valid > 0:
		p = float64(respondents) / n
	}
	return p, r.interval(p, n, b.Valid)
}

// interval is the interval of a share p among n people, perhaps an effective
// number, of whom a number gave an answer; none if it is not asked for.
func (r Ranking) interval(p, n float64, valid int) Interval {
	if !r.Intervals {
		return Interval{}
	}
	low, high := wilsonInterval(p, n, finiteFactor(r.Population, valid))
	return Interval{&low, &high}
}

// rank sorts the terms by the given count and numbers them.
func rank(terms []Term, by Count) {
	slices.SortFunc(terms, func(a, b Term) int {
		return cmp.Or(
			cmp.Compare(b.ranking(by), a.ranking(by)),
			cmp.Compare(b.ranking(Mentions), a.ranking(Mentions)), // one of the two is by: the other decides
			cmp.Compare(b.ranking(Respondents), a.ranking(Respondents)),
			cmp.Compare(a.Term, b.Term),
			cmp.Compare(a.Key(), b.Key()),
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

// sortAside puts what is set aside in order: the given count falling, then the other, then bytes.
func sortAside(list []AsideTerm, by Count) {
	slices.SortFunc(list, func(a, b AsideTerm) int {
		return cmp.Or(cmp.Compare(b.By(by), a.By(by)), cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(b.Respondents, a.Respondents),
			cmp.Compare(a.Term, b.Term), cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.Key(), b.Key()))
	})
}

// Renumber puts terms that have been relabelled or left out in order again, and
// those set aside.
func (t *Tally) Renumber() {
	rank(t.Terms, t.RankBy)
	sortAside(t.SetAside, t.RankBy)
}

// Limits cut a tally's list of terms; a zero limit does not cut.
type Limits struct {
	MinCount int // terms with a lower count, unweighted, are cut
	Top      int // at most so many terms stay
	// Lone cuts the terms that one person said, for a picture, if it has enough others.
	Lone bool
}

// enoughShared is how many terms that two people or more said are enough for a picture without the
// words of single people.
const enoughShared = 30

// Limit returns the tally with its list cut, and counts what it cuts. Terms of
// equal rank stay or go together: a tie across the limit is left out whole,
// unless nothing else would remain; then it stays whole.
func (t *Tally) Limit(l Limits) *Tally {
	limited := *t
	if l.Lone {
		limited.cutLone()
	}
	if terms := limited.Terms; l.MinCount > 1 { // else the list is shared: it may be long
		limited.Terms = []Term{}
		for _, x := range terms {
			if x.By(t.RankBy) >= l.MinCount {
				limited.Terms = append(limited.Terms, x)
			} else {
				limited.cut(x)
			}
		}
	}
	if l.Top > 0 && l.Top < len(limited.Terms) {
		keep, next := limited.tie(l.Top)
		if keep == 0 { // all terms up to the limit share one rank
			keep = next
		}
		if keep < l.Top {
			limited.Cut.Tied, limited.Cut.TiedAt = next-keep, limited.Terms[keep].By(t.RankBy)
		}
		for _, x := range limited.Terms[keep:] {
			limited.cut(x)
		}
		limited.Terms = limited.Terms[:keep:keep]
	}
	if len(limited.Terms) < len(t.Terms) && t.OptionOrder != nil {
		limited.keepOrder()
	}
	return &limited
}

// cutLone leaves out the terms that one person said, where enough others are there.
func (t *Tally) cutLone() {
	var shared []Term
	for _, x := range t.Terms {
		if x.Respondents > 1 {
			shared = append(shared, x)
		}
	}
	if len(shared) < enoughShared {
		return
	}
	for _, x := range t.Terms {
		if x.Respondents == 1 {
			t.cut(x)
			t.Cut.Lone++
		}
	}
	t.Terms = shared
}

// cut counts a term that is left out of the list, so that the figures still add up.
func (t *Tally) cut(x Term) {
	t.Cut.Terms++
	t.Cut.Mentions += Figure(x.Mentions)
}

// tie is where the terms of the rank of the i-th begin, and where the next rank
// does:
//
//	rank    1  2  2  2  5     of the third: 1, 4
func (t *Tally) tie(i int) (first, next int) {
	for first = i; first > 0 && t.Terms[first-1].Rank == t.Terms[i].Rank; first-- {
	}
	for next = i; next < len(t.Terms) && t.Terms[next].Rank == t.Terms[i].Rank; next++ {
	}
	return first, next
}

// z95 is the 97.5th percentile of the normal distribution.
const z95 = 1.959963984540054

// wilsonInterval is the 95% interval of a share p among n people after Wilson:
//
//	centre = (p + z²/2n) / (1 + z²/n)
//	half   = z/(1 + z²/n) · √( p(1-p)/n + z²/4n² )
//
// with z² multiplied throughout by finite, that of finiteFactor. That is the
// interval of n/finite people. It contains p whatever the correction, and is only p
// if everybody was asked. If the correction were only under the root, the centre
// would still be drawn towards one half, and the narrow interval would miss p.
// Source: Statistics Canada 12-001-X 2017002, with the effective n where answers
// are weighted.
func wilsonInterval(p, n, finite float64) (low, high float64) {
	if n <= 0 {
		return 0, 1
	}
	z2 := z95 * z95 * finite
	centre := (p + z2/(2*n)) / (1 + z2/n)
	half := math.Sqrt(z2*(p*(1-p)/n+z2/(4*n*n))) / (1 + z2/n)
	return min(p, max(0, centre-half)), max(p, min(1, centre+half)) // p is inside, except for rounding
}

// finiteFactor is the finite-population correction (N-n)/(N-1) for n people who
// answered, weighted or not, out of a population of N. It is 1 if N is 0, which
// means an infinite population, and 0 if everybody answered.
func finiteFactor(population, n int) float64 {
	switch {
	case population <= 0:
		return 1
	case n >= population:
		return 0
	}
	return float64(population-n) / float64(population-1)
}
