package rows

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"

	"verbatim/internal/value"
)

// How the encoding is detected, the surest sign first:
//
//  1. a byte order mark says it;
//  2. many bytes are zero, and only in one half of the pairs: UTF-16 without a
//     mark;
//  3. the bytes beyond ASCII are UTF-8, all or most of them: text in another
//     encoding does not become valid UTF-8 by chance;
//  4. else each byte is a character, in Windows-1252 or in Mac Roman, and the
//     text shows which. The same bytes say
//
//     byte   Windows-1252   Mac Roman
//     CA     Ê              no-break space
//     D0     Ð              –
//     D5     Õ              ’
//     E9     é              È
//
//     and people write "don’t" and "café", not "donÕt" and "cafÈ": a word does
//     not go from lower to upper case inside. So each run of such bytes is
//     tried in both, and the encoding wins in which more runs stand where
//     people write such characters (plausibleRun);
//  5. where neither makes words of the bytes, and they are few, the file is
//     UTF-8 and they are damage. They are read as U+FFFD, counted and reported
//     with their lines, like those of case 3.

// Names of the encodings, as the interface spells them.
const (
	utf8Name        = "utf-8"
	utf16leName     = "utf-16le"
	utf16beName     = "utf-16be"
	windows1252Name = "windows-1252"
	macintoshName   = "macintosh"
)

// encodings are those that are read: their byte order marks, if they have one, and what decodes
// them; nil: nothing. UTF-8 is read as it is. Bytes that are not UTF-8 become U+FFFD when a cell
// is taken out, so that they can be counted with their line.
var encodings = [...]struct {
	name, mark string
	encoding   encoding.Encoding
}{
	{utf8Name, "\xef\xbb\xbf", nil},
	{utf16leName, "\xff\xfe", utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)},
	{utf16beName, "\xfe\xff", utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)},
	{windows1252Name, "", charmap.Windows1252},
	{macintoshName, "", charmap.Macintosh},
}

// Encodings lists the names that Options.Encoding takes.
func Encodings() (names []string) {
	for _, e := range encodings {
		names = append(names, e.name)
	}
	return names
}

// decode turns bytes in a known encoding into UTF-8 without byte order mark.
func decode(r io.Reader, e textEncoding) (io.Reader, error) {
	if _, err := io.CopyN(io.Discard, r, int64(e.bom)); err != nil {
		return nil, err
	}
	for _, known := range encodings {
		if known.name == e.name && known.encoding != nil {
			return known.encoding.NewDecoder().Reader(r), nil
		}
	}
	return r, nil
}

// A textEncoding is how characters are written as bytes.
type textEncoding struct {
	name     string
	bom      int // length of the byte order mark in bytes, 0 if there is none
	evidence string
	against  string // the encoding whose byte order mark is there, if another is read
}

// wide reports whether a character takes two bytes.
func (e textEncoding) wide() bool { return e.name == utf16leName || e.name == utf16beName }

// detectEncoding detects the encoding of a file that begins with head. whole says
// that head is the whole file. A named encoding overrides what is found, but a byte
// order mark is still skipped.
func detectEncoding(head string, whole bool, named string) textEncoding {
	found := guessEncoding(head, whole)
	if named == "" || named == found.name {
		return found
	}
	// The mark of another encoding is skipped too: it is not text in any.
	e := textEncoding{name: named, bom: found.bom, evidence: "encoding " + named + " as asked for"}
	if found.bom > 0 {
		e.against = found.name
	}
	return e
}

// guessEncoding tries the signs in their order.
func guessEncoding(head string, whole bool) textEncoding {
	for _, e := range encodings {
		if e.mark != "" && strings.HasPrefix(head, e.mark) {
			return textEncoding{name: e.name, bom: len(e.mark), evidence: "byte order mark of " + e.name}
		}
	}
	if name := halfEmpty(head); name != "" {
		return textEncoding{name: name, evidence: "bytes that are zero in one half of the pairs only: " + name + " without byte order mark"}
	}
	if !whole { // a character cut in two at the end is not damage
		head = head[:len(head)-halfRune(head)]
	}
	good, bad := value.CountRunes(head)
	switch {
	case good == 0 && bad == 0:
		return textEncoding{name: utf8Name, evidence: "only ASCII: read as utf-8"}
	case bad == 0 && good == 1:
		return textEncoding{name: utf8Name, evidence: "1 character beyond ASCII, valid utf-8"}
	case bad == 0:
		return textEncoding{name: utf8Name, evidence: fmt.Sprintf("%d characters beyond ASCII, all valid utf-8", good)}
	case good >= bad:
		return textEncoding{name: utf8Name, evidence: fmt.Sprintf("utf-8 with %d invalid bytes", bad)}
	}
	return guessSingleByte(head, bad)
}

// halfEmpty finds UTF-16 without a byte order mark. In a Latin script every other
// byte is then zero. In any script that is so for delimiters, blanks and line ends,
// so about one pair in ten has a zero byte, mostly in the same half.
func halfEmpty(head string) string {
	// The beginning is enough: it holds the header and the first answers.
	head = head[:min(len(head), 64<<10)&^1]
	var zeros [2]int
	for i := range len(head) {
		if head[i] == 0 {
			zeros[i&1]++
		}
	}
	pairs := len(head) / 2
	half := func(zeros, others int) bool { return pairs >= 2 && zeros*12 >= pairs && others*3 < zeros }
	switch {
	case half(zeros[1], zeros[0]) && utf16Text(head, 0):
		return utf16leName
	case half(zeros[0], zeros[1]) && utf16Text(head, 1):
		return utf16beName
	}
	return ""
}

// utf16Text reports whether a text, read as UTF-16 with the low byte at index low of
// each pair, has lines and hardly any characters that are not in texts: control
// characters, and code points that Unicode has not assigned.
func utf16Text(text string, low int) bool {
	strange, lines := 0, 0
	for i := 0; i < len(text); i += 2 {
		switch r := rune(text[i+low]) | rune(text[i+1-low])<<8; {
		case r == '\n', r == '\r':
			lines++
		case r < ' ' && r != '\t', r >= 0xfffe:
			strange++
		case !unicode.IsPrint(r) && !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf, unicode.Cs):
			strange++
		}
	}
	return lines > 0 && strange*40 <= len(text)
}

// halfRune returns the number of bytes at the end of head that are the beginning of
// a character cut off.
func halfRune(head string) int {
	for n := 1; n < utf8.UTFMax && n <= len(head); n++ {
		if b := head[len(head)-n]; utf8.RuneStart(b) {
			if b >= utf8.RuneSelf && !utf8.FullRuneInString(head[len(head)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}

// guessSingleByte distinguishes Windows-1252 from Mac Roman by which of them makes
// words of the bytes beyond ASCII. If neither does, the file is UTF-8 with a few
// damaged bytes.
func guessSingleByte(head string, bad int) textEncoding {
	windows := plausible(head, charmap.Windows1252)
	mac := plausible(head, charmap.Macintosh)
	switch {
	case windows < 0.5 && mac < 0.5 && bad <= 1+len(head)/1000:
		return textEncoding{name: utf8Name, evidence: fmt.Sprintf("utf-8 with %d invalid bytes: no other encoding makes words of them", bad)}
	case mac == windows && oldMac(head):
		return textEncoding{name: macintoshName, evidence: fmt.Sprintf("read as macintosh: %.0f %% of the bytes beyond ASCII make words, as in windows-1252, but lines end as on old Macs, or the letters would be rare", 100*mac)}
	case mac > windows:
		return textEncoding{name: macintoshName, evidence: fmt.Sprintf("read as macintosh: %.0f %% of the bytes beyond ASCII make words; as windows-1252 %.0f %% do", 100*mac, 100*windows)}
	}
	return textEncoding{name: windows1252Name, evidence: fmt.Sprintf("read as windows-1252: %.0f %% of the bytes beyond ASCII make words; as macintosh %.0f %% do", 100*windows, 100*mac)}
}

// oldMac reports whether a text that makes words in both encodings is from a Mac: its
// lines end in a carriage return alone, or in the other encoding it would have
// letters like š and ž in place of ö and û. People whose language has š and ž use
// another encoding.
func oldMac(text string) bool {
	oldEnds := strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\r') >= 0
	return oldEnds || strings.IndexByte(text, 0x9a) >= 0 || strings.IndexByte(text, 0x9e) >= 0
}

// plausible returns the share of runs of bytes beyond ASCII that, read in an
// encoding, are where people write such characters: letters inside words and in the
// case of their neighbours, punctuation anywhere.
func plausible(text string, e *charmap.Charmap) float64 {
	runs, good := 0, 0
	for i := 0; i < len(text); i++ {
		if text[i] < utf8.RuneSelf {
			continue
		}
		start := i
		for i < len(text) && text[i] >= utf8.RuneSelf {
			i++
		}
		runs++
		if plausibleRun(text, start, i, e) {
			good++
		}
	}
	return float64(good) / float64(max(runs, 1))
}

// plausibleRun reports whether people write the run text[start:end] where it is. A
// word may not change from lower to upper case inside, and a run of letters touches
// an ASCII letter, unless it is a single lower-case letter or À: "à" and "é" are
// words. Few marks are used inside a word.
func plausibleRun(text string, start, end int, e *charmap.Charmap) bool {
	before, after := neighbour(text, start-1), neighbour(text, end)
	inside := unicode.IsLetter(before) && unicode.IsLetter(after)
	previous, letters := before, 0
	for i := start; i < end; i++ {
		r := e.DecodeByte(text[i])
		switch {
		case r == 'ÿ', unicode.Is(unicode.Lm, r): // hardly in any word, and what damage often is
			return false
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) && unicode.IsLower(previous) {
				return false
			}
		case !common(r), inside && !joining(r):
			return false
		}
		previous = r
	}
	if unicode.IsLower(previous) && unicode.IsUpper(after) {
		return false
	}
	// A run between blanks is a word by itself, and few words are one letter beyond
	// ASCII.
	alone := !unicode.IsLetter(before) && !unicode.IsLetter(after)
	return letters == 0 || !alone || letters == 1 && end-start == 1 && (unicode.IsLower(previous) || previous == 'À')
}

// joining reports whether a character that is not a letter may be inside a word, or
// between two words without a space: "don’t", "then—now", "he said:“no”".
func joining(r rune) bool { return strings.ContainsRune("‘’´–—·\u00a0“”", r) }

// neighbour returns the ASCII character at a position, and a space beyond the ends.
func neighbour(text string, at int) rune {
	if at < 0 || at >= len(text) {
		return ' '
	}
	return rune(text[at])
}

// common reports whether a character that is not a letter is one that people and
// their word processors write.
func common(r rune) bool {
	switch r {
	case '\u00a0', '‘', '’', '‚', '“', '”', '„', '–', '—', '…', '•', '·', '«', '»', '‹', '›',
		'¿', '¡', '€', '£', '¥', '¢', '°', '©', '®', '™', '§', '±', '×', '½', '¼', '¾', '²', '³', '´', 'ª', 'º':
		return true
	}
	return false
}
