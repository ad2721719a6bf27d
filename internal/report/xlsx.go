package report

import (
	"errors"
	"io"
	"slices"

	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
	"verbatim/internal/workbook"
)

// A workbook has a sheet for each table of a document, with the columns of CSV, and a last one with what has to be known
// of them (about.go). Numbers are numbers, and no text is a formula, so nothing is defused: each is as it was written, in
// one line and without control characters.

// numberFormats are the formats of columns whose numbers are shares, probabilities or weighted.
var numberFormats = map[string]string{
	"share": "0.0%", "ci_low": "0.0%", "ci_high": "0.0%", "not_picked_share": "0.0%", "p": "0.0000", "p_adjusted": "0.0000", "log_odds": "0.00", "z": "0.00",
	"mean_words": "0.0", "effective_n": "0.0",
}

// writeWorkbook writes a document as a workbook.
func writeWorkbook(w io.Writer, d document) error {
	about, err := aboutPage(d, func() remarks {
		r := d.remarks()
		r.warnings = append(listed(r.warnings), CutTexts(d, Excel)...)
		return r
	})
	if err != nil {
		return err
	}
	var pages []workbook.Page
	for _, t := range d.tables() {
		pages = append(pages, t.page())
	}
	return workbook.Write(w, append(pages, about))
}

// page is the table as a sheet. Columns that are blank in every row are left out.
func (t dataTable) page() workbook.Page {
	filled, columns := t.filled(), []int{}
	page := workbook.Page{Name: t.name, Filter: true}
	for i, name := range t.header {
		if filled[i] {
			columns, page.Header = append(columns, i), append(page.Header, name)
		}
	}
	page.Rows = func(yield func([]workbook.Value) bool) {
		for cells := range t.rows {
			row := make([]workbook.Value, len(columns))
			for at, i := range columns {
				row[at] = valueOf(cells[i], numberFormats[t.header[i]])
			}
			if !yield(row) {
				return
			}
		}
	}
	return page
}

// filled says of each column if any row has something in it. A table without rows keeps its columns.
func (t dataTable) filled() []bool {
	filled, rows := make([]bool, len(t.header)), 0
	for cells := range t.rows {
		rows++
		for i, cell := range cells {
			filled[i] = filled[i] || !valueOf(cell, "").IsBlank()
		}
	}
	for i := range filled {
		filled[i] = filled[i] || rows == 0
	}
	return filled
}

// valueOf is a value of a table as that of a cell; a nil pointer, or a figure that is withheld, is a blank cell.
func valueOf(value any, format string) workbook.Value {
	switch v := value.(type) {
	case int:
		return workbook.Number(float64(v), format)
	case float64:
		return workbook.Number(v, format)
	case *float64:
		if v != nil {
			return workbook.Number(*v, format)
		}
	case *int:
		if v != nil {
			return workbook.Number(float64(*v), format)
		}
	case tally.Figure:
		if !v.IsWithheld() {
			return workbook.Number(float64(v), format)
		}
	case bool:
		return workbook.Truth(v)
	case string:
		return workbook.Text(prose.Plain(v))
	case list:
		return workbook.Text(v.joined(prose.Plain))
	default:
		return workbook.Text(cellOf(value))
	}
	return workbook.Value{}
}

// CutTexts warns of texts of a document that are longer than a cell of a workbook, if it is written as one.
func CutTexts(d document, f Format) []notice.Warning {
	if f != Excel {
		return nil
	}
	cut := 0
	for _, t := range d.tables() {
		for cells := range t.rows {
			for _, cell := range cells {
				if valueOf(cell, "").IsCut() {
					cut++
				}
			}
		}
	}
	return cutTexts(cut)
}

// cutTexts warns of so many texts.
func cutTexts(n int) []notice.Warning {
	if n == 0 {
		return nil
	}
	return []notice.Warning{{Code: notice.CutCells, Message: prose.Count(n, "text") + " longer than the 32,767 characters that a cell of a workbook holds: cut, with … for the rest",
		Hint: "CSV and JSON have all of them"}}
}

// writeWorkbook writes the rows on one sheet, and on another what they were made of and how many there are.
func (c *Coded) writeWorkbook(w io.Writer) error {
	var failed error
	stop := errors.New("the workbook takes no more rows")
	table := workbook.Page{Name: "Respondents", Header: c.header(prose.Plain), Filter: true}
	table.Rows = func(yield func([]workbook.Value) bool) {
		failed = c.rows(func(r study.CodedRow) error {
			if !yield(c.values(r)) {
				return stop
			}
			return nil
		})
	}
	about, err := aboutPage(struct {
		Origin
		Base tally.Base `json:"base"`
	}{c.origin, c.tally.Base}, func() remarks { // no answers, which nobody asked for
		return remarks{c.origin.Question.Text, codingSummary(c.tally, c.coding, nil), slices.Concat(c.tally.Warnings, Warnings(c.coding.Warnings), c.CutTexts())}
	})
	if err != nil {
		return err
	}
	err = workbook.Write(w, []workbook.Page{table, about})
	if failed != nil && !errors.Is(failed, stop) {
		return failed
	}
	return err
}

// values are the cells of a row.
func (c *Coded) values(r study.CodedRow) []workbook.Value {
	row := []workbook.Value{workbook.Text(prose.Plain(c.nameOf(r))), workbook.Number(float64(r.Line), "")}
	if c.text {
		answer := workbook.Text(prose.Written(r.Answer))
		row = append(row, answer)
		if answer.IsCut() {
			c.cut++
		}
	}
	for _, code := range codesOf(r) {
		row = append(row, valueOf(code, ""))
	}
	return row
}

// CutTexts warns of answers that are longer than a cell of the workbook that was written.
func (c *Coded) CutTexts() []notice.Warning { return cutTexts(c.cut) }
