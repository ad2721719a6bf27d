package tallyfile

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"

	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// A stream gives one document after the other. One that is a line is found without looking into it; where one has
// several lines, it and all behind it are found by their syntax.
type stream struct {
	lines *bufio.Reader
	in    *json.Decoder // once a document of several lines was met
}

// next reads a document, with its hash, which blanks and line ends do not change. Without another the error is io.EOF.
// Where a document is there, but is not as a tally is, it comes with the error.
func (s *stream) next() (d *report.Tally, same [sha256.Size]byte, err error) {
	var raw json.RawMessage
	for s.in == nil {
		line, err := s.lines.ReadBytes('\n')
		if raw = bytes.TrimSpace(line); len(raw) > 0 {
			if d, err := decoded(raw); !errors.As(err, new(*json.SyntaxError)) {
				return d, hashed(raw), err
			}
			s.in = json.NewDecoder(io.MultiReader(bytes.NewReader(line), s.lines))
		} else if err != nil {
			return nil, same, err
		}
	}
	if err = s.in.Decode(&raw); err != nil {
		return nil, same, err
	}
	d, err = decoded(raw)
	return d, hashed(raw), err
}

// decoded is a document, of which at least the schema is read.
func decoded(raw []byte) (*report.Tally, error) {
	d := new(report.Tally)
	d.Uncoded = tally.Withheld // unless it is there
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
