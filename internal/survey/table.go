package survey

import (
	"fmt"
	"slices"
	"strings"
	"verbatim/internal/notice"
)

// The table of a file: its header rows, its columns, and the platform that both
// show.

// detectTable reads the header rows: their number, the platform, the columns.
func (src *source) detectTable(d *Dialect, opt Options) ([]column, error) {
	rows, ends := src.firstRows(headerSample)
	if len(rows) == 0 {
		return nil, &notice.InputError{Name: src.input.Name, What: "is empty", Hint: "an export has at least a header row"}
	}
	if opt.NoHeader {
		rows, ends = slices.Insert(rows, 0, headless(rows)), slices.Insert(ends, 0, src.skip)
		opt.HeaderRows = 1
	}
	roles, why := detectHeader(rows, opt.HeaderRows)
	h := newHeadings(rows, len(roles))
	var who string
	d.Platform, who = detectPlatform(h, opt.Platform)
	d.HeaderRows = len(roles)
	if opt.NoHeader {
		d.HeaderRows, why = 0, "no header row, as asked for"
	}
	d.Evidence = append(d.Evidence, why, who)
	src.skip = ends[len(roles)-1]
	src.answered = opt.HeaderRows == 0 && len(roles) == 1 && looksAnswered(rows[0], rows[1:])
	d.Columns = 0
	for _, row := range h.rows {
		d.Columns = max(d.Columns, len(row))
	}
	if n := unnamed(h.first, d.Columns); n > 0 {
		d.Columns += n
		d.Evidence = append(d.Evidence, fmt.Sprintf("columns without a name: %d, since rows go on past the header", n))
	}
	columns := nameColumns(h.rows, roles, d.Columns)
	if d.Platform == limeSurvey {
		splitCodes(columns)
	}
	markMeta(columns, d.Platform)
	return columns, nil
}

// firstRows gives the cells of the first records that are not above the header
// and no empty lines, and for each the number of records up to its end.
func (src *source) firstRows(n int) (rows [][]string, ends []int) {
	at := 0
	for rec := range src.syntax.all(src.head, src.whole) {
		if len(rows) == n {
			break
		}
		if at++; at <= src.skip || src.syntax.emptyLine(rec.text) {
			continue
		}
		var row []string
		for _, c := range src.syntax.split(nil, rec.text) {
			row = append(row, clean(c.text()))
		}
		rows, ends = append(rows, row), append(ends, at)
	}
	return rows, ends
}

// unnamed gives the number of columns that rows have past the header: a
// spreadsheet drops the blank cells at its end. Three rows and one in ten must
// agree on the number; a comma that somebody did not put into quotes is followed
// by a space.
func unnamed(rows [][]string, columns int) int {
	counts, surplus := map[int]int{}, 0
	for _, row := range rows {
		for len(row) > columns && isBlank(row[len(row)-1]) {
			row = row[:len(row)-1]
		}
		if len(row) <= columns {
			continue
		}
		if strings.HasPrefix(row[columns], " ") {
			return 0
		}
		surplus++
		counts[len(row)]++
	}
	most := commonest(counts)
	if surplus < 3 || counts[most] < 3 || surplus*10 < len(rows) {
		return 0
	}
	return most - columns
}
