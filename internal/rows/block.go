package rows

import (
	"cmp"
	"context"
	"errors"
	"io"
	"strings"

	"verbatim/internal/notice"
)

// A Block is a run of whole records of one table, not yet taken apart.
type Block struct {
	Table   *Table
	Records []Record
	// Warnings are about records that are left out.
	Warnings []notice.Warning
	Empty    int // empty lines between records; those at the end of a file are not rows
}

// blockSize is the length of a block in bytes, unless a record is longer.
const blockSize = 256 << 10

// maxLine is the largest length of a record in bytes. A file with no line end in so
// many bytes is not a survey.
const maxLine = 64 << 20

// A blockReader cuts the text of a table into blocks of whole records.
type blockReader struct {
	table *Table
	r     io.Reader
	buf   []byte // read and not yet passed on
	final bool   // nothing follows buf
	line  int    // where buf begins, from 1
	// Empty lines at the end of a file are not rows: they are only counted when
	// another record follows.
	empty int // empty lines since the last record: blank rows if one more follows
	skip  int // records still to be left out
	// late are warnings of a container about the rows that have been read; nil: there are none.
	late func() []notice.Warning
	// expected is the number of records in the last block, of lines in the first; room
	// for as many is reserved.
	expected int
}

// next gives the next block.
func (br *blockReader) next(ctx context.Context) (*Block, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := br.fill(blockSize); err != nil {
		return nil, br.table.input.explain(err)
	}
	return br.cut()
}

// fill reads until buf holds size bytes, or nothing follows.
func (br *blockReader) fill(size int) error {
	for len(br.buf) < size && !br.final {
		if cap(br.buf) < size {
			br.buf = append(make([]byte, 0, size), br.buf...)
		}
		n, err := br.r.Read(br.buf[len(br.buf):size])
		br.buf = br.buf[:len(br.buf)+n]
		if errors.Is(err, io.EOF) {
			br.final = true
		} else if err != nil {
			return err
		}
	}
	return nil
}

// cut takes the whole records out of buf. It reads on if buf does not hold even
// one.
//
// A record may be longer than a block. Then the block grows until it holds one.
func (br *blockReader) cut() (*Block, error) {
	for {
		text := string(br.buf)
		if br.expected == 0 {
			br.expected = strings.Count(text, "\n")
		}
		block := &Block{Table: br.table, Records: make([]Record, 0, br.expected+br.expected/8)}
		taken, err := br.records(block, text)
		if err != nil {
			return nil, err
		}
		if br.final && br.late != nil {
			block.Warnings = append(block.Warnings, br.late()...)
		}
		if taken > 0 || br.final {
			br.buf = append(br.buf[:0], br.buf[taken:]...)
			br.expected = len(block.Records)
			return block, nil
		}
		if len(br.buf) >= maxLine {
			return nil, &notice.InputError{Name: br.table.Name, What: "has no line ends: it is not a table"}
		}
		if err := br.fill(2 * len(br.buf)); err != nil {
			return nil, br.table.input.explain(err)
		}
	}
}

// records appends the whole records of text to block and gives their length. It refuses a
// header in another order.
func (br *blockReader) records(block *Block, text string) (taken int, err error) {
	s := br.table.syntax
	for taken < len(text) {
		rec, size, lines := s.next(text[taken:], br.final)
		if size == 0 {
			break
		}
		taken += size
		rec.Line = cmp.Or(rec.Line, br.line)
		br.line += lines
		switch {
		case br.skip > 0:
			br.skip--
		case s.emptyLine(rec.Text):
			br.empty++
		case br.table.isHeader(rec):
			block.Warnings = append(block.Warnings, br.table.repeatedHeader(rec))
		default:
			if err := br.table.disorder(rec); err != nil {
				return 0, err
			}
			block.Empty += br.empty
			br.empty = 0
			block.Records = append(block.Records, rec)
		}
	}
	return taken, nil
}
