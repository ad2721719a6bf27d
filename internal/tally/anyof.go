package tally

import (
	"cmp"
	"maps"
	"slices"

	"verbatim/internal/term"
)

// How many people named any of the first terms cannot be told from the terms'
// own counts: people name several. Nor can every respondent's terms be kept.
// So a counter watches a few terms, those that lead in the first part of the
// answers, and counts the respondents by which of these they named:
//
//	watched     trust open time    people
//	             ●     ●            31
//	             ●           ●       8      any of the first two: 31 + 8 + 12
//	                   ●            12
//
// Where in the end another term leads, the answers are gone through once more.

// watched is how many terms are watched, at most; a mask has a bit for each.
const watched = 24

// maxMasks bounds the memory of a watch. Ten terms never need as many.
const maxMasks = 1 << 18

// watch counts respondents by the watched terms that they named.
type watch struct {
	bits  map[Name]int // nil: nothing is watched yet, respondents are kept
	kept  []keptRespondent
	mask  uint32
	now   []Name
	masks map[uint32]people
	lost  bool // too many masks
}

// keptRespondent is a respondent of the first part.
type keptRespondent struct {
	said   []Name
	weight Weight
}

// people are respondents and their weight.
type people struct {
	n      int
	weight Weight
}

// said notes a term of the respondent at hand.
func (w *watch) said(word *term.Word) {
	if word.Aside != term.Ranked {
		return
	}
	name := Name{word.Key, word.Aside}
	if w.bits == nil {
		w.now = append(w.now, name)
	} else if bit, ok := w.bits[name]; ok {
		w.mask |= 1 << bit
	}
}

// endRespondent takes in the respondent at hand.
func (w *watch) endRespondent(weight Weight) {
	if w.bits == nil {
		w.kept = append(w.kept, keptRespondent{slices.Clone(w.now), weight})
		w.now = w.now[:0]
		return
	}
	w.count(w.mask, weight)
	w.mask = 0
}

func (w *watch) count(mask uint32, weight Weight) {
	if mask == 0 || w.lost {
		return
	}
	p, ok := w.masks[mask]
	if !ok && len(w.masks) == maxMasks {
		w.lost = true
		return
	}
	w.masks[mask] = people{p.n + 1, p.weight + weight}
}

// Watch chooses the terms to watch from now on, and takes in the respondents
// kept so far.
func (c *Counter) Watch(terms []Name) {
	w := &c.watch
	w.bits, w.masks = make(map[Name]int, watched), make(map[uint32]people)
	for i, name := range terms[:min(len(terms), watched)] {
		w.bits[name] = i
	}
	for _, r := range w.kept {
		var mask uint32
		for _, name := range r.said {
			if bit, ok := w.bits[name]; ok {
				mask |= 1 << bit
			}
		}
		w.count(mask, r.weight)
	}
	w.kept, w.now = nil, nil
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

// CountAnyOf counts the people who named any of the first top terms of t, over all
// counters, which have watched the same terms; false where one of those terms
// was not watched.
func CountAnyOf(t *Tally, counters []*Counter, top int, weighted bool) (AnyOf, bool) {
	a := AnyOf{Top: top}
	var sum Weight
	for _, c := range counters {
		var want uint32
		for _, x := range t.Terms[:top] {
			bit, ok := c.watch.bits[Name{x.Stem, term.Ranked}]
			if !ok || c.watch.lost {
				return a, false
			}
			want |= 1 << bit
		}
		for mask, p := range c.watch.masks { // whole numbers: any order will do
			if mask&want != 0 {
				a.Respondents += p.n
				sum += p.weight
			}
		}
	}
	a.Share = float64(a.Respondents) / float64(t.Base.Valid)
	if weighted && t.Base.WeightSum > 0 {
		a.Share = sum.Float() / t.Base.WeightSum
	}
	return a, true
}
