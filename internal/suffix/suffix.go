// Package suffix applies rules for the ends of words, which are data, before a stemmer sees
// the words. It knows no language.
package suffix

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A step is the rules of one section "suffix", of which at most one is applied to a
// word: that of the longest ending whose conditions hold.
//
//	"kopen" ─ step 1: -en=+ ─▶ "kop+" ─ step 2: C-op+=oop. ─▶ "koop", and no stemmer
//	"tåget" ─ step 1: C-et= ─▶ "tåg" ─ Snowball ─▶ "tåg"
//
// Words are compared by their last letters only, each ending by one look-up, so that the
// number of rules does not matter for speed.
type step struct {
	rules   map[string][]rule // by ending, in the order of the list
	longest int               // bytes of the longest ending
}

// A rule says what an ending becomes, and where.
type rule struct {
	least  int           // letters before the ending
	before []letterClass // what they must be, the last one first
	to     string
	final  bool // the result is the stem: no further step, and no stemmer
}

// A letterClass is the letters that may stand at one place; not if it is negated.
type letterClass struct {
	letters string
	not     bool
}

// Rules are the rules of one language, in steps. The zero value has none.
type Rules struct {
	Vowels string // that conditions know
	steps  []step
}

// Reduce applies the steps to a word. It reports whether the result is the stem
// already.
func (r *Rules) Reduce(word string) (reduced string, final bool) {
	for i := range r.steps {
		if word, final = r.steps[i].apply(word); final {
			break
		}
	}
	return word, final
}

// apply applies the rule of the longest ending that fits.
func (s *step) apply(word string) (string, bool) {
	for at := max(0, len(word)-s.longest); at < len(word); at++ {
		for _, rule := range s.rules[word[at:]] {
			if rule.fits(word[:at]) {
				return word[:at] + rule.to, rule.final
			}
		}
	}
	return word, false
}

// fits reports whether the letters before an ending are as the rule wants them.
func (r *rule) fits(root string) bool {
	if utf8.RuneCountInString(root) < r.least {
		return false
	}
	for _, class := range r.before {
		letter, n := utf8.DecodeLastRuneInString(root)
		switch {
		case class == letterClass{}:
			return n == 0
		case n == 0 || strings.ContainsRune(class.letters, letter) == class.not:
			return false
		}
		root = root[:len(root)-n]
	}
	return true
}

// Add reads, for a step from 1 on, an entry "BEFORE-ENDING=TO" of a section "suffix". BEFORE is the least
// number of letters, and what the last of them are: V a vowel, C any other letter, one of
// (abc), none of (^abc), or a letter as it is; < before them is the beginning of the word. A full
// stop after TO makes it the stem.
func (r *Rules) Add(number int, entry string) error {
	pattern, to, ok := strings.Cut(entry, "=")
	before, ending, dash := strings.Cut(pattern, "-")
	if !ok || !dash || ending == "" {
		return fmt.Errorf("want BEFORE-ENDING=TO, not %q", entry)
	}
	digits := len(before) - len(strings.TrimLeft(before, "0123456789"))
	least, _ := strconv.Atoi(before[:digits]) // none: 0
	classes, err := r.letterClasses(before[digits:])
	if err != nil {
		return fmt.Errorf("%w in %q", err, entry)
	}
	if len(classes) == 0 {
		least = max(least, 1) // an ending is not the word
	}
	to, final := strings.CutSuffix(to, ".")
	for len(r.steps) < number {
		r.steps = append(r.steps, step{rules: make(map[string][]rule)})
	}
	s := &r.steps[number-1]
	s.rules[ending] = append(s.rules[ending], rule{least, classes, to, final})
	s.longest = max(s.longest, len(ending))
	return nil
}

// letterClasses reads what must stand before an ending, and turns it round.
func (r *Rules) letterClasses(text string) (classes []letterClass, err error) {
	for text != "" {
		class := letterClass{r.Vowels, text[0] == 'C'}
		letter, n := utf8.DecodeRuneInString(text)
		switch letter {
		case 'V', 'C':
		case '<':
			class = letterClass{}
		case '(':
			inside, _, ok := strings.Cut(text[1:], ")")
			if !ok {
				return nil, fmt.Errorf("no ) after (")
			}
			n = len(inside) + len("()")
			class.letters, class.not = strings.CutPrefix(inside, "^")
		default:
			class.letters = text[:n]
		}
		classes, text = append([]letterClass{class}, classes...), text[n:]
	}
	return classes, nil
}
