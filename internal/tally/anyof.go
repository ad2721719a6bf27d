package tally

import (
	"cmp"
	"maps"
	"slices"

	"verbatim/internal/term"
)

// The number of people who named any of the first terms does not follow from the
// counts of the terms, since people name several. The terms of every respondent
// cannot be kept either. So a counter watches a few terms, those that lead in the
// first part of the answers, and counts the respondents by which of these they
// named:
//
//	watched     trust open time    people
//	             ●     ●            31
//	             ●           ●       8      any of the first two: 31 + 8 + 12
//	                   ●            12
//
// If another term leads in the end, the answers are read once more.

// watched is how many terms are watched, at most: a mask has a bit for each,
// and there is a count for each mask.
const watched = 16

// watch counts respondents by the watched terms that they named.
type watch struct {
	bits  map[Name]int // nil: nothing is watched yet, respondents are kept
	kept  []keptRespondent
	words []*term.Word // that those kept said, one after the other
	mask  uint32
	// people are the respondents by mask, and weights their sums; without weights there
	// are none. Most masks are small: the terms that most people named have the low bits.
	people  []int32
	weights []Weight
	masks   []uint32 // those that somebody has, each once: few of all that there can be
}

// keptRespondent is a respondent of the first part.
type keptRespondent struct {
	end    int // of what they said among the words
	weight Weight
}

// said records a term of the current respondent. The map of names is asked once for a key.
func (w *watch) said(word *term.Word, k *keyCount) {
	if k.watched == 0 {
		w.lookUp(word, k)
	}
	if k.watched > 0 {
		w.mask |= 1 << (k.watched - 1)
	}
}

// lookUp finds out whether a key is watched. As long as nothing is, it keeps the word.
func (w *watch) lookUp(word *term.Word, k *keyCount) {
	switch bit, ok := w.bits[Name{word.Key, word.Aside}]; {
	case ok:
		k.watched = int8(bit) + 1
	case w.bits != nil:
		k.watched = -1
	case word.Aside == term.Ranked:
		w.words = append(w.words, word)
	}
}

// endRespondent counts the current respondent.
func (w *watch) endRespondent(weight Weight) {
	if w.bits == nil {
		w.kept = append(w.kept, keptRespondent{len(w.words), weight})
		return
	}
	w.count(w.mask, weight)
	w.mask = 0
}

// count adds a respondent who named the terms of a mask. Those who named none of
// them are not counted: no figure needs them.
func (w *watch) count(mask uint32, weight Weight) {
	if mask == 0 {
		return
	}
	if w.people[mask] == 0 {
		w.masks = append(w.masks, mask)
	}
	w.people[mask]++
	if weight != 0 {
		if w.weights == nil {
			w.weights = make([]Weight, len(w.people))
		}
		w.weights[mask] += weight
	}
}

// choose begins to watch some terms, and counts the respondents kept so far.
func (w *watch) choose(terms []Name) {
	w.bits, w.people = make(map[Name]int, len(terms)), make([]int32, 1<<len(terms))
	for i, name := range terms {
		w.bits[name] = i
	}
	begin := 0
	for _, r := range w.kept {
		var mask uint32
		for _, word := range w.words[begin:r.end] {
			if bit, ok := w.bits[Name{word.Key, word.Aside}]; ok {
				mask |= 1 << bit
			}
		}
		w.count(mask, r.weight)
		begin = r.end
	}
	w.kept, w.words = nil, nil
}

// Watch chooses the terms to watch from now on, and counts the respondents kept so
// far.
func (c *Counter) Watch(terms []Name) { c.watch.choose(terms[:min(len(terms), watched)]) }

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

// Tied reports whether the first top terms leave out one of the same rank as the
// last of them.
func Tied(terms []Term, top int) bool {
	return top < len(terms) && terms[top].Rank == terms[top-1].Rank
}

// CountAnyOf counts the people who named any of the first top terms of t, over all
// counters, which have watched the same terms. It reports false if one of those
// terms was not watched.
func CountAnyOf(t *Tally, counters []*Counter, top int, weighted bool) (AnyOf, bool) {
	a := AnyOf{Top: top, Tied: Tied(t.Terms, top)}
	var named people
	for _, c := range counters {
		var want uint32
		for _, x := range t.Terms[:top] {
			bit, ok := c.watch.bits[Name{x.Key(), term.Ranked}]
			if !ok {
				return a, false
			}
			want |= 1 << bit
		}
		for _, mask := range c.watch.masks {
			if mask&want == 0 {
				continue
			}
			named.n += int(c.watch.people[mask])
			if c.watch.weights != nil {
				named.weight += c.watch.weights[mask]
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
