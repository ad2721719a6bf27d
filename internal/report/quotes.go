package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/table"

	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// QuotesSchema is the value of a document of quotes' Schema.
const QuotesSchema = "verbatim/quotes/v1"

// Quotes is the document of the answers behind a term, verbatim/quotes/v1.
type Quotes struct {
	Schema      string             `json:"schema"`
	Source      Source             `json:"source"`
	Question    Question           `json:"question"`
	Options     study.Options      `json:"options"`
	Term        string             `json:"term"`
	Theme       string             `json:"theme,omitempty"`
	Forms       []tally.Form       `json:"forms"`       // as written, the most frequent first
	Matches     int                `json:"matches"`     // answers that have it
	Respondents int                `json:"respondents"` // who gave them
	Mentions    tally.Figure       `json:"mentions"`    // in all of them; null where withheld
	Sample      int                `json:"sample"`      // how many are quoted at most; 0: all
	Seed        uint64             `json:"seed"`
	Redacted    []privacy.Redacted `json:"redacted,omitempty"`
	Quotes      []Quote            `json:"quotes"` // in the order of the export
	Warnings    []Warning          `json:"warnings"`

	Marks Marks `json:"-"` // of the table
	Whole bool  `json:"-"` // the table shows the context as wide as it is, on a narrow terminal too
}

// A Quote is an answer with what was asked for in its context.
type Quote struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	ID     string `json:"id,omitempty"`
	Before string `json:"before"` // the first match, within the width
	Match  string `json:"match"`
	After  string `json:"after"`
	Answer string `json:"answer"` // all of it

	pieces  []study.Part // of the answer
	context [3][]study.Part
}

// Marks stand around what was asked for.
type Marks struct{ Open, Close string }

// PlainMarks are marks that any terminal and any file shows.
func PlainMarks() Marks { return Marks{"«", "»"} }

// TerminalMarks set what was asked for in bold and underlined.
func TerminalMarks() Marks { return Marks{"\x1b[1;4m", "\x1b[22;24m"} }

// NewQuotes makes the document of quotes; t is that of the tally, and files have
// these names. Width is how many characters stand before and after the first match; 0 is all.
func NewQuotes(t *Tally, names Names, q *study.Quotes, width int) *Quotes {
	d := &Quotes{
		Schema: QuotesSchema, Source: t.Source, Question: t.Question, Options: t.Options,
		Term: q.Term, Theme: q.Asked.Theme, Forms: append([]tally.Form{}, q.Forms...), Matches: q.Answers, Respondents: q.People, Mentions: q.Mentions,
		Sample: q.Asked.Sample, Seed: q.Asked.Seed, Redacted: t.Redacted, Quotes: []Quote{}, Warnings: t.Warnings,
	}
	for _, found := range q.Quotes {
		d.Quotes = append(d.Quotes, newQuote(names.Of(found.File), found.Line, found.ID, found.Parts, width))
	}
	return d
}

// newQuote makes a quote of the pieces of an answer, each made harmless.
func newQuote(file string, line int, id string, pieces []study.Part, width int) Quote {
	q := Quote{File: file, Line: line, ID: prose.Plain(id)}
	first := -1
	var answer strings.Builder
	for _, p := range pieces {
		p.Text = prose.Harmless(p.Text)
		if p.Match && first < 0 {
			first = len(q.pieces)
		}
		q.pieces = append(q.pieces, p)
		answer.WriteString(p.Text)
	}
	q.Answer = strings.TrimSpace(answer.String())
	if first < 0 {
		first = len(q.pieces)
		q.pieces = append(q.pieces, study.Part{Match: true})
	}
	q.context[0] = lastOf(q.pieces[:first], width)
	q.context[1] = q.pieces[first : first+1]
	q.context[2] = firstOf(q.pieces[first+1:], width)
	q.Before, q.Match, q.After = joined(q.context[0], Marks{}), joined(q.context[1], Marks{}), joined(q.context[2], Marks{})
	return q
}

// joined puts pieces together, with marks around the matches.
func joined(pieces []study.Part, m Marks) string {
	var out strings.Builder
	for _, p := range pieces {
		if p.Match {
			out.WriteString(m.Open + p.Text + m.Close)
		} else {
			out.WriteString(p.Text)
		}
	}
	return out.String()
}

// firstOf are pieces up to a number of characters, with a sign for what is left
// out; 0 is all.
func firstOf(pieces []study.Part, width int) (out []study.Part) {
	if width == 0 {
		return pieces
	}
	for _, p := range pieces {
		end := 0
		for ; width > 0 && end < len(p.Text); width-- {
			_, n := utf8.DecodeRuneInString(p.Text[end:])
			end += n
		}
		out = append(out, study.Part{Text: p.Text[:end], Match: p.Match})
		if end < len(p.Text) {
			return append(out, study.Part{Text: "…"})
		}
	}
	return out
}

// lastOf is the same from the other end.
func lastOf(pieces []study.Part, width int) (out []study.Part) {
	if width == 0 {
		return pieces
	}
	for _, p := range slices.Backward(pieces) {
		start := len(p.Text)
		for ; width > 0 && start > 0; width-- {
			_, n := utf8.DecodeLastRuneInString(p.Text[:start])
			start -= n
		}
		out = append(out, study.Part{Text: p.Text[start:], Match: p.Match})
		if start > 0 {
			out = append(out, study.Part{Text: "…"})
			break
		}
	}
	slices.Reverse(out)
	return out
}

// Write writes the document in a format.
func (d *Quotes) Write(w io.Writer, f Format) error { return write(w, f, d) }

// QuoteRow is a quote in CSV: one row each.
type QuoteRow struct {
	File   string `csv:"file"`
	Line   int    `csv:"line"`
	ID     string `csv:"id"`
	Before string `csv:"before"`
	Match  string `csv:"match"`
	After  string `csv:"after"`
	Answer string `csv:"answer"`
}

func (d *Quotes) rows() any {
	rows := make([]QuoteRow, 0, len(d.Quotes))
	for _, q := range d.Quotes {
		rows = append(rows, QuoteRow{cellSafe(q.File), q.Line, cellSafe(q.ID), cellSafe(q.Before), cellSafe(q.Match), cellSafe(q.After), cellSafe(q.Answer)})
	}
	return rows
}

// table is the document for a terminal: what was asked for stands in one column,
// its context at both sides.
func (d *Quotes) table(columns int) string {
	room := columns
	if d.Whole {
		room = 0
	}
	quotes := fitted(room, 0, func(cell int) string {
		t := newTable(2)
		for _, q := range d.Quotes {
			place, before, after := d.place(q), q.context[0], slices.Concat(q.context[1], q.context[2])
			if room > 0 {
				place, before, after = clip(place, max(12, cell/3)), lastOf(before, cell), firstOf(after, cell)
			}
			t.AppendRow(table.Row{place, strings.TrimSpace(joined(before, d.Marks)), strings.TrimSpace(joined(after, d.Marks))})
		}
		return rendered(t)
	})
	return asked(columns, d.Question) + quotes + "\n" + wrapped(columns, d.facts()) + "\n"
}

// markdown is the document for a page: a list of whole answers.
func (d *Quotes) markdown() string {
	var out strings.Builder
	fmt.Fprintf(&out, "**%s**\n\n", markdownSafe(d.Question.Text))
	for i := range d.Quotes {
		fmt.Fprintf(&out, "- %s\n", d.quoted(&d.Quotes[i]))
	}
	fmt.Fprintf(&out, "\n%s\n", markdownSafe(strings.Join(d.facts(), " ")))
	return out.String()
}

// quoted is a whole answer as Markdown, with its place.
func (d *Quotes) quoted(q *Quote) string {
	pieces := make([]study.Part, len(q.pieces))
	for i, p := range q.pieces {
		pieces[i] = study.Part{Text: markdownEscapes.Replace(p.Text), Match: p.Match && p.Text != ""}
	}
	return fmt.Sprintf("%s (%s)", strings.TrimSpace(joined(pieces, Marks{"**", "**"})), markdownSafe(d.place(*q)))
}

// place says where a quote stands: by the respondent's id where there is one.
func (d *Quotes) place(q Quote) string {
	switch {
	case q.ID != "":
		return q.ID
	case len(d.Source.Files) > 1:
		return fmt.Sprintf("%s:%d", prose.Plain(q.File), q.Line)
	}
	return fmt.Sprintf("line %d", q.Line)
}

// facts say what is quoted, and how it was chosen.
func (d *Quotes) facts() []string {
	what := fmt.Sprintf("%q", prose.Plain(d.Term))
	if d.Theme != "" && d.Theme != d.Term {
		what += fmt.Sprintf(" and the theme %q", prose.Plain(d.Theme))
	}
	often := ""
	if !d.Mentions.IsWithheld() {
		often = ", " + prose.Count(int(d.Mentions), "mention")
	}
	out := []string{fmt.Sprintf("%s: %s by %s%s.", what, prose.Count(d.Matches, "answer"), prose.People(d.Respondents), often)}
	if len(d.Quotes) < d.Matches {
		are := "are"
		if len(d.Quotes) == 1 {
			are = "is"
		}
		out[0] += fmt.Sprintf(" %d of them %s quoted, drawn with --seed %d.", len(d.Quotes), are, d.Seed)
	}
	if len(d.Forms) > 1 {
		var forms []string
		for _, f := range d.Forms[:min(len(d.Forms), mostForms)] {
			forms = append(forms, fmt.Sprintf("%s %d", clip(f.Form, 48), f.Mentions))
		}
		if more := len(d.Forms) - mostForms; more > 0 {
			forms = append(forms, fmt.Sprintf("%d more", more))
		}
		out = append(out, "Written as "+strings.Join(forms, ", ")+".")
	}
	if d.Options.Suppress > 0 {
		out = append(out, fmt.Sprintf("Words that fewer than %d people said are “…”.", d.Options.Suppress))
	}
	return out
}

// mostForms is how many forms the facts name.
const mostForms = 12
