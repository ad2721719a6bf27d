package wording

import (
	"slices"
	"strings"

	"verbatim/internal/value"
)

// EndsAsQuestion reports whether a cell ends with a mark that ends questions.
func EndsAsQuestion(c string) bool {
	c = value.Trim(c)
	return slices.ContainsFunc(Words().questionEnds, func(mark string) bool { return strings.HasSuffix(c, mark) }) || strings.Contains(c, "? ")
}

// FewestWords is the smallest number of words in a sentence.
const FewestWords = 4

// IsStatement reports whether a text is a sentence that asks nobody for anything.
func IsStatement(text string) bool {
	said, known := strings.Fields(strings.ToLower(text)), Words()
	if len(said) < FewestWords || EndsAsQuestion(text) || strings.Contains(text, "?") || WantsWords(text) {
		return false
	}
	return !known.asking[said[0]] && !hasWord(said, known.you)
}

// IsTold reports whether a statement sounds like a respondent's: it ends in a full
// stop or an exclamation mark, or says "we".
func IsTold(text string) bool {
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") ||
		hasWord(strings.Fields(strings.ToLower(text)), Words().we)
}

// hasWord reports whether one of the words is there, with or without a sign after
// it.
func hasWord(said []string, any value.Set) bool {
	return slices.ContainsFunc(said, func(w string) bool { return any[strings.Trim(w, ",.;:!()")] })
}
