package decision

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
	"verbatim/internal/term"
)

// A word that enough people deny is two answers: "time" and "no time". Then the mentions that deny it
// are a term of their own, a name excepted:
//
//	time  14 people, 6 of whom deny it      ─▶ time, no time
//	time  14 people, 2 of whom deny it      ─▶ time (2 denied)
//	sin español  3 of the 3 who say it      ─▶ sin español
//	no Windows   9 of 20                    ─▶ Windows (9 denied)

// The conditions: enough people deny the word, or at least half of those who say it do.
const (
	enoughDeny = 5
	leastDeny  = 2 // of whom half is enough
)

// findDenied finds the words whose denied mentions are a term of their own. Only ranked terms have any,
// words or phrases.
func (f *finder) findDenied() error {
	if f.Listed {
		return nil
	}
	analyzer, err := f.texts.Analyzer(f.terms)
	if err != nil {
		return err
	}
	var d denials
	for person, tokens := range f.read(analyzer) {
		if analyzer.Class() != lang.Substantive {
			continue
		}
		for i := range tokens {
			if t := &tokens[i]; ranked(t) {
				d.add(t, person)
			}
		}
	}
	f.made.Denied = d.divided(f.terms.Lang)
	return nil
}

// denials count who says a word and who denies it, and how it is written. All words of the answers go
// through here, so they are counted by number.
type denials struct {
	words []deniedWord // by term.Word.KeyID
	forms []writing    // by term.Word.ID
}

// A deniedWord counts the people who say what has one key.
type deniedWord struct {
	say, deny            int
	lastSays, lastDenies int // persons
}

// A writing counts the mentions of a form.
type writing struct {
	word     *term.Word
	mentions int
	inside   int // not at the beginning of a clause
	denied   bool
}

// add counts a mention by a person.
func (d *denials) add(t *term.Token, person int) {
	if n := int(t.KeyID) + 1 - len(d.words); n > 0 {
		d.words = append(d.words, make([]deniedWord, n)...)
	}
	if n := int(t.ID) + 1 - len(d.forms); n > 0 {
		d.forms = append(d.forms, make([]writing, n)...)
	}
	w, f := &d.words[t.KeyID], &d.forms[t.ID]
	f.word = t.Word
	f.mentions++
	if w.lastSays != person {
		w.lastSays = person
		w.say++
	}
	if !t.Opens {
		f.inside++
	}
	if t.Negated {
		f.denied = true
		if w.lastDenies != person {
			w.lastDenies = person
			w.deny++
		}
	}
}

// divided are the keys of the words that enough people deny, names excepted, sorted.
func (d *denials) divided(l *lang.Language) (keys []string) {
	candidates := make(map[string][]writing) // by key
	for _, f := range d.forms {
		if f.word == nil {
			continue
		}
		if w := d.words[f.word.KeyID]; w.deny >= enoughDeny || w.deny >= leastDeny && w.deny*2 >= w.say {
			candidates[f.word.Key] = append(candidates[f.word.Key], f)
		}
	}
	for key, forms := range candidates {
		if !isName(forms, l) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// isName reports whether what is denied is a name: inside clauses it has a capital more often than it
// has a small letter anywhere. In a language whose nouns have capitals only a list of products tells.
func isName(forms []writing, l *lang.Language) bool {
	capitals, denied := make(map[string]int), make(map[string]bool) // by the word in small letters, where capitals count for a name and small letters against it
	for _, f := range forms {
		denied[f.word.Folded] = denied[f.word.Folded] || f.denied
		switch first, _ := utf8.DecodeRuneInString(f.word.Form); {
		case unicode.IsLower(first):
			capitals[f.word.Folded] -= f.mentions
		case unicode.IsUpper(first):
			capitals[f.word.Folded] += f.inside
		}
	}
	for form := range denied {
		if denied[form] && (segment.IsProduct(form) || !l.CapitalNouns && capitals[form] > 0) {
			return true
		}
	}
	return false
}
