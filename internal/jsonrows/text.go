package jsonrows

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"verbatim/internal/notice"
)

// ordinary are the bytes that stand for themselves in a string: all but quotes, backslashes and control characters.
// Bytes beyond ASCII are looked at when the string is complete.
var ordinary = func() (table [256]bool) {
	for c := 0x20; c < 256; c++ {
		table[c] = c != '"' && c != '\\'
	}
	return table
}()

// text reads a string, whose quote is the next byte, and appends it to p, which may become as long as the limit. Control characters are read as they
// are, though JSON wants them escaped; only a line end is an error.
func (p *parser) text(to []byte, limit int) ([]byte, error) {
	p.pos++ // the quote
	begin := len(to)
	for p.more() {
		chunk, n := p.buf[p.pos:p.end], 0
		for n < len(chunk) && ordinary[chunk[n]] {
			n++
		}
		to = append(to, chunk[:n]...)
		p.pos += n
		if len(to) > limit {
			return to, p.wrong("a text or row of more than %d KiB", limit>>10)
		}
		if p.pos == p.end { // the string goes on behind what has been read
			continue
		}
		var done bool
		var err error
		if to, done, err = p.special(to); err != nil {
			return to, err
		}
		if done {
			return p.valid(to, begin), nil
		}
	}
	return to, p.unexpected("the end of a string")
}

// special reads what does not stand for itself in a string. done says that it was the end.
func (p *parser) special(to []byte) (out []byte, done bool, err error) {
	switch c := p.buf[p.pos]; c {
	case '"':
		p.pos++
		return to, true, nil
	case '\\':
		p.pos++
		to, err = p.escape(to)
		return to, false, err
	case '\n': // hardly ever meant: more often a quote is missing
		return to, false, p.unexpected("the end of a string")
	case 0:
		p.pos++
		p.warn(notice.NULBytes, "a NUL byte is left out")
		return to, false, nil
	default: // a tab, mostly
		p.pos++
		return append(to, c), false, nil
	}
}

// valid replaces what is no UTF-8 in the text from begin on. The text may have come in parts that end within a
// character, so only the whole can be looked at.
func (p *parser) valid(to []byte, begin int) []byte {
	if utf8.Valid(to[begin:]) {
		return to
	}
	p.warn(notice.BadBytes, "bytes that are not utf-8")
	return append(to[:begin], bytes.ToValidUTF8(to[begin:], []byte(string(utf8.RuneError)))...)
}

// What may stand behind a backslash, and what it means.
const (
	escaped = `"\/bfnrtu`
	meant   = "\"\\/\b\f\n\r\t"
)

// escape appends what stands behind a backslash.
func (p *parser) escape(to []byte) ([]byte, error) {
	i := strings.IndexByte(escaped, p.peek())
	if i < 0 {
		return to, p.unexpected("an escaped character")
	}
	p.pos++
	if escaped[i] == 'u' {
		return p.codePoint(to)
	}
	return append(to, meant[i]), nil
}

// codePoint appends a character that is written as \uXXXX, or as two of these if it is beyond U+FFFF.
func (p *parser) codePoint(to []byte) ([]byte, error) {
	r, err := p.hex()
	// What follows the first half of a character is the second half, or a character by itself, or another first half,
	// for which the same holds.
	for err == nil && utf16.IsSurrogate(r) {
		var second rune
		if second, err = p.second(); err != nil {
			return to, err
		}
		pair := utf16.DecodeRune(r, second)
		if pair != utf8.RuneError {
			return utf8.AppendRune(to, pair), nil
		}
		// The other half was cut off, as some programs do that count UTF-16.
		p.warn(notice.BadBytes, "half a character is escaped")
		if to = utf8.AppendRune(to, utf8.RuneError); second < 0 {
			return to, nil
		}
		r = second
	}
	if r == 0 && err == nil {
		p.warn(notice.NULBytes, "a NUL character is left out")
		return to, nil
	}
	return utf8.AppendRune(to, r), err
}

// second reads another \uXXXX; it is -1 if something else follows.
func (p *parser) second() (rune, error) {
	if p.peek() != '\\' {
		return -1, nil
	}
	if p.pos+1 >= p.end {
		p.refill()
	}
	if p.pos+1 >= p.end || p.buf[p.pos+1] != 'u' {
		return -1, nil
	}
	p.pos += 2
	return p.hex()
}

// hex reads four hexadecimal digits.
func (p *parser) hex() (r rune, err error) {
	for range 4 {
		n := bytes.IndexByte([]byte("0123456789abcdefABCDEF"), p.peek())
		if n < 0 {
			return 0, p.unexpected("a hexadecimal digit")
		}
		if n > 15 {
			n -= 6
		}
		r = r<<4 | rune(n)
		p.pos++
	}
	return r, nil
}

// literal appends a number as it is written, true or false. What says that there is no value is missing: null, and NaN,
// which is no JSON, but which Python and R write.
func (p *parser) literal(to []byte, limit int) (text []byte, missing bool, err error) {
	begin, column := len(to), p.column()
	for p.more() {
		chunk, n := p.buf[p.pos:p.end], 0
		for n < len(chunk) && literalByte(chunk[n]) {
			n++
		}
		to = append(to, chunk[:n]...)
		p.pos += n
		if len(to) > limit {
			return to, false, p.wrong("a text or row of more than %d KiB", limit>>10)
		}
		if n < len(chunk) {
			break
		}
	}
	if isNumber(to[begin:]) {
		return to, false, nil
	}
	switch string(to[begin:]) {
	case "true", "false", "Infinity", "-Infinity":
		return to, false, nil
	case "null", "NaN":
		return to[:begin], true, nil
	// Nothing was read: the next byte cannot begin a value.
	case "":
		return to, false, p.unexpected("a value")
	}
	return to, false, &syntaxError{p.line, column, "a value that is neither a string nor a number", false}
}

// literalByte reports whether a byte may be in a literal. The literal is looked at when it is complete.
func literalByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '-' || c == '+' || c == '.'
}

// isNumber reports whether a text is a number of JSON. One with leading noughts is taken, too: it is an id, or a postal
// code, which a careless program wrote without quotes.
func isNumber(s []byte) bool {
	s = bytes.TrimPrefix(s, []byte("-"))
	whole := digits(s) // before the point
	rest := s[whole:]
	if len(rest) > 0 && rest[0] == '.' {
		n := digits(rest[1:])
		if n == 0 {
			return false
		}
		rest = rest[1+n:]
	}
	if len(rest) > 0 && (rest[0] == 'e' || rest[0] == 'E') {
		rest = rest[1:]
		if len(rest) > 0 && (rest[0] == '+' || rest[0] == '-') {
			rest = rest[1:]
		}
		n := digits(rest)
		if n == 0 {
			return false
		}
		rest = rest[n:]
	}
	return whole > 0 && len(rest) == 0
}

// digits is the number of digits that a text begins with.
func digits(s []byte) (n int) {
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}
