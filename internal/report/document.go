package report

import (
	"io"

	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/wording"
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
	Schema       string           `json:"schema"`
	Title        string           `json:"title,omitempty"`
	Organisation string           `json:"organisation,omitempty"` // as given
	Date         string           `json:"date,omitempty"`         // as given; never the clock's
	Files        []File           `json:"files"`
	Respondents  int              `json:"respondents"` // as in the bases of the questions
	Questions    []Section        `json:"questions"`
	FewAnswers   []FewAnswers     `json:"few_answers,omitempty"` // questions without a section since few answered them
	LeftOut      []LeftOut        `json:"left_out"`              // questions with nothing to count, or to show
	Warnings     []notice.Warning `json:"warnings"`              // of the export as a whole

	Illustrated bool        `json:"-"` // the sections have files of figures
	Voice       prose.Voice `json:"-"` // of HTML and Markdown; JSON is English
	Logo        string      `json:"-"` // address of a picture at the head of the page (render.LogoAddress); "" is none
	Accent      [2]string   `json:"-"` // colour of the page, and the one on a dark ground, "#rrggbb"; "" is the usual one
	Letters     string      `json:"-"` // SVG that defines the letters of the figures
	Dark        [][2]string `json:"-"` // inks of the figures, each with its replacement on a dark ground: "#rrggbb"
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

// Fewest is how many answers a question needs for a section of its own, unless it is asked for: fewer tell nothing
// that counts could show.
const Fewest = 10

// FewAnswers is a question that few people answered. It is named, with their number.
type FewAnswers struct {
	Question Question `json:"question"`
	Answers  int      `json:"answers"`
}

// Section has the results on one question.
type Section struct {
	Findings []string `json:"findings"`          // in plain language; filled in by Write
	Follows  string   `json:"follows,omitempty"` // text of the question of the report that it is a follow-up to
	Tally    *Tally   `json:"tally"`
	Compare  *Compare `json:"compare,omitempty"` // if there are groups that can be compared
	// Quotes are answers with the first terms, in the order of the terms, if they were asked for.
	Quotes []*Quotes `json:"quotes,omitempty"`

	Headline      string         `json:"-"` // the finding in short; "" is none
	Illustrations []Illustration `json:"-"` // files of figures, the first the one to show
	Leading       int            `json:"-"` // how many terms lead all others

	Cloud, Chart Figure           `json:"-"`
	Differences  Figure           `json:"-"` // between groups
	Cautions     []notice.Warning `json:"-"` // about the answers of this question, in the voice of the report
}

// Add adds a section. A follow-up to a question of the report says so.
func (r *Report) Add(s Section) {
	asked, _ := wording.FollowUp(s.Tally.Question.name())
	for _, other := range r.Questions {
		if asked != "" && other.Tally.Question.name() == asked {
			s.Follows = asked
		}
	}
	r.Questions = append(r.Questions, s)
}

// Figure is a picture, drawn for two widths of a page. The text from answers in it was escaped when
// it was drawn. This package takes pictures as text, so that it does not depend on how they are
// drawn.
type Figure struct {
	Wide, Narrow  string   // SVG; "" is none
	Caption       []string // a sentence each
	NarrowCaption []string // if the narrow one shows something else; else nil
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
