package report

import (
	"bytes"
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/workbook"
)

// The last sheet of a workbook has what has to be known of the others: the sentences below the table on a terminal, the
// warnings, and every single value of the JSON beside the lists, by its keys:
//
//	item           value
//	Question       What is missing?
//	Note           47 of 50 respondents gave an answer. …
//	Warning        few_answers: …
//
//	Base
//	base.valid     47
//
//	Settings
//	options.count  respondents

// aboutParts are the headings of the values, with the first keys of those below each. Others are settings.
var aboutParts = []struct {
	heading string
	keys    []string
}{
	{"Base", []string{"base", "tokens", "uncoded", "cut", "suppressed", "masked", // of a tally
		"banner", "blank", "left_out", "withheld", "family", "tests", // of a comparison
		"matches", "mentions", "respondents", "rows", "blank_rows", // of quotes and inspections
	}},
	{settings, nil},
	{"Decisions", []string{"decisions"}},
}

const settings = "Settings"

// partOf is the heading of a value.
func partOf(key string) string {
	first, _, _ := strings.Cut(key, ".")
	for _, part := range aboutParts {
		if slices.Contains(part.keys, first) {
			return part.heading
		}
	}
	return settings
}

// An aboutRow is a row of the sheet: what it tells of, and that.
type aboutRow = []workbook.Value

// aboutPage is the sheet of a document, which is written as JSON. The remarks may be known only when the sheets before it
// are written.
func aboutPage(document any, remarked func() remarks) (workbook.Page, error) {
	text, err := json.Marshal(document)
	return workbook.Page{Name: "About", Header: []string{"item", "value"}, Rows: func(yield func(aboutRow) bool) {
		rows := remarked().rows()
		for _, part := range aboutParts {
			if values := valuesOf(part.heading, text); values != nil {
				rows = append(rows, nil, aboutRow{workbook.Heading(part.heading)})
				rows = append(rows, values...)
			}
		}
		slices.Values(rows)(yield)
	}}, err
}

// rows are the sentences, a row each.
func (r remarks) rows() (rows []aboutRow) {
	add := func(item, text string) {
		rows = append(rows, aboutRow{workbook.Text(item), workbook.Text(prose.Plain(text))})
	}
	if r.question != "" {
		add("Question", r.question)
	}
	for _, note := range r.notes {
		add("Note", note)
	}
	for _, w := range r.warnings {
		add("Warning", strings.TrimPrefix(string(w.Code)+": "+w.String(), ": ")) // an old document has no codes
	}
	return rows
}

// valuesOf are the values of a JSON object below a heading.
func valuesOf(heading string, object []byte) (rows []aboutRow) {
	for key, value := range single(object) {
		if partOf(key) == heading {
			rows = append(rows, aboutRow{workbook.Text(key), value})
		}
	}
	return rows
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
		return visit(key, workbook.Truth(raw[0] == 't'))
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
	if len(items) == 1 {
		return eachSingle(key, items[0], visit)
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
