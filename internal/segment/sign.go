package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unspaced reports whether two pieces that touch are of a script without spaces
// between words. UAX #29 cuts those into single characters, which mean little, so a
// run of them is kept whole.
func unspaced(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	return last >= firstUnspaced && unicode.In(last, unspacedScripts...) && IsUnspaced(b)
}

// IsUnspaced reports whether a word begins in a script without spaces between words, so that it
// may be several.
func IsUnspaced(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.In(first, unspacedScripts...)
}

// firstUnspaced is the first character of these scripts.
const firstUnspaced = '\u0E00'

// unspacedScripts are written without spaces between words.
var unspacedScripts = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// endsClause reports whether the signs between two words separate clauses.
func endsClause(signs string) bool {
	return strings.ContainsAny(signs, ".,;:!?()…–—[]{}•*/|。、，！？；：؟،؛¿¡")
}

// isSign reports whether a piece of UAX #29 contains no letter, digit or picture.
func isSign(piece string) bool {
	return !strings.ContainsFunc(piece, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || isPicture(r) || r == utf8.RuneError
	})
}

// joins reports whether the sign that rest begins with belongs to the word
// before it: an inner hyphen (work-life), a slash or dot after a digit (24/7,
// D3.js), a slash or & between single capitals (I/O, R&D), the sign of a
// short name (C++, C#, F#), or the raised digit of a unit (m²); behind a longer word it is a note.
func joins(word, rest string) bool {
	sign, n := utf8.DecodeRuneInString(rest)
	next, m := utf8.DecodeRuneInString(rest[n:])
	last, _ := utf8.DecodeLastRuneInString(word)
	afterNext, _ := utf8.DecodeRuneInString(rest[n+m:])
	switch sign {
	case '-', '‐', '‑', '\'':
		return IsWordRune(next) && IsWordRune(last)
	case '.':
		return unicode.IsDigit(last) && unicode.IsLetter(next)
	case '/':
		return unicode.IsDigit(last) && unicode.IsDigit(next) || len(word) == 1 && unicode.IsUpper(last) && unicode.IsUpper(next) && !IsWordRune(afterNext) && afterNext != '+' && afterNext != '#'
	case '&':
		return unicode.IsUpper(last) && unicode.IsUpper(next) && len(word) <= 2
	case '¹', '²', '³':
		return len(strings.TrimLeft(word, "0123456789.,")) <= longestUnit && unicode.IsLetter(last)
	case '+':
		return isShortName(word) && (next == '+' || strings.HasSuffix(word, "+"))
	case '#':
		return isShortName(word) && !IsWordRune(next)
	}
	return false
}

// longestUnit is the length in bytes of the units with a raised digit: km², mol³.
const longestUnit = 3

// isShortName reports whether a word may carry a further + or # as a part of its
// name: one letter, or one letter and a plus.
func isShortName(word string) bool { return len(strings.TrimSuffix(word, "+")) == 1 }

// opensName reports whether the dot at the end of before belongs to the word that
// follows, as in .NET and .net.
func opensName(before, word string) bool {
	signs, dot := strings.CutSuffix(before, ".")
	last, _ := utf8.DecodeLastRuneInString(signs)
	first, _ := utf8.DecodeRuneInString(word)
	return dot && (signs == "" || last != '.' && !IsWordRune(last)) && (unicode.IsUpper(first) || knownNames().afterDot[word])
}

// IsWordRune reports whether a character may be part of a word.
func IsWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// isEdge reports whether a rune may be trimmed from the ends of an address.
func isEdge(r rune) bool {
	return !IsWordRune(r) && !isPicture(r) && r != '@' && r != '/' && r != utf8.RuneError
}
