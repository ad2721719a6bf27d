package rows

import (
	"fmt"
	"iter"

	"verbatim/internal/charset"
	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// Text may have been encoded twice before the file was written: "Ã¼" stands for "ü"
// in some columns, or in all. It is read as it stands, with a warning for each
// column, unless the user asks for repair.

// twiceEncoded is what the cells of a column show that hold more than ASCII.
type twiceEncoded struct {
	cells, twice int  // all of them, and those that were encoded twice
	left         int  // those in which undoing it leaves something
	proven       bool // by one cell alone
}

// findTwice counts, by column, the cells of the sample that were encoded twice, and
// sets which columns are repaired.
func (t *Table) findTwice(head string, repair bool) {
	if !charset.Twice(head) { // as nearly always; then no cell is looked at
		return
	}
	var columns []twiceEncoded
	for i, cell := range t.cellsBeyondASCII(head) {
		for len(columns) <= i {
			columns = append(columns, twiceEncoded{})
		}
		d := &columns[i]
		d.cells++
		once, ok := charset.OnceBeside(cell)
		if !ok {
			continue
		}
		d.twice++
		_, proof := charset.Once(cell)
		d.proven = d.proven || proof
		if repair && charset.Remains(once) {
			d.left++
		}
	}
	t.repaired = make([]bool, len(columns))
	for i, d := range columns {
		// Many cells prove together what none of them proves alone.
		if d.proven || d.twice > 2 && d.twice*4 >= d.cells*3 {
			t.Warnings = append(t.Warnings, t.twiceWarning(i, d, repair))
			t.repaired[i] = repair
		}
	}
}

// cellsBeyondASCII yields the cells that hold more than ASCII, with their columns from 0.
func (t *Table) cellsBeyondASCII(head string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		var cells []Cell
		for rec := range t.syntax.all(head, t.Whole) {
			if !value.BeyondASCII(rec.Text) {
				continue
			}
			cells = t.syntax.split(cells[:0], rec.Text)
			for i, c := range cells {
				if value.BeyondASCII(c.Raw) && !yield(i, c.Raw) {
					return
				}
			}
		}
	}
}

// twiceWarning is the warning about one column.
func (t *Table) twiceWarning(column int, d twiceEncoded, repair bool) notice.Warning {
	w := notice.Warning{Code: notice.EncodedTwice, File: t.Name, Column: column + 1}
	some := fmt.Sprintf("%d cells were", d.twice)
	if d.twice == 1 {
		some = "a cell was"
	}
	if !t.Whole {
		some = "in the part that was looked at, " + some
	}
	w.Message, w.Hint = some+` encoded twice, so that "Ã¼" stands for "ü" or the like`, "--repair-encoding undoes it"
	if repair {
		w.Code, w.Message, w.Hint = notice.EncodedOnce, some+" encoded twice, which is undone as asked for", ""
	}
	if d.left == 1 {
		w.Message += "; in a cell some of it remains"
	} else if d.left > 1 {
		w.Message += fmt.Sprintf("; in %d cells some of it remains", d.left)
	}
	return w
}

// repair goes over the cells as they stand in the file: blanks at their ends may be the
// second half of a character. It undoes the second encoding of the cells of columns that have it.
func (t *Table) repair(cells []Cell) {
	for i := range min(len(cells), len(t.repaired)) {
		if t.repaired[i] {
			cells[i].Raw, _ = charset.OnceBeside(cells[i].Raw)
		}
	}
}
