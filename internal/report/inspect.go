package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"verbatim/internal/prose"
	"verbatim/internal/survey"
)

// inspectSchema is the value of an inspection's Schema.
const inspectSchema = "verbatim/inspect/v1"

// Inspection is the document of the contents of an export, verbatim/inspect/v1: how it was read and why, who is in it, and
// which questions it has. On a terminal:
//
//	survey.csv: 20142 bytes                                             facts
//	limesurvey, utf-8, comma-separated, 1 header row, 12 columns
//	because columns named id, submitdate                                evidence
//
//	column  kind    answered  distinct  question                        questions
//	7       open          97        95  What matters?
//
//	-q takes a column number, …                                         how to pick one
type Inspection struct {
	Schema      string            `json:"schema"`
	Files       []InspectedFile   `json:"files"`
	Platform    string            `json:"platform"`
	Evidence    []string          `json:"evidence"`
	Encoding    string            `json:"encoding"`
	BOM         bool              `json:"bom"`
	Delimiter   string            `json:"delimiter"`
	HeaderRows  int               `json:"header_rows"`
	Columns     int               `json:"columns"`
	Rows        int               `json:"rows"`
	BlankRows   int               `json:"blank_rows"`
	Respondents int               `json:"respondents"`
	Unfinished  int               `json:"unfinished,omitempty"` // of the respondents
	Tests       int               `json:"tests,omitempty"`      // tests and previews, of the respondents
	Questions   []InspectQuestion `json:"questions"`
	Warnings    []Warning         `json:"warnings"`

	facts []string // the lines above the questions
}

// InspectedFile identifies one file of the export.
type InspectedFile struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// InspectQuestion is one question of the export.
type InspectQuestion struct {
	Columns        []int       `json:"columns"`
	ID             string      `json:"id"`
	Text           string      `json:"text"`
	Select         string      `json:"select"`
	Kind           survey.Kind `json:"kind"`
	Evidence       []string    `json:"evidence"` // why it has its kind
	Answered       int         `json:"answered"`
	NotShown       int         `json:"not_shown,omitempty"` // respondents who were never asked, if the platform records it
	Distinct       int         `json:"distinct"`
	DistinctCapped bool        `json:"distinct_capped,omitempty"`
	MeanWords      float64     `json:"mean_words"`
	Separator      string      `json:"separator,omitempty"`
	Samples        []string    `json:"samples,omitempty"`
}

// NewInspection makes the document of a survey's facts.
func NewInspection(in *survey.Inspection) *Inspection {
	var paths []string
	for _, f := range in.Files {
		paths = append(paths, f.Name)
	}
	names := NamesOf(paths)
	d := &Inspection{
		Schema: inspectSchema, Files: []InspectedFile{}, Platform: in.Platform, Evidence: append([]string{}, in.Evidence...),
		Encoding: in.Encoding, BOM: in.BOM, Delimiter: string(in.Delimiter), HeaderRows: in.HeaderRows,
		Columns: in.Columns, Rows: in.Rows, BlankRows: in.BlankRows, Respondents: in.Respondents,
		Unfinished: in.Unfinished, Tests: in.Tests,
		Questions: []InspectQuestion{}, Warnings: names.Warnings(in.Warnings), facts: prose.Inspection(in, names.Of),
	}
	for _, f := range in.Files {
		d.Files = append(d.Files, InspectedFile{names.Of(f.Name), f.Bytes, f.SHA256})
	}
	for _, q := range in.Questions {
		d.Questions = append(d.Questions, InspectQuestion{
			Columns: q.Columns, ID: q.ID, Text: q.Text, Select: q.Select, Kind: q.Kind, Evidence: append([]string{}, q.Evidence...),
			Answered: q.Answered, NotShown: q.NotShown, Distinct: q.Distinct, DistinctCapped: q.DistinctCapped, MeanWords: q.MeanWords,
			Separator: q.Separator, Samples: q.Samples,
		})
	}
	return d
}

// Write writes the document in a format.
func (d *Inspection) Write(w io.Writer, f Format) error { return write(w, f, d) }

// rows are the questions, one row each.
func (d *Inspection) rows(row func(cells ...any)) {
	row("columns", "id", "text", "select", "kind", "answered", "distinct", "mean_words", "separator")
	for _, q := range d.Questions {
		row(literal(columnList(q.Columns)), q.ID, q.Text, q.Select, q.Kind, q.Answered, q.Distinct, q.MeanWords, literal(q.Separator))
	}
}

// table is the document for a terminal.
func (d *Inspection) table(columns int) string {
	questions := fitted(columns, 90, func(cell int) string {
		t := newTable([]int{3, 4})
		d.fill(t, func(s string) string { return clipMiddle(s, cell) })
		return rendered(t)
	})
	return strings.Join(d.facts, "\n") + "\n\n" + questions + "\n" + pick + "\n"
}

// markdown is the document for a page.
func (d *Inspection) markdown() string {
	t := newTable([]int{3, 4})
	d.fill(t, markdownSafe)
	facts := prose.Texts(d.facts, func(fact string) string { return "- " + markdownSafe(fact) })
	return strings.Join(facts, "\n") + "\n\n" + t.RenderMarkdown() + "\n\n" + pick + "\n"
}

// pick says how to use the list of questions.
const pick = "-q takes a column number, or the question's text or a part of it."

// fill puts the questions into a table, and the samples below each where there
// are any; show makes a respondent's text harmless.
func (d *Inspection) fill(t table.Writer, show shower) {
	t.AppendHeader(table.Row{"column", "kind", "answered", "distinct", "question"})
	for _, q := range d.Questions {
		distinct := strconv.Itoa(q.Distinct)
		if q.DistinctCapped {
			distinct += "+"
		}
		t.AppendRow(table.Row{columnList(q.Columns), q.Kind, q.Answered, distinct, show(q.name())})
		if q.Kind == survey.KindOpen { // what to count, or not
			for _, e := range q.Evidence {
				t.AppendRow(table.Row{"", "", "", "", show(strings.TrimPrefix(e, "open, "))})
			}
		}
		for _, s := range q.Samples {
			t.AppendRow(table.Row{"", "", "", "", show("“" + s + "”")})
		}
	}
}

// name is the question's text, after its id if that is a code ("Q5_1"). An id that is the header itself would repeat the
// text.
func (q *InspectQuestion) name() string {
	switch {
	case q.Text == "":
		return q.ID
	case q.ID == "" || strings.ContainsRune(q.ID, ' ') || strings.Contains(q.Text, q.ID):
		return q.Text
	}
	return q.ID + ": " + q.Text
}
