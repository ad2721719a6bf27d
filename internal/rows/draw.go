package rows

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
)

// A draw keeps the records that stand for a table: those with the smallest hashes, up to a
// number and to a length of all together.
//
//	hash 07 ─ 3,trust   ─┐
//	hash 12 ─ 1,time     ├─ kept
//	hash 25 ─ 4,tools   ─┘
//	hash 31 ─ 2,money       one too many
//
// The hash is that of the text, so the order of the records in the file does not matter.
type draw struct {
	most    int    // records
	size    int    // of their texts together, in bytes
	length  int    // of the texts that are kept
	worst   uint64 // no record with a greater hash is kept any more
	records []hashed
}

// A hashed record is one with the hash of its text.
type hashed struct {
	hash uint64
	Record
}

// add keeps a record, unless others that are enough have smaller hashes. What is kept is cut
// when it is twice as much as it may be, so that sorts are rare.
func (d *draw) add(rec Record) {
	h := hashOf(rec.Text)
	if h > d.worst {
		return
	}
	rec.Text = strings.Clone(rec.Text) // else it would keep the block that it is from
	d.records = append(d.records, hashed{h, rec})
	if d.length += len(rec.Text); d.length > 2*d.size || len(d.records) > 2*d.most {
		d.cut()
	}
}

// cut puts what is kept in order, and leaves out what is too much. At least one record
// stays.
func (d *draw) cut() {
	slices.SortFunc(d.records, func(a, b hashed) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.Text, b.Text))
	})
	length := 0
	for i, r := range d.records {
		if length += len(r.Text); i == d.most || length > d.size && i > 0 {
			clear(d.records[i:])
			d.records, d.worst = d.records[:i], d.records[i-1].hash
			length -= len(r.Text)
			break
		}
	}
	d.length = length
}

// blocks gives the records in the order of their hashes, in blocks of the usual size.
func (d *draw) blocks(t *Table) (blocks []*Block) {
	d.cut()
	length := blockSize
	for _, r := range d.records {
		if length += len(r.Text); length > blockSize {
			blocks, length = append(blocks, &Block{Table: t}), len(r.Text)
		}
		b := blocks[len(blocks)-1]
		b.Records = append(b.Records, r.Record)
	}
	return blocks
}

// Drawn reads the table, without the first skip records, and gives those that stand for all of
// it, in the order of their hashes: at most so many, with at most this size in bytes together.
// Of a stream that is longer than its head it draws from the head, so that it can still be read.
// It reports whether these are all records.
func (t *Table) Drawn(ctx context.Context, skip, most, size int) (blocks []*Block, all bool, err error) {
	d := draw{most: most, size: size, worst: math.MaxUint64}
	if t.input.Stream && !t.Whole {
		for rec := range t.syntax.all(t.kept, false) {
			if skip--; skip < 0 && !t.isHeader(rec) {
				d.add(rec)
			}
		}
		return d.blocks(t), false, nil
	}
	for block, err := range t.Blocks(ctx, skip) {
		if err != nil {
			return nil, false, err
		}
		for _, rec := range block.Records {
			d.add(rec)
		}
	}
	blocks = d.blocks(t)
	return blocks, d.worst == math.MaxUint64, nil
}

// hashOf is a hash of a text, the same in every run: eight bytes at a time, each time mixed by
// a product whose upper half is folded into the lower one. The last bytes may be taken twice.
func hashOf(text string) uint64 {
	const odd = 0x9E3779B97F4A7C15
	h := uint64(len(text)) * odd
	last := uint64(0)
	if n := len(text); n >= 8 {
		last = word(text[n-8:])
	} else {
		for i := range n {
			last = last<<8 | uint64(text[i])
		}
	}
	for ; len(text) > 8; text = text[8:] {
		h = (h ^ word(text)) * odd
		h ^= h >> 32
	}
	h = (h ^ last) * odd
	h = (h ^ h>>32) * odd
	return h ^ h>>29
}

// word is the first eight bytes of a text as a number.
func word(t string) uint64 {
	_ = t[7]
	return uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 | uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
}
