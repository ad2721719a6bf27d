package tallyfile

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// A stream gives one document after the other. One that is a line is found without looking into it; where one has
// several lines, it and all behind it are found by their syntax. Inputs come one after the other, and use the same memory.
type stream struct {
	lines *bufio.Reader
	meter *meter        // below lines
	line  []byte        // the last one
	in    *json.Decoder // once a document of several lines was met
	terms int           // of the last document: the next one may have as many
}

// open goes on with another input.
func (s *stream) open(text io.Reader) {
	s.meter.r, s.in = text, nil
	s.lines.Reset(s.meter)
}

// readLine reads a line, with its end. It is valid up to the next one.
func (s *stream) readLine() error {
	s.line = s.line[:0]
	for {
		part, err := s.lines.ReadSlice('\n')
		s.line = append(s.line, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// maxDocument is the most bytes of a document, unpacked: more than the tally of any vocabulary. A few packed megabytes
// would otherwise fill the memory.
const maxDocument = 1 << 30

// streamOf reads documents of at most so many bytes.
func streamOf(r io.Reader, most int64) stream {
	m := &meter{r: r, most: most}
	return stream{lines: bufio.NewReaderSize(m, 1<<16), meter: m}
}

// A meter gives an error where a document has more bytes than it may have.
type meter struct {
	r          io.Reader
	most, read int64 // read: since the document began
}

// Read implements io.Reader.
func (m *meter) Read(b []byte) (int, error) {
	if m.read > m.most {
		return 0, fmt.Errorf("a tally of more than %d MB", m.most>>20)
	}
	n, err := m.r.Read(b)
	m.read += int64(n)
	return n, err
}

// next reads a document, with its hash, which blanks and line ends do not change. Without another the error is io.EOF.
// Where a document is there, but is not as a tally is, it comes with the error.
func (s *stream) next() (d *report.Tally, same [sha256.Size]byte, err error) {
	var raw json.RawMessage
	s.meter.read = 0
	for s.in == nil {
		err := s.readLine()
		if err != nil && err != io.EOF {
			return nil, same, err
		}
		if raw = bytes.TrimSpace(s.line); len(raw) > 0 {
			if d, err := s.decoded(raw); !errors.As(err, new(*json.SyntaxError)) {
				return d, hashed(raw), err
			}
			s.in = json.NewDecoder(io.MultiReader(bytes.NewReader(s.line), s.lines))
		} else if err != nil {
			return nil, same, err
		}
	}
	if err = s.in.Decode(&raw); err != nil {
		return nil, same, err
	}
	d, err = s.decoded(raw)
	return d, hashed(raw), err
}

// decoded is a document, of which at least the schema is read.
func (s *stream) decoded(raw []byte) (*report.Tally, error) {
	d := new(report.Tally)
	d.Uncoded = tally.Withheld // unless it is there
	d.Terms = make([]tally.Term, 0, s.terms)
	defer func() { s.terms = len(d.Terms) }()
	err := json.Unmarshal(raw, d)
	if err != nil && d.Schema == "" {
		var head struct{ Schema string }
		if json.Unmarshal(raw, &head) == nil {
			d.Schema = head.Schema
		}
	}
	return d, err
}

// hashed is the hash of a document, as it stands in one line.
func hashed(raw []byte) (sum [sha256.Size]byte) {
	h := sha256.New()
	_ = report.OneLine(func(w io.Writer, _ report.Format) error {
		_, err := w.Write(raw)
		return err
	})(h, report.JSON)
	return [sha256.Size]byte(h.Sum(nil))
}

// more reports whether there is another document.
func (s *stream) more() bool {
	if s.in != nil {
		return s.in.More()
	}
	for {
		next, err := s.lines.Peek(1)
		if err != nil || !bytes.ContainsAny(next, " \t\r\n") {
			return err == nil
		}
		_, _ = s.lines.Discard(1)
	}
}
