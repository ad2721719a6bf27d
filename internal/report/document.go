package report

import (
	"io"

	"verbatim/internal/notice"
	"verbatim/internal/prose"
)

// ReportSchema is the value of a report's Schema.
const ReportSchema = "verbatim/report/v1"

// Report is the document of all results on some questions of a survey, verbatim/report/v1. It has a
// section for each question, made of the documents of its tally, its comparison and its quotes:
//
//	Report ─┬─ Section ─┬─ Tally        counts, themes, groups
//	        │           ├─ Compare      if there are groups
//	        │           ├─ Quotes       if they were asked for
//	        │           └─ Figures      pictures; on the page only
//	        ├─ Section …
//	        └─ LeftOut                  questions without a section, and why
type Report struct {
	Schema      string           `json:"schema"`
	Title       string           `json:"title,omitempty"`
	Files       []File           `json:"files"`
	Respondents int              `json:"respondents"` // as in the bases of the questions
	Questions   []Section        `json:"questions"`
	LeftOut     []LeftOut        `json:"left_out"` // questions with nothing to count, or to show
	Warnings    []notice.Warning `json:"warnings"` // of the export as a whole

	Illustrated bool        `json:"-"` // the sections have files of figures
	Dark        [][2]string `json:"-"` // inks of the figures, each with its replacement on a dark ground: "#rrggbb"

	Voice prose.Voice `json:"-"` // of HTML and Markdown; JSON is English
}

// File identifies an input.
type File struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256,omitempty"` // "" where it is not known: of a tally that was counted without --hash
}

// LeftOut is a question that has no section. It is still named: a reader who misses it should
// know why.
type LeftOut struct {
	Question Question `json:"question"`
	Reason   string   `json:"reason"`
	Withheld bool     `json:"withheld,omitempty"` // by --suppress
}

// Section has the results on one question.
type Section struct {
	Findings []string `json:"findings"` // in plain language; filled in by Write
	Tally    *Tally   `json:"tally"`
	Compare  *Compare `json:"compare,omitempty"` // if there are groups that can be compared
	// Quotes are answers with the first terms, in the order of the terms, if they were asked for.
	Quotes []*Quotes `json:"quotes,omitempty"`

	Headline      string         `json:"-"` // the finding in short; "" is none
	Illustrations []Illustration `json:"-"` // files of figures, the first the one to show

	Cloud, Chart Figure           `json:"-"`
	Differences  Figure           `json:"-"` // between groups
	Cautions     []notice.Warning `json:"-"` // about the answers of this question, in the voice of the report
}

// Figure is a picture, drawn for two widths of a page. The text from answers in it was escaped when
// it was drawn. This package takes pictures as text, so that it does not depend on how they are
// drawn.
type Figure struct {
	Wide, Narrow  string // SVG; "" is none
	Caption       string
	NarrowCaption string // if the narrow one shows something else; else ""
	Legend        []LegendEntry
}

// LegendEntry is a colour of a figure and its meaning.
type LegendEntry struct{ Ink, Name string }

// MainLanguage is the code of the language in which most questions are answered, or the first of
// several.
func (r *Report) MainLanguage() (main string) {
	questions := make(map[string]int)
	for i := range r.Questions {
		questions[r.Questions[i].Tally.Language]++
	}
	for i := range r.Questions {
		if code := r.Questions[i].Tally.Language; questions[code] > questions[main] {
			main = code
		}
	}
	return main
}

// Write writes the report in one of ReportFormats. The findings are made here, so that all formats
// have the same, each in its language.
func (r *Report) Write(w io.Writer, f Format) error {
	voice := r.Voice
	if f == JSON {
		voice = prose.Voice{}
	}
	for i := range r.Questions {
		s := &r.Questions[i]
		s.Findings = s.Tally.prose(voice).Findings()
		if s.Compare != nil {
			s.Findings = append(s.Findings, s.Compare.prose(voice).Finding())
		}
	}
	return ReportFormats().encoder(f).report(r, w)
}
