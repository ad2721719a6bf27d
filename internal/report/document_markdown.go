package report

import (
	_ "embed" // for the template
	"io"
	"strings"
	"text/template"

	"verbatim/internal/prose"
)

// A report in Markdown, for a wiki, a README or pandoc, is a template as the page is. It has no
// escaping of its own, so every text of an answer, a file or a warning passes through safe.

//go:embed page/report.md
var reportMarkdown string

// quotedInMarkdown is how many terms have quotes in Markdown, and how many answers each. All of
// them would be longer than the rest of the report; JSON has all.
const quotedInMarkdown, quotesInMarkdown = 10, 5

// markdownFunctions turn the parts of a section into what the template shows.
var markdownFunctions = template.FuncMap{
	"safe":     markdownSafe,
	"name":     Question.name,
	"sentence": prose.Warning,
	"answers":  func(n int) string { return prose.Count(n, "answer") },
	"parts":    Section.parts,
	"title":    func(part section) string { return part.title },
	"table":    section.markdown,
	"quoted":   func(s Section) []*Quotes { return s.Quotes[:min(quotedInMarkdown, len(s.Quotes))] },
	"quotes": func(d *Quotes) []string {
		return prose.Texts(d.Quotes[:min(quotesInMarkdown, len(d.Quotes))], d.quoted)
	},
	"notes": Section.notes,
	"options": func(s Section) string {
		return strings.Join(prose.Texts(optionRows(&s.Tally.Options), optionRow.code), ", ")
	},
}

// writeMarkdown writes the report. It has no pictures: a text file could not carry them.
func (r *Report) writeMarkdown(w io.Writer) error {
	t, err := template.New("report").Funcs(markdownFunctions).Parse(reportMarkdown)
	if err != nil {
		return err
	}
	return t.Execute(w, struct {
		Title, Standing string
		Headed          bool // by the only question
		*Report
	}{r.heading(), r.standing(), r.headed(), r})
}

// code is an option as code in Markdown, which cannot hold the mark that ends it.
func (o optionRow) code() string {
	return "`" + strings.ReplaceAll(strings.TrimSpace(o.Flag+" "+o.Value), "`", "'") + "`"
}

// notes say how the terms of a section were counted and, if there are groups, compared. They are
// those of a terminal and not of a page: readers of Markdown in a repository may well run the
// program.
func (s Section) notes() []string {
	notes := s.Tally.prose().Notes()
	if s.Compare != nil {
		notes = append(notes, s.Compare.text.Notes()...)
	}
	return notes
}

// parts are the tables of a section. If the groups can be compared, the tables of the comparison
// replace the terms of each group: they have the shares of all groups side by side. The tables go
// to any output, so no terminal limits their columns.
func (s Section) parts() []section {
	parts := []section{s.Tally.termTable("Every term", s.Tally.Terms)}
	if len(s.Tally.Themes) > 0 {
		parts = append(parts, themeTable("Themes", s.Tally.Themes))
	}
	if s.Compare == nil {
		return append(parts, s.Tally.groupTables()...)
	}
	compared := s.Compare.parts(0)
	compared[0].title = "By " + prose.Column(s.Compare.Column)
	return append(parts, compared...)
}
