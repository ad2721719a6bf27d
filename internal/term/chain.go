// Package term turns one answer into the terms that are counted.
//
// An answer goes through a chain of passes, which this file lists:
//
//	answer ─ normalise ─▶ text ─ split, recut ─▶ pieces ─ lookUp, settle ─▶ tokens
//	tokens ─ dropLetters ─ joinTwins ─ joinPhrases, joinFound ─ markNegated, markInside ─▶ tokens
//
// Package segment normalises and splits. Every piece becomes a token with a Kind, so a
// caller can account for all of them: nothing is dropped silently.
//
// What depends only on the written word (its stem, whether it is a stop word) is
// computed once for each distinct word, by classify in word.go. What depends on the
// answer around it (negation, phrases) is a pass. What is known of words and
// languages is in package lang.
package term

import (
	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// A pass is one step between an answer and its tokens. It takes the current answer
// as the earlier passes have left it in the analyzer (text, pieces, tokens) and
// leaves it there for the next.
type pass struct {
	when hints // a word with one of these is in the answer; 0: always
	run  func(*Analyzer)
}

// wordPasses lists everything that happens to a word in this package, in order.
// Before them study decodes the cell, and takes markup and personal data out of it
// (decode in study/run.go).
var wordPasses = []pass{
	{run: (*Analyzer).cut},                                // cut the text where words end (UAX #29), and as the language needs: l' │ homme (recut.go)
	{run: (*Analyzer).lookUp},                             // make each piece a token with its word: folded, stemmed, sorted out, renamed by synonyms
	{run: (*Analyzer).settle},                             // where the survey has several languages: do all this again in that of the answer
	{when: letter | double, run: (*Analyzer).dropLetters}, // leave out abbreviations with spaces and letters left over, join initials: z. B., 't, e. V.
	{run: (*Analyzer).joinTwins},                          // make one token of a word that others write without a space: "power point"
	{run: (*Analyzer).joinPhrases},                        // make one token of each phrase and of each synonym of several words
	{run: (*Analyzer).joinFound},                          // and of each phrase that was found, of what is left
	{when: denies, run: (*Analyzer).markNegated},          // mark what is denied within its clause: "not transparent"
	{when: capitals, run: (*Analyzer).markInside},         // mark capitals inside sentences, which names have
}

// itemPasses take the place of wordPasses where answers, or the items of a list, are
// counted as they are written (Options.Whole, Options.Split).
var itemPasses = []pass{
	{run: (*Analyzer).items}, // make one token of the answer, or of each item of a list, as it is written
}

// New returns an analyzer. The error is a *ListError if synonyms contradict each
// other.
func New(opt Options) (*Analyzer, error) {
	if opt.Lang == nil {
		english, err := lang.LanguageOf(lang.Common)
		if err != nil {
			return nil, err
		}
		opt.Lang = english
	}
	a := &Analyzer{opt: opt, dictionary: newDictionary(), pairs: make(map[[2]*Word]*Word)}
	a.read(0)
	if err := a.learn(); err != nil {
		return nil, err
	}
	return a, nil
}

// Tokens gives the tokens of one answer, in the order in which they are
// written. The slice is valid until the next call.
func (a *Analyzer) Tokens(answer string) []Token {
	a.text, a.pieces = segment.Normalised(answer), nil
	return a.tokenised()
}

// tokenised gives the tokens of the current text, which may be cut already.
func (a *Analyzer) tokenised() []Token {
	a.tokens, a.met = a.tokens[:0], 0
	passes := wordPasses
	if a.asWritten() {
		passes = itemPasses
	}
	for _, p := range passes {
		if p.when == 0 || a.met&p.when != 0 {
			p.run(a)
		}
	}
	if a.tongue != "" {
		a.read(0)
	}
	return a.tokens
}

// Answer gives the tokens of one answer, and its class. The slice is valid until the next call.
func (a *Analyzer) Answer(answer string) ([]Token, lang.Class) { return a.Tokens(answer), a.Class() }

// Class is the class of the last answer that Tokens or Read gave. It is that of Classify, found without
// parsing most answers: one word that no non-answer has is enough.
func (a *Analyzer) Class() lang.Class {
	if a.met&proves != 0 { // as most answers do
		return lang.Substantive
	}
	return a.classOf(a.text)
}

// Text is the answer of the last call, normalised: what the offsets of its tokens are in.
func (a *Analyzer) Text() string { return a.text }

// Classify is the class of an answer: whether it is a non-answer, in one of the
// languages of the options or in English, and of which kind.
func (a *Analyzer) Classify(answer string) lang.Class { return a.classOf(segment.Normalised(answer)) }

// classOf is Classify of a normalised text. The first language in which it is a
// non-answer decides.
func (a *Analyzer) classOf(text string) lang.Class {
	if a.opt.KeepNonAnswers {
		return lang.Substantive
	}
	class := a.opt.Lang.Classify(text)
	for _, l := range a.opt.Others {
		if class == lang.Substantive {
			class = l.Classify(text)
		}
	}
	return class
}
