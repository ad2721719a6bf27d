package charset

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Text is encoded twice when a program takes the bytes of UTF-8 for characters of another encoding, and writes those in
// UTF-8 again:
//
//	ü ─ UTF-8 ─▶ C3 BC ─ taken for windows-1252 ─▶ Ã ¼ ─ UTF-8 ─▶ C3 83 C2 BC
//
// So each character beyond ASCII has become two to four, of which the first is one of few, and the others have bytes from
// 0x80 to 0xBF. Going back is exact. Such sequences also come about in text that is right: in CAFÉ” the last two
// characters are the bytes of ɔ. So only what gives a character that people write is taken for one.

// A mistake is an encoding that UTF-8 was taken for: what its characters are as bytes.
type mistake struct{ bytes map[rune]byte }

// mistakes are the encodings that UTF-8 is often taken for.
var mistakes = sync.OnceValue(func() (all []mistake) {
	for i := range entries() {
		if e := &entries()[i]; e.takenFor {
			all = append(all, mistake{bytesOf(e)})
		}
	}
	return all
})

// bytesOf are the bytes from 0x80 of the characters of an encoding. Where it has none for a byte, programs write the
// control character of that number, and some do so for all from 0x80 to 0x9F.
func bytesOf(e *entry) map[rune]byte {
	bytes := map[rune]byte{}
	for b := 0x80; b <= 0xff; b++ {
		text, err := e.decoder.NewDecoder().String(string([]byte{byte(b)}))
		if r, _ := utf8.DecodeRuneInString(text); err == nil && r != utf8.RuneError {
			bytes[r] = byte(b)
		}
		if b < 0xa0 {
			bytes[rune(b)] = byte(b)
		}
	}
	return bytes
}

// MaybeTwice reports whether a text may hold what was encoded twice. It is fast, and reads no data.
func MaybeTwice(text string) bool {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		lead, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if !isLead(lead) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[i:]); r >= utf8.RuneSelf && r != utf8.RuneError && !(isAccented(lead) && isAccented(r)) {
			return true
		}
	}
	return false
}

// isAccented reports whether a character is one of those that may follow each other in words, as in "größe".
func isAccented(r rune) bool { return r >= 'ß' && r <= 'ÿ' || r == 'Â' || r == 'Ê' || r == 'Î' }

// isLead reports whether a character may be the first byte of one in UTF-8, in an encoding that UTF-8 is taken for.
func isLead(r rune) bool {
	return r >= 'Â' && r <= 'ô' || r > 0xff && strings.ContainsRune("√ƒ≈∆Œœ–—‚„‰┬├─┼╬╝╔╩╦╠═╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀", r) || r == '¬' || r == 'µ' || r == '´' || r == '¯'
}

// Once undoes an encoding that was applied twice, where it was. ok is false, and the text as it was, if it was nowhere.
// Of several mistakes the one is undone that explains most of the text.
func Once(text string) (once string, ok bool) {
	if !MaybeTwice(text) {
		return text, false
	}
	most := 0
	once = text
	for _, m := range mistakes() {
		if undone, explained := m.undo(text); explained > most {
			once, most = undone, explained
		}
	}
	return once, most > 0
}

// undo goes back one step from each sequence of characters that are the bytes of one. explained is the length of all
// these, in bytes.
func (m mistake) undo(text string) (once string, explained int) {
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r >= utf8.RuneSelf {
			if original, length := m.original(text[i:]); length > 0 {
				b.WriteRune(original)
				i += length
				explained += length
				continue
			}
		}
		b.WriteString(text[i : i+size])
		i += size
	}
	return b.String(), explained
}

// original returns the character whose bytes a text begins with, each as a character, and how long they are in the text;
// 0 if it does not.
func (m mistake) original(text string) (r rune, length int) {
	var bytes [utf8.UTFMax]byte
	for n := range bytes {
		c, size := utf8.DecodeRuneInString(text[length:])
		b, ok := m.bytes[c]
		if !ok {
			return 0, 0
		}
		bytes[n] = b
		length += size
		if r, used := utf8.DecodeRune(bytes[:n+1]); used == n+1 && used > 1 && r != utf8.RuneError {
			if !isWritten(r) {
				return 0, 0
			}
			return r, length
		}
		if !utf8.RuneStart(bytes[0]) || utf8.FullRune(bytes[:n+1]) {
			return 0, 0
		}
	}
	return 0, 0
}

// isWritten reports whether people write a character: a letter of a known language, a usual mark, or a character of three
// bytes or more, which hardly comes about by chance.
func isWritten(r rune) bool {
	if r > 0x7ff {
		return unicode.IsGraphic(r) || unicode.Is(unicode.Cf, r)
	}
	_, isMark := marks[r]
	return isMark || written()[unicode.ToLower(r)] || written()[r]
}

// written are the letters beyond ASCII of all languages.
var written = sync.OnceValue(func() map[rune]bool {
	all := map[rune]bool{}
	for _, l := range languages() {
		for r := range l.runes {
			all[r] = true
		}
	}
	return all
})
