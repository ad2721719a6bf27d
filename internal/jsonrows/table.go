package jsonrows

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"

	"verbatim/internal/notice"
)

// A Table is a text whose columns are known. Where a column is a list, its cells hold the values with ListSeparator
// between them.
type Table struct {
	Columns []string
	Lists   []bool // by column: some of the first rows have several values there, so it is a multiple choice

	name    string
	text    io.Reader // from its beginning: the head again, then what follows it
	outline outline
	columns *columns
	log     notice.Log
}

// A Row is an object.
type Row struct {
	Line  int      // on which it begins, from 1
	Cells []string // by column; the slice is used again for the next row
}

// headSize is how much of a text is looked at for its columns: as much as of a CSV file. It is kept until the rows of it
// have been given.
const headSize = 8 << 20

// Open reads the beginning of a text to find its columns. The error is a *notice.InputError.
func Open(r io.Reader, name string) (*Table, error) {
	head, err := io.ReadAll(io.LimitReader(r, headSize))
	if err != nil {
		return nil, unread(name, err)
	}
	whole := len(head) < headSize
	o, err := outlineOf(head, name, whole)
	if err != nil {
		return nil, err
	}
	t := &Table{name: name, outline: o, columns: newColumns()}
	if err := t.findColumns(head, whole); err != nil {
		return nil, err
	}
	t.text = io.MultiReader(bytes.NewReader(head), r)
	t.Columns, t.Lists = t.columns.names, t.columns.lists
	t.columns.growing = false // from here on, a new key is a late one
	return t, nil
}

// findColumns reads the rows of the head, the last of which may not be whole. An error is told when the row is read again; here it only matters if there is
// no row at all.
func (t *Table) findColumns(head []byte, whole bool) error {
	rows := 0
	var first error
	p := t.parser(bytes.NewReader(head))
	p.warn = func(code notice.Code, message string) {
		if code == notice.NumberedList { // the others are told when the row is read again
			t.add(code, 0, message)
		}
	}
	// An array may be cut at the end of the head, and a line is left out anyway: both are no reason to refuse the text.
	note := func(err error) { first = cmp.Or(first, err) }
	note(p.rows(t.outline, note, func(int) bool { rows++; return true }))
	switch {
	case t.columns.full:
		return refusal(t.name, "is JSON with more than "+strconv.Itoa(maxColumns)+" different keys", "choose those with answers first, for example with jq or duckdb")
	case rows > 0:
		return nil
	case first != nil && whole:
		return t.broken(first)
	case whole:
		return refusal(t.name, "is JSON without rows", "")
	}
	return refusal(t.name, "is JSON whose first row is longer than 8 MiB", "")
}

// parser begins at the beginning of a text.
func (t *Table) parser(r io.Reader) *parser {
	p := newParser(r)
	p.columns = t.columns
	return p
}

// Rows gives one row after the other. It can be called once. An error is a *notice.InputError, and the last.
func (t *Table) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		p := t.parser(t.text)
		p.warn = func(code notice.Code, message string) { t.add(code, p.line, message) }
		leftOut := func(err error) {
			if at, ok := errors.AsType[*syntaxError](err); ok {
				t.add(notice.BadRecord, at.line, "the line is left out: "+at.what)
			}
		}
		cells := make([]string, len(t.Columns))
		err := p.rows(t.outline, leftOut, func(line int) bool {
			p.fillCells(cells)
			return yield(Row{line, cells}, nil)
		})
		if err != nil {
			yield(Row{}, t.broken(err))
		}
	}
}

// add adds a warning.
func (t *Table) add(code notice.Code, line int, message string) {
	t.log.Add(notice.Warning{Code: code, File: t.name, Line: line, Message: message})
}

// broken makes the error of a text that cannot be read on. Its line and column are those of the byte at which the parser
// saw it, which may be behind the place that is wrong.
func (t *Table) broken(err error) error {
	at, ok := errors.AsType[*syntaxError](err)
	switch {
	case !ok:
		return unread(t.name, err)
	case at.ends:
		return refusal(t.name, "is JSON that is cut off: "+at.Error(), "it was probably not copied or downloaded whole: get it again")
	}
	return refusal(t.name, "is broken JSON: "+at.Error(), "mend that place, or write it anew")
}

// unread is the error of a text that cannot be read, which may say what is wrong with the file that it is packed in.
func unread(name string, err error) error {
	if known, ok := errors.AsType[*notice.InputError](err); ok {
		return known
	}
	return refusal(name, "cannot be read: "+notice.Cause(err), "")
}

// Warnings are about the rows that were read so far. Those about late keys have no line: the first row with such a key is
// no worse than the others.
func (t *Table) Warnings() []notice.Warning {
	const hint = "begin the file with a row that has all keys"
	out := t.log.List()
	for _, name := range slices.Sorted(maps.Keys(t.columns.late)) {
		out = append(out, notice.Warning{Code: notice.LateColumn, File: t.name, Hint: hint,
			Message: fmt.Sprintf("the key %s comes first below 8 MiB: %d values of it are not read", quoted(name), t.columns.late[name])})
	}
	if n := t.columns.lateOther; n > 0 {
		out = append(out, notice.Warning{Code: notice.LateColumn, File: t.name, Hint: hint,
			Message: fmt.Sprintf("more keys come first below 8 MiB: %d values of them are not read", n)})
	}
	return out
}
