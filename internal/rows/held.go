package rows

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"os"
	"strings"

	"verbatim/internal/notice"
)

// The table of a container comes as text whose encoding and syntax are known. To take a container
// apart costs many times what it takes to read its text, and a file is read up to three times. So the
// text is kept, its tail packed, unless even that is long:
//
//	├── head, ≤ 8 MiB ──┼────────── tail, ≤ 16 MiB packed ──────────┤

// mostKept is the most that is kept behind the head, packed, in bytes.
const mostKept = 16 << 20

// readHeld detects the table of a container.
func (t *Table) readHeld(f *opened, opt Options) (Sample, error) {
	switch {
	case opt.Delimiter != 0:
		return Sample{}, &notice.UsageError{Where: "--delimiter", What: t.Name + " is no text with delimiters"}
	case opt.Encoding != "" && (f.held.Kind != "sav" || strings.HasPrefix(opt.Encoding, "utf-16")):
		return Sample{}, &notice.UsageError{Where: "--encoding", What: t.Name + " is no plain text, and says its encoding itself"}
	case opt.HeaderGiven && f.held.Header > 0:
		return Sample{}, &notice.UsageError{Where: "--header-rows", What: t.Name + " says itself what its columns are"}
	}
	head, err := readUpTo(f, headSize, 0)
	if err != nil {
		return Sample{}, t.input.explain(err)
	}
	t.Whole, t.kept, t.rest = len(head) < headSize, head, f
	if err := t.keepTail(); err != nil {
		return Sample{}, t.input.explain(err)
	}
	t.settleHeld(f, head, opt)
	return Sample{t, head}, nil
}

// keepTail reads on behind the head. If too much follows, a file is opened anew when it is read, and
// a stream goes on where this stopped.
func (t *Table) keepTail() error {
	if t.Whole {
		t.rest = nil
		return nil
	}
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		return err
	}
	ended := false
	for packed.Len() < mostKept && !ended {
		_, err := io.CopyN(w, t.rest, 256<<10)
		if ended = errors.Is(err, io.EOF); err != nil && !ended {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	tail := packed.Bytes()
	switch {
	case ended:
		t.tail, t.rest = tail, nil
	case t.input.Stream:
		t.rest = io.MultiReader(unpacked(tail), t.rest)
	default:
		t.kept, t.rest = "", nil
	}
	return nil
}

// isKept reports whether all of the text is kept.
func (t *Table) isKept() bool { return t.Whole || t.tail != nil }

// again gives the text that is kept.
func (t *Table) again() io.Reader { return io.MultiReader(strings.NewReader(t.kept), unpacked(t.tail)) }

// unpacked reads what keepTail packed.
func unpacked(tail []byte) io.Reader {
	if tail == nil {
		return strings.NewReader("")
	}
	return flate.NewReader(bytes.NewReader(tail))
}

// settleHeld records what the container says of its table.
func (t *Table) settleHeld(f *opened, head string, opt Options) {
	held := f.held
	t.syntax = syntax{delimiter: ',', numbered: true}
	t.Container, t.Encoding, t.encoding = held.Kind, utf8Name, textEncoding{name: utf8Name}
	if held.Encoding != "" {
		t.Encoding = held.Encoding
	}
	_, _, t.Width = mostEven(head, t.Whole, ",")
	t.Width-- // the numbers of the rows
	t.Told, t.Header, t.Evidence = held.Told, held.Header, held.Evidence
	switch {
	case t.isKept():
		t.Warnings = held.Warnings()
	case t.input.Stream:
		t.Evidence, t.late = append(t.Evidence, onlyHead), held.Warnings
	default: // it is opened anew, and then tells of its rows
		t.Evidence = append(t.Evidence, onlyHead)
	}
	t.warn(lost(head, t.Whole))
	t.findTwice(head, opt.Repair)
}

// IsSame reports whether two tables out of containers are one table, however their names are written:
// book.xlsx!Wave 1 and book.xlsx!wave 1, export.zip and the only file in it.
func (t *Table) IsSame(other *Table) bool {
	if t.place == "" || t.place != other.place {
		return false
	}
	a, err := os.Stat(t.input.path)
	b, errOther := os.Stat(other.input.path)
	return err == nil && errOther == nil && os.SameFile(a, b)
}
