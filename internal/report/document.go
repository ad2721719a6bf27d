package report

import (
	"io"

	"verbatim/internal/notice"
)

// ReportSchema is the value of a report's Schema.
const ReportSchema = "verbatim/report/v1"

// Report is the document of everything there is to say about some questions of a survey, verbatim/report/v1.
type Report struct {
	Schema      string       `json:"schema"`
	Title       string       `json:"title,omitempty"`
	Files       []ReportFile `json:"files"`
	Respondents int          `json:"respondents"` // as in the bases of the questions
	Questions   []Section    `json:"questions"`
	LeftOut     []LeftOut    `json:"left_out"` // questions with nothing to count, or to show
	Warnings    []Warning    `json:"warnings"` // of the export as a whole

	Dark []Recolour `json:"-"` // for pages on a dark ground
}

// ReportFile identifies an input.
type ReportFile struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// LeftOut is a question that the report says nothing else about.
type LeftOut struct {
	Question Question `json:"question"`
	Reason   string   `json:"reason"`
	Withheld bool     `json:"withheld,omitempty"` // by --suppress
}

// Section is what there is to say about one question.
type Section struct {
	Findings []string `json:"findings"` // in plain language; filled in by Write
	Tally    *Tally   `json:"tally"`
	Compare  *Compare `json:"compare,omitempty"` // where there are groups to hold against each other
	// Quotes are answers behind the first terms, in their order, where they were asked for.
	Quotes []*Quotes `json:"quotes,omitempty"`

	Cloud, Chart Figure           `json:"-"`
	Apart        Figure           `json:"-"` // what sets groups apart
	Cautions     []notice.Warning `json:"-"` // about the answers of this question
}

// Figure is a picture, drawn for two widths of a page. All of its text that comes from answers has been escaped.
type Figure struct {
	Wide, Narrow  string // SVG; "" is none
	Caption       string
	NarrowCaption string // where the narrow one shows something else
	Legend        []LegendEntry
}

// LegendEntry is a colour of a figure and its meaning.
type LegendEntry struct{ Ink, Name string }

// Recolour is an ink of the figures and what takes its place on a dark ground, both "#rrggbb".
type Recolour struct{ Light, Dark string }

// Write writes the report in one of ReportFormats.
func (r *Report) Write(w io.Writer, f Format) error {
	for i := range r.Questions {
		s := &r.Questions[i]
		s.Findings = s.Tally.prose().Findings()
		if s.Compare != nil {
			s.Findings = append(s.Findings, s.Compare.prose().Finding())
		}
	}
	for _, k := range ReportFormats() {
		if k.Format == f {
			return k.report(r, w)
		}
	}
	return writeJSON(w, r)
}
