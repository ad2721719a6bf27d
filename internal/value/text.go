// Package value knows what the text of a single cell looks like: blank, a number, a
// date, an address, a code, markup, or what a spreadsheet has made of it. It knows
// nothing of files and of questions.
package value

import (
	"math/bits"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Pattern is a regular expression that is compiled when it is first used. Most
// cells need none, and compiling them all would slow down every start of the
// program.
func Pattern(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}

// Blank reports whether a character shows nothing: white space, and the zero-width
// characters that spreadsheets and web forms leave behind.
//
// Besides spaces, web forms and spreadsheets leave other blanks: no-break spaces
// from word processors, zero-width ones from pasted web pages, byte order marks in
// the middle of files that were joined. None of them is an answer.
func Blank(r rune) bool {
	switch r {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', 0:
		return true
	}
	return unicode.IsSpace(r)
}

// Trim takes blank characters off both ends.
func Trim(s string) string {
	if s == "" || plain(s[0]) && plain(s[len(s)-1]) {
		return s
	}
	return strings.TrimFunc(s, Blank)
}

// plain reports whether a byte is a visible ASCII character.
func plain(b byte) bool { return ' ' < b && b < utf8.RuneSelf }

// IsBlank reports whether s shows nothing.
func IsBlank(s string) bool { return Trim(s) == "" }

// Squeeze makes one line of a text: runs of blank characters become one space.
// Zero-width characters inside words are taken out.
func Squeeze(s string) string {
	s = strings.Map(func(r rune) rune {
		if Blank(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// Eight bytes are examined together, since most texts need no closer look.
const (
	ones = 0x0101010101010101 // the value 1 in each of eight bytes
	tops = 0x8080808080808080 // the top bit of each
)

// visible reports whether eight bytes are visible ASCII characters and spaces. A
// byte below a space borrows from its top bit, and so does NUL, which is what DEL
// becomes.
func visible(eight uint64) bool { return (eight|(eight-' '*ones)|((eight^0x7f*ones)-ones))&tops == 0 }

// Damaged reports whether a text is not valid UTF-8, or holds NUL.
func Damaged(s string) bool {
	for rest := s[SkipASCII(s):]; rest != ""; rest = rest[SkipASCII(rest):] {
		r, n := utf8.DecodeRuneInString(rest)
		if r == utf8.RuneError && n == 1 {
			return true
		}
		rest = rest[n:]
	}
	return strings.IndexByte(s, 0) >= 0
}

// Eight reads the first eight bytes of a text as a number, the first as the lowest. The
// compiler makes one load of it. The text has as many.
func Eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Clean returns valid UTF-8 without NUL. Each byte that is not UTF-8 becomes
// U+FFFD.
func Clean(s string) string {
	if utf8.ValidString(s) {
		if strings.IndexByte(s, 0) < 0 {
			return s
		}
		return strings.ReplaceAll(s, "\x00", "")
	}
	var b strings.Builder
	for _, r := range s {
		if r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// CountWords counts the words of an answer, which are separated by blanks. A word
// begins at a character that is not a blank, after a blank or at the start.
func CountWords(s string) int {
	n := 0
	inside := uint64(0) // of a word: 0x80, else 0
	for len(s) > 0 {
		if len(s) >= 8 && visible(Eight(s)) {
			letters := ((Eight(s) ^ ' '*ones) + 0x7f*ones) & tops // the top bit of each byte that is not a space
			n += bits.OnesCount64(letters &^ (letters<<8 | inside))
			inside = letters >> 56
			s = s[8:]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if Blank(r) {
			inside = 0
		} else if inside == 0 {
			inside = 0x80
			n++
		}
	}
	return n
}

// SkipASCII returns the length of the ASCII that a text begins with.
func SkipASCII(text string) (n int) {
	for ; len(text) >= 8; n, text = n+8, text[8:] {
		if beyond := Eight(text) & tops; beyond != 0 {
			return n + bits.TrailingZeros64(beyond)/8
		}
	}
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return n + i
		}
	}
	return n + len(text)
}

// BeyondASCII reports whether a text has any byte that is not ASCII.
func BeyondASCII(text string) bool { return SkipASCII(text) < len(text) }

// CountRunes counts the characters beyond ASCII and the bytes that are not UTF-8.
func CountRunes(text string) (good, bad int) {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i += SkipASCII(text[i:])
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	return good, bad
}

// CountControls counts the bytes of a text that are NUL, and other control
// characters that do not end a line or a cell.
func CountControls(text string) (nul, control int) {
	for i := 0; i < len(text); i++ {
		if i+8 <= len(text) && visible(Eight(text[i:])) {
			i += 7
			continue
		}
		switch b := text[i]; {
		case b == 0:
			nul++
		case b < ' ' && b != '\t' && b != '\n' && b != '\r', b == 0x7f:
			control++
		}
	}
	return nul, control
}

// Key makes names comparable: letters and digits only, in lower case.
func Key(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return r
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
