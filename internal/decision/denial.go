package decision

import (
	"slices"
	"strings"
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
func (f *finder) findDenied(answers []string) error {
	if f.Listed {
		return nil
	}
	analyzer, err := term.New(f.terms)
	if err != nil {
		return err
	}
	words := make(map[string]*deniedWord) // by key
	for i, answer := range answers {
		tokens, class := analyzer.Answer(answer)
		if class != lang.Substantive {
			continue
		}
		for j := range tokens {
			t := &tokens[j]
			if !ranked(t) {
				continue
			}
			w := words[t.Key]
			if w == nil {
				w = &deniedWord{forms: make(map[string]*writing)}
				words[strings.Clone(t.Key)] = w
			}
			w.add(t, f.Persons[i])
		}
	}
	for key, w := range words {
		if (w.deny >= enoughDeny || w.deny >= leastDeny && w.deny*2 >= w.say) && !w.isName(f.terms.Lang) {
			f.made.Denied = append(f.made.Denied, key)
		}
	}
	slices.Sort(f.made.Denied)
	return nil
}

// A deniedWord counts who says a word and who denies it, and how it is written.
type deniedWord struct {
	say, deny            int
	lastSays, lastDenies int                 // persons
	forms                map[string]*writing // by the word in small letters
}

// A writing counts the mentions of a form.
type writing struct {
	capitals, small int  // inside clauses with a capital at the beginning, and anywhere with a small letter
	denied          bool // some mention is
}

// add counts a mention by a person.
func (w *deniedWord) add(t *term.Token, person int) {
	if w.lastSays != person {
		w.lastSays = person
		w.say++
	}
	if t.Negated && w.lastDenies != person {
		w.lastDenies = person
		w.deny++
	}
	f := w.forms[t.Folded]
	if f == nil {
		f = new(writing)
		w.forms[strings.Clone(t.Folded)] = f
	}
	f.denied = f.denied || t.Negated
	switch first, _ := utf8.DecodeRuneInString(t.Form); {
	case unicode.IsLower(first):
		f.small++
	case unicode.IsUpper(first) && !t.Opens:
		f.capitals++
	}
}

// isName reports whether what is denied is a name: inside clauses it has a capital more often than
// not. In a language whose nouns have capitals only a list of products tells.
func (w *deniedWord) isName(l *lang.Language) bool {
	for form, f := range w.forms {
		if f.denied && (segment.IsProduct(form) || !l.CapitalNouns && f.capitals > f.small) {
			return true
		}
	}
	return false
}
