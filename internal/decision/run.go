package decision

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// longestPhrase is how many words a phrase has at most.
const longestPhrase = 4

// A row is the words of a run, by their numbers.
type row [longestPhrase]uint32

// phraseRun is a run of words.
type phraseRun struct {
	tally.Uses
	row   row
	keys  []string
	words []string       // the keys that are counted, without function words
	aside int            // how many of them are set aside
	vague int            // how many of these are vague fillers
	echo  int            // how many of them are words of the question, or of the whole survey
	named int            // mentions that are written as a name is
	small int            // mentions with one of them in small letters
	form  string         // as it is written first, in most mentions
	forms map[string]int // mentions that are written otherwise
}

// wrote counts a form.
func (r *phraseRun) wrote(form string) {
	if form == r.form {
		return // Mentions has it
	}
	if r.forms == nil {
		r.forms = make(map[string]int)
	}
	r.forms[form]++
}

// isName reports whether a run is written as a name is, and less often otherwise.
func (r *phraseRun) isName() bool { return r.named > 1 && r.named > r.small }

// isOfFillers reports whether all words of a run are fillers, one of them vague: "hard work". None of
// them is ranked alone, so the run takes nothing from a term.
func (r *phraseRun) isOfFillers() bool { return r.vague > 0 && r.aside == len(r.words) && r.echo == 0 }

// letters notes whether a run is written as a name is: all counted words have a capital, one of
// them inside a sentence that has small letters. An answer that is only the run tells nothing.
func (r *phraseRun) letters(tokens []term.Token) {
	inside := false
	for i := range tokens {
		t := &tokens[i]
		if first, _ := utf8.DecodeRuneInString(t.Form); t.Kind == term.Counted && unicode.IsLower(first) {
			r.small++
			return
		}
		inside = inside || t.Inside
	}
	if inside {
		r.named++
	}
}

// within reports whether a run is part of a longer one.
func (r *phraseRun) within(by *phraseRun) bool {
	return len(by.keys) > len(r.keys) && strings.Contains(" "+strings.Join(by.keys, " ")+" ", " "+strings.Join(r.keys, " ")+" ")
}

// cuts reports whether a run begins or ends within a shorter one that more people say:
// "the water | pipe" where they say "water pipe".
func (r *phraseRun) cuts(by *phraseRun) bool {
	if len(r.keys) <= len(by.keys) || r.People >= by.People {
		return false
	}
	for n := 1; n < len(by.keys); n++ {
		if slices.Equal(r.keys[:n], by.keys[len(by.keys)-n:]) || slices.Equal(r.keys[len(r.keys)-n:], by.keys[:n]) {
			return true
		}
	}
	return false
}

// holdsWords reports whether a run with function words inside holds a phrase of two words without
// any: "water pipe is broken".
func (r *phraseRun) holdsWords(by *phraseRun) bool {
	return len(r.words) < len(r.keys) && len(by.words) == len(by.keys) && by.within(r)
}
