package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/markup"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// quotesSchema is the value of a document of quotes' Schema.
const quotesSchema = "verbatim/quotes/v1"

// Quotes is the document of the answers with a term or a theme, verbatim/quotes/v1. In a table it
// is a concordance (keyword in context): the matches are in one column, each with its context on
// both sides.
//
//	line 12     we need more  «trust» in each other
//	line 40          without  «trust», nothing works
type Quotes struct {
	Origin
	Term        string             `json:"term"`
	Theme       string             `json:"theme,omitempty"`
	Forms       []tally.Form       `json:"forms"`       // as written, the most frequent first
	Matches     int                `json:"matches"`     // answers with a match
	Respondents int                `json:"respondents"` // who gave them
	Mentions    tally.Figure       `json:"mentions"`    // in all of them; null where withheld
	Sample      int                `json:"sample"`      // how many are quoted at most; 0: all
	Seed        uint64             `json:"seed"`
	Redacted    []privacy.Redacted `json:"redacted,omitempty"`
	Quotes      []Quote            `json:"quotes"` // in the order of the export
	Warnings    []notice.Warning   `json:"warnings"`

	Marks Marks `json:"-"` // of the table
	Whole bool  `json:"-"` // the table shows all of the context, on a narrow terminal too

	listed bool     // the table shows whole answers
	notes  []string // what is quoted, and how it was chosen
}

// A Quote is an answer, with its first match in context.
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

// Marks stand before and after a match.
type Marks struct{ Open, Close string }

// PlainMarks are marks that any terminal and any file shows; they are in Latin-1, so old consoles
// have them too.
func PlainMarks() Marks { return Marks{"«", "»"} }

// TerminalMarks set a match in bold and underline it, by escape sequences of ECMA-48 (SGR). Only
// those of this program reach a terminal: the answers' own have been made harmless.
func TerminalMarks() Marks { return Marks{"\x1b[1;4m", "\x1b[22;24m"} }

// NewQuotes makes the document of quotes. t is the document of the tally, names are the published
// names of files. Width is the number of characters of context before and after the first match; 0
// is all.
func NewQuotes(t *Tally, names Names, q *study.Quotes, width int) *Quotes {
	d := &Quotes{
		Origin: t.as(quotesSchema), Term: q.Term, Theme: q.Asked.Theme, Forms: listed(q.Forms),
		Matches: q.Answers, Respondents: q.People, Mentions: q.Mentions,
		Sample: q.Asked.Sample, Seed: q.Asked.Seed, Redacted: t.Redacted, Quotes: []Quote{}, Warnings: t.Warnings,
	}
	for _, found := range q.Quotes {
		found.File = names.Of(found.File)
		d.Quotes = append(d.Quotes, newQuote(found, width))
	}
	d.listed = width == 0
	forms := prose.Texts(d.Forms, func(f tally.Form) string { return fmt.Sprintf("%s %d", clip(f.Form, 48), f.Mentions) })
	d.notes = prose.Quotes(q, forms, &d.Options)
	return d
}

// newQuote makes a quote of the pieces of an answer, each made harmless. An answer without a match
// (it may be of a theme) has an empty match at its end.
func newQuote(found study.Quote, width int) Quote {
	q := Quote{File: found.File, Line: found.Line, ID: prose.Plain(found.ID)}
	for _, p := range found.Parts {
		p.Text = prose.Harmless(p.Text)
		q.pieces = append(q.pieces, p)
	}
	q.Answer = strings.TrimSpace(joined(q.pieces, Marks{}))
	first := slices.IndexFunc(q.pieces, func(p study.Part) bool { return p.Match })
	if first < 0 {
		first = len(q.pieces)
		q.pieces = append(q.pieces, study.Part{Match: true})
	}
	q.context[0] = clipped(q.pieces[:first], width, true)
	q.context[1] = q.pieces[first : first+1]
	q.context[2] = clipped(q.pieces[first+1:], width, false)
	q.Before, q.Match, q.After = joined(q.context[0], Marks{}), joined(q.context[1], Marks{}), joined(q.context[2], Marks{})
	return q
}

// joined puts pieces together, with marks around the matches. With empty marks it is the text as it
// was written.
func joined(pieces []study.Part, m Marks) string {
	var out strings.Builder
	for _, p := range pieces {
		if p.Match && p.Text != "" {
			out.WriteString(m.Open + p.Text + m.Close)
		} else {
			out.WriteString(p.Text)
		}
	}
	return out.String()
}

// clipped are the first pieces, or the last, up to a number of characters, with an ellipsis for the
// rest; 0 is all. The pieces next to the match stay, so a context is cut at its outer end:
//
//	…what we need is more  «trust»  in each other, not more r…
func clipped(pieces []study.Part, width int, last bool) (out []study.Part) {
	if width == 0 {
		return pieces
	}
	order := slices.All(pieces)
	if last {
		order = slices.Backward(pieces)
	}
	for _, p := range order {
		letters := []rune(p.Text)
		n := min(width, len(letters))
		from, to := 0, n
		if last {
			from, to = len(letters)-n, len(letters)
		}
		out = append(out, study.Part{Text: string(letters[from:to]), Match: p.Match})
		if n < len(letters) {
			out = append(out, study.Part{Text: "…"})
			break
		}
		width -= n
	}
	if last {
		slices.Reverse(out)
	}
	return out
}

// Write writes the document in a format.
func (d *Quotes) Write(w io.Writer, f Format) error { return write(w, f, d) }

// tables are the quotes, one row each.
func (d *Quotes) tables() []dataTable {
	return []dataTable{{"Quotes", true, []string{"file", "line", "id", "before", "match", "after", "answer"}, rowsOf(d.Quotes, func(q Quote) []any {
		return []any{q.File, q.Line, q.ID, q.Before, q.Match, q.After, q.Answer}
	})}}
}

// table is the document for a terminal. On a narrow one, the context is cut at its outer ends. Whole answers
// are a list: matches below each other would need blanks before nearly all.
func (d *Quotes) table(columns int) string {
	room := columns
	if d.Whole {
		room = 0
	}
	quotes := fitted(room, 0, func(cell int) string {
		t := section{numeric: []int{2}}
		for _, q := range d.Quotes {
			source, before, after := d.source(prose.Voice{}, q), q.context[0], slices.Concat(q.context[1], q.context[2])
			if room > 0 {
				source, before, after = clip(source, max(12, cell/3)), clipped(before, cell, true), clipped(after, cell, false)
			}
			t.rows = append(t.rows, []any{source, strings.TrimSpace(joined(before, d.Marks)), strings.TrimSpace(joined(after, d.Marks))})
		}
		return t.text(func(harmless string) string { return harmless })
	})
	if d.listed {
		var list section
		for _, q := range d.Quotes {
			list.rows = append(list.rows, []any{d.source(prose.Voice{}, q), strings.TrimSpace(joined(q.pieces, d.Marks))})
		}
		quotes = list.text(func(harmless string) string { return harmless })
	}
	return asked(columns, d.Question) + quotes + "\n" + notesFor(columns, d.notes) + "\n"
}

// remarks are the question and the sentences below the quotes.
func (d *Quotes) remarks() remarks { return remarks{d.Question.Text, d.notes, d.Warnings} }

// markdown is the document for a page: a list of whole answers.
func (d *Quotes) markdown() string {
	quotes := prose.Texts(d.Quotes, func(q Quote) string { return "- " + d.quoted(prose.Voice{}, q) + "\n" })
	return "**" + markdownSafe(d.Question.Text) + "**\n\n" + strings.Join(quotes, "") + "\n" + markdownSafe(strings.Join(d.notes, " ")) + "\n"
}

// quoted is a whole answer as Markdown, followed by its source. Each piece is escaped by itself: the
// marks between them are Markdown, and stay.
func (d *Quotes) quoted(v prose.Voice, q Quote) string {
	pieces := make([]study.Part, len(q.pieces))
	for i, p := range q.pieces {
		pieces[i] = study.Part{Text: markup.Markdown(p.Text), Match: p.Match && p.Text != ""}
	}
	return fmt.Sprintf("%s (%s)", markup.Line(strings.TrimSpace(joined(pieces, Marks{"**", "**"}))), markdownInline(d.source(v, q)))
}

// source names the respondent of a quote: by the id if there is one, else by the line of the file.
// With several files, the line alone would not tell which one.
func (d *Quotes) source(v prose.Voice, q Quote) string {
	switch {
	case q.ID != "":
		return q.ID
	case len(d.Source.Files) > 1:
		return fmt.Sprintf("%s:%d", prose.Plain(q.File), q.Line)
	}
	return v.Say("line %s", strconv.Itoa(q.Line))
}
