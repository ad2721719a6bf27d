package segment

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"verbatim/internal/value"
)

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

// IsASCII reports whether s is ASCII without a back-tick, which Normalised leaves
// as it is.
func IsASCII(s string) bool { return beyond(s, 0) == len(s) }

// beyond is the index of the first byte, from at on, that is not ASCII or is a
// back-tick; the length of the text if there is none.
func beyond(s string, at int) int {
	rest := s[at:]
	for ; len(rest) >= 8; rest = rest[8:] {
		w := value.Eight(rest)
		ticks := w ^ '`'*ones // a back-tick is NUL in it, and borrows from its top bit
		if (w|(ticks-ones)&^ticks)&tops != 0 {
			break
		}
	}
	for at = len(s) - len(rest); at < len(s) && s[at] < utf8.RuneSelf && s[at] != '`'; at++ {
	}
	return at
}

// Text is scanned eight bytes at a time, as one number: a test of the number tests
// all eight bytes. Nearly all answers are ASCII, and most of their words are letters
// between spaces, so scanning is most of the work of cutting them.
//
//	"trust, a" ─▶ 0x61202c7473757274 ─▶ bytes 0 to 4 are letters, 5 is none

// letters is the number of ASCII letters that a text begins with.
func letters(text string) (n int) {
	for ; len(text) >= 8; n, text = n+8, text[8:] {
		if others := ^lettersOf(value.Eight(text)) & tops; others != 0 {
			return n + bits.TrailingZeros64(others)/8
		}
	}
	for i := range len(text) {
		if byteKinds[text[i]] != kindLetter {
			return n + i
		}
	}
	return n + len(text)
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
