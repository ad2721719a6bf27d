package survey

import "strings"

// A row may have more cells than the header. Where most rows have, the columns
// have no name (unnamed); else somebody put no quotes around an answer with
// commas, mostly the comment at the end:
//
//	id,dept,comment
//	1,HR,good place, friendly team, long queue
//	         └──────────── one answer ────────┘
//
// A space after each comma tells it. Then the last column has all of it; any
// other surplus is in no column. Either is warned of.

// cells takes a record apart, appending to cells. Surplus cells are kept at the
// end: an answer that they are pieces of has them too. Whether bytes are text is
// looked at here, once for all cells.
func (e *Export) cells(src *source, cells []cell, rec record) []cell {
	cells = src.syntax.split(cells, rec.text)
	if damaged(rec.text) {
		for i := range cells {
			cells[i].damaged = true
		}
	}
	if len(cells) > e.Columns && e.surplusIsText(cells) {
		var text strings.Builder
		for i, c := range cells[e.Columns-1:] {
			if i > 0 {
				text.WriteByte(src.syntax.delimiter)
			}
			text.WriteString(c.raw)
		}
		cells[e.Columns-1].raw = text.String()
	}
	return cells
}

// surplusIsText says that the cells past the header are pieces of the answer in
// the last column.
func (e *Export) surplusIsText(cells []cell) bool {
	last := cells[e.Columns-1]
	return !last.quoted && !isBlank(last.raw) && prose(cells[e.Columns-1:], len(cells)+1)
}
