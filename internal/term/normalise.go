package term

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalised is the text that the offsets of tokens are in.
func Normalised(answer string) string { return normalise(answer) }

// normalise brings an answer to NFC, with one kind of apostrophe and no
// invalid bytes: those become U+FFFD. Soft hyphens, zero-width spaces and the
// marks that reorder text are taken out, since they would make two words of one.
func normalise(s string) string {
	at := beyond(s, 0)
	if at == len(s) {
		return s // the common case
	}
	if !surelyNormal(s, at) {
		s, at = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")), 0
	}
	return plainSigns(s, at)
}

// surelyNormal tells of a text of Latin letters and the usual signs that it is
// valid and in NFC: no letter before U+0300 takes part in composition there,
// and the signs of U+2010 to U+2044 never do. Of other texts it cannot tell.
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

// beyond is the place of the first byte, from at on, that is not ASCII or is a
// back-tick.
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

// plainSigns folds apostrophes and takes out invisible characters, from at on.
// It copies only where there are any.
func plainSigns(s string, at int) string {
	var out strings.Builder
	from := 0 // of what is not copied yet
	for at = beyond(s, at); at < len(s); at = beyond(s, at) {
		r, n := utf8.DecodeRuneInString(s[at:])
		with, change := "", false
		switch r {
		case '’', '‘', 'ʼ', '＇', '`', '´':
			with, change = "'", true
		case '\u00AD', '\u200B', '\uFEFF', '\u2060':
			change = true
		case '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069':
			change = true
		}
		if change {
			if from == 0 {
				out.Grow(len(s))
			}
			out.WriteString(s[from:at])
			out.WriteString(with)
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

// isPlain reports whether s is ASCII without a back-tick, which normalise leaves
// as it is.
func isPlain(s string) bool { return beyond(s, 0) == len(s) }

// emojiStyle follows a sign that is to be shown as a picture. It counts as a
// mark, but makes no word.
const emojiStyle = '\uFE0F'

func isBetweenWords(r rune) bool { return !isWordRune(r) || r == emojiStyle }
