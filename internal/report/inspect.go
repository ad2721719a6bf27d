package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"verbatim/internal/prose"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// InspectSchema is the value of an inspection's Schema.
const InspectSchema = "verbatim/inspect/v1"

// Inspection is the document of what an export holds, verbatim/inspect/v1.
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
	NotShown       int         `json:"not_shown,omitempty"` // respondents who were never asked, where the platform tells
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
		Schema: InspectSchema, Files: []InspectedFile{}, Platform: in.Platform, Evidence: append([]string{}, in.Evidence...),
		Encoding: in.Encoding, BOM: in.BOM, Delimiter: string(in.Delimiter), HeaderRows: in.HeaderRows,
		Columns: in.Columns, Rows: in.Rows, BlankRows: in.BlankRows, Respondents: in.Respondents,
		Unfinished: in.Unfinished, Tests: in.Tests,
		Questions: []InspectQuestion{}, Warnings: names.Warnings(in.Warnings),
	}
	for _, f := range in.Files {
		d.Files = append(d.Files, InspectedFile{names.Of(f.Name), f.Bytes, f.SHA256})
	}
	for _, q := range in.Questions {
		d.Questions = append(d.Questions, InspectQuestion{
			Columns: q.Columns, ID: q.ID, Text: q.Text, Select: q.Select, Kind: q.Kind, Evidence: append([]string{}, q.Evidence...), Answered: q.Answered, NotShown: q.NotShown,
			Distinct: q.Distinct, DistinctCapped: q.DistinctCapped, MeanWords: q.MeanWords,
			Separator: q.Separator, Samples: q.Samples,
		})
	}
	return d
}

// Write writes the document in a format.
func (d *Inspection) Write(w io.Writer, f Format) error {
	return write(w, f, d)
}

// InspectRow is a question in CSV: one row each.
type InspectRow struct {
	Columns   string  `csv:"columns"`
	ID        string  `csv:"id"`
	Text      string  `csv:"text"`
	Select    string  `csv:"select"`
	Kind      string  `csv:"kind"`
	Answered  int     `csv:"answered"`
	Distinct  int     `csv:"distinct"`
	MeanWords float64 `csv:"mean_words"`
	Separator string  `csv:"separator"`
}

func (d *Inspection) rows() any {
	rows := make([]InspectRow, 0, len(d.Questions))
	for _, q := range d.Questions {
		rows = append(rows, InspectRow{
			Columns: columnList(q.Columns), ID: cellSafe(q.ID), Text: cellSafe(q.Text), Select: cellSafe(q.Select),
			Kind: string(q.Kind), Answered: q.Answered, Distinct: q.Distinct, MeanWords: q.MeanWords, Separator: q.Separator,
		})
	}
	return rows
}

// table is the document for a terminal.
func (d *Inspection) table(columns int) string {
	questions := fitted(columns, 90, func(cell int) string {
		t := newTable(3, 4)
		d.fill(t, func(s string) string { return clipMiddle(s, cell) })
		return rendered(t)
	})
	return strings.Join(d.facts(), "\n") + "\n\n" + questions + "\n" + pick + "\n"
}

// markdown is the document for a page.
func (d *Inspection) markdown() string {
	t := newTable(3, 4)
	d.fill(t, markdownSafe)
	facts := d.facts()
	for i := range facts {
		facts[i] = "- " + markdownSafe(facts[i])
	}
	return strings.Join(facts, "\n") + "\n\n" + t.RenderMarkdown() + "\n\n" + pick + "\n"
}

// pick says what to do with the list of questions.
const pick = "-q takes a column number, or the question's text or a part of it."

// fill puts the questions into a table, and the samples below each where there
// are any; show makes a respondent's text harmless.
func (d *Inspection) fill(t table.Writer, show func(string) string) {
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

// name is the question's text, after its id where that is a code ("Q5_1"):
// an id that is the header itself would say the text twice.
func (q *InspectQuestion) name() string {
	switch {
	case q.Text == "":
		return q.ID
	case q.ID == "" || strings.ContainsRune(q.ID, ' ') || strings.Contains(q.Text, q.ID):
		return q.Text
	}
	return q.ID + ": " + q.Text
}

// facts are the lines above the questions.
func (d *Inspection) facts() []string {
	var out []string
	for _, f := range d.Files {
		out = append(out, fmt.Sprintf("%s: %s", prose.Plain(f.Name), prose.Count(int(f.Bytes), "byte")))
	}
	encoding := d.Encoding
	if d.BOM {
		encoding += " with a byte order mark"
	}
	out = append(out,
		fmt.Sprintf("%s, %s, %s-separated, %s, %s", d.Platform, encoding, delimiterName(d.Delimiter), prose.Count(d.HeaderRows, "header row"), prose.Count(d.Columns, "column")),
		fmt.Sprintf("%s: %s, %s", prose.Count(d.Rows, "row"), prose.Count(d.Respondents, "respondent"), prose.Count(d.BlankRows, "blank row")))
	if unfinished := prose.Parts([]prose.Part{{N: tally.Figure(d.Unfinished), Name: "unfinished"}, {N: tally.Figure(d.Tests), Name: "tests or previews"}}); unfinished != "" {
		out = append(out, "of the respondents: "+unfinished)
	}
	for _, e := range d.Evidence {
		out = append(out, "because "+prose.Plain(e))
	}
	return out
}

// delimiterName names a delimiter as people do.
func delimiterName(d string) string {
	switch d {
	case ",":
		return "comma"
	case ";":
		return "semicolon"
	case "\t":
		return "tab"
	case "|":
		return "bar"
	}
	return fmt.Sprintf("%q", d)
}

// markdownSafe makes a respondent's text harmless in Markdown: no HTML, no
// emphasis, no link, one line.
func markdownSafe(s string) string {
	return markdownEscapes.Replace(prose.Plain(s))
}

// markdownEscapes writes the characters that mean something in Markdown so
// that they mean themselves; the bar is left to the table writer.
var markdownEscapes = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, `\`, `\\`, "#", `\#`, "~", `\~`)
