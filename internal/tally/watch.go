package tally

import (
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

// watched is how many terms are watched, at most: a mask has a bit for each,
// and there is a count for each mask.
const watched = 16

// watch counts respondents by the watched terms that they named.
type watch struct {
	bits  map[Name]int // nil: nothing is watched yet, respondents are kept
	byKey []int8       // the bit, by KeyID: 0 not looked up, -1 none, else bit+1
	kept  []keptRespondent
	mask  uint32
	now   []Name
	masks map[uint32]people // respondents by mask
}

// keptRespondent is a respondent of the first part.
type keptRespondent struct {
	said   []Name
	weight Weight
}

// said notes a term of the respondent at hand.
func (w *watch) said(word *term.Word) {
	if word.Aside != term.Ranked {
		return
	}
	if w.bits == nil {
		w.now = append(w.now, Name{word.Key, word.Aside})
		return
	}
	if word.KeyID >= len(w.byKey) {
		w.byKey = append(w.byKey, make([]int8, word.KeyID+1-len(w.byKey))...)
	}
	// The map of names is asked once for a key; each later mention costs one look
	// into a slice.
	bit := w.byKey[word.KeyID]
	if bit == 0 {
		bit = -1
		if b, ok := w.bits[Name{word.Key, word.Aside}]; ok {
			bit = int8(b) + 1
		}
		w.byKey[word.KeyID] = bit
	}
	if bit > 0 {
		w.mask |= 1 << (bit - 1)
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

// count adds a respondent who named the terms of a mask. Those who named none of
// them are not counted: no figure needs them.
func (w *watch) count(mask uint32, weight Weight) {
	if mask != 0 {
		w.masks[mask] = w.masks[mask].plus(people{1, weight}, 1)
	}
}

// choose begins to watch some terms, and takes in the respondents kept so far.
func (w *watch) choose(terms []Name) {
	w.bits, w.masks = make(map[Name]int, len(terms)), make(map[uint32]people)
	for i, name := range terms {
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
