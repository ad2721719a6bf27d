package survey

import (
	"fmt"
	"io"
	"slices"

	"github.com/gocarina/gocsv"

	"verbatim/internal/notice"
	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// A Decoder takes the records of blocks apart. It keeps its memory from block
// to block, so a batch is valid until the next one is decoded; its texts are valid
// until the block is freed. Each goroutine needs its own; the zero value is ready.
type Decoder struct {
	view    view
	values  []handed
	answers []string
}

// Decode takes a block's records apart. It touches nothing that other blocks
// share.
func (d *Decoder) Decode(b *Block) (Batch, error) {
	// Leftovers of the last block would keep its text in memory.
	clear(d.values)
	clear(d.answers)
	d.view.show(b)
	d.values = slices.Grow(d.values[:0], len(d.view.rows))
	d.values = d.values[:cap(d.values)] // gocsv makes a new slice if this one is too short
	if err := gocsv.UnmarshalCSV(&d.view, &d.values); err != nil {
		return Batch{}, fmt.Errorf("%s: %w", b.rows.Table.Name, err)
	}
	d.hand(b)
	return d.view.batch, nil
}

// hand gives each respondent their own cells.
func (d *Decoder) hand(b *Block) {
	columns := len(b.query.Columns)
	d.answers = slices.Grow(d.answers[:0], len(d.view.places))
	responses := d.view.batch.Responses
	for i, at := range d.view.places {
		r := &responses[at.response]
		if text := d.values[i/perRow].Texts[i%perRow]; int(at.column) >= columns {
			r.Extra[int(at.column)-columns] = text
		} else {
			// Answers of one response are next to each other in one array.
			d.answers = append(d.answers, text)
			end := len(d.answers)
			r.Answers = d.answers[end-len(r.Answers)-1 : end : end]
		}
	}
}

// perRow is how many cells gocsv hands over at a time: what it does for each row
// costs more than what it does for a cell.
const perRow = 32

// A handed row has the cells as gocsv hands them over.
type handed struct {
	Texts [perRow]string `csv:"text"`
	n     int
}

// UnmarshalCSVWithFields takes the next cell; gocsv calls it.
func (h *handed) UnmarshalCSVWithFields(_, text string) error {
	h.Texts[h.n] = text
	h.n++
	return nil
}

// A view shows the chosen columns of a block as a table of all cells that hold
// something, one after the other. A list beside the table says whose cell each is:
//
//	the file             the view of columns 2 and 3      places
//
//	id,first,second      text    text    text  …
//	7,trust,             trust   tools   time             0, 0   1, 0   1, 1
//	8,tools,time
//	9,,
//
// So columns are chosen by number, whatever their headers are and however often one
// repeats; several answers need no separator; and gocsv has as little to do as
// possible. A view is gocsv's CSVReader.
type view struct {
	block  *Block
	cells  []rows.Cell
	texts  []string   // the cells
	rows   [][]string // the table, cut from them below its header
	places []place    // of the cells
	extra  []string   // where Response.Extra is cut from
	given  int        // rows that Read has given
	batch  Batch      // all of it but the texts
}

// A place says where a cell comes from: a response of the batch and a column of
// Columns, then of Extra, both from 0.
type place struct{ response, column int32 }

// show makes the table of a block.
func (v *view) show(b *Block) {
	v.block, v.given = b, 0
	clear(v.texts)
	clear(v.batch.Responses)
	v.texts, v.places, v.extra = v.texts[:0], v.places[:0], nil
	if n := len(b.rows.Records); cap(v.batch.Responses) < n {
		v.batch.Responses = make([]Response, 0, n)
		v.texts, v.places = slices.Grow(v.texts, n), slices.Grow(v.places, n)
	}
	v.batch = Batch{Rows: b.rows.Empty, BlankRows: b.rows.Empty, Responses: v.batch.Responses[:0], Warnings: slices.Clone(b.rows.Warnings)}
	for _, rec := range b.rows.Records {
		if b.file.ends(rec) {
			break
		}
		v.addRecord(rec)
	}
	v.rows = append(v.rows[:0], viewHeader[:])
	for cells := range slices.Chunk(v.texts, perRow) {
		v.rows = append(v.rows, cells)
	}
}

// viewHeader is the first row of a view.
var viewHeader = [perRow]string(slices.Repeat([]string{"text"}, perRow))

// Read gives the next row, the header first.
func (v *view) Read() ([]string, error) {
	if v.given == len(v.rows) {
		return nil, io.EOF
	}
	v.given++
	return v.rows[v.given-1], nil
}

// ReadAll gives all rows that are left.
func (v *view) ReadAll() ([][]string, error) {
	rows := v.rows[v.given:]
	v.given = len(v.rows)
	return rows, nil
}

// addRecord adds one record, unless it is blank or to be left out.
func (v *view) addRecord(rec rows.Record) {
	v.batch.Rows++
	t, e := v.block.rows.Table, v.block.export
	v.cells = t.Cells(v.cells[:0], rec, e.Columns)
	v.batch.Warnings = append(v.batch.Warnings, t.Troubles(rec, v.cells, e.Columns)...)
	before := len(v.places)
	v.addResponse(rec.Line)
	switch {
	case len(v.places) == before && t.IsBlankRow(rec):
		v.batch.BlankRows++
	case v.leaveOut():
		v.batch.LeftOut++
	default:
		for _, column := range v.block.query.Columns {
			if d := value.Damage(rows.At(v.cells, column)); d != "" {
				v.batch.Warnings = append(v.batch.Warnings, notice.Warning{Code: notice.DamagedCell, File: t.Name, Line: rec.Line, Column: column, Message: d})
			}
		}
		return
	}
	v.batch.Responses = v.batch.Responses[:len(v.batch.Responses)-1]
	v.texts, v.places = v.texts[:before], v.places[:before]
}

// addResponse appends a response and its cells.
func (v *view) addResponse(line int) {
	e, q := v.block.export, v.block.query
	r := Response{File: v.block.rows.Table.Name, Line: line, Extra: v.room(len(q.Extra))}
	for i, column := range q.Columns {
		if a := e.answerIn(v.cells, column); a != "" {
			v.addCell(i, a)
		}
	}
	for i, column := range q.Extra {
		if a := rows.At(v.cells, column); a != "" {
			v.addCell(len(q.Columns)+i, a)
		}
	}
	v.batch.Responses = append(v.batch.Responses, r)
}

// addCell appends a cell of the response that is appended next.
func (v *view) addCell(column int, text string) {
	v.texts = append(v.texts, text)
	v.places = append(v.places, place{int32(len(v.batch.Responses)), int32(column)})
}

// room returns a slice for the cells of Query.Extra, cut from a larger one; nil if
// there are none.
func (v *view) room(n int) []string {
	if n == 0 {
		return nil
	}
	if len(v.extra) < n {
		v.extra = make([]string, n*(1+len(v.block.rows.Records)))
	}
	cells := v.extra[:n:n]
	v.extra = v.extra[n:]
	return cells
}

// leaveOut counts the state of the record and reports whether to leave it out.
func (v *view) leaveOut() bool {
	switch stateOf(v.block.export.states, v.cells) {
	case stateUnfinished:
		v.batch.Unfinished++
	case stateTest:
		v.batch.Tests++
	default:
		return false
	}
	return v.block.query.FinishedOnly
}
