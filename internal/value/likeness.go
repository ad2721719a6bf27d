package value

import "strings"

// Likeness returns how much of the first text is in the second, by the pairs of
// letters they have in common; slightly less the longer the second is.
//
// With letter pairs, "Wich tools" and "tools wich" are both like "Which tools". No word
// has to be spelt correctly, and it costs little more than reading the texts.
func Likeness(want, have string) float64 { return overlap(letterPairs(want), letterPairs(have)) }

// letterPairs are the pairs of neighbouring letters of a text.
func letterPairs(s string) map[[2]rune]bool {
	pairs, previous := map[[2]rune]bool{}, ' '
	for _, r := range strings.ToLower(s) + " " {
		pairs[[2]rune{previous, r}] = true
		previous = r
	}
	return pairs
}

// overlap returns how much of want is in have, slightly less the longer have is.
func overlap(want, have map[[2]rune]bool) float64 {
	both := 0
	for p := range want {
		if have[p] {
			both++
		}
	}
	return float64(both) / (float64(len(want)) + 0.1*float64(len(have)))
}
