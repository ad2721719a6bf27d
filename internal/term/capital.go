package term

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Capitals tell names from common words, but neither at the beginning of a sentence
// nor in an answer that has nothing else.

// markInside is the pass that marks capitals that only names have: inside a sentence, of an answer
// that has words in small letters too.
func (a *Analyzer) markInside() {
	if a.shouted || a.lang.capitalNouns {
		return
	}
	small := slices.ContainsFunc(a.tokens, func(t Token) bool { return t.Kind == Counted && t.small })
	for i := range a.tokens {
		t := &a.tokens[i]
		t.Inside = small && t.capital && !t.clause
	}
}

// isCapitalised reports whether a word begins with a capital and goes on in small
// letters.
func isCapitalised(raw string) bool {
	first, n := utf8.DecodeRuneInString(raw)
	return unicode.IsUpper(first) && strings.IndexFunc(raw[n:], unicode.IsLower) >= 0 && strings.IndexFunc(raw[n:], unicode.IsUpper) < 0
}

// allCapitals reports whether an answer of two letters or more has capitals only:
// they carry no meaning there.
func allCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			letters++
		}
	}
	return letters > 1
}
