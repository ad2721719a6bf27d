package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalised brings an answer to the Unicode form NFC, with one kind of apostrophe: the
// text that the offsets of tokens are in.
// Invalid bytes become U+FFFD. Soft hyphens and the marks that set the direction
// of text are taken out: nobody sees them, but they would make two words of one. A
// zero-width space is a space.
//
// Nearly all answers are ASCII or Latin, and need no copy: the first steps only find
// that out.
func Normalised(s string) string {
	at := beyond(s, 0)
	if at == len(s) {
		return s // the common case
	}
	if !surelyNormal(s, at) {
		s, at = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")), 0
	}
	return foldSigns(s, at)
}

// surelyNormal reports whether a text is certain to be valid and in NFC because it
// has only Latin letters and the usual signs: no letter before U+0300 can be composed
// with the one after it, and neither can the signs of U+2010 to U+2044. Other texts
// may be normal, too.
func surelyNormal(s string, at int) bool {
	for at = beyond(s, at); at < len(s); at = beyond(s, at+1) {
		if s[at] == '`' {
			continue
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		if r >= 0x300 && (r < 0x2010 || r > 0x2044) || n == 1 {
			return false
		}
		at += n - 1
	}
	return true
}

// foldSigns makes one kind of all apostrophes, usual letters of those that only look otherwise, and takes out
// invisible characters, from at on. It copies the text only if it has any.
func foldSigns(s string, at int) string {
	var out strings.Builder
	from := 0 // of what is not copied yet
	for at = beyond(s, at); at < len(s); at = beyond(s, at) {
		r, n := utf8.DecodeRuneInString(s[at:])
		before := at > 0 && byteKinds[s[at-1]] == kindLetter
		if as, ok := folded(r, before); ok && !strings.HasSuffix(s[:at], "Ã") { // not half of an ô that was encoded twice: Ã´
			if from == 0 {
				out.Grow(len(s))
			}
			out.WriteString(s[from:at])
			out.WriteString(as)
			from = at + n
		}
		at += n
	}
	if from == 0 {
		return s
	}
	out.WriteString(s[from:])
	return out.String()
}

// compatible are the blocks of letters and digits that only look otherwise than the usual ones:
// lowered digits (H₂O), ligatures (ﬁ), wide and narrow forms (Ｔｅａｍ), letters of formulas (ℓ, 𝐱).
var compatible = []*unicode.RangeTable{{
	R16: []unicode.Range16{{0x2080, 0x2089, 1}, {0x2100, 0x214F, 1}, {0xFB00, 0xFB06, 1}, {0xFF00, 0xFFEF, 1}},
	R32: []unicode.Range32{{0x1D400, 0x1D7FF, 1}},
}}

// folded is what a character is replaced by, if it is. After a letter of ASCII a joiner,
// which other scripts and pictures need, joins nothing.
func folded(r rune, afterASCII bool) (as string, ok bool) {
	switch {
	case isApostrophe(r):
		return "'", true
	case r == '\u200B':
		return " ", true // a place where a line may break
	case unicode.IsOneOf(compatible, r) && (unicode.IsLetter(r) || unicode.IsNumber(r)):
		return norm.NFKC.String(string(r)), true
	}
	return "", isInvisible(r) || afterASCII && (r == '\u200C' || r == '\u200D')
}

// isApostrophe reports whether people write this character for an apostrophe.
func isApostrophe(r rune) bool { return strings.ContainsRune("’‘ʼ＇`´", r) }

// isInvisible reports whether nobody sees this character: soft hyphen, byte
// order mark, word joiner, and the marks of direction.
func isInvisible(r rune) bool {
	return strings.ContainsRune("\u00AD\uFEFF\u2060\u061C\u200E\u200F", r) || '\u202A' <= r && r <= '\u202E' || '\u2066' <= r && r <= '\u2069'
}
