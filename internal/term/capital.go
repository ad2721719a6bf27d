package term

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markInside is the pass that marks words with a capital inside a sentence, as names
// have. The answer needs a word in small letters, too: else its writer may begin all
// words with a capital.
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
