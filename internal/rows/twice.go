package rows

import (
	"fmt"

	"verbatim/internal/charset"
	"verbatim/internal/notice"
)

// Text may have been encoded twice before the file was written: "Ã¼" stands for "ü"
// in some columns, or in all. It is read as it stands, with a warning for each
// column, unless the user asks for repair.

// findTwice counts, by column, the cells of the sample that were encoded twice, and
// sets which columns are repaired.
func (t *Table) findTwice(head string, repair bool) {
	if !charset.Twice(head) { // as nearly always; then no cell is looked at
		return
	}
	counts, left := map[int]int{}, map[int]int{} // by column, from 0
	columns := 0
	var cells []Cell
	for rec := range t.syntax.all(head, t.Whole) {
		if !charset.Twice(rec.Text) {
			continue
		}
		cells = t.syntax.split(cells[:0], rec.Text)
		for i, c := range cells {
			once, ok := charset.Once(c.Raw)
			if ok {
				counts[i]++
				columns = max(columns, i+1)
			}
			if repair && charset.Remains(once) {
				left[i]++
			}
		}
	}
	if repair {
		t.repaired = make([]bool, columns)
	}
	for i := range columns {
		if counts[i] > 0 {
			t.Warnings = append(t.Warnings, t.twiceWarning(i, counts[i], left[i], repair))
			if repair {
				t.repaired[i] = true
			}
		}
	}
}

// twiceWarning is the warning about one column; left is the number of cells in which the
// repair leaves something.
func (t *Table) twiceWarning(column, cells, left int, repair bool) notice.Warning {
	w := notice.Warning{Code: notice.EncodedTwice, File: t.Name, Column: column + 1}
	some := fmt.Sprintf("%d cells were", cells)
	if cells == 1 {
		some = "a cell was"
	}
	if !t.Whole {
		some = "in the part that was looked at, " + some
	}
	w.Message, w.Hint = some+` encoded twice, so that "Ã¼" stands for "ü" or the like`, "--repair-encoding undoes it"
	if repair {
		w.Code, w.Message, w.Hint = notice.EncodedOnce, some+" encoded twice, which is undone as asked for", ""
	}
	if left == 1 {
		w.Message += "; in a cell some of it remains"
	} else if left > 1 {
		w.Message += fmt.Sprintf("; in %d cells some of it remains", left)
	}
	return w
}

// repair goes over the cells as they stand in the file: blanks at their ends may be the
// second half of a character. It undoes the second encoding of the cells of columns that have it.
func (t *Table) repair(cells []Cell) {
	for i := range min(len(cells), len(t.repaired)) {
		if t.repaired[i] {
			cells[i].Raw, _ = charset.Once(cells[i].Raw)
		}
	}
}
