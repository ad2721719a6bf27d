package term

import "fmt"

// Options choose how answers become terms. The zero value stems, leaves out
// stop words, ranks every other word, and takes the answers to be English.
type Options struct {
	Lang   *Language   // of the answers; nil is English
	Others []*Language // of some of the answers: their stop words are left out, too

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
