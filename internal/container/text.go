package container

import (
	"io"
	"iter"
	"strconv"
	"strings"
)

// A row is one row of a container.
type row struct {
	number int // in the container, from 1; 0: of a header that it does not have
	cells  []string
}

// Numbered parts a record of a container's text into its row and its cells.
func Numbered(record string) (row int, cells string) {
	number, cells, _ := strings.Cut(record, ",")
	row, _ = strconv.Atoi(number)
	return row, cells
}

// A text gives rows as CSV while it is read, each record with its number in front, as if that were
// the first cell. Cells are quoted where RFC 4180 asks for it, and where they begin or end with a
// space.
//
//	12,trust,"more time, and tools"
type text struct {
	next  func() (row, error, bool)
	stop  func()
	close func() error // the container that the rows are read from; nil: nothing to close
	buf   []byte       // written, and not yet read
	read  int          // of buf
	err   error
}

// newText begins the text of rows.
func newText(rows iter.Seq2[row, error]) *text {
	t := new(text)
	t.next, t.stop = iter.Pull2(rows)
	return t
}

// Read implements io.Reader. An error of a row comes after the rows before it.
func (t *text) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if t.read == len(t.buf) {
			t.buf, t.read = t.buf[:0], 0
			if t.err == nil {
				t.fill()
			}
			if len(t.buf) == 0 {
				break
			}
		}
		copied := copy(p[n:], t.buf[t.read:])
		n, t.read = n+copied, t.read+copied
	}
	if n == 0 && len(p) > 0 {
		return 0, t.err
	}
	return n, nil
}

// fill writes the next row.
func (t *text) fill() {
	r, err, ok := t.next()
	switch {
	case !ok:
		t.err = io.EOF
		return
	case err != nil:
		t.err = err
		return
	}
	t.buf = strconv.AppendInt(t.buf, int64(r.number), 10)
	for _, cell := range r.cells {
		t.buf = appendCell(append(t.buf, ','), cell)
	}
	t.buf = append(t.buf, '\n')
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
func (t *text) Close() error {
	t.stop()
	if t.close != nil {
		return t.close()
	}
	return nil
}
