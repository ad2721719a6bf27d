package term

import (
	"slices"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// An Analyzer turns answers into tokens, by a chain of passes (see chain.go). Its
// memory grows with the vocabulary. It is not safe for concurrent use: give each
// worker a fork.
type Analyzer struct {
	// What the options say, prepared for look-ups. All forks share it.
	opt     Options
	lang    *lang.Language     // of the current answer, or entry of the options; between answers the main one
	special map[string]special // by folded form: what the options say of a word
	dropped map[string]special // by key: the words to drop, with all that count together with them
	twins   phraseTrie         // words that are written with spaces
	phrases phraseTrie         // and synonyms
	found   phraseTrie         // phrases that were found
	echo    map[string]bool    // keys
	subject map[string]bool    // keys
	denied  map[string]bool    // keys
	answers map[string]bool    // keys
	*dictionary

	// The current answer, as the passes have left it.
	text    string // normalised
	tongue  string // mark of its words and their keys, where its language is not the main one
	cache   *cache // of words in its language
	shouted bool   // it is in capitals only
	pieces  []segment.Piece
	tokens  []Token
	met     hints // of all its words together

	// What a fork keeps from one answer to the next.
	detector *lang.Detector // where the survey is in several languages
	splitter segment.Splitter
	cuts     []segment.Piece    // memory of recut
	stemmed  stemmed            // the last stem
	stems    map[string]string  // of the main language, for other analyzers too; nil: none are kept (Texts)
	caches   []*cache           // by language: the main one, then the others
	pairs    map[[2]*Word]*Word // of a negator and a word directly behind it, what the word becomes
	leads    []int              // memory of settle
	matched  map[Entry]bool     // entries of the options that have matched something
}

// Fork returns another analyzer with the same options, which may be used in
// another goroutine. Both give the same words the same IDs, so that what is
// counted by either can be added up.
func (a *Analyzer) Fork() *Analyzer {
	fork := &Analyzer{
		opt: a.opt, dictionary: a.dictionary, special: a.special, twins: a.twins, phrases: a.phrases, found: a.found,
		echo: a.echo, subject: a.subject, denied: a.denied, answers: a.answers, matched: make(map[Entry]bool), pairs: make(map[[2]*Word]*Word),
	}
	fork.read(0)
	return fork
}

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

// tongueMark stands between a stem and its language, where that is not the main one. No word holds
// a NUL, and the other marks after words begin with one.
const tongueMark = "\x00\x00"

// stemmed is a word with its stem.
type stemmed struct {
	lang       *lang.Language
	word, stem string
}

// special is what the options say of one word, and where.
type special struct {
	as      treatment
	entries []Entry
}

// treatment is what the options ask to be done to a word.
type treatment uint8

const (
	usual    treatment = iota
	keepWord           // never dropped, stemmed or set aside
	dropWord           // not counted
	stopToo            // a stop word
)

// Met reports whether an entry has matched something that this analyzer has seen.
func (a *Analyzer) Met(e Entry) bool { return a.matched[e] }

// meet notes that entries have matched something.
func (a *Analyzer) meet(entries []Entry) {
	for _, e := range entries {
		a.matched[e] = true
	}
}

// asWritten reports whether answers, or the items of a list in them, are terms as
// they are written: nothing is split, stemmed or left out as a stop word.
func (a *Analyzer) asWritten() bool { return a.opt.Whole || a.opt.Split != "" }

// others reports whether something holds in one of the other languages of the
// survey.
func (a *Analyzer) others(holds func(*lang.Language) bool) bool {
	return slices.ContainsFunc(a.opt.Others, holds)
}

// Dropped is the word for everything that is left out of the count.
func (a *Analyzer) Dropped() *Word { return a.signs[segment.Noise] }
