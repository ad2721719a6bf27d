package term

import (
	"math/bits"
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

// beyond is the index of the first byte, from at on, that is not ASCII or is a
// back-tick; the length of the text if there is none.
func beyond(s string, at int) int {
	for at+8 <= len(s) {
		w := eight(s[at:])
		ticks := w ^ '`'*ones // a back-tick is NUL in it, and borrows from its top bit
		if (w|(ticks-ones)&^ticks)&tops != 0 {
			break
		}
		at += 8
	}
	for at < len(s) && s[at] < utf8.RuneSelf && s[at] != '`' {
		at++
	}
	return at
}

// foldSigns makes one kind of all apostrophes, usual letters of those that only look otherwise, and takes out
// invisible characters, from at on. It copies the text only if it has any.
func foldSigns(s string, at int) string {
	var out strings.Builder
	from := 0 // of what is not copied yet
	for at = beyond(s, at); at < len(s); at = beyond(s, at) {
		r, n := utf8.DecodeRuneInString(s[at:])
		before := at > 0 && byteKinds[s[at-1]] == kindLetter
		if as, ok := folded(r, before); ok {
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
// ligatures (ﬁ), wide and narrow forms (Ｔｅａｍ), letters of formulas (ℓ, 𝐱).
var compatible = []*unicode.RangeTable{{
	R16: []unicode.Range16{{0x2100, 0x214F, 1}, {0xFB00, 0xFB06, 1}, {0xFF00, 0xFFEF, 1}},
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
	case unicode.IsOneOf(compatible, r) && (unicode.IsLetter(r) || unicode.IsDigit(r)):
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

// isASCII reports whether s is ASCII without a back-tick, which Normalised leaves
// as it is.
func isASCII(s string) bool { return beyond(s, 0) == len(s) }

// emojiStyle follows a sign that is to be shown as a picture. It counts as a
// mark, but makes no word.
const emojiStyle = '\uFE0F'

// isBetweenWords reports whether a character is not part of a word.
func isBetweenWords(r rune) bool { return !isWordRune(r) || r == emojiStyle }

// eight reads eight bytes as a number; the compiler makes one load of it.
//
// Text is scanned eight bytes at a time, as one number: a test of the number tests
// all eight bytes. Nearly all answers are ASCII, and most of their words are letters
// between spaces, so scanning is most of the work of cutting them.
//
//	"trust, a" ─▶ 0x61202c7473757274 ─▶ bytes 0 to 4 are letters, 5 is none
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// letters is the number of ASCII letters in text from at on.
func letters(text string, at int) (n int) {
	for ; at+n+8 <= len(text); n += 8 {
		if others := ^lettersOf(eight(text[at+n:])) & tops; others != 0 {
			return n + bits.TrailingZeros64(others)/8
		}
	}
	for at+n < len(text) && byteKinds[text[at+n]] == kindLetter {
		n++
	}
	return n
}

const (
	ones = 0x0101010101010101 // a 1 in each of eight bytes
	tops = 0x8080808080808080 // the top bit of each
)

// lettersOf sets the top bit of each of eight bytes that is an ASCII letter. In
// seven bits, adding what is missing to 128 sets the top bit of all bytes from a
// letter on.
func lettersOf(eight uint64) uint64 {
	small := (eight | 0x20*ones) &^ tops
	fromA := small + (128-'a')*ones
	pastZ := small + (128-'z'-1)*ones
	return fromA &^ pastZ &^ eight & tops
}

// byteKind is what the short way of the split needs to know of a byte.
type byteKind uint8

const (
	kindOther  byteKind = iota // goes the long way: beyond ASCII, or a sign with a meaning (@ / . : + # & _ …)
	kindSpace                  // between chunks
	kindLine                   // between chunks, and ends a clause
	kindLetter                 // a letter
	kindDigit
	kindInner // hyphen, apostrophe: part of a word between letters or digits
	kindMark  // may be at the ends of a chunk, and ends a clause: . , ; : ! ? ( )
	kindQuote // may stand at the ends of a chunk
)

// byteKinds is the kind of each byte.
var byteKinds = func() (kinds [256]byteKind) {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	for kind, bytes := range [...]string{
		kindSpace: " \t\v\f", kindLine: "\n\r", kindLetter: letters + strings.ToUpper(letters), kindDigit: "0123456789",
		kindInner: "-'", kindMark: ".,;:!?()", kindQuote: `"`,
	} {
		for _, b := range []byte(bytes) {
			kinds[b] = byteKind(kind)
		}
	}
	return kinds
}()
