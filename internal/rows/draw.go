package rows

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
)

// A Draw keeps the records that stand for one table or for several together: those with the smallest
// hashes, up to a number and to a length of all together.
//
//	hash 07 ─ 3,trust   ─┐
//	hash 12 ─ 1,time     ├─ kept
//	hash 25 ─ 4,tools   ─┘
//	hash 31 ─ 2,money       one too many
//
// The hash is that of the text, so the order of the records and of the tables does not matter.
type Draw struct {
	most    int    // records
	size    int    // of their texts together, in bytes
	tables  int    // that have been added
	part    bool   // of one of them only the head was drawn from
	length  int    // of the texts that are kept
	worst   uint64 // no record with a greater hash is kept any more
	records []hashed
}

// A hashed record is one with the hash of its text.
type hashed struct {
	hash  uint64
	table int // from 0, in the order in which tables were added
	Record
}

// Drawn are records of one table that stand next to each other in the order of their hashes, but for
// those of other tables.
type Drawn struct {
	Block *Block
	Table int         // from 0, in the order in which tables were added
	Ranks map[int]int // of the records among all that were drawn, from 0, by their lines
}

// NewDraw draws at most so many records, with at most this size in bytes together.
func NewDraw(most, size int) *Draw { return &Draw{most: most, size: size, worst: math.MaxUint64} }

// add keeps a record, unless others that are enough have smaller hashes. What is kept is cut
// when it is twice as much as it may be, so that sorts are rare.
func (d *Draw) add(rec Record) {
	h := hashOf(rec.Text)
	if h > d.worst {
		return
	}
	rec.Text = strings.Clone(rec.Text) // else it would keep the block that it is from
	d.records = append(d.records, hashed{h, d.tables, rec})
	if d.length += len(rec.Text); d.length > 2*d.size || len(d.records) > 2*d.most {
		d.cut()
	}
}

// cut puts what is kept in order, and leaves out what is too much. At least one record
// stays.
func (d *Draw) cut() {
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

// Drawn gives the records that are drawn, cut at the usual size of a block in the order of their hashes;
// in each cut those of each table together. It reports whether these are all records.
func (d *Draw) Drawn(tables []*Table) (cuts [][]Drawn, all bool) {
	d.cut()
	length := blockSize
	var at map[int]int // where the records of a table are in the last cut
	for rank, r := range d.records {
		if length += len(r.Text); length > blockSize {
			cuts, length, at = append(cuts, nil), len(r.Text), make(map[int]int)
		}
		cut := &cuts[len(cuts)-1]
		i, ok := at[r.table]
		if !ok {
			i = len(*cut)
			at[r.table] = i
			*cut = append(*cut, Drawn{&Block{Table: tables[r.table]}, r.table, make(map[int]int)})
		}
		of := &(*cut)[i]
		of.Block.Records, of.Ranks[r.Line] = append(of.Block.Records, r.Record), rank
	}
	return cuts, !d.part && d.worst == math.MaxUint64
}

// Add reads a table, without the first skip records. Of a stream that is longer than its head it reads
// the head, so that it can still be read.
func (d *Draw) Add(ctx context.Context, t *Table, skip int) error {
	defer func() { d.tables++ }()
	if t.input.Stream && !t.isKept() {
		d.part = true
		for rec := range t.syntax.all(t.kept, false) {
			if skip--; skip < 0 && !t.isHeader(rec) {
				d.add(rec)
			}
		}
		return nil
	}
	for block, err := range t.Blocks(ctx, skip) {
		if err != nil {
			return err
		}
		for _, rec := range block.Records {
			d.add(rec)
		}
		block.Free()
	}
	return nil
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
