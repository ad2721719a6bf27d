package workbook

import (
	"slices"
	"strings"
)

// A merge is a merged cell: columns and rows from 1. Its text is in its first cell.
type merge struct{ left, top, right, bottom int }

// maxHeader is the number of rows among which a header with merged cells is looked for.
const maxHeader = 10

// readMerged reads the merged cells of the first rows, which a sheet lists behind its last row.
func (s *sheetReader) readMerged() (merged []merge, err error) {
	for inRows := s.depth; s.inRows && s.depth >= inRows; {
		if _, err := s.next(); err != nil {
			return nil, err
		}
	}
	for s.depth > 0 {
		kind, err := s.next()
		if err != nil {
			return nil, err
		}
		if kind == element && string(s.name) == "mergeCell" && len(merged) < maxColumns {
			first, last, _ := strings.Cut(s.attrText("ref"), ":")
			m := merge{}
			m.left, m.top = place([]byte(first))
			m.right, m.bottom = place([]byte(last))
			if m.left > 0 && m.right > m.left {
				merged = append(merged, m)
			}
		}
	}
	slices.SortFunc(merged, func(a, b merge) int { return a.top - b.top })
	return merged, nil
}

// A header fills merged cells to the right, where they mean that a question goes on in the next columns:
//
//	│ Id │ Which tools do you use?    ─▶  │ Id │ Which … use? │ Which … use? │
//	│    │ Pen         │ Paper                │    │ Pen          │ Paper        │
//
// The header begins with the first row, and goes on as long as the rows have merged cells or no more than one cell, as
// a title has: the first row without either is the last one of the header. A merged cell that is alone in its row is a
// title and not filled. Cells that are merged below the header are blank but for the first.
type header struct {
	merged []merge
	rows   int // of the header that have been seen
	over   bool
}

// fill fills the merged cells of the next row if it is one of the header.
func (h *header) fill(row *Row) {
	if h.over || len(h.merged) == 0 || len(row.Cells) == 0 {
		return
	}
	alone, wide := countFilled(row.Cells) == 1, false
	for _, m := range h.merged {
		if m.top != row.Number {
			continue
		}
		wide = true
		if alone || m.left > len(row.Cells) || row.Cells[m.left-1] == "" {
			continue
		}
		for len(row.Cells) < m.right {
			row.Cells = append(row.Cells, "")
		}
		for column := m.left; column < m.right; column++ {
			row.Cells[column] = row.Cells[m.left-1]
		}
		row.Merged += m.right - m.left
	}
	h.rows++
	h.over = !wide && !alone || h.rows == maxHeader
}
