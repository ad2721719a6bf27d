// Package report writes results for people and for programs: as a table, as Markdown, as CSV, as
// JSON, as a workbook, and as a page of HTML.
//
// Each kind of result has one document type, with its own file. Its JSON is a contract
// ("verbatim/tally/v1"), which package schema describes: fields are added, but never renamed or
// removed. All other formats are views of the same document, so they cannot disagree:
//
//	study.Count ─▶ Tally (tally.go) ──────────┐              ┌─▶ table      section.go, for a terminal
//	comparison  ─▶ Compare (compare.go) ──────┤              ├─▶ Markdown   section.go, document_markdown.go
//	quotes      ─▶ Quotes (quotes.go) ────────┼─ format.go ──┼─▶ CSV        csv.go
//	inspection  ─▶ Inspection (inspect.go) ───┤              ├─▶ JSON       report.go
//	                                          │              ├─▶ workbook   xlsx.go, about.go
//	all of a survey ─▶ Report (document.go) ──┘              └─▶ HTML       html.go, html_section.go, page/
//
// Coded data (coded.go) are not kept in a document but written row by row.
//
// Answers are hostile input in each format: a terminal obeys control characters, a spreadsheet
// formulas, Markdown and HTML markup, and a build server commands in its log. Each format makes
// them harmless in one place: prose.Plain, cellSafe, markdownSafe, jsonEscapes and fill.
package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// An Origin begins every document of a question: what the document is, and where its figures come
// from. Two documents with equal origins, made of the same files, have equal figures.
type Origin struct {
	Schema   string        `json:"schema"`
	Source   Source        `json:"source"`
	Question Question      `json:"question"`
	Options  study.Options `json:"options"`
}

// Source says where the answers come from and how they were read.
type Source struct {
	Files      []string `json:"files"`
	Platform   string   `json:"platform"`
	Encoding   string   `json:"encoding"`
	Container  string   `json:"container,omitempty"`
	Delimiter  string   `json:"delimiter"`
	HeaderRows int      `json:"header_rows"`
	SHA256     []string `json:"sha256,omitempty"` // of the files, if it was asked for
}

// Question names the question that was counted.
type Question struct {
	Columns []int  `json:"columns"` // from 1
	ID      string `json:"id"`
	Text    string `json:"text"`
}

// QuestionOf names a question of a survey.
func QuestionOf(q survey.Question) Question {
	return Question{Columns: q.Columns, ID: q.ID, Text: q.Text}
}

// name is the text of a question, or the id of one without, as it stands in headings: in one line,
// and harmless on a terminal. Markdown and HTML escape it once more.
func (q Question) name() string { return prose.Plain(cmp.Or(q.Text, q.ID)) }

// as is the origin of a document of another schema about the same answers. Its options are those
// that were counted with, so that anybody can make the tally it belongs to.
func (o Origin) as(schema string) Origin {
	o.Schema = schema
	return o
}

// Warnings turns warnings into their form in a document, where the message includes its hint.
func Warnings(ws []notice.Warning) []notice.Warning {
	out := listed(ws)
	for i := range out {
		out[i].Message, out[i].Hint, out[i].More = out[i].Text(), "", 0
	}
	return out
}

// listed is a copy of a list, as documents have it: one without items is [] in JSON and not null.
func listed[T any](list []T) []T { return append([]T{}, list...) }

// writeJSON writes a document, indented, with HTML characters as they are. Characters that a
// terminal or a build server would obey are written as escapes: for a reader of JSON these are the
// same text.
func writeJSON(w io.Writer, document any) error {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(document); err != nil {
		return err
	}
	return writeEscaped(w, text.String())
}

// writeFrame writes a document with a list that need not be in memory: in the frame it is empty, and
// items hands on each item as the text that it is there. The items go into the gap:
//
//	{
//	  "schema": …,
//	  "terms": [     ◀─ one term, another, …
//	  ],
//	  "set_aside": …
func writeFrame(w io.Writer, frame any, list string, items func(item func(text []byte) error) error) error {
	var text strings.Builder
	if err := writeJSON(&text, frame); err != nil {
		return err
	}
	// No other line begins like this: text has no line ends, and deeper lists stand
	// further to the right.
	head, tail, _ := strings.Cut(text.String(), "\n  \""+list+"\": []")
	err := writeText(w, head+"\n  \""+list+"\": [")
	comma := ""
	if err == nil {
		err = items(func(text []byte) error {
			err := writeEscaped(w, comma+"\n    "+string(text))
			comma = ","
			return err
		})
	}
	if err != nil {
		return err
	}
	return writeText(w, "\n  ]"+tail)
}

// writeEscaped writes JSON with the escapes below. Most texts need none, and hold nothing that may need one.
func writeEscaped(w io.Writer, text string) error {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x7F }) && !strings.Contains(text, "##") {
		return writeText(w, text)
	}
	_, err := jsonEscapes.WriteString(w, text)
	return err
}

// jsonEscapes escapes the control characters that encoding/json leaves as they are (from DEL on,
// and those that change the direction of text), and the first # of a build server's command.
var jsonEscapes = func() *strings.Replacer {
	pairs := []string{"##[", `\u0023#[`, "##vso[", `\u0023#vso[`, "##teamcity[", `\u0023#teamcity[`}
	for r := rune(0x7F); r <= 0x2069; r++ {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			pairs = append(pairs, string(r), fmt.Sprintf(`\u%04x`, r))
		}
	}
	return strings.NewReplacer(pairs...)
}()
