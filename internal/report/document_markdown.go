package report

import (
	"fmt"
	"io"
	"strings"

	"verbatim/internal/prose"
)

// writeMarkdown writes the report for a wiki, a README or pandoc.
func (r *Report) writeMarkdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", markdownSafe(r.heading()), r.standing())
	for i := range r.Questions {
		s := &r.Questions[i]
		if !r.headed() {
			fmt.Fprintf(&b, "\n## %s\n", markdownSafe(s.Tally.Question.name()))
		}
		s.markdown(&b)
	}
	if len(r.LeftOut) > 0 {
		b.WriteString("\n## Questions not shown\n\n")
		for _, l := range r.LeftOut {
			fmt.Fprintf(&b, "- %s: %s\n", markdownSafe(l.Question.name()), markdownSafe(l.Reason))
		}
	}
	b.WriteString("\n## The data\n\n")
	for _, f := range r.Files {
		fmt.Fprintf(&b, "- %s, SHA-256 `%s`\n", markdownSafe(f.Name), f.SHA256)
	}
	for i := range r.Warnings {
		fmt.Fprintf(&b, "- Warning: %s\n", markdownSafe(sentence(r.Warnings[i])))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// markdown is the section of one question, below its heading.
func (s *Section) markdown(b *strings.Builder) {
	fmt.Fprintf(b, "\n**%s**\n", markdownSafe(s.Findings[0]))
	for _, f := range s.Findings[1:] {
		fmt.Fprintf(b, "\n%s\n", markdownSafe(f))
	}
	for _, c := range s.Cautions {
		fmt.Fprintf(b, "\n> %s\n", markdownSafe(c.Text()))
	}
	for _, part := range s.parts() {
		if part.title != "" {
			fmt.Fprintf(b, "\n### %s\n", markdownSafe(part.title))
		}
		fmt.Fprintf(b, "\n%s\n", part.markdown())
	}
	s.quotesMarkdown(b)
	b.WriteString("\n")
	notes := s.Tally.prose().Notes()
	if s.Compare != nil {
		notes = append(notes, s.Compare.prose().Notes()...)
	}
	for _, n := range notes {
		fmt.Fprintf(b, "- %s\n", markdownSafe(n))
	}
	options := prose.Texts(optionRows(&s.Tally.Options), func(o optionRow) string {
		return "`" + strings.ReplaceAll(strings.TrimSpace(o.Flag+" "+o.Value), "`", "'") + "`"
	})
	fmt.Fprintf(b, "- Counted with %s.\n", strings.Join(options, ", "))
}

// How many terms have quotes in Markdown, and how many answers each. All of them would be longer than the rest of the
// report; JSON has all.
const quotedInMarkdown, quotesInMarkdown = 10, 5

// quotesMarkdown lists the first quotes, as whole answers.
func (s *Section) quotesMarkdown(b *strings.Builder) {
	if len(s.Quotes) == 0 {
		return
	}
	fmt.Fprintf(b, "\n### In their own words\n")
	for _, d := range s.Quotes[:min(quotedInMarkdown, len(s.Quotes))] {
		fmt.Fprintf(b, "\n%s, in %s:\n\n", markdownSafe(d.Term), prose.Count(d.Matches, "answer"))
		for i := range d.Quotes[:min(quotesInMarkdown, len(d.Quotes))] {
			fmt.Fprintf(b, "- %s\n", d.quoted(&d.Quotes[i]))
		}
	}
}

// parts are the tables of a section. If the groups can be compared, the tables of the comparison replace the terms of each
// group.
func (s *Section) parts() []section {
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
