package report

import (
	"fmt"
	"io"
	"strings"

	"verbatim/internal/prose"
)

// A report in Markdown, for a wiki, a README or pandoc. Every text of an answer, a file or a warning
// passes through markdownSafe.

// quotedInMarkdown is how many terms have quotes in Markdown, and how many answers each. All of
// them would be longer than the rest of the report; JSON has all.
const quotedInMarkdown, quotesInMarkdown = 10, 5

// writeMarkdown writes the report: as a handout (handout.go) where its pictures are in files, else without.
func (r *Report) writeMarkdown(w io.Writer) error {
	if r.Illustrated {
		return writeText(w, r.handout())
	}
	var out strings.Builder
	fmt.Fprintf(&out, "# %s\n\n%s\n", markdownSafe(r.heading()), r.standing())
	for _, s := range r.Questions {
		if !r.headed() {
			fmt.Fprintf(&out, "\n## %s\n", markdownSafe(s.Tally.Question.name()))
		}
		s.writeMarkdown(&out)
	}
	if len(r.LeftOut) > 0 {
		out.WriteString("\n## Questions not shown\n\n")
	}
	for _, l := range r.LeftOut {
		fmt.Fprintf(&out, "- %s: %s\n", markdownSafe(l.Question.name()), markdownSafe(l.Reason))
	}
	out.WriteString("\n## The data\n\n")
	for _, f := range r.Files {
		hash := ""
		if f.SHA256 != "" {
			hash = ", SHA-256 `" + f.SHA256 + "`"
		}
		fmt.Fprintf(&out, "- %s%s\n", markdownSafe(f.Name), hash)
	}
	for _, warning := range r.Warnings {
		fmt.Fprintf(&out, "- Warning: %s\n", markdownSafe(prose.Warning(warning)))
	}
	return writeText(w, out.String())
}

// writeMarkdown writes what a section has below its heading, in the order of the page. Each part
// begins with the blank line that ends the one before.
func (s Section) writeMarkdown(out *strings.Builder) {
	fmt.Fprintf(out, "\n**%s**\n", markdownSafe(s.Findings[0]))
	for _, finding := range s.Findings[1:] {
		fmt.Fprintf(out, "\n%s\n", markdownSafe(finding))
	}
	for _, c := range s.Cautions {
		fmt.Fprintf(out, "\n> %s\n", markdownSafe(c.Text()))
	}
	for _, part := range s.parts() {
		if part.title != "" {
			fmt.Fprintf(out, "\n### %s\n", markdownSafe(part.title))
		}
		fmt.Fprintf(out, "\n%s\n", part.markdown())
	}
	if len(s.Quotes) > 0 {
		out.WriteString("\n### In their own words\n")
	}
	for _, d := range s.Quotes[:min(quotedInMarkdown, len(s.Quotes))] {
		fmt.Fprintf(out, "\n%s, in %s:\n\n", markdownSafe(d.Term), prose.Count(d.Matches, "answer"))
		for _, q := range d.Quotes[:min(quotesInMarkdown, len(d.Quotes))] {
			fmt.Fprintf(out, "- %s\n", d.quoted(q, markdownEscapes))
		}
	}
	out.WriteString("\n")
	for _, note := range s.notes() {
		fmt.Fprintf(out, "- %s\n", markdownSafe(note))
	}
	options := prose.Texts(optionRows(&s.Tally.Options), optionRow.code)
	fmt.Fprintf(out, "- Counted with %s.\n", strings.Join(options, ", "))
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
