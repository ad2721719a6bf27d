package rows

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"unsafe"

	"verbatim/internal/notice"
)

// A Block is a run of whole records of one table, not yet taken apart. Its texts are
// pieces of one memory, which Free gives back.
type Block struct {
	Table   *Table
	Records []Record
	// Warnings are about records that are left out.
	Warnings []notice.Warning
	Empty    int // empty lines between records; those at the end of a file are not rows

	text  []byte     // that the records are cut from
	spare *sync.Pool // of blocks; nil for one that was not read
}

// Free lets another block have the memory of this one, where nothing of it is used any
// more. Blocks that are not freed are collected as garbage, many times for a large file.
func (b *Block) Free() {
	if b.spare != nil && cap(b.text) == blockSize { // else a long record has made it grow
		b.spare.Put(b)
	}
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
	left  []byte // read and not yet passed on: the beginning of a record
	final bool   // nothing follows what has been read
	line  int    // where the next record begins, from 1
	// Empty lines at the end of a file are not rows: they are only counted when
	// another record follows.
	empty int // empty lines since the last record: blank rows if one more follows
	skip  int // records still to be left out
	// late are warnings of a container about the rows that have been read; nil: there are none.
	late  func() []notice.Warning
	spare sync.Pool // blocks that were freed
}

// next gives the next block: the whole records in what is left and what is read.
//
// A record may be longer than a block. Then the block grows until it holds one.
func (br *blockReader) next(ctx context.Context) (*Block, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	block := br.block()
	for size := blockSize; ; size = 2 * len(block.text) {
		if err := br.fill(block, size); err != nil {
			return nil, br.table.input.explain(err)
		}
		taken, err := br.records(block)
		if err != nil {
			return nil, err
		}
		if br.final && br.late != nil {
			block.Warnings = append(block.Warnings, br.late()...)
		}
		if taken > 0 || br.final {
			br.left = append(br.left[:0], block.text[taken:]...)
			return block, nil
		}
		if len(block.text) >= maxLine {
			return nil, &notice.InputError{Name: br.table.Name, What: "has no line ends: it is not a table"}
		}
	}
}

// block is an empty block, with the memory of one that was freed.
func (br *blockReader) block() *Block {
	b, ok := br.spare.Get().(*Block)
	if !ok {
		b = &Block{Table: br.table, text: make([]byte, 0, blockSize), spare: &br.spare}
	}
	b.Records, b.Warnings, b.Empty = b.Records[:0], nil, 0
	b.text = append(b.text[:0], br.left...)
	return b
}

// fill reads until a block holds size bytes, or nothing follows.
func (br *blockReader) fill(b *Block, size int) error {
	b.text = slices.Grow(b.text, max(0, size-len(b.text)))
	for len(b.text) < size && !br.final {
		n, err := br.r.Read(b.text[len(b.text):size])
		b.text = b.text[:len(b.text)+n]
		if errors.Is(err, io.EOF) {
			br.final = true
		} else if err != nil {
			return err
		}
	}
	return nil
}

// records appends the whole records of a block's text and gives their length. It refuses a
// header in another order.
func (br *blockReader) records(block *Block) (taken int, err error) {
	s, text := br.table.syntax, unsafe.String(unsafe.SliceData(block.text), len(block.text)) // until the block is freed
	if block.Records == nil {
		block.Records = make([]Record, 0, strings.Count(text, "\n"))
	}
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
