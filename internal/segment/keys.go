package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A run of so many keys beside each other is no word; one that begins a row may be shorter, and
// one that comes again shorter still. No language has words of five such letters ("wert" has four).
const (
	longRun     = 5
	firstRun    = 4
	repeatedRun = 3
)

// IsKeys reports whether a folded word is a key held down, a run along a row of keys in either
// direction, or such a run again and again: "aaaaa", "asdf", "dfghj", "poiuy", "asdasd".
func IsKeys(word string) bool {
	if n := utf8.RuneCountInString(word); n < firstRun || !IsASCII(word) && n < longRun {
		return false
	}
	if first, n := utf8.DecodeRuneInString(word); strings.Trim(word, word[:n]) == "" {
		return unicode.IsLetter(first)
	}
	return slices.ContainsFunc(keyboardRows(), func(row string) bool {
		return strings.Contains(row, word[:repeatedRun]) && // which is wrong of nearly all words
			(strings.HasPrefix(row, word) || len(word) >= longRun && strings.Contains(row, word) || isRepeatedRun(word, row))
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
