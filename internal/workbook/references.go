package workbook

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"verbatim/internal/value"
)

// A text in XML has two layers of escapes. XML's own are references such as &amp; and &#233;. Excel has another below
// them, for characters that XML does not allow at all: _x000B_. This file has both, and texts.go and writesheet.go use
// them in their two directions.

// references are the entities that XML has without a declaration.
var references = [...]struct {
	name string
	char byte
}{{"lt;", '<'}, {"gt;", '>'}, {"amp;", '&'}, {"quot;", '"'}, {"apos;", '\''}}

// appendText appends a raw text with its references resolved. What is no reference stays as it is, and a reference to
// a character that XML forbids is left out.
func appendText(to, raw []byte) []byte {
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return append(to, raw...)
		}
		to, raw = append(to, raw[:i]...), raw[i+1:]
		to, raw = appendReference(to, raw)
	}
}

// Numbers of characters may have leading noughts, but none is longer than twelve bytes in any workbook.

// appendReference appends what is meant by the reference behind an ampersand, and gives the rest.
func appendReference(to, raw []byte) (longer, rest []byte) {
	for _, ref := range references {
		if bytes.HasPrefix(raw, []byte(ref.name)) {
			return append(to, ref.char), raw[len(ref.name):]
		}
	}
	end := bytes.IndexByte(raw[:min(len(raw), 12)], ';')
	if end < 2 || raw[0] != '#' {
		return append(to, '&'), raw
	}
	char, ok := charNumber(strings.ToLower(string(raw[1:end])))
	if ok && allowed(char) {
		to = utf8.AppendRune(to, char)
	}
	return to, raw[end+1:]
}

// allowed reports whether a character may stand in XML 1.0 (production 2, Char): no control characters but tab and line
// ends, no surrogates, and not the last two of the first plane.
func allowed(r rune) bool {
	return r >= ' ' && r < 0xd800 || r == '\t' || r == '\n' || r == '\r' || r > 0xdfff && r < 0xfffe || r > 0xffff && r <= utf8.MaxRune
}

// charNumber reads the number of a character: 233, xe9.
func charNumber(digits string) (rune, bool) {
	base := 10
	if rest, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = rest, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), err == nil
}

// cleaned makes a text of what a cell holds, in place: characters that XML forbids, which Excel writes as _x000B_, line
// ends in one form, and no byte that is not UTF-8.
func cleaned(raw []byte) []byte {
	if bytes.Contains(raw, []byte("_x")) {
		raw = unescaped(raw)
	}
	if bytes.IndexByte(raw, '\r') >= 0 {
		raw = bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))
		raw = bytes.ReplaceAll(raw, []byte("\r"), []byte("\n"))
	}
	if !utf8.Valid(raw) || bytes.IndexByte(raw, 0) >= 0 {
		raw = []byte(value.Clean(string(raw)))
	}
	return raw
}

// escapeLength is that of _x000B_.
const escapeLength = 7

// A spreadsheet keeps line ends as LF; CR is left over from programs that write CR LF, or from Excel on a Macintosh, where
// it ends a line in a cell. A CSV file of the same sheet has LF.

// unescaped replaces each _xHHHH_ by its character, in place. Excel escapes an underscore that would begin one by
// mistake as _x005F_.
func unescaped(raw []byte) []byte {
	out := raw[:0]
	for i := 0; i < len(raw); {
		if char, ok := escapeAt(raw[i:]); ok {
			out = utf8.AppendRune(out, char) // never longer than the escape
			i += escapeLength
			continue
		}
		out = append(out, raw[i])
		i++
	}
	return out
}

// escapeAt is the character of an escape that a text begins with.
func escapeAt(raw []byte) (rune, bool) {
	if len(raw) < escapeLength || raw[0] != '_' || raw[1] != 'x' || raw[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	return rune(n), err == nil && (n < 0xd800 || n > 0xdfff)
}

// escaped appends a text as XML. A character that XML forbids is written as Excel does, _x000B_, and so is an
// underscore that would begin such an escape. What is not UTF-8 becomes U+FFFD.
func escaped(to []byte, text string) []byte {
	for i, r := range text {
		switch {
		case r == '&':
			to = append(to, "&amp;"...)
		case r == '<':
			to = append(to, "&lt;"...)
		case r == '>':
			to = append(to, "&gt;"...)
		case r == '"':
			to = append(to, "&quot;"...)
		case r == '_' && beginsEscape(text[i:]):
			to = append(to, "_x005F_"...)
		case r == '\r' || !allowed(r):
			to = appendEscape(to, r)
		default:
			to = utf8.AppendRune(to, r)
		}
	}
	return to
}

// beginsEscape reports whether a text would be read as an escape.
func beginsEscape(text string) bool {
	_, ok := escapeAt([]byte(text[:min(len(text), escapeLength)]))
	return ok
}

// appendEscape appends a character as _x000B_.
func appendEscape(to []byte, r rune) []byte {
	const digits = "0123456789ABCDEF"
	return append(to, '_', 'x', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15], '_')
}
