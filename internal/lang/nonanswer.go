package lang

import (
	"slices"
	"strings"
	"unicode"

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

// Classify is the class of a normalised answer.
//
// The grammar of non-answers is a list of phrases, each of one part. An answer is a
// non-answer if it consists only of such phrases, and one of them is not padding.
// Only the whole answer counts, never a part of it.
//
//	"No idea yet, sorry" ─▶ no idea (non-response) │ yet (padding) │ sorry (padding)
//
// English phrases belong to the grammar of every language: people write "n/a" and
// "none" in all of them.
func (l *Language) Classify(answer string) Class {
	if len(answer) > maxNonAnswer {
		return Substantive
	}
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

// InGrammar reports whether a word may be part of a non-answer. Most cannot.
func (l *Language) InGrammar(word string) bool {
	for _, part := range l.grammarWords(word) {
		if !l.spoken[part] {
			return false
		}
	}
	return true
}
