package rows

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"verbatim/internal/charset"
	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// Names of the encodings of Unicode, as the interface spells them.
const (
	utf8Name    = "utf-8"
	utf16leName = "utf-16le"
	utf16beName = "utf-16be"
	utf16Name   = "utf-16" // the file says which of the two
)

// unicodes are the encodings of Unicode: other names, byte order marks, and what
// decodes them; nil: nothing. UTF-8 is read as it is. Bytes that are not UTF-8 become
// U+FFFD when a cell is taken out, so that they can be counted with their line.
var unicodes = [...]struct {
	name, mark string
	aliases    []string
	encoding   encoding.Encoding
}{
	{utf8Name, "\xef\xbb\xbf", []string{"utf8"}, nil},
	{utf16leName, "\xff\xfe", []string{"utf-16-le", "utf16le"}, utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)},
	{utf16beName, "\xfe\xff", []string{"utf-16-be", "utf16be"}, utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)},
	{utf16Name, "", []string{"utf16"}, nil},
}

// Encodings lists the names of the encodings that are read.
func Encodings() (names []string) {
	for _, e := range unicodes {
		names = append(names, e.name)
	}
	return append(names, charset.Names()...)
}

// EncodingOf returns the name in Encodings of an encoding by any of its names, as IANA
// and WHATWG list them; "" if it is not known.
func EncodingOf(name string) string {
	if name == "" {
		return "" // the lists are not read where nothing is asked for
	}
	for _, e := range unicodes {
		if name := strings.ToLower(name); name == e.name || slices.Contains(e.aliases, name) {
			return e.name
		}
	}
	return charset.Canonical(name)
}

// A textEncoding is how characters are written as bytes.
type textEncoding struct {
	name     string
	bom      int    // length of the byte order mark in bytes, 0 if there is none
	other    string // the encoding of what is not UTF-8, in a file of both; "" in other files
	evidence string
	next     string // the most likely encoding that gives another text, if there is one
	escapes  bool   // escape characters are part of the encoding
	strange  bool   // the bytes make no words in any encoding
	warning  notice.Warning
}

// wide reports whether a character takes two bytes.
func (e textEncoding) wide() bool { return e.name == utf16leName || e.name == utf16beName }

// decode turns bytes in a known encoding into UTF-8 without byte order mark.
func decode(r io.Reader, e textEncoding) (io.Reader, error) {
	if _, err := io.CopyN(io.Discard, r, int64(e.bom)); err != nil {
		return nil, err
	}
	if e.other != "" {
		return transform.NewReader(r, mixed{characters: charset.Characters(e.other)}), nil
	}
	for _, known := range unicodes {
		switch {
		case known.name == e.name && known.encoding == nil:
			return r, nil
		case known.name == e.name:
			return transform.NewReader(known.encoding.NewDecoder().Reader(r), damage{}), nil
		}
	}
	return transform.NewReader(charset.Reader(r, e.name), damage{}), nil
}

// A damage puts a byte that is not UTF-8 in place of U+FFFD, which decoders give for bytes
// that are no character. So these are counted and reported as they are in UTF-8.
type damage struct{ transform.NopResetter }

// Transform implements transform.Transformer.
func (damage) Transform(dst, src []byte, atEOF bool) (written, read int, err error) {
	const replacement = string(utf8.RuneError)
	for read < len(src) {
		if written == len(dst) {
			return written, read, transform.ErrShortDst
		}
		rest := src[read:]
		switch n := bytes.IndexByte(rest, replacement[0]); {
		case n == 0 && bytes.HasPrefix(rest, []byte(replacement)):
			dst[written] = notUTF8
			written, read = written+1, read+len(replacement)
		case n == 0 && !atEOF && len(rest) < len(replacement):
			return written, read, transform.ErrShortSrc
		default:
			if n == 0 {
				n = 1 // another character that begins with this byte
			} else if n < 0 {
				n = len(rest)
			}
			n = copy(dst[written:], rest[:n])
			written, read = written+n, read+n
		}
	}
	return written, read, nil
}

// notUTF8 is a byte that is in no text in UTF-8.
const notUTF8 = 0xff

// A mixed decoder reads UTF-8, and runs of bytes beyond ASCII that are not UTF-8 in another
// encoding, of one byte a character. Of that the characters from 0x80 on are given.
type mixed struct {
	transform.NopResetter
	characters [128]rune
}

// longestRun is the length of the runs that are looked at as a whole, in bytes.
const longestRun = 256

// Transform implements transform.Transformer.
func (m mixed) Transform(dst, src []byte, atEOF bool) (written, read int, err error) {
	for read < len(src) {
		run := src[read : read+runLength(src[read:])]
		if !atEOF && read+len(run) == len(src) && src[read] >= utf8.RuneSelf {
			return written, read, transform.ErrShortSrc
		}
		text := run
		if good, bad := value.CountRunes(string(run)); bad > good { // else it is UTF-8, or damaged
			text = m.decode(run)
		}
		if len(text) > len(dst)-written {
			return written, read, transform.ErrShortDst
		}
		written += copy(dst[written:], text)
		read += len(run)
	}
	return written, read, nil
}

// runLength is the length of the run of bytes beyond ASCII, or of ASCII, that a text begins
// with. A character is not cut at the end of a longer one.
func runLength(text []byte) int {
	n := 1
	for n < len(text) && n < longestRun && (text[n] < utf8.RuneSelf) == (text[0] < utf8.RuneSelf) {
		n++
	}
	for cut := n; n == longestRun && cut < len(text) && cut > n-utf8.UTFMax; cut-- {
		if utf8.RuneStart(text[cut]) {
			return cut
		}
	}
	return n
}

// decode gives the characters of bytes beyond ASCII; those that are none stay as they are.
func (m mixed) decode(run []byte) (text []byte) {
	for _, b := range run {
		if r := m.characters[b-utf8.RuneSelf]; r != utf8.RuneError {
			text = utf8.AppendRune(text, r)
		} else {
			text = append(text, b)
		}
	}
	return text
}
