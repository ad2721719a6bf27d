package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"verbatim/internal/prose"
)

// writeMarkdown writes the report as Markdown.
func (r *Report) writeMarkdown(w io.Writer) error {
	_, err := io.WriteString(w, r.markdown())
	return err
}

// markdown is the report for a wiki, a README or pandoc.
func (r *Report) markdown() string {
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
			fmt.Fprintf(&b, "- %s: %s\n", markdownSafe(cmp.Or(l.Question.Text, l.Question.ID)), markdownSafe(l.Reason))
		}
	}
	b.WriteString("\n## The data\n\n")
	for _, f := range r.Files {
		fmt.Fprintf(&b, "- %s, SHA-256 `%s`\n", markdownSafe(f.Name), f.SHA256)
	}
	for i := range r.Warnings {
		fmt.Fprintf(&b, "- To be minded: %s\n", markdownSafe(r.Warnings[i].sentence()))
	}
	return b.String()
}

// markdown is the section of one question, below its heading.
func (s *Section) markdown(b *strings.Builder) {
	for i, f := range s.Findings {
		if f = markdownSafe(f); i == 0 {
			f = "**" + f + "**"
		}
		fmt.Fprintf(b, "\n%s\n", f)
	}
	for _, c := range s.Cautions {
		fmt.Fprintf(b, "\n> %s\n", markdownSafe(c.Text()))
	}
	for _, part := range s.parts() {
		if part.title != "" {
			fmt.Fprintf(b, "\n### %s\n", markdownSafe(part.title))
		}
		t := newTable(part.numeric...)
		part.fill(t, markdownSafe)
		fmt.Fprintf(b, "\n%s\n", t.RenderMarkdown())
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
	var options []string
	for _, o := range optionRows(&s.Tally.Options) {
		options = append(options, "`"+strings.ReplaceAll(strings.TrimSpace(o.Flag+" "+o.Value), "`", "'")+"`")
	}
	fmt.Fprintf(b, "- Counted with %s.\n", strings.Join(options, ", "))
}

// How many terms are quoted in Markdown, and how many answers of each; JSON has all.
const quotedInMarkdown, quotesInMarkdown = 10, 5

// quotesMarkdown lists some of the quotes.
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

// parts are the tables of a section. What the groups said is held against each other where it can be.
func (s *Section) parts() []section {
	d := s.Tally
	parts := []section{d.termTable("Every term", d.Terms)}
	if len(d.Themes) > 0 {
		parts = append(parts, themeTable("Themes", d.Themes))
	}
	if s.Compare != nil {
		compared := s.Compare.parts(0)
		compared[0].title = "By " + prose.Column(s.Compare.Column)
		return append(parts, compared...)
	}
	for _, g := range d.Groups {
		parts = append(parts, d.termTable(fmt.Sprintf("%s (%s)", cmp.Or(g.Value, "(blank)"), prose.Count(g.Base.Valid, "answer")), g.Terms))
	}
	return parts
}
