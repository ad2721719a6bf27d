package survey

import (
	"context"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/gocarina/gocsv"
)

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
	src     *source
	export  *Export
	query   Query
	records []record
	blank   int // empty lines between records
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
	Warnings []Warning
}

// A Response is what one respondent answered.
type Response struct {
	File string
	Line int // physical line where the record begins, from 1
	// Answers are the cells of the question that are not missing, in column
	// order, trimmed; empty: unanswered.
	Answers []string
	// NotShown says that the platform tells that the respondent was never shown
	// the question. Only LimeSurvey does.
	NotShown bool
	// Extra are the cells of Query.Extra, in its order, trimmed, "" where blank.
	Extra []string
}

// Blocks streams the records after the header in blocks of whole records, in
// file order. It only finds where records end: taking them apart is left to
// Decode, in any goroutine. It ends after the first error.
func (e *Export) Blocks(ctx context.Context, q Query) iter.Seq2[*Block, error] {
	return func(yield func(*Block, error) bool) {
		for _, src := range e.sources {
			stopped := false
			err := src.blocks(ctx, func(b *Block) bool {
				b.export, b.query = e, q
				stopped = !yield(b, nil)
				return !stopped
			})
			if err != nil && !stopped {
				yield(nil, err)
			}
			if err != nil || stopped {
				return
			}
		}
	}
}

// Decode takes the block's records apart. It may be called in any goroutine,
// and touches nothing that other blocks share.
func (b *Block) Decode() (Batch, error) {
	view := newView(b)
	var answered []answerRow
	if err := gocsv.UnmarshalCSV(view, &answered); err != nil {
		return Batch{}, fmt.Errorf("%s: %w", b.src.input.Name, err)
	}
	view.batch.Responses = b.fold(answered)
	return view.batch, nil
}

// An answerRow is one cell as gocsv hands it over.
type answerRow struct {
	Line   string `csv:"line"`
	Column string `csv:"column"` // the place in Columns, then in Extra, from 1; 0: answered nothing
	Cell   string `csv:"cell"`
}

// notShownMark stands for the place where there is no answer because there was
// no question.
const notShownMark = "not shown"

// fold makes one response of the consecutive rows of one line.
func (b *Block) fold(rows []answerRow) []Response {
	out := make([]Response, 0, len(b.records))
	last := ""
	answers := make([]string, 0, len(rows))
	for _, row := range rows {
		if row.Line != last || len(out) == 0 {
			last = row.Line
			line, _ := strconv.Atoi(row.Line) // written by the view: always a number
			out = append(out, Response{File: b.src.input.Name, Line: line})
			if n := len(b.query.Extra); n > 0 {
				out[len(out)-1].Extra = make([]string, n)
			}
		}
		place, _ := strconv.Atoi(row.Column)
		switch r := &out[len(out)-1]; {
		case row.Column == notShownMark:
			r.NotShown = true
		case place > len(b.query.Columns):
			r.Extra[place-len(b.query.Columns)-1] = row.Cell
		case place > 0:
			// Answers of one response stand next to each other in one array.
			answers = append(answers, row.Cell)
			r.Answers = answers[len(answers)-len(r.Answers)-1 : len(answers) : len(answers)]
		}
	}
	return out
}

// A view shows the chosen columns of a block as a table of three columns with
// fixed names (line, column, cell), one row a cell that holds something, and
// one row without a cell for a respondent who left all of them out. So columns
// are chosen by number whatever their headers are, and no separator has to be
// put between several answers. It is gocsv's CSVReader.
type view struct {
	block   *Block
	places  []string // "0", "1", …: the names of the places, made once
	cells   []cell
	pending [][]string // rows of the record that was read last
	at      int        // next record
	started bool       // the header has been given
	batch   Batch      // all of it but the responses
}

func newView(b *Block) *view {
	v := &view{block: b, batch: Batch{Rows: b.blank, BlankRows: b.blank}}
	for i := range len(b.query.Columns) + len(b.query.Extra) + 1 {
		v.places = append(v.places, strconv.Itoa(i))
	}
	return v
}

// Read gives the next row, the header first.
func (v *view) Read() ([]string, error) {
	if !v.started {
		v.started = true
		return []string{"line", "column", "cell"}, nil
	}
	for len(v.pending) == 0 {
		if v.at == len(v.block.records) {
			return nil, io.EOF
		}
		v.pending = v.record(v.pending, v.block.records[v.at])
		v.at++
	}
	row := v.pending[0]
	v.pending = v.pending[1:]
	return row, nil
}

// ReadAll gives all rows that are left.
func (v *view) ReadAll() ([][]string, error) {
	rows := make([][]string, 0, len(v.block.records)+1)
	for {
		row, err := v.Read()
		if err == io.EOF {
			return rows, nil
		}
		rows = append(rows, row)
	}
}

// record appends the rows of one record.
func (v *view) record(rows [][]string, rec record) [][]string {
	v.batch.Rows++
	src := v.block.src
	v.cells = src.syntax.split(v.cells[:0], rec.text)
	v.batch.Warnings = append(v.batch.Warnings, v.block.export.troubles(src, rec, v.cells)...)
	before := len(rows)
	rows, answered := v.show(rows, strconv.Itoa(rec.line))
	if !answered && src.syntax.blankRow(rec.text) {
		v.batch.BlankRows++
		return rows[:before]
	}
	if v.leaveOut() {
		v.batch.LeftOut++
		return rows[:before]
	}
	for _, column := range v.block.query.Columns {
		if d := damage(cellAt(v.cells, column)); d != "" {
			v.batch.Warnings = append(v.batch.Warnings, Warning{src.input.Name, rec.line, column, d})
		}
	}
	return rows
}

// show appends the rows of one record's chosen cells.
func (v *view) show(rows [][]string, line string) (_ [][]string, answered bool) {
	e, q := v.block.export, v.block.query
	for i, column := range q.Columns {
		if a := e.answer(v.cells, column); a != "" {
			rows = append(rows, []string{line, v.places[i+1], a})
			answered = true
		}
	}
	switch {
	case answered:
	case e.notShown(v.cells, q.Columns):
		rows = append(rows, []string{line, notShownMark, ""})
	default:
		rows = append(rows, []string{line, "0", ""})
	}
	for i, column := range q.Extra {
		if a := cellAt(v.cells, column); a != "" {
			rows = append(rows, []string{line, v.places[1+len(q.Columns)+i], a})
			answered = true
		}
	}
	return rows, answered
}

// leaveOut counts the state of the record and says whether to leave it out.
func (v *view) leaveOut() bool {
	switch v.block.export.stateOf(v.cells) {
	case unfinished:
		v.batch.Unfinished++
	case test:
		v.batch.Tests++
	default:
		return false
	}
	return v.block.query.FinishedOnly
}

// cellAt gives the text of a column, from 1, trimmed; "" past the end of a short
// record.
func cellAt(cells []cell, column int) string {
	if column > len(cells) {
		return ""
	}
	return trim(clean(cells[column-1].text()))
}
