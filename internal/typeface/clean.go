package typeface

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean prepares a text from an answer for shaping. The text is hostile input, so clean
//
//   - replaces bytes that are not UTF-8 by U+FFFD;
//   - replaces control characters and line ends by spaces, and joins runs of spaces;
//   - removes format characters: direction marks and overrides (which could reverse a word), soft hyphens, tags, byte
//     order marks. Joiners and variation selectors stay, because Persian and emoji need them;
//   - composes the text (NFC), so that fonts are asked for "é" and not for a letter and an accent.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			return ' '
		case unicode.Is(unicode.Cf, r) && !isJoiner(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return norm.NFC.String(strings.Join(strings.Fields(text), " "))
}

// isJoiner reports whether r joins or separates its neighbours: the zero-width joiner or non-joiner.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// invisible reports whether a font need not have r: spaces, joiners and variation selectors.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || isJoiner(r) || unicode.Is(unicode.Variation_Selector, r)
}
