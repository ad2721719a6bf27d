// Package term turns one answer into the terms that it says.
//
// An answer goes through fixed steps, in this order:
//
//	bytes ─ normalise (NFC, ’ to ') ─▶ split (UAX #29) ─▶ sort out (address, number, stop
//	word, punctuation) ─▶ fold case ─▶ stem ─▶ join phrases ─▶ mark negated ─▶ Tokens
//
// Every token that the split finds comes out again with a Kind, so that a
// caller can account for all of them: nothing is dropped silently. What depends
// on a written word alone is worked out once for each distinct word.
package term

import (
	"strings"
	"unicode"
)

// Options choose how answers become terms. The zero value stems, leaves out
// stop words, ranks every other word, and takes the answers to be English.
type Options struct {
	Lang   *Language   // of the answers; nil is English
	Others []*Language // of some of the answers, whose stop words are left out of those

	NoStem         bool   // group by the case-folded word instead of the stem
	NoStopwords    bool   // count stop words like any other word
	Whole          bool   // the whole answer is one term: no split, stem or stop words
	Split          string // the answer is a list with this separator, each item a term
	KeepNonAnswers bool   // count the words of "n/a", "nothing", … like any others

	Stop []string // more stop words
	Keep []string // words that are never dropped, stemmed or set aside
	Drop []string // words that are always dropped

	// Names are words that count under a name instead of their stem, by the word in
	// small letters: "windows" under "Windows".
	Names map[string]string

	Phrases  []string  // words that count as one term where they stand together
	Synonyms []Synonym // words or phrases that count under another

	Filler  bool     // set aside filler words: "use", "thing"
	Echo    string   // set aside the frame words of this text, the question's: "biggest pain points"
	Subject []string // set aside these words: what the whole survey is about
}

// A Synonym counts From, a word or phrase, under To.
type Synonym struct {
	From, To string
	Line     int // in the list that it is from; 0 is none
}

// Kind says what becomes of a token in the count.
type Kind uint8

// The kinds of token. Only a Word is counted as a term.
const (
	Counted  Kind = iota // counted under its Key
	StopWord             // a function word: "the", "and", "don't"
	Dropped              // nothing but punctuation, or dropped on request
	Number               // a plain number: "12", "3.5"
	Address              // an e-mail address, URL or @handle
)

// Aside says why a counted word is named beside the result, not ranked in it.
type Aside uint8

// The reasons for setting a word aside.
const (
	Ranked  Aside = iota
	Filler        // carries no answer: "use", "thing"
	Echo          // repeats the frame of the question: "pain point"
	Subject       // what the whole survey is about
)

// A Word is all that depends on a written form alone. Words are shared by all
// tokens of an Analyzer; their IDs are dense, so that counts can be slices.
type Word struct {
	ID    int    // of the written form, from 0
	Form  string // as written, in NFC, apostrophes folded to '
	KeyID int    // of what it is counted under, from 0
	Key   string // what it is counted under: the stem, or the folded word
	Kind  Kind
	Aside Aside
	Label string // what the user calls it, where it is a synonym

	folded   string
	negation negation
	turns    bool // an adversative: "but"
	link     bool // "of" in "lack of"
	plain    bool // stands in no non-answer
	foreign  bool // a stop word of another language of the survey only
	native   bool // a stop word of the main language only
	capital  bool // begins with a capital, and goes on in small letters
	small    bool // begins with a small letter
	hints    hints
}

// hints say for what a closer look at an answer is due, or is not, since one of
// its words has them.
type hints uint8

const (
	denies   hints = 1 << iota // a negation: some word may be denied
	proves                     // stands in no non-answer, so the answer is none
	ranks                      // is counted, and no filler: no filler stands alone
	capitals                   // has a capital inside a clause: may be a name
	strange                    // a stop word of another language only: maybe none here
)

// hint works the hints of a word out of the rest; it comes last.
func (w *Word) hint() {
	if w.negation != negatesNothing {
		w.hints |= denies
	}
	if w.plain {
		w.hints |= proves
	}
	if w.Kind == Counted && w.Aside != Filler {
		w.hints |= ranks
	}
	if w.foreign {
		w.hints |= strange
	}
}

// A Token is one word, or one phrase, of an answer.
type Token struct {
	*Word
	Start, End int  // in the normalised answer, bytes
	Parts      int  // words that it is made of: 1, or those of a phrase
	Negated    bool // denied within its clause: "not transparent"
	Inside     bool // has a capital inside a sentence, as names have
	clause     bool // a clause begins here
}

// An Analyzer turns answers into tokens. Its memory grows with the vocabulary.
// It is not safe for concurrent use: give each worker a fork.
type Analyzer struct {
	opt      Options
	lang     *Language
	splitter splitter
	cuts     []piece // of the answer at hand, where the language cuts further
	tokens   []Token
	met      hints // of the words of the answer at hand
	cache    cache // of words

	*dictionary
	special map[string]special // by folded form: what the options say of a word
	phrases phraseTrie
	echo    map[string]bool // keys
	subject map[string]bool // keys
	matched map[Entry]bool  // that have matched something
}

// New returns an analyzer. An error is a *ListError of synonyms that contradict
// each other, or one of the lists of English, which an option without a language
// asks for.
func New(opt Options) (*Analyzer, error) {
	if opt.Lang == nil {
		english, err := LanguageOf("en")
		if err != nil {
			return nil, err
		}
		opt.Lang = english
	}
	a := &Analyzer{
		opt: opt, lang: opt.Lang, dictionary: newDictionary(), special: make(map[string]special),
		matched: make(map[Entry]bool),
	}
	a.learnSpecial()
	a.echo = a.frameOf(opt.Echo)
	a.subject = make(map[string]bool, len(opt.Subject))
	for _, w := range opt.Subject {
		a.subject[a.key(a.entry(w))] = true
	}
	if err := a.checkSynonyms(); err != nil {
		return nil, err
	}
	a.phrases = a.learnPhrases()
	return a, nil
}

// Fork returns another analyzer with the same options, which may be used in
// another goroutine. Both give the same words the same IDs, so that what is
// counted by either can be added up.
func (a *Analyzer) Fork() *Analyzer {
	return &Analyzer{
		opt: a.opt, lang: a.lang, dictionary: a.dictionary, special: a.special, phrases: a.phrases,
		echo: a.echo, subject: a.subject, matched: make(map[Entry]bool),
	}
}

// Tokens gives the tokens of one answer, in the order in which they are
// written. The slice is valid until the next call.
func (a *Analyzer) Tokens(answer string) []Token { return a.cut(normalise(answer)) }

// Answer gives the tokens of one answer and says what it amounts to. The slice
// is valid until the next call.
func (a *Analyzer) Answer(answer string) ([]Token, Class) {
	answer = normalise(answer)
	tokens := a.cut(answer)
	if a.opt.KeepNonAnswers || len(answer) > maxNonAnswer {
		return tokens, Substantive
	}
	if a.met&proves != 0 { // as most answers do
		return tokens, Substantive
	}
	return tokens, a.classOf(answer)
}

// cut gives the tokens of an answer that is normalised.
func (a *Analyzer) cut(answer string) []Token {
	a.tokens, a.met = a.tokens[:0], 0
	if a.opt.Whole || a.opt.Split != "" {
		a.items(answer)
		return a.tokens
	}
	pieces := a.pieces(answer)
	shouted := len(pieces) > 0 && allCapitals(answer)
	for _, p := range pieces {
		a.add(answer, p, shouted)
	}
	if a.met&strange != 0 {
		a.keepOwnWords()
	}
	a.joinPhrases(answer)
	if a.met&denies != 0 {
		a.markNegated()
	}
	if a.met&capitals != 0 && !shouted && !a.lang.capitalNouns {
		a.markInside()
	}
	if a.met&ranks == 0 {
		a.keepLoneFillers()
	}
	return a.tokens
}

// add appends the token of a piece.
func (a *Analyzer) add(answer string, p piece, shouted bool) {
	w := a.word(answer, p, shouted)
	a.met |= w.hints
	if w.capital && !p.clause {
		a.met |= capitals
	}
	a.tokens = append(a.tokens, Token{Word: w, Start: p.start, End: p.end, Parts: 1, clause: p.clause})
}

// Opens tells whether a clause begins with the token.
func (t *Token) Opens() bool { return t.clause }

// items makes one term of the answer, or of each item of a list.
func (a *Analyzer) items(answer string) {
	at := 0
	for at <= len(answer) {
		end := len(answer)
		next := end + 1
		if i := strings.Index(answer[at:], a.opt.Split); a.opt.Split != "" && i >= 0 {
			end, next = at+i, at+i+len(a.opt.Split)
		}
		if form := strings.Join(strings.Fields(answer[at:end]), " "); form != "" {
			form = visible(form)
			a.tokens = append(a.tokens, Token{Word: a.item(form), Start: at, End: end, Parts: 1})
		}
		at = next
	}
}

// visible writes control characters, which no word has, as U+FFFD.
func visible(item string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, item)
}

// keepLoneFillers ranks a filler where the answer has no other word: "use" is
// an answer to "what do you do with it?". That they do not use it says no more
// alone than beside other words.
func (a *Analyzer) keepLoneFillers() {
	if !a.opt.Filler {
		return
	}
	for i := range a.tokens {
		if t := &a.tokens[i]; t.Kind == Counted && t.Aside != Filler {
			return
		}
	}
	for i := range a.tokens {
		t := &a.tokens[i]
		if t.Aside != Filler || t.Negated {
			continue
		}
		t.Word = a.known(a.lone, t.Form, func(string) *Word {
			w := *t.Word
			w.Aside = Ranked
			return &w
		})
	}
}

// Classify says whether an answer is a non-answer in the language or in
// English, and of which kind, with the options of the analyzer.
func (a *Analyzer) Classify(answer string) Class {
	if a.opt.KeepNonAnswers {
		return Substantive
	}
	if answer = normalise(answer); len(answer) > maxNonAnswer {
		return Substantive
	}
	return a.classOf(answer)
}

// classOf classifies a short answer that is normalised, by the other languages
// where it is none in the first.
func (a *Analyzer) classOf(answer string) Class {
	class := a.lang.classify(answer)
	for _, l := range a.opt.Others {
		if class == Substantive {
			class = l.classify(answer)
		}
	}
	return class
}
