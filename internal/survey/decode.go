package survey

import (
	"fmt"
	"io"
	"strconv"

	"github.com/gocarina/gocsv"
)

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
	Line string `csv:"line"` // of the record that begins with this row; "" in its other rows
	Cell string `csv:"cell"`
	// Place is the place of the cell in Columns, then in Extra, from 1. It is not
	// there ("") where the query has one column only.
	Place string `csv:"place"`
}

// notShownMark stands for the place where there is no answer because there was
// no question.
const notShownMark = "not shown"

// fold makes one response of the rows of one record. A row with a line begins
// a response, those without go on with it; the order of rows is that of the
// file, which gocsv keeps.
func (b *Block) fold(rows []answerRow) []Response {
	out := make([]Response, 0, len(b.records))
	answers := make([]string, 0, len(rows))
	for _, row := range rows {
		if row.Line != "" {
			line, _ := strconv.Atoi(row.Line) // written by the view: always a number
			r := Response{File: b.src.input.Name, Line: line, NotShown: row.Place == notShownMark}
			if n := len(b.query.Extra); n > 0 {
				r.Extra = make([]string, n)
			}
			out = append(out, r)
		}
		r := &out[len(out)-1]
		place := 0
		if row.Place != "" && row.Place != notShownMark { // an error would cost more than the number
			place, _ = strconv.Atoi(row.Place)
		}
		if place > len(b.query.Columns) {
			r.Extra[place-len(b.query.Columns)-1] = row.Cell
		} else if row.Cell != "" {
			// Answers of one response stand next to each other in one array.
			answers = append(answers, row.Cell)
			end := len(answers)
			r.Answers = answers[end-len(r.Answers)-1 : end : end]
		}
	}
	return out
}

// A view shows the chosen columns of a block as a table with fixed names, one
// row a cell that holds something, and one row without a cell for a respondent
// who left all of them out:
//
//	the file                          the view of columns 2 and 3
//
//	id,first,second                   line,cell,place
//	7,trust,                          2,trust,1
//	8,tools,time                      3,tools,1
//	9,,                               ,time,2
//	                                  4,,0
//
// So columns are chosen by number, whatever their headers are and however often
// one comes, and no separator has to be put between several answers. It is
// gocsv's CSVReader. gocsv sets each cell of a row by reflection, which is most
// of what decoding costs: the view shows as few as it can.
type view struct {
	block   *Block
	header  []string // line, cell and, if more than one column is chosen, place
	places  []string // "0", "1", …: the names of the places, made once
	cells   []cell
	slab    []string   // where rows are cut from: one allocation for many
	pending [][]string // rows of the record that was read last
	at      int        // next record
	started bool       // the header has been given
	batch   Batch      // all of it but the responses
}

func newView(b *Block) *view {
	v := &view{block: b, batch: Batch{Rows: b.blank, BlankRows: b.blank}}
	v.header = []string{"line", "cell", "place"}
	if len(b.query.Columns) == 1 && b.query.Extra == nil && !b.export.tellsShown {
		v.header = v.header[:2]
	}
	for i := range len(b.query.Columns) + len(b.query.Extra) + 1 {
		v.places = append(v.places, strconv.Itoa(i))
	}
	return v
}

// Read gives the next row, the header first.
func (v *view) Read() ([]string, error) {
	if !v.started {
		v.started = true
		return v.header, nil
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
	if !v.started {
		v.started = true
		rows = append(rows, v.header)
	}
	rows = append(rows, v.pending...)
	v.pending = nil
	for ; v.at < len(v.block.records); v.at++ {
		rows = v.record(rows, v.block.records[v.at])
	}
	return rows, nil
}

// row cuts a row from the slab.
func (v *view) row(line, cell, place string) []string {
	n := len(v.header)
	if len(v.slab) < n {
		v.slab = make([]string, 512*n)
	}
	row := v.slab[:n:n]
	v.slab = v.slab[n:]
	row[0], row[1] = line, cell
	if n > 2 {
		row[2] = place
	}
	return row
}

// record appends the rows of one record.
func (v *view) record(rows [][]string, rec record) [][]string {
	v.batch.Rows++
	src := v.block.src
	v.cells = v.block.export.cells(src, v.cells[:0], rec)
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

// show appends the rows of one record's chosen cells, the first with its line.
func (v *view) show(rows [][]string, line string) (_ [][]string, answered bool) {
	e, q := v.block.export, v.block.query
	for i, column := range q.Columns {
		if a := e.answer(v.cells, column); a != "" {
			rows = append(rows, v.row(line, a, v.places[i+1]))
			answered, line = true, ""
		}
	}
	switch {
	case answered:
	case e.notShown(v.cells, q.Columns):
		rows = append(rows, v.row(line, "", notShownMark))
	default:
		rows = append(rows, v.row(line, "", v.places[0]))
	}
	for i, column := range q.Extra {
		if a := cellAt(v.cells, column); a != "" {
			rows = append(rows, v.row("", a, v.places[1+len(q.Columns)+i]))
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
