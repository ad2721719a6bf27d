package term

import (
	"math/bits"
	"strings"
)

// Text is scanned eight bytes at a time, as one number: a test of the number is a
// test of all eight bytes. Nearly all answers are ASCII, and most of their words are
// letters between spaces, so that scanning is most of the work of cutting them.
//
//	"trust, a" ─▶ 0x61202c7473757274 ─▶ bytes 0 to 4 are letters, 5 is none

// eight reads eight bytes as a number; the compiler makes one load of it.
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

// kind is what the short way of the split needs to know of a byte.
type kind uint8

const (
	kindOther  kind = iota // goes the long way: beyond ASCII, or a sign with a meaning (@ / . : + # & _ …)
	kindSpace              // between chunks
	kindLine               // between chunks, and ends a clause
	kindLetter             // a letter
	kindDigit
	kindInner // hyphen, apostrophe: part of a word between letters or digits
	kindMark  // may stand at the ends of a chunk, and ends a clause: . , ; : ! ? ( )
	kindQuote // may stand at the ends of a chunk
)

// byteKinds is the kind of each byte.
var byteKinds = func() (kinds [256]kind) {
	for b := range 128 {
		c := byte(b)
		switch {
		case c == '\n' || c == '\r':
			kinds[b] = kindLine
		case c == ' ' || c == '\t' || c == '\v' || c == '\f':
			kinds[b] = kindSpace
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			kinds[b] = kindLetter
		case '0' <= c && c <= '9':
			kinds[b] = kindDigit
		case c == '-' || c == '\'':
			kinds[b] = kindInner
		case strings.IndexByte(".,;:!?()", c) >= 0:
			kinds[b] = kindMark
		case c == '"':
			kinds[b] = kindQuote
		}
	}
	return kinds
}()

// plainInside reports whether a hyphen or apostrophe before this byte is inside a
// word.
func plainInside(b byte) bool { return byteKinds[b] == kindLetter || byteKinds[b] == kindDigit }
