package rows

import (
	"io"
	"strings"

	"verbatim/internal/notice"
)

// The table of a container comes as text whose encoding and syntax are known. To take a
// container apart costs several times what its text does, and a file is read up to three
// times. So the text is kept, unless it is long.

// mostKept is the most that is kept behind the head, in bytes, in pieces of pieceSize.
const mostKept, pieceSize = 24 << 20, 1 << 20

// readHeld detects the table of a container.
func (t *Table) readHeld(f *opened, opt Options) (Sample, error) {
	if opt.Delimiter != 0 {
		return Sample{}, &notice.UsageError{Where: "--delimiter", What: t.Name + " is no text, and has no delimiter"}
	}
	head, err := readUpTo(f, headSize)
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

// keepTail reads on behind the head. If too much follows, a file is opened anew when it is
// read, and a stream goes on where this stopped.
func (t *Table) keepTail() error {
	for len(t.tail)*pieceSize < mostKept && !t.Whole {
		piece, err := readUpTo(t.rest, pieceSize)
		if err != nil {
			return err
		}
		t.tail = append(t.tail, piece)
		if len(piece) < pieceSize {
			t.rest = nil
			return nil
		}
	}
	switch {
	case t.Whole:
		t.rest = nil
	case t.input.Stream:
		t.rest = io.MultiReader(text(t.tail), t.rest)
		t.tail = nil
	default:
		t.kept, t.tail, t.rest = "", nil, nil
	}
	return nil
}

// again gives the text that is kept.
func (t *Table) again() io.Reader { return io.MultiReader(strings.NewReader(t.kept), text(t.tail)) }

// text reads pieces one after another.
func text(pieces []string) io.Reader {
	var all []io.Reader
	for _, piece := range pieces {
		all = append(all, strings.NewReader(piece))
	}
	return io.MultiReader(all...)
}

// settleHeld records what the container says of its table.
func (t *Table) settleHeld(f *opened, head string, opt Options) {
	held := f.held
	t.syntax = syntax{delimiter: ',', numbered: true, above: held.Above}
	t.Delimiter, t.Encoding, t.encoding = ',', utf8Name, textEncoding{name: utf8Name}
	if held.Encoding != "" {
		t.Encoding = held.Encoding
	}
	_, _, t.Width = mostEven(head, t.Whole, ",")
	t.Header, t.Evidence, t.Warnings = held.Header, held.Evidence, held.Warnings
	if !t.Whole && t.tail == nil {
		t.Evidence = append(t.Evidence, onlyHead)
	}
	t.warn(lost(head, t.Whole))
	t.findTwice(head, opt.Repair)
}
