package decision

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
	"verbatim/internal/tally"
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
	forms byForm[writing]
}

// A deniedWord counts the people who say what has one key.
type deniedWord struct{ say, deny tally.Uses }

// A writing counts the mentions of a form.
type writing struct {
	mentions int
	inside   int // not at the beginning of a clause
	denied   bool
}

// add counts a mention by a person.
func (d *denials) add(t *term.Token, person int) {
	if n := int(t.KeyID) + 1 - len(d.words); n > 0 {
		d.words = append(d.words, make([]deniedWord, n)...)
	}
	w, f := &d.words[t.KeyID], d.forms.of(t.Word)
	f.mentions++
	w.say.Add(person)
	if !t.Opens {
		f.inside++
	}
	if t.Negated {
		f.denied = true
		w.deny.Add(person)
	}
}

// divided are the keys of the words that enough people deny, names excepted, sorted.
func (d *denials) divided(l *lang.Language) (keys []string) {
	candidates := make(map[string][]*term.Word) // their forms, by key
	for word := range d.forms.all() {
		w := &d.words[word.KeyID]
		if deny := w.deny.People; deny >= enoughDeny || deny >= leastDeny && deny*2 >= w.say.People {
			candidates[word.Key] = append(candidates[word.Key], word)
		}
	}
	for key, forms := range candidates {
		if !d.isName(forms, l) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// isName reports whether what is denied is a name: inside clauses it has a capital more often than it
// has a small letter anywhere. In a language whose nouns have capitals only one behind a small letter
// tells, and a list of products.
func (d *denials) isName(forms []*term.Word, l *lang.Language) bool {
	capitals, denied := make(map[string]int), make(map[string]bool) // by the word in small letters
	for _, word := range forms {
		f := d.forms.of(word)
		denied[word.Folded] = denied[word.Folded] || f.denied
		capitals[word.Folded] += f.capitals(word.Form, l)
	}
	for form := range denied {
		if denied[form] && (segment.IsProduct(form) || capitals[form] > 0) {
			return true
		}
	}
	return false
}

// capitals is how much the mentions of a form speak for a name; small letters speak against it.
func (f *writing) capitals(form string, l *lang.Language) int {
	first, _ := utf8.DecodeRuneInString(form)
	switch {
	case segment.HasInnerCapital(form): // iPhone, GitHub
		return f.mentions
	case unicode.IsLower(first):
		return -f.mentions
	case unicode.IsUpper(first) && !l.CapitalNouns:
		return f.inside
	}
	return 0
}
