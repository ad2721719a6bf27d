package term

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// Kind says how a token is counted.
type Kind uint8

// The kinds of token. Only a Word is counted as a term.
const (
	Counted  Kind = iota // counted under its Key
	StopWord             // a function word: "the", "and", "don't"
	Dropped              // damaged, left over, or dropped on request
	Number               // a plain number: "12", "3.5"
	Address              // an e-mail address, URL or @handle
)

// Aside says why a counted word is listed separately and not ranked.
type Aside uint8

// The reasons for setting a word aside.
const (
	Ranked  Aside = iota
	Filler        // carries no answer: "use", "thing"
	Echo          // repeats the frame of the question: "pain point"
	Subject       // what the whole survey is about
	Keys          // a key held down, or fingers run along the keyboard: "aaaaa", "asdfgh"
)

// A Word is everything that depends only on a written form. All tokens of an
// analyzer and its forks with that form share it. IDs are dense, so that counts can
// be slices.
//
// What is asked of each mention comes first, side by side: words lie all over the memory.
type Word struct {
	ID      int32      // of the written form, from 0
	KeyID   int32      // of what it is counted under, from 0
	traits  lang.Trait // one of the negators, adversative, link, between, about a thing, affirms, dotted
	Kind    Kind
	Aside   Aside
	hints   hints
	capital bool // begins with a capital, and goes on in small letters
	small   bool // begins with a small letter
	vague   bool // is a filler that answers some questions
	broad   bool // is a filler that names what whole surveys are about

	Form   string   // as written, in NFC, apostrophes folded to '
	Folded string   // as it is compared with others: in small letters, with one ending
	Key    string   // what it is counted under: the stem, or the folded word
	Label  string   // the user's name for it, if it is a synonym
	Denies *Word    // of a denied word, "not transparent", the word that it denies; nil of others
	taken  []Token  // of a phrase that was found, the words that it takes; their places count from its beginning
	leads  *[]int16 // by how much it speaks for each other language of the survey, against the main one; few surveys have any
}

// hints say which passes an answer needs because of one of its words. Most answers
// need few, and these bits save another pass over the words.
type hints uint8

const (
	denies   hints = 1 << iota // negates: some word may be denied
	proves                     // is not in any non-answer, so the answer is not one
	capitals                   // has a capital inside a clause: it may be a name
	letter                     // is one letter: perhaps a part of an abbreviation
	double                     // is a letter twice: perhaps a part of an abbreviation
	shout                      // is in capitals, and tells a language only where all words are
)

// hint sets the hints of a word, which follow from its other fields.
func (w *Word) hint() {
	if isLetter(w.Folded) {
		w.hints |= letter
	}
	if segment.IsDoubled(w.Form) {
		w.hints |= double
	}
	if w.has(lang.Negators) {
		w.hints |= denies
	}
}

// isLetter reports whether a word is one letter of a script that has capitals, where no
// word of content is so short.
func isLetter(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && (unicode.IsLower(r) || unicode.IsUpper(r))
}

// Negates reports whether the word is a negator.
func (w *Word) Negates() bool { return w.has(lang.Negators) }

// has reports whether the word has any of these traits.
func (w *Word) has(t lang.Trait) bool { return w.traits&t != 0 }

// Plain is the word itself, denied or not.
func (w *Word) Plain() *Word {
	if w.Denies != nil {
		return w.Denies
	}
	return w
}

// A Token is one word, or one phrase, of an answer.
type Token struct {
	*Word
	Start, End int  // in the normalised answer, bytes
	Parts      int  // words that it is made of: 1, or those of a phrase
	Negated    bool // denied: "not transparent"
	Inside     bool // has a capital inside a sentence, as names have
	Opens      bool // a clause begins here
}

// IsVague reports whether a filler is one that answers some questions: "time", "people".
func (w *Word) IsVague() bool { return w.vague }

// IsBroad reports whether a filler is one that names what whole surveys are about: "software", "course".
func (w *Word) IsBroad() bool { return w.broad }

// IsSign reports whether the word stands for all numbers, all addresses or all that is
// damaged.
func (w *Word) IsSign() bool { return strings.HasPrefix(w.Form, "\x00") }
