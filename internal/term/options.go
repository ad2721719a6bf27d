package term

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// Options choose how answers become terms. The zero value stems, leaves out
// stop words, ranks every other word, and takes the answers to be English.
type Options struct {
	Lang   *lang.Language   // of the answers; nil is English
	Others []*lang.Language // of some of the answers, which are read in them
	Rare   int              // of those, how many at the end are known from other questions

	NoStem         bool   // group by the case-folded word instead of the stem
	NoStopwords    bool   // count the stop words of the languages like any other word
	Twice          bool   // some answers were encoded twice: "RÃ¼ckmeldung"
	Whole          bool   // the whole answer is one term: no split, stem or stop words
	Split          string // the answer is a list with this separator, each item a term
	KeepNonAnswers bool   // count the words of "n/a", "nothing", … like any others

	Stop []string // more stop words
	Keep []string // words that are never dropped, stemmed or set aside
	Drop []string // words that are always dropped

	// Names are words of the main language that count under a name instead of their stem, by
	// the word in small letters: "windows" under "Windows".
	Names map[string]string

	// Spellings are words that are written without letters that a keyboard lacks, and
	// the words that they are, both folded: "plaetze" for "plätze".
	Spellings map[string]string

	// Denied are the keys of words whose denied mentions are a term of their own: "no time".
	Denied []string

	// Alike are the keys of words of the other languages that are words of the main one, too,
	// and the keys that they have there.
	Alike map[string]string

	// Twins are other writings of a word that differ by more than a hyphen, and the word, both
	// folded: "open source" for "opensource", "kayak.com" for "kayak".
	Twins map[string]string

	Phrases  []string  // words that count as one term if they are together
	Found    []string  // further ones, which the user did not ask for; themes see their words, too
	Synonyms []Synonym // words or phrases that count under another

	Filler  bool     // set aside filler words: "use", "thing"
	Answers []string // fillers that are answers all the same, as they are counted
	Echo    []string // set aside these words: what the question is framed with, "biggest pain points"
	Subject []string // set aside these words: what the whole survey is about
}

// A Synonym counts From, a word or phrase, under To.
type Synonym struct {
	From, To string
	Line     int // in the list that it is from; 0 is none
}

// A List is one of the lists of the options. An entry that matches nothing is worth
// a warning.
type List uint8

// The lists.
const (
	ListSynonyms List = iota
	ListPhrases
	ListKeep
	ListDrop
)

// An Entry is one entry of a list of the options.
type Entry struct {
	List List
	At   int // in the list, from 0
}

// A ListError says what is wrong with a list, and where.
type ListError struct {
	Line int // from 1
	What string
}

// Error says which line is wrong, and how.
func (e *ListError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.What) }

// learn prepares the options for look-ups. It fails on synonyms that contradict each
// other.
//
// The words of the options are cut, folded and stemmed as answers are, so that each
// finds the other: "l'argent" in a list is "argent", and "trust" finds "trusted". They
// are entered once for each language of the survey, under the key of the main one.
func (a *Analyzer) learn() error {
	a.special, a.matched = make(map[string]special), make(map[Entry]bool)
	a.learnTwins()
	a.inEach(func() {
		for _, w := range a.opt.Stop {
			a.special[a.entry(w)] = special{as: stopToo}
		}
	})
	a.treat(a.opt.Drop, dropWord, ListDrop)
	a.treat(a.opt.Keep, keepWord, ListKeep) // a word that is to be kept and dropped is kept
	a.dropped = make(map[string]special)
	a.inEach(a.learnDropped)
	a.denied, a.answers = make(map[string]bool, len(a.opt.Denied)), make(map[string]bool, len(a.opt.Answers))
	for _, key := range a.opt.Denied {
		a.denied[key] = true
	}
	for _, key := range a.opt.Answers {
		a.answers[key] = true
	}
	a.echo, a.subject = make(map[string]bool), make(map[string]bool, len(a.opt.Subject))
	for _, w := range a.opt.Echo {
		a.echo[a.key(a.folded(w))] = true
	}
	a.inEach(func() {
		for _, w := range a.opt.Subject {
			a.subject[a.key(a.entry(w))] = true
		}
	})
	if err := a.checkSynonyms(); err != nil {
		return err
	}
	a.learnPhrases()
	return nil
}

// learnTwins builds the trie of words that are also written with spaces.
func (a *Analyzer) learnTwins() {
	a.twins = phraseTrie{root: make(map[string]*phraseNode)}
	for _, spaced := range slices.Sorted(maps.Keys(a.opt.Twins)) {
		if word := a.opt.Twins[spaced]; strings.Contains(spaced, " ") {
			a.inEach(func() { a.twins.add(a.wordKeys(spaced), target{key: a.key(word), label: word}) })
		}
	}
}

// learnDropped enters the keys of the words to drop, so that they go in all their forms.
func (a *Analyzer) learnDropped() {
	for i, w := range a.opt.Drop {
		if word := a.entry(w); a.special[word].as == dropWord {
			key := a.key(word)
			a.dropped[key] = special{dropWord, append(a.dropped[key].entries, Entry{ListDrop, i})}
		}
	}
}

// treat records what is done to the words of a list.
func (a *Analyzer) treat(words []string, as treatment, list List) {
	a.inEach(func() {
		for i, w := range words {
			name := a.entry(w)
			a.special[name] = special{as, append(a.special[name].entries, Entry{list, i})}
		}
	})
}

// Asked is a word of a question.
type Asked struct {
	*Word
	Frame bool // all questions are made of such words; only these may be stop words
	Name  bool // it has a capital where a common word has none
	Opens bool // a clause begins here
}

// Question gives the words of a question that answers may repeat.
func (a *Analyzer) Question(text string) (words []Asked) {
	tokens := a.Tokens(spaced(text))
	small := slices.ContainsFunc(tokens, func(t Token) bool { return t.Kind == Counted && t.small })
	for _, t := range tokens {
		if isFrame := a.lang.IsFrame(t.Folded); t.Kind == Counted || t.Kind == StopWord && isFrame {
			rest := strings.TrimLeftFunc(t.Form, unicode.IsUpper)
			irregular := strings.ContainsFunc(rest, unicode.IsUpper) || rest == "" // OSPO, GitHub
			words = append(words, Asked{t.Word, isFrame, irregular || small && t.capital && !t.Opens && !a.lang.CapitalNouns, t.Opens})
		}
	}
	return words
}

// spaced is a name of a column with spaces between its words: biggestPainPoints,
// what_could_we_improve. A question that has spaces stays as it is.
func spaced(name string) string {
	if strings.ContainsFunc(name, unicode.IsSpace) {
		return name
	}
	var out strings.Builder
	before := ' '
	for _, r := range name {
		if r == '_' || r == '.' {
			r = ' '
		}
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
		before = r
	}
	return out.String()
}

// learnPhrases builds the trie from the options. A synonym of several words is
// a phrase with another key. Those of one word come first, since phrases are made of
// what words count under.
func (a *Analyzer) learnPhrases() {
	a.phrases = phraseTrie{root: make(map[string]*phraseNode), single: make(map[string]target)}
	a.eachSynonym(func(from []string, to target) {
		if len(from) == 1 {
			a.phrases.single[from[0]] = to
		}
	})
	for i, p := range a.opt.Phrases {
		as := target{key: strings.Join(a.keysOf(p), " "), entries: []Entry{{ListPhrases, i}}}
		a.inEach(func() { a.phrases.add(a.keysOf(p), as) })
	}
	a.eachSynonym(func(from []string, to target) {
		if len(from) > 1 {
			a.phrases.add(from, to)
		}
	})
	a.found = phraseTrie{root: make(map[string]*phraseNode)}
	for _, p := range a.opt.Found {
		as := target{key: strings.Join(a.keysOf(p), " ")}
		a.inEach(func() {
			if keys := a.countedAs(p); len(keys) > 1 { // else it is one term already
				a.found.add(keys, as)
			}
		})
	}
}

// eachSynonym enters each synonym in each language of the survey.
func (a *Analyzer) eachSynonym(enter func(from []string, to target)) {
	for i, s := range a.opt.Synonyms {
		to := target{a.synonymKey(s.To), s.To, []Entry{{ListSynonyms, i}}}
		a.inEach(func() {
			enter(a.synonymKeys(s.From), to)
			if keys := a.synonymKeys(s.To); strings.Join(keys, " ") != to.key { // the same word in another language
				enter(keys, target{to.key, to.label, nil})
			}
		})
	}
}

// checkSynonyms refuses synonyms that contradict each other once the words of a stem
// are one: a word that goes to two others, or to a word that itself goes on to a
// third.
func (a *Analyzer) checkSynonyms() error {
	sent := make(map[string]Synonym)
	for _, s := range a.opt.Synonyms {
		from := a.synonymKey(s.From)
		if o, ok := sent[from]; ok && a.synonymKey(s.To) != a.synonymKey(o.To) {
			return &ListError{s.Line, fmt.Sprintf("%q is counted like %q, which line %d sends to %q", s.From, o.From, o.Line, o.To)}
		}
		sent[from] = s
	}
	for _, s := range a.opt.Synonyms {
		to := a.synonymKey(s.To)
		if o, ok := sent[to]; ok && a.synonymKey(o.To) != to {
			return &ListError{s.Line, fmt.Sprintf("%q goes to %q, which line %d sends on to %q", s.From, s.To, o.Line, o.To)}
		}
	}
	return nil
}

// synonymKeys are the keys of the words of one side of a synonym. If answers are
// counted as they are written, the whole text is the only key.
func (a *Analyzer) synonymKeys(text string) []string {
	if a.asWritten() {
		return []string{a.lang.Fold(segment.Normalised(text))}
	}
	return a.keysOf(text)
}

// synonymKey is what one side of a synonym is counted under.
func (a *Analyzer) synonymKey(text string) string { return strings.Join(a.synonymKeys(text), " ") }

// keysOf are the keys of the words of a phrase, however they are spaced.
func (a *Analyzer) keysOf(phrase string) []string { return a.twins.join(a.wordKeys(phrase)) }

// wordKeys are the keys of the words of a phrase as they stand, without the article that its
// first word may have before it: "l'argent" is "argent".
func (a *Analyzer) wordKeys(phrase string) []string {
	text := segment.Normalised(phrase)
	var keys []string
	for _, p := range a.withoutArticle(text, a.piecesOf(text)) {
		keys = append(keys, a.key(a.folded(text[p.Start:p.End])))
	}
	return keys
}

// entry is a word of the options as it is found in answers: folded, but not stemmed.
func (a *Analyzer) entry(word string) string {
	text := segment.Normalised(word)
	if a.asWritten() {
		return a.lang.Fold(text)
	}
	if pieces := a.withoutArticle(text, a.piecesOf(text)); len(pieces) == 1 {
		return a.folded(text[pieces[0].Start:pieces[0].End])
	}
	folded := a.lang.Fold(text)
	return cmp.Or(a.opt.Twins[folded], folded)
}

// withoutArticle leaves out the article that has lost its vowel before the first
// of several pieces.
func (a *Analyzer) withoutArticle(text string, pieces []segment.Piece) []segment.Piece {
	if len(pieces) > 1 && pieces[0].End == pieces[1].Start && a.lang.Has(a.lang.Fold(text[pieces[0].Start:pieces[0].End]), lang.Elided) {
		return pieces[1:]
	}
	return pieces
}

// SynonymsOf are the synonyms that count under a key, in the order of the list. They
// explain a count.
func (a *Analyzer) SynonymsOf(key string) (list []Synonym) {
	for _, s := range a.opt.Synonyms {
		if a.synonymKey(s.To) == key {
			list = append(list, s)
		}
	}
	return list
}
