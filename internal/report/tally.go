package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"verbatim/internal/tally"
)

// Source says where the answers come from and how they were read.
type Source struct {
	Files      []string `json:"files"`
	Platform   string   `json:"platform"`
	Encoding   string   `json:"encoding"`
	Delimiter  string   `json:"delimiter"`
	HeaderRows int      `json:"header_rows"`
}

// Question names the question that was counted.
type Question struct {
	Columns []int  `json:"columns"` // from 1
	ID      string `json:"id"`
	Text    string `json:"text"`
}

// Options are the choices that shaped a tally, by the names of their flags.
type Options struct {
	Count          tally.Count `json:"count"`
	MinCount       int         `json:"min_count"`
	Top            int         `json:"top"` // 0: all
	NoStem         bool        `json:"no_stem"`
	NoStopwords    bool        `json:"no_stopwords"`
	Whole          bool        `json:"whole"`
	KeepNonanswers bool        `json:"keep_nonanswers"`
	Finished       bool        `json:"finished"`
}

// Tally is the document of a counted question, verbatim/tally/v1.
type Tally struct {
	Schema   string       `json:"schema"`
	Source   Source       `json:"source"`
	Question Question     `json:"question"`
	Options  Options      `json:"options"`
	Language string       `json:"language"`
	Complete bool         `json:"complete"` // no term has been cut
	Base     tally.Base   `json:"base"`
	Tokens   tally.Tokens `json:"tokens"`
	Terms    []tally.Term `json:"terms"`
	Cut      tally.Cut    `json:"cut"`
	Warnings []Warning    `json:"warnings"`
}

// TallySchema is the value of a tally document's Schema.
const TallySchema = "verbatim/tally/v1"

// Write writes the document in a format.
func (d *Tally) Write(w io.Writer, f Format) error {
	return write(w, f, d)
}

// TallyRow is a term in CSV: one row each, the columns of the JSON.
type TallyRow struct {
	Rank        int     `csv:"rank"`
	Term        string  `csv:"term"`
	Stem        string  `csv:"stem"`
	Mentions    int     `csv:"mentions"`
	Respondents int     `csv:"respondents"`
	Share       float64 `csv:"share"`
	Forms       string  `csv:"forms"` // joined by "; ", the most frequent first
}

func (d *Tally) rows() any {
	rows := make([]TallyRow, 0, len(d.Terms))
	for _, t := range d.Terms {
		rows = append(rows, TallyRow{
			Rank: t.Rank, Term: cellSafe(t.Term), Stem: cellSafe(t.Stem), Mentions: t.Mentions,
			Respondents: t.Respondents, Share: t.Share, Forms: cellSafe(joinForms(t.Forms)),
		})
	}
	return rows
}

func joinForms(forms []tally.Form) string {
	names := make([]string, len(forms))
	for i, f := range forms {
		names[i] = f.Form
	}
	return strings.Join(names, "; ")
}

// table is the document for a terminal.
func (d *Tally) table() string {
	t := newTable(1, 3, 4, 5)
	d.fill(t, func(s string) string { return clip(s, 48) })
	return fmt.Sprintf("%s\n\n%s\n%s\n", Plain(d.Question.Text), rendered(t), wrapped(d.notes()))
}

// markdown is the document for a page.
func (d *Tally) markdown() string {
	t := newTable(1, 3, 4, 5)
	d.fill(t, markdownSafe)
	return fmt.Sprintf("**%s**\n\n%s\n\n%s\n", markdownSafe(d.Question.Text), t.RenderMarkdown(), strings.Join(d.notes(), "  \n"))
}

// fill puts the terms into a table; show makes a respondent's text harmless.
func (d *Tally) fill(t table.Writer, show func(string) string) {
	t.AppendHeader(table.Row{"rank", "term", "mentions", "people", "share", "written as"})
	for _, x := range d.Terms {
		t.AppendRow(table.Row{x.Rank, show(x.Term), x.Mentions, x.Respondents, percent(x.Share), show(formCounts(x.Forms))})
	}
}

// formCounts lists the forms with their counts where there are several.
func formCounts(forms []tally.Form) string {
	if len(forms) == 1 {
		return forms[0].Form
	}
	parts := make([]string, len(forms))
	for i, f := range forms {
		parts[i] = fmt.Sprintf("%s %d", f.Form, f.Mentions)
	}
	return strings.Join(parts, ", ")
}

// notes are the sentences below the terms: the base of the shares, and what is
// not in the list.
func (d *Tally) notes() []string {
	b, k := d.Base, d.Tokens
	notes := []string{fmt.Sprintf("%d of %s gave an answer.", b.Valid, count(b.Respondents, "respondent"))}
	if b.Valid > 1 {
		notes[0] += fmt.Sprintf(" Shares are of these %d; they add up to more than 100 %% where people named several terms.", b.Valid)
	}
	if others := partsOf([]part{{b.Unanswered, "left it blank"}, {b.NonResponse, `wrote "don't know", "n/a" or the like`}}); others != "" {
		notes[0] += " The others: " + others + "."
	}
	if unfinished := partsOf([]part{{b.Unfinished, "unfinished"}, {b.Tests, "tests or previews"}}); unfinished != "" {
		left := "; --finished leaves them out"
		if b.Filtered > 0 {
			left = ", left out here"
		}
		notes = append(notes, "Of the responses in the file, "+unfinished+left+".")
	}
	if b.NilAnswers > 0 {
		notes = append(notes, fmt.Sprintf(`Of those who answered, %d said "none", "nothing" or the like; that is no term.`, b.NilAnswers))
	}
	if d.Cut.Terms > 0 {
		notes = append(notes, fmt.Sprintf("Not listed: %s with %s.", count(d.Cut.Terms, "more term"), count(d.Cut.Mentions, "mention")))
	}
	if left := partsOf([]part{{k.StopWords, "as stop words"}, {k.Numbers, "as numbers"}, {k.Addresses, "as addresses"},
		{k.Dropped, "as punctuation or beside the point"}}); left != "" {
		notes = append(notes, fmt.Sprintf("Of %s, %d are counted; left out are %s.", count(k.Total, "word"), k.Counted, left))
	}
	return notes
}

// part is one figure of a sum with its name.
type part struct {
	n    int
	name string
}

// partsOf lists the parts that are not zero: "3 numbers, 2 signs".
func partsOf(parts []part) string {
	var out []string
	for _, p := range parts {
		if p.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", p.n, p.name))
		}
	}
	return strings.Join(out, ", ")
}
