package term

import (
	"strings"
	"unicode"
)

// maxStem is the longest word that is stemmed, in bytes. Nothing that people
// write is longer, and stemmers take long over what they do not expect.
const maxStem = 64

// stem maps a folded word to what it is counted under. Most words go to the
// language's Snowball stemmer, British spellings by way of the American ones.
//
// Where that counts together what readers keep apart ("university" and
// "universal"), or apart what they see as one ("analysis" and "analyses"), the
// sections "apart" (by word) and "together" (by stem) of its list say what to count
// it under. A word without letters, with a digit or a sign in it ("d3js",
// "node.js") or longer than any word is its own stem, and so is one that the
// stemmer would make nothing of.
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

// of gives the other spelling of a word, if it has one.
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

// leastRoot is how many bytes stand, at least, before an ending that is spelled in
// two ways: "rise" and "wise" have too little to be verbs in -ise.
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

// Reviewed reports whether a folded word is in the list of those that are kept
// apart from words like them: it is spelled as it should be.
func (l *Language) Reviewed(folded string) bool {
	_, ok := l.keys[folded]
	return ok
}
