package privacy

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A view is an answer as it looks, one byte a visible character: ASCII as it
// is, full-width characters and the digits of all scripts as ASCII, any other
// as a letter, a space or a sign. Invisible characters are left out.
//
//	answer  j o ｅ ⟨zero-width space⟩ ＠ x . ö r g
//	view    j o e                     @ x . ¶ r g      ¶ is otherLetter
type view struct {
	text   []byte
	places []int32 // in the answer, of each byte of text and of its end; empty where it is ASCII
}

// What a view has in place of characters beyond ASCII.
const otherLetter, otherSign byte = 0x80, 0x81

// A span is a part of the view that is replaced by a mark.
type span struct {
	start, end int
	mark       rune
}

// look makes the view of an answer. Most are ASCII, and are their own view.
func (v *view) look(answer string) {
	v.text, v.places = v.text[:0], v.places[:0]
	if strings.IndexFunc(answer, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		v.text = append(v.text, answer...)
		return
	}
	for i, r := range answer {
		if b := looksLike(r); b != 0 {
			v.text, v.places = append(v.text, b), append(v.places, int32(i))
		}
	}
	v.places = append(v.places, int32(len(answer)))
}

// place is the position in the answer of a byte of the view, or of its end.
func (v *view) place(at int) int {
	if len(v.places) == 0 {
		return at
	}
	return int(v.places[at])
}

// looksLike is the byte that represents a character; 0 if it is invisible.
func looksLike(r rune) byte {
	switch {
	case r == 0:
		return otherSign
	case r < utf8.RuneSelf:
		return byte(r)
	case r >= '！' && r <= '～': // full-width ASCII
		return byte(r - '！' + '!')
	case isInvisible(r):
		return 0
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Nd, r):
		return digitOf(r)
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r):
		return otherLetter
	}
	return cmp.Or(words().lookalikes[r], otherSign)
}

// isInvisible reports whether a character takes no room on the page.
func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == '\u034F' || r == '\u115F' || r == '\u1160' || r == '\u3164'
}

// digitOf is the ASCII digit of a decimal digit: Unicode has them in runs of
// ten, in order. The mathematical ones are several runs, one after the other.
func digitOf(r rune) byte {
	if r >= 0x1D7CE && r <= 0x1D7FF {
		return '0' + byte((r-0x1D7CE)%10)
	}
	n := byte(0)
	for ; n < 9 && unicode.Is(unicode.Nd, r-rune(n)-1); n++ {
	}
	return '0' + n
}

func isDigit(b byte) bool  { return '0' <= b && b <= '9' }
func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' || b == otherLetter }
func isWord(b byte) bool   { return isDigit(b) || isLetter(b) }

// startsWord reports whether a position is not inside a word.
func startsWord(text []byte, at, floor int) bool {
	return at == floor || at == 0 || !isWord(text[at-1])
}
