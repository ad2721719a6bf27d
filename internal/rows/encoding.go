package rows

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	utf16 "golang.org/x/text/encoding/unicode"

	"verbatim/internal/charset"
	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// How the encoding is detected, the surest sign first:
//
//  1. a byte order mark says it;
//  2. many bytes are zero, and only in one half of the pairs: UTF-16 without a
//     mark;
//  3. all bytes are ASCII, and escape sequences change to Japanese: ISO-2022-JP;
//  4. the bytes beyond ASCII are UTF-8, all or most of them: text in another
//     encoding does not become valid UTF-8 by chance;
//  5. else package charset says in which encoding they make words of a language;
//  6. where they hardly do in any, and they are few, the file is UTF-8 and they are
//     damage. They are read as U+FFFD, counted and reported with their lines, like
//     those of case 4.

// Names of the encodings of Unicode, as the interface spells them.
const (
	utf8Name    = "utf-8"
	utf16leName = "utf-16le"
	utf16beName = "utf-16be"
)

// unicodes are the encodings of Unicode: other names, byte order marks, and what
// decodes them; nil: nothing. UTF-8 is read as it is. Bytes that are not UTF-8 become
// U+FFFD when a cell is taken out, so that they can be counted with their line.
var unicodes = [...]struct {
	name, other, mark string
	encoding          encoding.Encoding
}{
	{utf8Name, "utf8", "\xef\xbb\xbf", nil},
	{utf16leName, "utf-16", "\xff\xfe", utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)},
	{utf16beName, "", "\xfe\xff", utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)},
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
		if slices.Contains([]string{e.name, e.other}, strings.ToLower(name)) {
			return e.name
		}
	}
	return charset.Canonical(name)
}

// decode turns bytes in a known encoding into UTF-8 without byte order mark.
func decode(r io.Reader, e textEncoding) (io.Reader, error) {
	if _, err := io.CopyN(io.Discard, r, int64(e.bom)); err != nil {
		return nil, err
	}
	for _, known := range unicodes {
		switch {
		case known.name == e.name && known.encoding == nil:
			return r, nil
		case known.name == e.name:
			return known.encoding.NewDecoder().Reader(r), nil
		}
	}
	return charset.Reader(r, e.name), nil
}

// A textEncoding is how characters are written as bytes.
type textEncoding struct {
	name     string
	bom      int // length of the byte order mark in bytes, 0 if there is none
	evidence string
	next     string // the most likely encoding that gives another text, if there is one
	escapes  bool   // escape characters are part of the encoding
	strange  bool   // the bytes make no words in any encoding
	warning  notice.Warning
}

// wide reports whether a character takes two bytes.
func (e textEncoding) wide() bool { return e.name == utf16leName || e.name == utf16beName }

// detectEncoding detects the encoding of a file that begins with head. whole says
// that head is the whole file. A named encoding overrides what is found, but a byte
// order mark is still skipped: it is not text in any.
func detectEncoding(head string, whole bool, named string) textEncoding {
	found, marked := byMark(head)
	switch {
	case named == "" && marked, named != "" && named == found.name:
		return found
	case named == "":
		return guessEncoding(head, whole)
	}
	e := textEncoding{name: named, bom: found.bom, evidence: "encoding " + named + " as asked for"}
	e.escapes = charset.Escaped(head) == named
	if marked {
		e.warning = notice.Warning{Code: notice.EncodingAgainst, Message: fmt.Sprintf("read as %s as asked for, but the byte order mark is that of %s", named, found.name)}
	}
	return e
}

// byMark finds the encoding by a byte order mark.
func byMark(head string) (e textEncoding, marked bool) {
	for _, e := range unicodes {
		if strings.HasPrefix(head, e.mark) {
			return textEncoding{name: e.name, bom: len(e.mark), evidence: "byte order mark of " + e.name}, true
		}
	}
	return e, false
}

// guessEncoding tries the signs in their order.
func guessEncoding(head string, whole bool) textEncoding {
	if name := halfEmpty(head); name != "" {
		return textEncoding{name: name, evidence: "bytes that are zero in one half of the pairs only: " + name + " without byte order mark"}
	}
	if !whole { // a character cut in two at the end is not damage
		head = head[:len(head)-halfRune(head)]
	}
	good, bad := value.CountRunes(head)
	switch {
	case good == 0 && bad == 0:
		if name := charset.Escaped(head); name != "" {
			return textEncoding{name: name, escapes: true, evidence: "escape sequences of " + name}
		}
		return textEncoding{name: utf8Name, evidence: "only ASCII: read as utf-8"}
	case bad == 0 && good == 1:
		return textEncoding{name: utf8Name, evidence: "1 character beyond ASCII, valid utf-8"}
	case bad == 0:
		return textEncoding{name: utf8Name, evidence: fmt.Sprintf("%d characters beyond ASCII, all valid utf-8", good)}
	case good >= bad:
		return textEncoding{name: utf8Name, evidence: fmt.Sprintf("utf-8 with %d invalid bytes", bad)}
	}
	return guessByLanguage(head, bad)
}

// guessByLanguage finds the encoding in which the bytes beyond ASCII make words.
// If they do in none, the file is UTF-8 with a few damaged bytes, or no text.
func guessByLanguage(head string, bad int) textEncoding {
	g := charset.Detect(head)
	if g.Damage && bad <= 1+len(head)/1000 {
		return textEncoding{name: utf8Name, evidence: fmt.Sprintf("utf-8 with %d invalid bytes: no other encoding makes words of them", bad)}
	}
	e := textEncoding{name: g.Name, next: g.Next, strange: !g.Plausible}
	e.evidence = fmt.Sprintf("words beyond ASCII: %d, not utf-8; as %s they fit %s", g.Words, g.Name, g.Language)
	if g.Next != "" {
		e.evidence += fmt.Sprintf(". Next best is %s (%s), which changes %d of them", g.Next, g.NextLanguage, g.Changed)
	}
	unsure := notice.Warning{Code: notice.EncodingUnsure, Hint: "if words look wrong, name the encoding with --encoding"}
	switch {
	case g.Close:
		unsure.Message = fmt.Sprintf("read in the encoding %s (%s), but %s (%s) is nearly as likely, and changes %d of %d words beyond ASCII", g.Name, g.Language, g.Next, g.NextLanguage, g.Changed, g.Words)
		unsure.Hint = "if words look wrong, use --encoding " + g.Next
		e.warning = unsure
	case e.strange:
		unsure.Message = fmt.Sprintf("read in the encoding %s, but the characters beyond ASCII hardly make sense in it, nor in any other", g.Name)
		e.warning = unsure
	}
	return e
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
