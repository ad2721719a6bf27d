package term

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/segment"
)

// Class says whether an answer is substantive or which kind of non-answer it is.
type Class uint8

// The classes of answer. There are two kinds of non-answer: a respondent who writes
// "don't know" has not answered the question, but one who writes "nothing" has.
const (
	Substantive Class = iota // an answer whose words are counted
	NonResponse              // item non-response: "don't know", "n/a", "-"
	Nil                      // a nil answer: "none", "nothing comes to mind"
)

// maxNonAnswer is the longest non-answer, in bytes. No sentence of the grammar comes
// near it, and most answers are longer, so that they need not be parsed.
const maxNonAnswer = 120

// classify is the class of an answer that is normalised and not too long.
//
// The grammar of non-answers is a list of phrases, each of one part. An answer is a
// non-answer if it consists only of such phrases, and one of them is not padding.
// Only the whole answer counts, never a part of it.
//
//	"No idea yet, sorry" ─▶ no idea (non-response) │ yet (padding) │ sorry (padding)
//
// English phrases belong to the grammar of every language: people write "n/a" and
// "none" in all of them.
func (l *Language) classify(answer string) Class {
	words := slices.Compact(l.grammarWords(answer)) // "no no no"
	if len(words) == 0 {
		return markOnly(answer)
	}
	if l.phrases[strings.Join(words, " ")] == alone {
		return NonResponse
	}
	parts, ok := l.parse(words)
	switch {
	case !ok:
		return Substantive
	case parts[nonResponse]:
		return NonResponse
	case parts[nilAnswer]:
		return Nil
	case parts[courtesy]:
		return NonResponse
	}
	return Substantive // padding alone: "now" is an answer to "when?"
}

// markOnly is the class of an answer without a letter or digit: "-", "??" and a shrug
// are non-response. Any other picture (👍) is an answer, and so is a mark of what was
// taken out.
func markOnly(answer string) Class {
	isSymbol := func(r rune) bool { return unicode.Is(unicode.So, r) && r != '🤷' && r != '♂' && r != '♀' }
	if strings.IndexFunc(answer, isSymbol) >= 0 || segment.HasMark(answer) {
		return Substantive
	}
	return NonResponse
}

// A run of so many keys beside each other is no word; one that begins a row may be shorter, and
// one that comes again shorter still. No language has words of five such letters ("wert" has four).
const (
	longRun     = 5
	firstRun    = 4
	repeatedRun = 3
)

// isKeys reports whether a folded word is a key held down, a run along a row of keys in either
// direction, or such a run again and again: "aaaaa", "asdf", "dfghj", "poiuy", "asdasd".
func isKeys(word string) bool {
	if n := utf8.RuneCountInString(word); n < firstRun || !segment.IsASCII(word) && n < longRun {
		return false
	}
	if first, n := utf8.DecodeRuneInString(word); strings.Trim(word, word[:n]) == "" {
		return unicode.IsLetter(first)
	}
	return slices.ContainsFunc(segment.KeyboardRows(), func(row string) bool {
		return strings.HasPrefix(row, word) || len(word) >= longRun && strings.Contains(row, word) || isRepeatedRun(word, row)
	})
}

// isRepeatedRun reports whether a word is a run along a row twice or more, the last maybe cut.
func isRepeatedRun(word, row string) bool {
	for n := repeatedRun; n*2 <= len(word); n++ {
		if strings.HasPrefix(word, word[n:]) && strings.Contains(row, word[:n]) {
			return true
		}
	}
	return false
}

// parse covers the words with phrases of the grammar, the longest first, and returns
// their parts. It is not ok if a word is left over.
func (l *Language) parse(words []string) (parts [nilAnswer + 1]bool, ok bool) {
	for len(words) > 0 {
		n := min(len(words), l.firsts[words[0]])
		for ; n > 0; n-- {
			if p := l.phrases[strings.Join(words[:n], " ")]; p != 0 && p != alone {
				parts[p] = true
				break
			}
		}
		if n == 0 {
			return parts, false
		}
		words = words[n:]
	}
	return parts, true
}

// inGrammar reports whether a word may be part of a non-answer. Most cannot.
func (l *Language) inGrammar(word string) bool {
	for _, part := range l.grammarWords(word) {
		if !l.spoken[part] {
			return false
		}
	}
	return true
}
