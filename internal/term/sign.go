package term

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// unspaced reports whether two pieces that touch are of a script without spaces
// between words. UAX #29 cuts those into single characters, which mean little, so a
// run of them is kept whole.
func unspaced(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return unicode.In(last, unspacedScripts...) && unicode.In(first, unspacedScripts...)
}

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
// D3.js), a slash or & between single capitals (I/O, R&D), or the sign of a
// short name (C++, C#, F#).
func joins(word, rest string) bool {
	sign, n := utf8.DecodeRuneInString(rest)
	next, m := utf8.DecodeRuneInString(rest[n:])
	last, _ := utf8.DecodeLastRuneInString(word)
	afterNext, _ := utf8.DecodeRuneInString(rest[n+m:])
	switch sign {
	case '-', '‐', '‑', '\'':
		return isWordRune(next) && isWordRune(last)
	case '.':
		return unicode.IsDigit(last) && unicode.IsLetter(next)
	case '/':
		return unicode.IsDigit(last) && unicode.IsDigit(next) || len(word) == 1 && unicode.IsUpper(last) && unicode.IsUpper(next) && !isWordRune(afterNext) && afterNext != '+' && afterNext != '#'
	case '&':
		return unicode.IsUpper(last) && unicode.IsUpper(next) && len(word) <= 2
	case '+':
		return isShortName(word) && (next == '+' || strings.HasSuffix(word, "+"))
	case '#':
		return isShortName(word) && !isWordRune(next)
	}
	return false
}

// isShortName reports whether a word may carry a further + or # as a part of its
// name: one letter, or one letter and a plus.
func isShortName(word string) bool { return len(strings.TrimSuffix(word, "+")) == 1 }

// opensName reports whether the dot at the end of before belongs to the word that
// follows, as in .NET and .net.
func opensName(before, word string) bool {
	signs, dot := strings.CutSuffix(before, ".")
	last, _ := utf8.DecodeLastRuneInString(signs)
	first, _ := utf8.DecodeRuneInString(word)
	return dot && (signs == "" || last != '.' && !isWordRune(last)) && (unicode.IsUpper(first) || slices.Contains(knownNames()["after dot"], word))
}

// isWordRune reports whether a character may be part of a word.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// isEdge reports whether a rune may be trimmed from the ends of an address.
func isEdge(r rune) bool {
	return !isWordRune(r) && !isPicture(r) && r != '@' && r != '/' && r != utf8.RuneError
}

// kindOf is the kind of a word: a number has digits, perhaps signs that are used in
// numbers, and no letter.
func kindOf(raw string) Kind {
	other := func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".,'-", r) }
	if strings.ContainsFunc(raw, unicode.IsDigit) && !strings.ContainsFunc(raw, other) {
		return Number
	}
	return Counted
}

// isAddress reports whether a chunk, trimmed of its edges, is a URL, an e-mail
// address or a handle.
func isAddress(s string) bool {
	if !strings.ContainsAny(s, "@:.") {
		return false
	}
	if strings.HasPrefix(s, "@") {
		first, _ := utf8.DecodeRuneInString(s[1:])
		return isWordRune(first)
	}
	if strings.Contains(s, "://") {
		u, err := url.Parse(s)
		return err != nil || u.Host != "" // a broken URL is still not a word
	}
	if strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "mailto:") {
		return true
	}
	if host, path, ok := strings.Cut(s, "/"); ok && path != "" && knownNames().isWebHost(host) {
		return true
	}
	user, host, ok := strings.Cut(s, "@")
	return ok && user != "" && strings.Contains(host, ".") && !strings.Contains(host, "@")
}

// A mark replaces something in an answer that could identify a person. It is one
// character of the private use area, which nobody writes; a word in its place would
// be counted. The split treats marks as addresses. Spelled writes them as people
// read them.
const (
	MarkEMail rune = 0x10FF80 + iota
	MarkPhone
	MarkURL
	MarkHandle
	MarkCard
	MarkBank

	markEnd
)

// markBytes is the length of a mark, markByte its first byte.
const (
	markBytes = 4
	markByte  = 0xF4
)

// isMark reports whether a character is a mark.
func isMark(r rune) bool { return MarkEMail <= r && r < markEnd }

// nextMark is the index of the first mark of a text, -1 if there is none.
func nextMark(s string) int {
	if strings.IndexByte(s, markByte) < 0 {
		return -1
	}
	return strings.IndexFunc(s, isMark)
}

// Spelled is a text with its marks as people read them: "[e-mail]".
func Spelled(s string) string {
	if nextMark(s) < 0 {
		return s
	}
	return markNames.Replace(s)
}

// markNames are the marks as people read them.
var markNames = strings.NewReplacer(string(MarkEMail), "[e-mail]", string(MarkPhone), "[phone]", string(MarkURL), "[URL]",
	string(MarkHandle), "[handle]", string(MarkCard), "[card number]", string(MarkBank), "[bank number]")
