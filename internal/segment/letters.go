package segment

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// EmojiStyle follows a sign that is to be shown as a picture. It counts as a
// mark, but makes no word.
const EmojiStyle = '\uFE0F'

// Undivided is a folded word without what people also leave out: the dots of an abbreviation, the
// tone of a picture, hyphens.
func Undivided(folded string) string { return joined(withoutTone(withoutDots(folded))) }

// withoutDots takes the dots out of an abbreviation with one after each letter, or each
// doubled one, or after two letters beside one: u.s, ee.uu, ph.d.
func withoutDots(folded string) string {
	parts := strings.Split(folded, ".")
	one := slices.ContainsFunc(parts, isOne)
	if len(parts) < 2 || slices.ContainsFunc(parts, func(s string) bool { return !isOne(s) && !IsDoubled(s) && !(one && utf8.RuneCountInString(s) == 2) }) {
		return folded
	}
	return strings.Join(parts, "")
}

func isOne(s string) bool { return utf8.RuneCountInString(s) == 1 }

// IsDoubled reports whether a text is one letter twice, as Spanish writes the plural of an initial: EE. UU.
func IsDoubled(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	return len(s) == 2*n && s[:n] == s[n:] && unicode.IsLetter(first)
}

// withoutTone takes out of a picture the tone of its skin, and the sign that asks
// for colour: 👍🏽 counts as 👍.
func withoutTone(folded string) string { return cmp.Or(without(folded, isTone), folded) }

func isTone(r rune) bool { return r == EmojiStyle || '🏻' <= r && r <= '🏿' }

// joined takes out the inner hyphens of a word, and what joins as they do: work_life.
func joined(folded string) string {
	if HasLetter(folded) {
		return without(folded, func(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '_' })
	}
	return folded
}

// without takes some characters out of a text.
func without(text string, out func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if out(r) {
			return -1
		}
		return r
	}, text)
}

// IsCapitalised reports whether a word begins with a capital and goes on in small
// letters.
func IsCapitalised(raw string) bool {
	first, n := utf8.DecodeRuneInString(raw)
	return unicode.IsUpper(first) && strings.IndexFunc(raw[n:], unicode.IsLower) >= 0 && strings.IndexFunc(raw[n:], unicode.IsUpper) < 0
}

// HasInnerCapital reports whether a capital stands behind a small letter, as in names of products:
// GitHub, iPhone.
func HasInnerCapital(word string) bool {
	small := false
	for _, r := range word {
		if small && unicode.IsUpper(r) {
			return true
		}
		small = unicode.IsLower(r)
	}
	return false
}

// AllCapitals reports whether an answer of two letters or more is all in capitals,
// which then carry no meaning.
func AllCapitals(s string) bool {
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

// HasLetter reports whether a text has a letter.
func HasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
