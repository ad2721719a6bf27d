package typeface

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean makes a text from an answer harmless before it is shaped. Bytes that are not UTF-8 become U+FFFD, control
// characters and line ends become spaces, runs of spaces become one, and what only steers the display is taken
// out: direction marks and overrides (they could make a word read backwards), soft hyphens, tags, byte order
// marks. Joiners and variation selectors stay, since Persian and emoji need them. The result is in NFC, so that
// fonts are asked for "é" and not for a letter and an accent.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			return ' '
		case unicode.Is(unicode.Cf, r) && !joins(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return norm.NFC.String(strings.Join(strings.Fields(text), " "))
}

// joins reports whether r is a joiner that decides how its neighbours look.
func joins(r rune) bool { return r == '\u200c' || r == '\u200d' }

// invisible reports whether a font need not have r: spaces, joiners and variation selectors.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || joins(r) || unicode.Is(unicode.Variation_Selector, r)
}
