package lang

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"verbatim/internal/segment"
	"verbatim/internal/suffix"
)

// Common is the language whose non-answers hold in all: people write "n/a" and
// "none" everywhere.
const Common = "en"

// Unknown is the code of the language where it is not known, or not supported (ISO 639-2).
const Unknown = "und"

// A Language is what the program knows of one language: how its words are
// folded and stemmed, which of them are function words or fillers, and how people
// write that they have no answer. It is read-only and safe for concurrent use.
//
// All of it is data in words/CODE.txt and words/stop/CODE.txt, except the stemmer and
// the dictionary, which the files name.
type Language struct {
	Code string // ISO 639-1; Norwegian, of either standard, is "no"
	Name string // in English

	also       []string                 // other codes that mean it
	folding    [][2]string              // letters that fold beyond their case, and what to
	ownLetters string                   // with accents: ä
	twoLetters [][2]string              // letters, and the two that people write for each: ä and ae
	suffixes   suffix.Rules             // what is done to a word before the stemmer sees it
	stemmer    func(word string) string // of folded words, after those rules
	lexicon

	dictionary string                     // that separates its words; "" if there are spaces
	segment    func(text string) []string // cuts a text into words by the dictionary; nil if there is none

	optionalAccents   bool // people often leave accents out, so lists match without them too
	apostropheEndings bool // what follows an apostrophe is an ending: Turkish Python'un
	CapitalNouns      bool // nouns are written with a capital
	foreignAccents    bool // only words of other languages have accents, with and without them: café
}

// Trait is a set of things that the lists of a language say about a word.
type Trait uint32

const (
	Stop        Trait = 1 << iota // a function word
	Content                       // a word of answers, although Snowball's stop list has it or a filler has its stem
	filler                        // a word of content that carries no answer
	fillerForm                    // a filler only in this form
	vague                         // a filler that answers some questions: "time"
	broad                         // a filler that names what whole surveys are about: "software"
	frame                         // a word that questions are made of
	NegBoth                       // denies what follows, as each of a pair does: "neither open nor honest"
	NegAfter                      // denies the word right before it: Turkish "değil", Tamil "இல்லை"
	NegEither                     // denies what follows or, where nothing does, the word right before: German "nicht"
	NegPaired                     // as NegBoth, if it is twice in a clause: Turkish "ne … ne"
	NegLack                       // denies what follows when a link does: "lack" with "of"
	negWord                       // denies what follows: "not", "without", "isn't"
	Link                          // "of" in "lack of"
	Between                       // an article, an adverb or a form of "be" or "have", which may stand between a negator and what it denies
	DeniesThing                   // a negator that denies a thing, the last of some words: "no code refactoring"
	AfterThing                    // stands behind a thing and says something of it: "no documentation available"
	Adversative                   // ends a negation: "but"
	Elided                        // "l'"
	undivided                     // holds an apostrophe, but no elision
	acronym                       // a name in capitals, though a stop word in small letters
	Affirms                       // begins words that only look like a negation: "not only"
	Dotted                        // begins an abbreviation with dots, as it is before one of them: z in z.b

	Negators = NegBoth | NegAfter | NegEither | NegPaired | NegLack | negWord
)

// A lexicon holds the lists of a language, prepared for look-ups.
type lexicon struct {
	words map[string]Trait // by folded word
	stems map[string]Trait // filler, vague, broad and frame, by stem
	// someFill has the longest of the words of a stem that are fillers, where others are none.
	someFill map[string]string

	contractions []string // endings that make a function word of anything: "n't"
	clitics      []string // endings that make one of a function word only: "'s"
	negations    []string // endings that negate: "n't"
	nouns        []string // endings of words of answers, whatever their stem

	keys       map[string]string // what a word is counted under where the stemmer would get it wrong
	accented   map[string]string // the same, of words that are others without their accents
	joined     map[string]string // and what all words of a stem are
	spellings  []spelling        // British to American
	keepEnding map[string]bool   // what stands before endings that have one spelling

	pairings  []pairing // in the order in which they are tried
	pairSigns string    // the first bytes of what stands between a word and its second ending

	// Affirming are words that together only look like a negation, "not only", by the first.
	Affirming map[string][][]string
	Framing   [][2]string     // "ne … que": no negation, with words between
	phrases   map[string]part // the grammar of non-answers
	firsts    map[string]int  // words of the longest phrase that begins with a word
	spoken    map[string]bool // the words of its phrases
	elides    bool            // articles may lose their vowel: "l'homme"
}

// part is what a phrase contributes to an answer that may be a non-answer.
type part uint8

const (
	padding     part = iota + 1 // says nothing of itself: "I", "really", "at the moment"
	courtesy                    // padding, but a non-response if it is alone
	alone                       // a non-response where it is the whole answer: "test", "x", "pass"
	nonResponse                 // "don't know"
	nilAnswer                   // "nothing"
)

// A pairing is a way of writing two forms of a word as one.
type pairing struct {
	form func() *regexp.Regexp // compiled when first used: from the beginning of the word on; its first group is all of it
	as   string                // what it is counted as: a template of the other groups
}

// Has reports whether the lists give a folded word any of these traits.
func (l *Language) Has(folded string, t Trait) bool { return l.words[folded]&t != 0 }

// Fold maps a word to the form that it shares with the same word in another case: in
// small letters by the rules of the language, and with one writing of letters that
// have two (ß and ss, ё and е, ș and ş). The word is normalised.
func (l *Language) Fold(word string) string {
	// Before case is folded, since a Turkish I is an ı; and after, since the list has
	// no ẞ and no Ё.
	return l.foldLetters(strings.ToLower(l.foldLetters(word)))
}

// foldLetters replaces the letters of the list.
func (l *Language) foldLetters(word string) string {
	for _, pair := range l.folding {
		word = strings.ReplaceAll(word, pair[0], pair[1])
	}
	return word
}

// foldAccents folds a word, and removes its accents if people leave them out.
func (l *Language) foldAccents(word string) string {
	folded := l.Fold(word)
	if l.optionalAccents {
		return withoutAccents(folded)
	}
	return folded
}

// SameLetters reports whether two folded words differ in their accents at most.
func SameLetters(a, b string) bool { return a == b || withoutAccents(a) == withoutAccents(b) }

// withoutAccents is a folded word as people write it on a keyboard without accents:
// "también" ─▶ "tambien", "ışık" ─▶ "isik".
func withoutAccents(folded string) string {
	if segment.IsASCII(folded) {
		return folded
	}
	bare := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ı':
			return 'i'
		}
		return r
	}, norm.NFD.String(folded))
	return norm.NFC.String(bare)
}

// grammarWords are the folded words of a text without punctuation: "n/a" is
// "n a", "don't" is "don t".
func (l *Language) grammarWords(text string) []string {
	words := strings.FieldsFunc(text, isBetweenWords)
	for i, word := range words {
		words[i] = l.foldAccents(word)
	}
	return slices.DeleteFunc(words, func(word string) bool { return word == "" }) // only accents
}

// isBetweenWords reports whether a character is not part of a word.
func isBetweenWords(r rune) bool { return !segment.IsWordRune(r) || r == segment.EmojiStyle }

// Elision cuts off an article or pronoun that has lost its vowel: "l'homme" is "l'"
// and "homme". In other words article is "" and rest the whole word.
func (l *Language) Elision(word string) (article, rest string) {
	i := strings.IndexByte(word, '\'') + 1
	if i == 0 || i == len(word) || !l.Has(l.Fold(word[:i]), Elided) || l.Has(l.Fold(word), undivided) {
		return "", word
	}
	return word[:i], word[i:]
}

// IsStop reports whether a folded word is a stop word: a function word, which
// answers no question. In English contractions are stop words, too ("they're", "we'd"),
// with 's after a stop word only ("it's"), since "council's" is a possessive.
func (l *Language) IsStop(folded string) bool {
	if l.Has(folded, Stop) || hasAnySuffix(folded, l.contractions) {
		return true
	}
	return slices.ContainsFunc(l.clitics, func(clitic string) bool {
		owner, ok := strings.CutSuffix(folded, clitic)
		return ok && l.IsStop(owner)
	})
}

// Owner is a folded word without a clitic, pipe for pipe's, or without what follows the
// apostrophe where endings do.
func (l *Language) Owner(folded string) string {
	if l.apostropheEndings {
		folded, _, _ = strings.Cut(folded, "'")
	}
	for _, clitic := range l.clitics {
		if owner, ok := strings.CutSuffix(folded, clitic); ok && owner != "" {
			return owner
		}
	}
	return folded
}

// hasAnySuffix reports whether a word ends in one of the endings.
func hasAnySuffix(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// IsFiller reports whether a folded word, or another of its stem, carries no answer
// although it is not a function word: "use", "things", "really". Stem finds its stem.
func (l *Language) IsFiller(folded string, stem func(string) string) bool {
	switch {
	case l.listsFiller(folded):
		return true
	case l.Has(folded, Content) || hasAnySuffix(folded, l.nouns):
		return false
	}
	return l.stems[stem(folded)]&filler != 0
}

// FillerKey is what a folded word is counted under if it is a filler where other words of its stem are
// none, or the reverse: "honestly" beside "honest", "goods" beside "good"; else it is "". So a key is
// ranked, or set aside, with all its words.
func (l *Language) FillerKey(folded, stem string) string {
	switch is := l.IsFiller(folded, func(string) string { return stem }); {
	case is == (l.stems[stem]&filler != 0):
		return ""
	case is:
		return cmp.Or(l.someFill[stem], folded)
	}
	return folded
}

// IsVague reports whether a filler is one that answers some questions: "time".
func (l *Language) IsVague(folded, stem string) bool {
	return (l.words[folded]|l.stems[stem])&vague != 0
}

// IsBroad reports whether a filler is one that names what whole surveys are about: "software".
func (l *Language) IsBroad(folded, stem string) bool {
	return (l.words[folded]|l.stems[stem])&broad != 0
}

// listsFiller reports whether this form alone is a filler. It is for the other
// languages of the survey, whose stemmers do not know the words of most answers.
func (l *Language) listsFiller(folded string) bool { return l.Has(folded, filler|fillerForm) }

// IsFrame reports whether a folded word, or another of its stem, is one that
// questions are made of: "strength", "improve". In an answer it is an echo only if
// the question has it, too.
func (l *Language) IsFrame(folded string) bool {
	return l.Has(folded, frame) || l.stems[l.Stem(folded)]&frame != 0
}

// Traits are those of a folded word that the passes over an answer ask for.
func (l *Language) Traits(folded string) Trait {
	return l.negator(folded) | l.words[folded]&(Adversative|Link|Between|DeniesThing|AfterThing|Affirms|Dotted)
}

// IsSpaced reports whether spaces separate words, and not a dictionary.
func (l *Language) IsSpaced() bool { return l.segment == nil }

// negator is the trait by which a folded word negates, 0 if it does not.
func (l *Language) negator(folded string) Trait {
	t := l.words[folded] & Negators
	switch {
	case t != 0:
		return t & -t // of several the first in their order
	case hasAnySuffix(folded, l.negations):
		return negWord
	}
	return 0
}

// IsAcronym reports whether a word as written, in capitals, is a name although it
// is a stop word in small letters: information technology, the United States.
func (l *Language) IsAcronym(raw string) bool {
	small := len(raw) > 0 && 'a' <= raw[0] && raw[0] <= 'z' // as most are
	return !small && strings.ToUpper(raw) == raw && l.Has(l.Fold(raw), acronym)
}
