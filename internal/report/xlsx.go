package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/workbook"
)

// A workbook has the table of a document on its first sheet, with the columns of CSV, and on a second
// one what has to be known of it: the sentences below the table on a terminal, and every single value
// of the JSON beside the lists, by its keys:
//
//	About
//	Question             What is missing?
//	Note                 47 of 50 respondents gave an answer. …
//	options.count        respondents
//	base.valid           47
//
// Numbers are numbers, and no text is a formula, so nothing is defused.

// numberFormats are the formats of columns whose numbers are shares or probabilities.
var numberFormats = map[string]string{
	"share": "0.0%", "ci_low": "0.0%", "ci_high": "0.0%", "p": "0.0000", "p_adjusted": "0.0000", "log_odds": "0.00", "z": "0.00", "mean_words": "0.0",
}

// writeWorkbook writes a document as a workbook.
func writeWorkbook(w io.Writer, d document) error {
	table := workbook.Page{Name: "Table", Filter: true}
	var rows [][]workbook.Value
	d.rows(func(cells ...any) {
		if table.Header == nil {
			table.Header = prose.Texts(cells, cellOf)
			return
		}
		row := make([]workbook.Value, len(cells))
		for i, cell := range cells {
			row[i] = valueOf(cell, numberFormats[table.Header[i]])
		}
		rows = append(rows, row)
	})
	table.Rows = func(yield func([]workbook.Value) bool) {
		for _, row := range rows {
			if !yield(row) {
				return
			}
		}
	}
	about, err := aboutPage(d)
	if err != nil {
		return err
	}
	err = workbook.Write(w, []workbook.Page{table, about})
	return err
}

// valueOf is a value of a table as that of a cell; a nil pointer is a blank cell.
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
	case string:
		return workbook.Text(prose.Plain(v))
	default:
		return workbook.Text(cellOf(value))
	}
	return workbook.Value{}
}

// aboutPage is the second sheet.
func aboutPage(d document) (workbook.Page, error) {
	page := workbook.Page{Name: "About", Header: []string{"item", "value"}}
	var rows [][]workbook.Value
	add := func(item string, value workbook.Value) {
		rows = append(rows, []workbook.Value{workbook.Text(item), value})
	}
	question, notes := d.remarks()
	if question != "" {
		add("Question", workbook.Text(prose.Plain(question)))
	}
	for _, note := range notes {
		add("Note", workbook.Text(prose.Plain(note)))
	}
	text, err := json.Marshal(d)
	if err != nil {
		return page, err
	}
	for item, value := range single(text) {
		add(item, value)
	}
	page.Rows = func(yield func([]workbook.Value) bool) {
		for _, row := range rows {
			if !yield(row) {
				return
			}
		}
	}
	return page, nil
}

// single gives the single values of a JSON object, by their keys with dots between. A list of values is
// one text; lists of objects are left out, and so is what is empty.
func single(object []byte) iter.Seq2[string, workbook.Value] {
	return func(yield func(string, workbook.Value) bool) { eachSingle("", object, yield) }
}

// eachSingle visits the values below a key, and reports whether to go on.
func eachSingle(key string, raw []byte, visit func(string, workbook.Value) bool) bool {
	raw = bytes.TrimSpace(raw)
	switch raw[0] {
	case '{':
		in := json.NewDecoder(bytes.NewReader(raw))
		_, _ = in.Token() // the JSON is our own
		for in.More() {
			name, _ := in.Token()
			var inner json.RawMessage
			if in.Decode(&inner) != nil || !eachSingle(strings.TrimPrefix(key+"."+name.(string), "."), inner, visit) {
				return false
			}
		}
		return true
	case '[':
		return visitList(key, raw, visit)
	case '"':
		var text string
		_ = json.Unmarshal(raw, &text)
		return text == "" || visit(key, workbook.Text(prose.Plain(text)))
	case 'n':
		return true
	case 't', 'f':
		return visit(key, workbook.Text(string(raw)))
	}
	var number float64
	_ = json.Unmarshal(raw, &number)
	return visit(key, workbook.Number(number, ""))
}

// visitList visits a list of single values as one text.
func visitList(key string, raw []byte, visit func(string, workbook.Value) bool) bool {
	var items []json.RawMessage
	_ = json.Unmarshal(raw, &items)
	if len(items) == 0 || items[0][0] == '{' || items[0][0] == '[' {
		return true
	}
	texts := prose.Texts(items, func(item json.RawMessage) string {
		var text string
		if json.Unmarshal(item, &text) != nil {
			return string(item)
		}
		return text
	})
	return visit(key, workbook.Text(prose.Plain(strings.Join(texts, ", "))))
}

// writeWorkbook writes the rows on one sheet, and what they were made of on another.
func (c *Coded) writeWorkbook(w io.Writer) error {
	var failed error
	stop := errors.New("the workbook takes no more rows")
	table := workbook.Page{Name: "Table", Header: c.header(), Filter: true}
	table.Rows = func(yield func([]workbook.Value) bool) {
		failed = c.rows(func(r study.CodedRow) error {
			row := []workbook.Value{workbook.Text(prose.Plain(c.nameOf(r))), workbook.Number(float64(r.Line), "")}
			if c.text {
				row = append(row, workbook.Text(prose.Plain(r.Answer)))
			}
			for _, code := range codesOf(r) {
				row = append(row, valueOf(code, ""))
			}
			if !yield(row) {
				return stop
			}
			return nil
		})
	}
	text, err := json.Marshal(c.origin)
	if err != nil {
		return err
	}
	about := workbook.Page{Name: "About", Header: []string{"item", "value"}, Rows: func(yield func([]workbook.Value) bool) {
		for item, value := range single(text) {
			if !yield([]workbook.Value{workbook.Text(item), value}) {
				return
			}
		}
	}}
	err = workbook.Write(w, []workbook.Page{table, about})
	if failed != nil && !errors.Is(failed, stop) {
		return failed
	}
	return err
}
