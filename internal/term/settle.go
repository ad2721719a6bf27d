package term

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"verbatim/internal/segment"
	"verbatim/internal/trigram"
)

// If a survey has answers in several languages, each answer is read in its own: its stop words are
// those of that language, and so are its fillers, stems and negators.
//
//	the cost of the war      English: "war" is counted
//	das war keine gute Idee  German: "war" is a stop word
//
// The main language holds where no other leads it clearly, and for an answer of one word. What a
// word speaks for is found once, as all that depends on the word alone.

// What the language of an answer is decided by, in steps of evidence.
const (
	ownStop    = 2 * trigram.Nat // for a language, from each word that is a stop word in it
	switchLead = 3 * trigram.Nat // by which another language must lead the main one
)

// read begins to read in a language of the survey: the main one is 0, and the others follow.
func (a *Analyzer) read(language int) {
	a.lang, a.tongue = a.opt.Lang, ""
	if language > 0 {
		a.lang = a.opt.Others[language-1]
		a.tongue = tongueMark + a.lang.Code
	}
	for len(a.caches) <= language {
		a.caches = append(a.caches, new(cache))
	}
	a.cache = a.caches[language]
}

// inEach calls a function for each language of the survey, read in it, the main one first.
func (a *Analyzer) inEach(do func()) {
	for i := range len(a.opt.Others) + 1 {
		a.read(i)
		do()
	}
	a.read(0)
}

// settle is the pass that reads the answer again if it is in another language.
func (a *Analyzer) settle() {
	if len(a.opt.Others) == 0 {
		return
	}
	a.leads = append(a.leads[:0], make([]int, len(a.opt.Others))...)
	words := 0
	for i := range a.tokens {
		t := &a.tokens[i]
		switch {
		case t.leads == nil, t.hints&shout != 0 && !a.shouted, t.Start > maxLook:
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

// tell finds what a word of the main language says about the language of an answer.
func (a *Analyzer) tell(w *Word) {
	if len(a.opt.Others) == 0 || a.tongue != "" {
		return
	}
	words := wordsOf(strings.ToLower(w.Form))
	if len(words) == 0 {
		return // it tells none
	}
	if isShort(w.Form) && segment.AllCapitals(w.Form) {
		w.hints |= shout
	}
	if a.detector == nil {
		a.detector = newDetector(builtin())
	}
	leads := make([]int16, len(a.opt.Others))
	for _, word := range words {
		main := a.detector.evidenceAgainst(a.opt.Lang, word)
		for i, l := range a.opt.Others {
			leads[i] += int16(main - a.detector.evidenceAgainst(l, word))
		}
	}
	w.leads = &leads
}

// evidenceAgainst is what a word says against a language, by its letters and as a stop word.
func (d *detector) evidenceAgainst(l *Language, word string) int {
	least := wordCap
	for k, n := range d.of(word).against {
		if d.main[k] == l.Code {
			least = min(least, int(n))
		}
	}
	if l.isStop(l.fold(word)) {
		least -= ownStop
	}
	return least
}

// tongueMark stands between a stem and its language, where that is not the main one. No word holds
// a NUL, and the other marks after words begin with one.
const tongueMark = "\x00\x00"

// stem is the stem of a folded word in the language of the answer. Words of two languages do not count
// under one stem, as "attentes" and "attention" would: the stems of another language than the main
// one are marked with its code.
func (a *Analyzer) stem(folded string) string {
	key := a.stemOf(folded) + a.tongue
	return cmp.Or(a.opt.Alike[key], key)
}

// stemOf is the stem of a folded word. The last one is kept, since it is asked for twice: for the key,
// and for whether the word is a filler.
func (a *Analyzer) stemOf(folded string) string {
	if last := &a.stemmed; last.lang != a.lang || last.word != folded {
		*last = stemmed{a.lang, folded, a.lang.stem(folded)}
	}
	return a.stemmed.stem
}

// stemmed is a word with its stem.
type stemmed struct {
	lang       *Language
	word, stem string
}

// Alike finds the words of other languages that are words of the main one as well, since answers in
// both have one of their forms: the keys that they have, and the keys of the main language that
// they are to count under.
//
//	das Team, die Teams   ─▶ team (de) ─┐
//	our team              ─▶ team ──────┴─▶ team
func (a *Analyzer) Alike(answers []string) map[string]string {
	type word struct {
		key      string
		mentions int
	}
	main, others := make(map[string]word), make(map[string]map[string]bool) // by form; forms by key
	for _, answer := range answers {
		for _, t := range a.Tokens(answer) {
			switch {
			case t.Kind != Counted:
			case RootOf(t.Key).Language == "":
				main[t.Folded] = word{t.Key, main[t.Folded].mentions + 1}
			case others[t.Key] == nil:
				others[t.Key] = map[string]bool{t.Folded: true}
			default:
				others[t.Key][t.Folded] = true
			}
		}
	}
	alike := make(map[string]string)
	for key, forms := range others {
		most := word{}
		for _, form := range slices.Sorted(maps.Keys(forms)) {
			if x := main[form]; x.mentions > most.mentions {
				most = x
			}
		}
		if most.key != "" {
			alike[key] = most.key
		}
	}
	return alike
}

// A Root is what a term is counted under, as it is shown: its key in two parts.
type Root struct {
	Stem     string `json:"stem"`               // what its forms have in common
	Language string `json:"language,omitempty"` // code of the stem's language, where it is not the main one of the survey
}

// RootOf takes a key apart.
func RootOf(key string) (r Root) {
	r.Stem, r.Language, _ = strings.Cut(key, tongueMark)
	return r
}

// Key is the key of a root.
func (r Root) Key() string {
	if r.Language == "" {
		return r.Stem
	}
	return r.Stem + tongueMark + r.Language
}
