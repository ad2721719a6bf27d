package term

import (
	"slices"
	"strings"
)

// trait is a set of things that a language's lists say of a word.
type trait uint32

const (
	stop        trait = 1 << iota // a function word
	content                       // a word of answers, although Snowball's stop list has it or a filler has its stem
	filler                        // a word of content that carries no answer
	fillerForm                    // a filler only in this form
	frame                         // a word that questions are made of
	negWord                       // see Negation
	negLack                       //
	negAfter                      //
	negBoth                       //
	negEither                     //
	negPaired                     //
	link                          // "of" in "lack of"
	adversative                   // "but"
	elided                        // "l'"
	undivided                     // holds an apostrophe, but no elision
	acronym                       // a name in capitals, though a stop word in small letters
	telling                       // tells the language, no stop word
	homograph                     // English, though a stop word elsewhere
)

// A lexicon is what lang/CODE.txt and Snowball's list say, made ready for
// looking up.
type lexicon struct {
	words     map[string]trait  // by folded word
	stems     map[string]trait  // filler and frame, by stem
	keys      map[string]string // what a word is counted under where the stemmer would get it wrong
	joined    map[string]string // and what all words of a stem are
	spellings []spelling        // British to American
	nouns     []string          // endings of words of answers, whatever their stem
	keepIse   map[string]bool   // words in -ise that are written so on both sides
	affirming [][]string        // "not only": no negation
	framing   [][2]string       // "ne … que": no negation, with words between
	phrases   map[string]part   // the grammar of non-answers
	hints     []string          // letters and, after a -, endings that tell the language
	firsts    map[string]int    // words of the longest phrase that begins with a word
	spoken    map[string]bool   // the words of its phrases
	elides    bool              // articles may lose their vowel: "l'homme"
}

// has tells whether the lists say all of this of a folded word.
func (l *Language) has(folded string, t trait) bool { return l.words[folded]&t != 0 }

// contracted are the endings that make a function word of whatever stands
// before them in English ("they're", "isn't", "we'd"); 's does so only after a
// stop word ("it's", "that's"), since "council's" is a possessive.
var contracted = []string{"n't", "'re", "'ve", "'ll", "'d", "'m"}

// IsStop tells whether a folded word is a stop word: a function word that
// answers to no question.
func (l *Language) IsStop(folded string) bool {
	if l.has(folded, stop) {
		return true
	}
	if l.Code != "en" || !strings.Contains(folded, "'") {
		return false
	}
	for _, ending := range contracted {
		if strings.HasSuffix(folded, ending) {
			return true
		}
	}
	owner, possessive := strings.CutSuffix(folded, "'s")
	return possessive && l.IsStop(owner)
}

// IsFiller tells whether a folded word, or another of its stem, carries no
// answer although it is no function word: "use", "things", "really".
func (l *Language) IsFiller(folded string) bool {
	switch {
	case l.listsFiller(folded):
		return true
	case l.has(folded, content) || slices.ContainsFunc(l.nouns, func(ending string) bool { return strings.HasSuffix(folded, ending) }):
		return false
	}
	return l.stems[l.Stem(folded)]&filler != 0
}

// listsFiller is IsFiller as written: the stems of another language than that of
// most answers would catch anything.
func (l *Language) listsFiller(folded string) bool { return l.has(folded, filler|fillerForm) }

// IsFrame tells whether a folded word, or another of its stem, is one that
// questions are made of and answers repeat: "strength", "improve". It is an
// echo only where the question holds it too; that is for the caller to see.
func (l *Language) IsFrame(folded string) bool { return l.hasStem(folded, frame) }

func (l *Language) hasStem(folded string, t trait) bool {
	return l.has(folded, t) || l.stems[l.Stem(folded)]&t != 0
}

// Negation is how a word negates others of its clause.
type Negation uint8

// The kinds of negation.
const (
	NegNone        Negation = iota
	NegWord                 // negates what follows in its clause: "not", "without", "isn't"
	NegLack                 // does so when a link follows: "lack" with "of" (see IsLackLink)
	NegCorrelative          // goes on across the coordination: "neither open nor honest"
	NegAfter                // negates the word right before it: Turkish "değil", Tamil "இல்லை"
	NegPaired               // as NegCorrelative, where it stands twice in a clause: Turkish "ne … ne"
	NegEither               // what follows or, at the end of its clause, the word before: German "nicht"
)

// Negator tells whether a folded word negates, and how.
func (l *Language) Negator(folded string) Negation {
	switch t := l.words[folded]; {
	case t&negBoth != 0:
		return NegCorrelative
	case t&negAfter != 0:
		return NegAfter
	case t&negEither != 0:
		return NegEither
	case t&negPaired != 0:
		return NegPaired
	case t&negLack != 0:
		return NegLack
	case t&negWord != 0, l.Code == "en" && strings.HasSuffix(folded, "n't"):
		return NegWord
	}
	return NegNone
}

// IsLackLink tells whether a folded word joins a NegLack to what is lacking:
// "of" in "lack of trust", "de" in "falta de tiempo".
func (l *Language) IsLackLink(folded string) bool { return l.has(folded, link) }

// IsAdversative tells whether a folded word ends a negation before it: "but".
func (l *Language) IsAdversative(folded string) bool { return l.has(folded, adversative) }

// NotNegation returns the number of folded words at the start of words that
// look like a negation together and are none ("not only", "no doubt"): 0 if
// there is no such thing.
func (l *Language) NotNegation(words []string) int {
	longest := 0
	for _, phrase := range l.affirming {
		if len(phrase) > longest && startsWith(words, phrase) {
			longest = len(phrase)
		}
	}
	return longest
}

func startsWith(words, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, word := range phrase {
		if words[i] != word {
			return false
		}
	}
	return true
}

// IsAcronym tells whether a word as written, in capitals, is a name although it
// is a stop word in small letters: information technology, the United States.
func (l *Language) IsAcronym(raw string) bool {
	return len(raw) < 4 && strings.ToUpper(raw) == raw && l.has(l.Fold(raw), acronym)
}
