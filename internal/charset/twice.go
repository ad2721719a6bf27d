package charset

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/value"
)

// Text is encoded twice when a program takes the bytes of UTF-8 for characters of another encoding, and writes those in
// UTF-8 again:
//
//	ü ─ UTF-8 ─▶ C3 BC ─ taken for windows-1252 ─▶ Ã ¼ ─ UTF-8 ─▶ C3 83 C2 BC
//
// So each character beyond ASCII has become two to four, of which the first is one of few, and the others have bytes from
// 0x80 to 0xBF. Going back is exact. Such sequences also come about in text that is right: in CAFÉ” the last two
// characters are the bytes of ɔ. So only what gives a character that people write is taken for one. In some encodings
// that is not enough: Сё of "Сёмга" is the ш that was taken for windows-1251. Such a mistake is undone only where nearly
// all that is beyond ASCII is explained by it, in several characters.

// A mistake is an encoding that UTF-8 was taken for: what its characters are as bytes.
type mistake struct{ bytes map[rune]byte }

// usual are the encodings that UTF-8 is often taken for, of which one character is proof; seldom
// the others that it is taken for.
var (
	usual  = sync.OnceValue(func() []mistake { return mistakes("utf-8") })
	seldom = sync.OnceValue(func() []mistake { return mistakes("utf-8 seldom") })
)

// fewestSeldom is the smallest number of characters in a row that prove a seldom mistake.
const fewestSeldom = 3

func mistakes(takenFor string) (all []mistake) {
	for i := range entries() {
		if e := &entries()[i]; e.takenFor == takenFor {
			all = append(all, mistake{bytesOf(e)})
		}
	}
	return all
}

// pairs say of each character in which of the mistakes it is the first byte of a character
// (the low bits, the usual mistakes lowest), and in which another byte of one (the high
// bits). They are in pages of 256 characters, of which few are used.
type pairs [0x100]*[0x100]uint32

const mostMistakes = 16 // that have room in half of the bits

var allPairs = sync.OnceValue(func() *pairs {
	var p pairs
	for i, m := range slices.Concat(usual(), seldom()) {
		for r, b := range m.bytes {
			bit := uint32(1) << i
			if !utf8.RuneStart(b) {
				bit <<= mostMistakes
			}
			if p[r>>8] == nil {
				p[r>>8] = new([0x100]uint32)
			}
			p[r>>8][r&0xff] |= bit
		}
	}
	return &p
})

// of gives the bits of a character.
func (p *pairs) of(r rune) uint32 {
	if r < utf8.RuneSelf || r > 0xffff || p[r>>8] == nil {
		return 0
	}
	return p[r>>8][r&0xff]
}

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

// Twice reports whether a text may hold what was encoded twice. Most characters take a look
// at a table.
func Twice(text string) bool {
	at := value.SkipASCII(text)
	if at == len(text) {
		return false // as of most texts; no data are read
	}
	p, usualBits := allPairs(), uint32(1)<<len(usual())-1
	before, start := uint32(0), 0 // of the character before
	held, found := ^uint32(0), 0  // mistakes that explain the characters so far, and how many these are
	for at < len(text) {
		bits, size := uint32(0), 1
		if text[at] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(text[at:])
			bits = p.of(r)
		}
		pair := before & (bits >> mostMistakes)
		if pair&usualBits != 0 && begins(usual(), text[start:]) {
			return true
		}
		// A first byte without another has not been encoded twice.
		if held &^= before &^ (bits >> mostMistakes); held&(1<<mostMistakes-1)&^usualBits == 0 {
			held, found = ^uint32(0), 0
		} else if pair&held != 0 {
			if found++; found == fewestSeldom {
				return true
			}
		}
		before, start = bits, at
		if at += size; bits == 0 {
			at += value.SkipASCII(text[at:])
		}
	}
	return false
}

// begins reports whether a text begins with the bytes of a character in one of the mistakes.
func begins(among []mistake, text string) bool {
	return slices.ContainsFunc(among, func(m mistake) bool {
		_, length := m.original(text)
		return length > 0
	})
}

// Once undoes an encoding that was applied twice, where it was. ok is false, and the text as it was, if it was nowhere.
// Of several mistakes the one is undone that explains most of the text. A seldom one must explain at least fewest
// characters, and nearly all.
func Once(text string) (once string, ok bool) { return undone(text, fewestSeldom) }

// OnceBeside is Once for a text beside others that were encoded twice. There one character is enough.
func OnceBeside(text string) (once string, ok bool) { return undone(text, 1) }

func undone(text string, fewest int) (once string, ok bool) {
	if !value.BeyondASCII(text) || fewest > 1 && !Twice(text) {
		return text, false
	}
	most := 0
	once = text
	for _, m := range usual() {
		if undone, _, explained := m.undo(text); explained > most {
			once, most = undone, explained
		}
	}
	beyond := 0
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			beyond++
		}
	}
	if most == beyond {
		return once, most > 0
	}
	for _, m := range seldom() {
		if undone, n, explained := m.undo(text); explained > most && explained*4 >= beyond*3 && n >= fewest {
			once, most = undone, explained
		}
	}
	return once, most > 0
}

// Remains reports whether a text holds anything that was encoded twice, in a usual mistake
// or a seldom one. It is asked of text beside which such text was found: elsewhere the
// seldom ones come about by chance.
func Remains(text string) bool {
	return slices.ContainsFunc(slices.Concat(usual(), seldom()), func(m mistake) bool {
		_, n, _ := m.undo(text)
		return n > 0
	})
}

// undo goes back one step from each sequence of characters that are the bytes of one. n is the number of these, and
// explained their length, in bytes.
func (m mistake) undo(text string) (once string, n, explained int) {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			b.WriteByte(text[i])
			i++
			continue
		}
		if original, length := m.original(text[i:]); length > 0 {
			b.WriteRune(original)
			i += length
			explained += length
			n++
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		b.WriteString(text[i : i+size])
		i += size
	}
	return b.String(), n, explained
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
// bytes or more, which hardly comes about by chance. The signs of Latin-1 are no more likely to: before each stands an Â,
// which ends no word.
func isWritten(r rune) bool {
	if r < 'À' {
		return unicode.IsGraphic(r)
	}
	if r > 0x7ff {
		return unicode.IsGraphic(r) || unicode.Is(unicode.Cf, r)
	}
	_, isMark := marks().cost[r]
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
