package jsonrows

import (
	"bytes"
	"fmt"
	"io"
)

// A scanner gives the bytes of a text one by one, and says where they are. Whoever reads many bytes at once takes them
// from buf[pos:end], and moves pos; more makes sure that there are some.
type scanner struct {
	r        io.Reader
	buf      []byte
	pos, end int   // of what is read and not yet given
	before   int64 // bytes of the text before buf
	line     int   // from 1
	begin    int64 // byte at which the line begins
	err      error // why there are no more bytes; io.EOF mostly
	// lines says that each line is a text of its own: a line end within it is an error.
	lines bool
}

// bufferSize is how much is read at a time. Longer strings come in parts, so it limits nothing.
const bufferSize = 64 << 10

// newScanner begins at the first byte, or behind a byte order mark.
func newScanner(r io.Reader) *scanner {
	s := &scanner{r: r, buf: make([]byte, bufferSize), line: 1}
	if s.fill(); bytes.HasPrefix(s.buf[:s.end], []byte("\ufeff")) {
		s.pos = len("\ufeff")
	}
	return s
}

// fill reads more bytes once all are given. It reports whether there are any.
func (s *scanner) fill() bool {
	if s.err != nil {
		return false
	}
	s.before += int64(s.end)
	s.pos, s.end = 0, 0
	// A first read of three bytes or more lets newScanner see a byte order mark.
	s.end, s.err = io.ReadAtLeast(s.r, s.buf, 3)
	if s.err == io.ErrUnexpectedEOF {
		s.err = io.EOF
	}
	return s.end > 0
}

// refill moves the bytes that are not given yet to the front, and reads more behind them, so that two can be looked at.
// At the end of the text there may be only one.
func (s *scanner) refill() {
	s.before += int64(s.pos)
	s.end = copy(s.buf, s.buf[s.pos:s.end])
	s.pos = 0
	for s.end < 2 && s.err == nil {
		var n int
		n, s.err = s.r.Read(s.buf[s.end:])
		s.end += n
	}
}

// more reports whether there is a next byte.
func (s *scanner) more() bool { return s.pos < s.end || s.fill() }

// peek gives the next byte without passing over it; 0 at the end, where no byte of the text is meant by it: a NUL byte
// outside a string is as wrong as the end.
func (s *scanner) peek() byte {
	if !s.more() {
		return 0
	}
	return s.buf[s.pos]
}

// RecordMark stands before each text in a JSON text sequence (RFC 7464). It is read as white space: what follows shows
// by itself where it begins.
const RecordMark = 0x1e

// space passes over white space, and gives the byte behind it; 0 at the end. Where lines are texts of their own, it
// stops at a line end.
func (s *scanner) space() byte {
	for s.more() {
		switch c := s.buf[s.pos]; c {
		case ' ', '\t', '\r', RecordMark:
			s.pos++
		case '\n':
			if s.lines {
				return c
			}
			s.newLine()
		default:
			return c
		}
	}
	return 0
}

// newLine passes over a line end. Only white space holds line ends: a string with one is an error. So lines need not be
// counted anywhere else.
func (s *scanner) newLine() {
	s.pos++
	s.line, s.begin = s.line+1, s.before+int64(s.pos)
}

// nextLine passes over the rest of a line, however long. As a string holds no line end, it finds the next row whatever
// is broken in this one.
func (s *scanner) nextLine() {
	for s.more() {
		if i := bytes.IndexByte(s.buf[s.pos:s.end], '\n'); i >= 0 {
			s.pos += i
			s.newLine()
			return
		}
		s.pos = s.end
	}
}

// expect passes over one byte, behind white space. The error says what should stand there instead of another.
func (s *scanner) expect(c byte, what string) error {
	if s.space() != c {
		return s.unexpected(what)
	}
	s.pos++
	return nil
}

// A syntaxError says where a text is no JSON, or beyond a limit. Other errors are those of reading.
type syntaxError struct {
	line, column int // in bytes, from 1
	what         string
	ends         bool // the text ends, where more should follow
}

// Error gives "line, column: what".
func (e *syntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.line, e.column, e.what)
}

// column is the place of the next byte in its line, in bytes from 1.
func (s *scanner) column() int { return int(s.before+int64(s.pos)-s.begin) + 1 }

// wrong makes an error at the next byte.
func (s *scanner) wrong(format string, args ...any) error {
	return &syntaxError{s.line, s.column(), fmt.Sprintf(format, args...), false}
}

// unexpected says what should stand at the next byte. It tells the end of the text from a wrong byte: the one means that
// a file is not whole, the other that it is broken.
func (s *scanner) unexpected(what string) error {
	switch {
	case !s.more():
		return &syntaxError{s.line, s.column(), "the text ends where " + what + " should follow", true}
	case s.buf[s.pos] == '\n':
		return &syntaxError{s.line, s.column(), "the line ends where " + what + " should follow", false}
	}
	return s.wrong("%q where %s should follow", s.buf[s.pos], what)
}
