package lang

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/irish"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/tamil"
	"github.com/blevesearch/snowballstem/turkish"
	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
)

// maxStem is the longest word that is stemmed, in bytes. No word is longer, and
// stemmers are slow with what they do not expect.
const maxStem = 64

// Stem maps a folded word to what it is counted under:
//
//	"organising" ─ respell ─▶ "organizing" ─ apart? ─▶ "organization"
//	"teams"      ─ respell ─▶ "teams" ─ apart? no ─ suffixes ─ apart? no ─ Snowball ─▶ "team" ─ together? no ─▶ "team"
//
// A stemmer joins words that readers distinguish ("university" and "universal"), and
// separates words that they see as one ("analysis" and "analyses"). The sections "apart"
// (by word) and "together" (by stem) of the list correct that. A word without letters, with
// a digit or a sign in it ("d3js", "node.js") or longer than any word is its own stem, and
// so is a word that the stemmer would reduce to nothing.
func (l *Language) Stem(folded string) string {
	if len(folded) > maxStem || !isStemmable(folded) {
		return folded
	}
	word := l.respell(folded)
	if l.apostropheEndings {
		word, _, _ = strings.Cut(word, "'")
	}
	if key, ok := l.keys[strings.TrimSuffix(word, "'s")]; ok {
		return key
	}
	stem := l.root(word)
	if key, ok := l.joined[stem]; ok {
		return key
	}
	if stem == "" {
		return folded
	}
	return stem
}

// root is what the rules for suffixes and the stemmer make of a word. The rules may lead to one
// that is kept apart: sentarme, sentar.
func (l *Language) root(word string) string {
	word, final := l.suffixes.Reduce(word)
	if final {
		return word
	}
	if key, ok := l.keys[word]; ok {
		return key
	}
	return l.stemmer(word)
}

// isStemmable reports whether a word is made of letters, with only hyphens, colons and
// apostrophes between them.
func isStemmable(word string) bool {
	letters := false
	for _, r := range word {
		switch {
		case unicode.IsLetter(r):
			letters = true
		case unicode.IsMark(r), r == '-', r == '‐', r == '‑', r == '\'', r == ':':
		default:
			return false
		}
	}
	return letters
}

// A spelling replaces the beginning of words, whole words where the list ends them with a full stop
// ("programme." is not "programmer"), or the end of words where it begins with a hyphen ("-ões").
type spelling struct {
	from, to string
	whole    bool
	end      bool
	least    int // bytes before the end
}

// leastRoot is the least number of bytes before an ending with two spellings: "rise"
// and "wise" have too few to be verbs in -ise.
const leastRoot = 4

// newSpelling reads an entry "British=American". In the section "spelling ending" both are endings.
func newSpelling(section, entry string) (spelling, error) {
	from, to, ok := strings.Cut(entry, "=")
	if !ok || from == "" {
		return spelling{}, fmt.Errorf("no = in spelling %q", entry)
	}
	from, whole := strings.CutSuffix(strings.TrimSpace(from), ".")
	from, end := strings.CutPrefix(from, "-")
	s := spelling{from, strings.TrimPrefix(strings.TrimSpace(to), "-"), whole, end, 1}
	if section == "spelling ending" {
		s.end, s.least = true, leastRoot
	}
	return s, nil
}

// respell maps a spelling to another by the lists of the language, in English
// British ones to American ones.
func (l *Language) respell(word string) string {
	for i := range l.spellings {
		s := &l.spellings[i]
		if s.end {
			if root, ok := strings.CutSuffix(word, s.from); ok && len(root) >= s.least && !l.keepEnding[root] {
				return root + s.to
			}
		} else if s.from[0] == word[0] { // most differ in their first letter
			if rest, ok := strings.CutPrefix(word, s.from); ok && (rest == "" || !s.whole) {
				return s.to + rest
			}
		}
	}
	return word
}

// Reviewed reports whether a folded word is in the section "apart". If so, it is
// not a misspelling of a similar word.
func (l *Language) Reviewed(folded string) bool {
	_, ok := l.keys[folded]
	return ok
}

// stemmers are the Snowball stemmers, by the names that language files call them.
// They are kljensen/snowball's where that is right by Snowball's own vocabularies,
// else those compiled from Snowball's source; stem_test.go holds both to them.
var stemmers = map[string]func(word string) string{
	"arabic":     generated(arabic.Stem),
	"danish":     generated(danish.Stem),
	"dutch":      generated(dutch.Stem),
	"english":    kljensen(english.Stem),
	"finnish":    generated(finnish.Stem),
	"french":     kljensen(french.Stem),
	"german":     generated(german.Stem),
	"hungarian":  generated(hungarian.Stem),
	"irish":      generated(irish.Stem),
	"italian":    generated(italian.Stem),
	"norwegian":  kljensen(norwegian.Stem),
	"portuguese": generated(portuguese.Stem),
	"romanian":   generated(romanian.Stem),
	"russian":    kljensen(russian.Stem),
	"spanish":    kljensen(spanish.Stem),
	"swedish":    kljensen(swedish.Stem),
	"tamil":      generated(tamil.Stem),
	"turkish":    generated(turkish.Stem),
}

// unstemmed counts each word as it is written: a language without a stemmer.
func unstemmed(word string) string { return word }

// kljensen makes a stemmer of one of kljensen/snowball, which leaves stop words as they
// are unless it is asked to stem them.
func kljensen(stem func(string, bool) string) func(string) string {
	return func(word string) string { return stem(word, true) }
}

// generated makes a stemmer of one that the Snowball compiler wrote. Each call
// has an environment of its own, so that calls may overlap.
func generated(stem func(*snowballstem.Env) bool) func(string) string {
	return func(word string) string {
		env := snowballstem.NewEnv(word)
		stem(env)
		return env.Current()
	}
}
