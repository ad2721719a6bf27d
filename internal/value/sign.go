package value

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Numbers and dates are recognised by the digits and signs of ASCII. Other scripts have digits,
// commas and brackets of their own, and put marks of direction around a date.

// westernSigns returns a text with the digits and signs of ASCII in place of those of other
// scripts, and without marks of direction.
func westernSigns(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(westernSign, s)
		}
	}
	return s
}

func westernSign(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case unicode.Is(unicode.Bidi_Control, r):
		return -1
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsDigit(r):
		return digitOf(r)
	case '！' <= r && r <= '～': // the wide forms of ASCII
		return r - '！' + '!'
	}
	switch r {
	case '،', '٬', '、':
		return ','
	case '٫':
		return '.'
	case '٪':
		return '%'
	}
	return r
}

// digitOf returns the ASCII digit of the same value. Unicode has the digits of a script in a row,
// from nought on.
func digitOf(r rune) rune {
	for _, digits := range unicode.Nd.R16 {
		if lo := rune(digits.Lo); lo <= r && r <= rune(digits.Hi) {
			return '0' + (r-lo)%10
		}
	}
	for _, digits := range unicode.Nd.R32 {
		if lo := rune(digits.Lo); lo <= r && r <= rune(digits.Hi) {
			return '0' + (r-lo)%10
		}
	}
	return r
}
