package term

import (
	"strings"
	"verbatim/internal/trigram"
)

// If a survey has answers in several languages, each answer is read in its own: its stop words are
// those of that language, and so are its fillers, stems and negators.
//
//	the cost of the war      English: "war" is counted
//	das war keine gute Idee  German: "war" is a stop word
//
// The main language holds where no other leads it clearly, and for an answer of one word.

// What the language of an answer is decided by, in steps of evidence.
const (
	ownStop    = 2 * trigram.Nat // for a language, from each word that is a stop word in it
	switchLead = 3 * trigram.Nat // by which another language must lead the main one
)

// settle is the pass that finds the language of the answer.
func (a *Analyzer) settle() {
	if len(a.opt.Others) == 0 {
		return
	}
	words := wordsOf(a.text)
	if len(words) < 2 {
		return
	}
	if a.detector == nil {
		a.detector = newDetector(builtin())
	}
	main, least := a.detector.evidenceAgainst(a.opt.Lang, words), 0
	for _, l := range a.opt.Others {
		if n := a.detector.evidenceAgainst(l, words); n <= main-switchLead && (a.tongue == "" || n < least) {
			a.lang, a.tongue, least = l, "\x00"+l.Code, n
		}
	}
}

// evidenceAgainst is what the words of an answer say against a language, letters and stop words
// together.
func (d *detector) evidenceAgainst(l *Language, words []string) int {
	sum := make([]int, len(d.codes))
	stops := 0
	for _, word := range words {
		for k, n := range d.of(word).against {
			sum[k] += int(n)
		}
		if l.isStop(l.fold(word)) {
			stops += ownStop
		}
	}
	return sum[d.least(sum, func(k int) bool { return d.main[k] == l.Code })] - stops
}

// stem is the stem of a folded word in the language of the answer. Words of two languages do not count
// under one stem, as "attentes" and "attention" would: the stems of another language than the main
// one are marked with its code. What is written alike in both is one word: team, Team and teams.
func (a *Analyzer) stem(folded string) string {
	stem := a.lang.stem(folded)
	if a.tongue == "" {
		return stem
	}
	main := a.opt.Lang.stem(folded)
	if a.named[main] || main == stem && strings.TrimSuffix(folded, "s") == strings.TrimSuffix(stem, "s") {
		return main
	}
	return a.lang.Code + ":" + stem
}
