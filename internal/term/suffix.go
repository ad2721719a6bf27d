package term

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A suffixStep is the rules of one section "suffix", of which at most one is applied to a
// word: that of the longest ending whose conditions hold.
//
//	"kopen" ─ step 1: -en=+ ─▶ "kop+" ─ step 2: C-op+=oop. ─▶ "koop", and no stemmer
//	"tåget" ─ step 1: C-et= ─▶ "tåg" ─ Snowball ─▶ "tåg"
//
// Words are compared by their last letters only, each ending by one look-up, so that the
// number of rules does not matter for speed.
type suffixStep struct {
	rules   map[string][]suffixRule // by ending, in the order of the list
	longest int                     // bytes of the longest ending
}

// A suffixRule says what an ending becomes, and where.
type suffixRule struct {
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

// reduce applies the steps of the language to a word. It reports whether the result is
// the stem already.
func (l *Language) reduce(word string) (reduced string, final bool) {
	for i := range l.suffixes {
		if word, final = l.suffixes[i].apply(word); final {
			break
		}
	}
	return word, final
}

// apply applies the rule of the longest ending that fits.
func (s *suffixStep) apply(word string) (string, bool) {
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
func (r *suffixRule) fits(root string) bool {
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

// suffix reads an entry "BEFORE-ENDING=TO" of a section "suffix". BEFORE is the least
// number of letters, and what the last of them are: V a vowel, C any other letter, one of
// (abc), none of (^abc), or a letter as it is; < before them is the beginning of the word. A full
// stop after TO makes it the stem.
func (l *Language) suffix(step int, entry string) error {
	pattern, to, ok := strings.Cut(entry, "=")
	before, ending, dash := strings.Cut(pattern, "-")
	if !ok || !dash || ending == "" {
		return fmt.Errorf("want BEFORE-ENDING=TO, not %q", entry)
	}
	digits := len(before) - len(strings.TrimLeft(before, "0123456789"))
	least, _ := strconv.Atoi(before[:digits]) // none: 0
	classes, err := l.letterClasses(before[digits:])
	if err != nil {
		return fmt.Errorf("%w in %q", err, entry)
	}
	if len(classes) == 0 {
		least = max(least, 1) // an ending is not the word
	}
	to, final := strings.CutSuffix(to, ".")
	for len(l.suffixes) < step {
		l.suffixes = append(l.suffixes, suffixStep{rules: make(map[string][]suffixRule)})
	}
	s := &l.suffixes[step-1]
	s.rules[ending] = append(s.rules[ending], suffixRule{least, classes, to, final})
	s.longest = max(s.longest, len(ending))
	return nil
}

// letterClasses reads what must stand before an ending, and turns it round.
func (l *Language) letterClasses(text string) (classes []letterClass, err error) {
	for text != "" {
		class := letterClass{l.vowels, text[0] == 'C'}
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
