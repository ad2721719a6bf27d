package term

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class says what an answer as a whole amounts to.
type Class uint8

// The classes of answer. The two kinds of "no answer" are kept apart: who says
// "don't know" has given no answer, who says "nothing" has answered.
const (
	Substantive Class = iota // an answer whose words are counted
	NonResponse              // item non-response: "don't know", "n/a", "-"
	Nil                      // a nil answer: "none", "nothing comes to mind"
)

// maxNonAnswer is the longest text that is looked at, in bytes: no sentence of
// the grammar comes near it, and most answers are longer.
const maxNonAnswer = 120

// classify says whether a short answer, which is normalised, is a non-answer, and
// of which kind.
//
// The grammar of non-answers is a list of phrases, each of one part: an answer
// is a non-answer when it is made of nothing but these phrases, with one that
// is not padding among them. Only the whole answer counts, never a part of it.
//
//	"No idea yet, sorry" ─▶ no idea (non-response) │ yet (padding) │ sorry (padding)
//
// English phrases hold in every language: people write "n/a" and "none" in all.
func (l *Language) classify(answer string) Class {
	said := slices.Compact(l.plainWords(answer)) // "no no no"
	if len(said) == 0 {
		return markOnly(answer)
	}
	if len(said) == 1 && isStuckKey(said[0]) {
		return NonResponse
	}
	if l.phrases[strings.Join(said, " ")] == alone {
		return NonResponse
	}
	parts, ok := l.parse(said)
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

// markOnly classifies an answer without a letter or digit: "-", "??" and a
// shrug are non-response, any other picture (👍) is an answer, and so is what
// was taken out of one.
func markOnly(answer string) Class {
	isPicture := func(r rune) bool { return unicode.Is(unicode.So, r) && r != '🤷' && r != '♂' && r != '♀' }
	if strings.IndexFunc(answer, isPicture) >= 0 || nextMark(answer) >= 0 {
		return Substantive
	}
	return NonResponse
}

// isStuckKey reports whether a word is one letter, four times or more.
func isStuckKey(word string) bool {
	letter, n := utf8.DecodeRuneInString(word)
	return len(word) > 3*n && strings.HasPrefix(word[n:], word[:n]) && unicode.IsLetter(letter) && strings.Trim(word, word[:n]) == ""
}

// parse covers the words with phrases of the grammar, the longest first, and
// tells which parts it met; ok is false where a word is left over.
func (l *Language) parse(said []string) (parts [nilAnswer + 1]bool, ok bool) {
	for len(said) > 0 {
		n := min(len(said), l.firsts[said[0]])
		for ; n > 0; n-- {
			if p := l.phrases[strings.Join(said[:n], " ")]; p != 0 && p != alone {
				parts[p] = true
				break
			}
		}
		if n == 0 {
			return parts, false
		}
		said = said[n:]
	}
	return parts, true
}

// inGrammar reports whether a word may stand in a non-answer: most cannot.
func (l *Language) inGrammar(word string) bool {
	for _, part := range l.plainWords(word) {
		if !l.spoken[part] && !isStuckKey(part) {
			return false
		}
	}
	return true
}
