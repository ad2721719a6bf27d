// Package term turns one answer into the terms that it says.
//
// An answer goes through fixed steps, in this order:
//
//	bytes ─ normalise (NFC, ’ to ') ─▶ split (UAX #29) ─▶ sort out (address, number,
//	stop word, punctuation) ─▶ fold case ─▶ stem ─▶ Token
//
// Every token that the split finds comes out again with a Kind, so that a
// caller can account for all of them: nothing is dropped silently.
package term

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Options choose how answers become terms. The zero value stems, leaves out
// stop words, and takes the answers to be English.
type Options struct {
	Lang           string // ISO 639-1 code of the answers' language; "" is "en"
	NoStem         bool   // group by the case-folded word instead of the stem
	NoStopwords    bool   // count stop words like any other word
	Whole          bool   // the whole answer is one term: no split, stem or stop words
	KeepNonAnswers bool   // count the words of "n/a", "nothing", … like any others
}

// Kind says what becomes of a token in the count.
type Kind uint8

// The kinds of token. Only a Word is ranked.
const (
	Word     Kind = iota // counted under its Key
	StopWord             // a function word: "the", "and", "don't"
	Dropped              // nothing but punctuation
	Number               // a plain number: "12", "3.5"
	Address              // an e-mail address, URL or @handle
)

// A Token is one word of an answer.
type Token struct {
	Kind Kind
	Key  string // what it is counted under: the stem, or the folded word
	Form string // as written, in NFC, apostrophes folded to '
}

// An Analyzer turns answers into tokens. It remembers every word it has met,
// so that each distinct one is folded and stemmed once; its memory grows with
// the vocabulary. It is not safe for concurrent use: give each worker its own.
type Analyzer struct {
	opt  Options
	seen map[string]Token
}

// New returns an analyzer, or an error where the language is not supported.
func New(opt Options) (*Analyzer, error) {
	if opt.Lang == "" {
		opt.Lang = "en"
	}
	if opt.Lang != "en" {
		return nil, &LanguageError{Lang: opt.Lang}
	}
	return &Analyzer{opt: opt, seen: make(map[string]Token)}, nil
}

// Lang is the language that the answers are taken to be in, ISO 639-1.
func (a *Analyzer) Lang() string { return a.opt.Lang }

// A LanguageError says that answers in a language cannot be analysed.
type LanguageError struct{ Lang string }

func (e *LanguageError) Error() string {
	return fmt.Sprintf("language %q is not supported", e.Lang)
}

// Tokens appends the tokens of one answer to dst, in the order in which they
// are written, and returns the longer slice.
func (a *Analyzer) Tokens(dst []Token, answer string) []Token {
	answer = normalise(answer)
	if a.opt.Whole {
		return a.whole(dst, answer)
	}
	shouted := allCapitals(answer)
	split(answer, func(raw string, class class) {
		dst = append(dst, a.token(raw, class, shouted))
	})
	return dst
}

// whole makes one term of the answer, white space squeezed.
func (a *Analyzer) whole(dst []Token, answer string) []Token {
	form := strings.Join(strings.Fields(answer), " ")
	if form == "" {
		return dst
	}
	return append(dst, Token{Kind: Word, Key: fold(form), Form: form})
}

// token looks a raw word up, and works it out where it is new. Numbers and
// addresses are as many as the rows, so they are not remembered; nor is what
// depends on the answer around it.
func (a *Analyzer) token(raw string, class class, shouted bool) Token {
	if class != classWord || shouted && isAcronym(raw) {
		return a.classify(strings.Clone(raw), class, shouted)
	}
	t, ok := a.seen[raw]
	if !ok {
		raw = strings.Clone(raw) // the block that the answer is cut from must not stay alive
		t = a.classify(raw, class, shouted)
		a.seen[raw] = t
	}
	return t
}

// classify decides what a raw word is and what it is counted under. In a
// shouted answer capitals mark no acronym, so "IT" is the stop word there.
func (a *Analyzer) classify(raw string, class class, shouted bool) Token {
	t := Token{Form: raw, Key: fold(raw)}
	switch class {
	case classAddress:
		t.Kind = Address
	case classNumber:
		t.Kind = Number
	case classPunctuation:
		t.Kind = Dropped
	default:
		acronym := !shouted && isAcronym(raw)
		if !a.opt.NoStopwords && !acronym && isStopWord(t.Key) {
			t.Kind = StopWord
		} else if !a.opt.NoStem {
			t.Key = a.stem(t.Key)
		}
	}
	return t
}

// normalise brings an answer to NFC, with one kind of apostrophe and no
// invalid bytes: those become U+FFFD. Soft hyphens and zero-width spaces are
// taken out, since they would make two words of one.
func normalise(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = norm.NFC.String(s)
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', 'ʼ', '＇', '`', '´':
			return '\''
		case '\u00AD', '\u200B', '\uFEFF', '\u2060':
			return -1
		}
		return r
	}, s)
}

// isPlain tells whether s is ASCII without a back-tick: the common case, which
// normalise leaves as it is.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 || s[i] == '`' {
			return false
		}
	}
	return true
}

// fold maps a word to the form that equal words share whatever their case.
func fold(s string) string { return strings.ToLower(s) }
