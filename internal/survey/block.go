package survey

import (
	"context"
	"iter"

	"verbatim/internal/notice"
	"verbatim/internal/rows"
)

// Answers are read in two steps. Blocks finds where records end, one block at a
// time. Decoders then take the records of a block apart, as many in parallel as
// there are workers. The batch of a block does not depend on any other block. So if
// batches are added up in the order of the blocks, the result is the same with any
// number of workers.

// A Query names what to read of each respondent.
type Query struct {
	// Columns are those of the question, from 1, ascending.
	Columns []int
	// FinishedOnly leaves out tests, previews and responses that are not
	// finished. They are counted either way.
	FinishedOnly bool
	// Extra are columns whose cells are given as they are, from 1, in any order:
	// the group, the weight, the id.
	Extra []int
}

// A Block is a run of whole records of one file, not yet taken apart.
type Block struct {
	rows   *rows.Block
	file   file
	export *Export
	query  Query
	ranks  map[int]int // of drawn records, by their lines
}

// A Batch is what a block holds.
type Batch struct {
	// Rows are the records: BlankRows + len(Responses) + LeftOut.
	Rows      int
	BlankRows int        // records that hold nothing
	Responses []Response // one for each respondent, in file order
	// Unfinished and Tests count responses that are not finished, and tests,
	// previews and rejected ones, as far as the platform says so.
	Unfinished, Tests int
	// LeftOut are those of them that Query.FinishedOnly left out.
	LeftOut  int
	Warnings []notice.Warning
}

// A Response is what one respondent answered.
type Response struct {
	File string
	Line int // physical line where the record begins, from 1
	// Answers are the cells of the question that are not missing, in column
	// order, trimmed; empty: unanswered.
	Answers []string
	// Extra are the cells of Query.Extra, in its order, trimmed, "" where blank.
	Extra []string
	// Rows are the rows of a respondent who has several, and who is put together
	// after decoding; else nil.
	Rows []Response
}

// EachRow yields the rows of a respondent: usually the response itself.
func (r *Response) EachRow(yield func(*Response) bool) {
	if r.Rows == nil {
		yield(r)
		return
	}
	for i := range r.Rows {
		if !yield(&r.Rows[i]) {
			return
		}
	}
}

// Blocks streams the records after the header in blocks of whole records, in
// file order. It only finds where records end: taking them apart is left to
// Decode, in any goroutine. It ends after the first error.
func (e *Export) Blocks(ctx context.Context, q Query) iter.Seq2[*Block, error] {
	return func(yield func(*Block, error) bool) {
		for _, f := range e.files {
			for block, err := range f.table.Blocks(ctx, f.skip) {
				if err != nil {
					yield(nil, err)
					return
				}
				if !yield(&Block{rows: block, file: f, export: e, query: q}, nil) {
					return
				}
			}
		}
	}
}

// What is drawn of all files together: rows, and bytes.
const drawnRows, drawnSize = 5_000, 8 << 20

// Drawn gives records that stand for all, of all files together, in blocks that For makes ready: those
// with the smallest hashes, so that neither their order nor how they are cut into files matters. They are
// cut at the size of a block in the order of their hashes, and in a cut there is a block for each file.
// all says that none is left out. Of a stream they are from the part that detection read.
func (e *Export) Drawn(ctx context.Context) (cuts [][]*Block, all bool, err error) {
	draw := rows.NewDraw(drawnRows, drawnSize)
	var tables []*rows.Table
	for _, f := range e.files {
		tables = append(tables, f.table)
		if err := draw.Add(ctx, f.table, f.skip); err != nil {
			return nil, false, err
		}
	}
	drawn, all := draw.Drawn(tables)
	for _, cut := range drawn {
		var blocks []*Block
		for _, d := range cut {
			blocks = append(blocks, &Block{d.Block, e.files[d.Table], e, Query{}, d.Ranks})
		}
		cuts = append(cuts, blocks)
	}
	return cuts, all, nil
}

// For is the same records, to be read for another query.
func (b *Block) For(q Query) *Block { return &Block{b.rows, b.file, b.export, q, b.ranks} }

// Free gives the memory of the block back, where nothing of it is used any more: no text of
// a batch that was decoded from it.
func (b *Block) Free() { b.rows.Free() }

// Rank is where the response of a drawn block stands among all that were drawn.
func (b *Block) Rank(r *Response) int { return b.ranks[r.Line] }
