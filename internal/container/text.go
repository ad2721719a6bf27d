package container

import (
	"io"
	"iter"
	"strings"
)

// A row is one row of a container: its number there, from 1, and its cells.
type row struct {
	number int
	cells  []string
}

// csvText gives rows as CSV while it is read: row n is record n, so rows that are left out
// in the file are empty lines. Cells are quoted where RFC 4180 asks for it, and where they
// begin or end with a space.
type csvText struct {
	next  func() (row, error, bool)
	stop  func()
	close func() error // the file that the rows are read from; nil: nothing to close
	given int          // number of the last row
	buf   []byte       // written, and not yet read
	err   error
}

// newText begins the text of rows; the first has the number first.
func newText(rows iter.Seq2[row, error], first int) *csvText {
	t := &csvText{given: first - 1}
	t.next, t.stop = iter.Pull2(rows)
	return t
}

// Read implements io.Reader. An error of a row comes after the rows before it.
func (t *csvText) Read(p []byte) (int, error) {
	for len(t.buf) < len(p) && t.err == nil {
		t.fill()
	}
	n := copy(p, t.buf)
	t.buf = t.buf[:copy(t.buf, t.buf[n:])]
	if n == 0 && len(p) > 0 {
		return 0, t.err
	}
	return n, nil
}

// fill writes the next row.
func (t *csvText) fill() {
	r, err, ok := t.next()
	switch {
	case !ok:
		t.err = io.EOF
	case err != nil:
		t.err = err
	default:
		for ; t.given+1 < r.number; t.given++ {
			t.buf = append(t.buf, '\n')
		}
		t.given = r.number
		for i, cell := range r.cells {
			if i > 0 {
				t.buf = append(t.buf, ',')
			}
			t.buf = appendCell(t.buf, cell)
		}
		t.buf = append(t.buf, '\n')
	}
}

// appendCell appends a cell.
func appendCell(buf []byte, cell string) []byte {
	if !strings.ContainsAny(cell, ",\"\r\n") && strings.TrimSpace(cell) == cell {
		return append(buf, cell...)
	}
	buf = append(buf, '"')
	for {
		before, after, quoted := strings.Cut(cell, `"`)
		buf = append(buf, before...)
		if !quoted {
			return append(buf, '"')
		}
		buf, cell = append(buf, `""`...), after
	}
}

// Close ends the reading.
func (t *csvText) Close() error {
	t.stop()
	if t.close != nil {
		return t.close()
	}
	return nil
}
