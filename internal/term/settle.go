package term

import (
	"slices"

	"verbatim/internal/lang"
	"verbatim/internal/trigram"
)

// If a survey has answers in several languages, each answer is read in its own: its stop words are
// those of that language, and so are its fillers, stems and negators.
//
//	the cost of the war, das war gut   "war" is a stop word in German alone
//
// The main language holds where no other leads it clearly, and for an answer of one word.

// By how many steps of evidence another language must lead the main one, and by how many more if hardly an
// answer to the question is in it, as only other questions show that people speak it.
const (
	switchLead = 3 * trigram.Nat
	rareLead   = 2 * trigram.Nat
)

// settle is the pass that reads the answer again if it is in another language.
func (a *Analyzer) settle() {
	if len(a.opt.Others) == 0 {
		return
	}
	a.leads = append(a.leads[:0], make([]int, len(a.opt.Others))...)
	for k := len(a.leads) - a.opt.Rare; k < len(a.leads); k++ {
		a.leads[k] = -rareLead
	}
	words := 0
	for i := range a.tokens {
		t := &a.tokens[i]
		if t.leads == nil || t.hints&shout != 0 && !a.shouted || t.Start > lang.MaxLook {
			continue
		}
		words++
		for k, n := range *t.leads {
			a.leads[k] += int(n)
		}
	}
	if lead := slices.Max(a.leads); words > 1 && lead >= switchLead {
		a.read(slices.Index(a.leads, lead) + 1)
		a.tokens, a.met = a.tokens[:0], 0
		a.split()
		a.recut()
		a.lookUp()
	}
}
