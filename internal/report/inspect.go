package report

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// inspectSchema is the value of an inspection's Schema.
const inspectSchema = "verbatim/inspect/v1"

// Inspection is the document of the contents of an export, verbatim/inspect/v1: how it was read and
// why, who is in it, and which questions it has. On a terminal:
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
	Schema string `json:"schema"`
	survey.Inspection
	facts []string // the lines above the questions; JSON has their figures
}

// NewInspection makes the document of what study found may be shown of a survey: samples of answers
// come no other way. It leaves the facts as they are: what it changes are copies, which have the
// published names of files.
func NewInspection(in *study.Inspection) *Inspection {
	var paths []string
	for _, f := range in.Files {
		paths = append(paths, f.Name)
	}
	names := NamesOf(paths)
	d := &Inspection{inspectSchema, *in.Inspection, prose.Inspection(in.Inspection, names.Of)}
	d.Files, d.Evidence, d.Questions, d.Warnings = listed(in.Files), listed(in.Evidence), listed(in.Questions), names.Warnings(in.Warnings)
	for i := range d.Files {
		d.Files[i].Name = names.Of(d.Files[i].Name)
	}
	for i := range d.Questions {
		d.Questions[i].Evidence = listed(d.Questions[i].Evidence)
	}
	return d
}

// Write writes the document in a format.
func (d *Inspection) Write(w io.Writer, f Format) error { return write(w, f, d) }

// tables are the questions, one row each, with samples of their answers if there are any.
func (d *Inspection) tables() []dataTable {
	header := []string{"columns", "id", "text", "select", "kind", "answered", "distinct", "mean_words", "separator"}
	if slices.ContainsFunc(d.Questions, func(q survey.Question) bool { return len(q.Samples) > 0 }) {
		header = append(header, "samples")
	}
	return []dataTable{{"Questions", true, header, rowsOf(d.Questions, func(q survey.Question) []any {
		return []any{literal(columnList(q.Columns)), q.ID, q.Text, q.Select, q.Kind, q.Answered, q.Distinct, q.MeanWords, literal(q.Separator), list{q.Samples, " | "}}[:len(header)]
	})}}
}

// table is the document for a terminal.
func (d *Inspection) table(columns int) string {
	questions := fitted(columns, 90, func(cell int) string {
		return d.questions().text(func(s string) string { return ClipMiddle(s, cell) })
	})
	return strings.Join(d.facts, "\n") + "\n\n" + questions + "\n" + pick + "\n"
}

// markdown is the document for a page.
func (d *Inspection) markdown() string {
	facts := prose.Texts(d.facts, func(fact string) string { return "- " + markdownSafe(fact) })
	return strings.Join(facts, "\n") + "\n\n" + d.questions().markdown() + "\n\n" + pick + "\n"
}

// remarks are the facts above the table.
func (d *Inspection) remarks() remarks { return remarks{"", d.facts, d.Warnings} }

// pick says how to use the list of questions.
const pick = "-q takes a column number, or the question's text or a part of it."

// questions is the table of the questions, each with its samples below it, if there are any. Only
// an open question shows the evidence for its kind: whether to count its words is what a reader has
// to decide.
func (d *Inspection) questions() section {
	s := section{heads: []any{"column", "kind", "answered", "distinct", "question"}, numeric: []int{3, 4}}
	for _, q := range d.Questions {
		distinct := strconv.Itoa(q.Distinct)
		if q.DistinctCapped {
			distinct += "+"
		}
		s.rows = append(s.rows, []any{literal(columnList(q.Columns)), q.Kind, q.Answered, distinct, nameOf(q)})
		if q.Kind == survey.KindOpen && q.Why != "" { // what to count, or not
			s.rows = append(s.rows, []any{"", "", "", "", q.Why})
		}
		for _, sample := range q.Samples { // ;# stands between options in the exports of SharePoint
			s.rows = append(s.rows, []any{"", "", "", "", "“" + strings.ReplaceAll(sample, ";#", "; ") + "”"})
		}
	}
	return s
}

// nameOf is a question's text, after its id if that is a code ("Q5_1"). An id that is the header
// itself would repeat the text.
func nameOf(q survey.Question) string {
	switch {
	case q.Text == "":
		return q.ID
	case q.ID == "" || strings.ContainsRune(q.ID, ' ') || strings.Contains(q.Text, q.ID):
		return q.Text
	}
	return q.ID + ": " + q.Text
}
