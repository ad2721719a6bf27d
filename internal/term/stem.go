package term

import (
	"strings"
	"unicode"
)

// maxStem is the longest word that is stemmed, in bytes. No word is longer, and
// stemmers are slow with what they do not expect.
const maxStem = 64

// stem maps a folded word to what it is counted under:
//
//	"organising" ─ respell ─▶ "organizing" ─ apart? ─▶ "organization"
//	"teams"      ─ respell ─▶ "teams" ─ apart? no ─ Snowball ─▶ "team" ─ together? no ─▶ "team"
//
// A stemmer counts together words that readers keep apart ("university" and
// "universal"), and apart words that they see as one ("analysis" and "analyses").
// The sections "apart" (by word) and "together" (by stem) of the list correct that.
// A word without letters, with a digit or a sign in it ("d3js", "node.js") or longer
// than any word is its own stem, and so is a word of which the stemmer leaves nothing.
func (l *Language) stem(folded string) string {
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
	stem := l.stemmer(word)
	if key, ok := l.joined[stem]; ok {
		return key
	}
	if stem == "" {
		return folded
	}
	return stem
}

// isStemmable reports whether a word is made of letters, with nothing but hyphens
// and apostrophes between them.
func isStemmable(word string) bool {
	letters := false
	for _, r := range word {
		switch {
		case unicode.IsLetter(r):
			letters = true
		case unicode.IsMark(r), r == '-', r == '‐', r == '‑', r == '\'':
		default:
			return false
		}
	}
	return letters
}

// newSpelling reads the two sides of an entry.
func newSpelling(from, to string) spelling {
	from, whole := strings.CutSuffix(strings.TrimSpace(from), ".")
	from, end := strings.CutPrefix(from, "-")
	return spelling{from, strings.TrimPrefix(strings.TrimSpace(to), "-"), whole, end}
}

// of is the other spelling of a word, if it has one.
func (s spelling) of(word string) (string, bool) {
	if s.end {
		if root, ok := strings.CutSuffix(word, s.from); ok && root != "" {
			return root + s.to, true
		}
		return "", false
	}
	if rest, ok := strings.CutPrefix(word, s.from); ok && (rest == "" || !s.whole) {
		return s.to + rest, true
	}
	return "", false
}

// leastRoot is the least number of bytes before an ending with two spellings: "rise"
// and "wise" have too few to be verbs in -ise.
const leastRoot = 4

// respell maps a spelling to another by the lists of the language, in English
// British ones to American ones.
func (l *Language) respell(word string) string {
	for _, s := range l.spellings {
		if other, ok := s.of(word); ok {
			return other
		}
	}
	for _, s := range l.spellingEndings {
		if root, ok := strings.CutSuffix(word, s.from); ok && len(root) >= leastRoot && !l.keepEnding[root] {
			return root + s.to
		}
	}
	return word
}

// Reviewed reports whether a folded word is in the section "apart": if so, it is no
// misspelling of a word like it.
func (l *Language) Reviewed(folded string) bool {
	_, ok := l.keys[folded]
	return ok
}
