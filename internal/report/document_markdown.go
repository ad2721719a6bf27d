package report

import (
	"fmt"
	"io"
	"slices"
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
	say := r.Voice.Say
	fmt.Fprintf(&out, "# %s\n\n%s\n", markdownSafe(r.heading()), r.standing())
	if whose := r.imprint(); whose != "" {
		fmt.Fprintf(&out, "\n%s\n", markdownSafe(whose))
	}
	for _, s := range r.Questions {
		if !r.headed() {
			fmt.Fprintf(&out, "\n## %s\n", markdownSafe(s.Tally.Question.name()))
		}
		s.writeMarkdown(&out, r.Voice)
	}
	if len(r.FewAnswers) > 0 {
		fmt.Fprintf(&out, "\n## %s\n\n", say("Questions with fewer than %d answers", Fewest))
	}
	for _, f := range r.FewAnswers {
		fmt.Fprintf(&out, "- %s: %s\n", markdownSafe(f.Question.name()), say("%d answers", f.Answers))
	}
	if len(r.LeftOut) > 0 {
		fmt.Fprintf(&out, "\n## %s\n\n", say("Questions not shown"))
	}
	for _, l := range r.LeftOut {
		fmt.Fprintf(&out, "- %s: %s\n", markdownSafe(l.Question.name()), markdownSafe(r.reason(l)))
	}
	fmt.Fprintf(&out, "\n## %s\n\n", say("The data"))
	r.writeFiles(&out)
	return writeText(w, out.String())
}

// writeFiles lists the files and the warnings about them.
func (r *Report) writeFiles(out *strings.Builder) {
	for _, f := range r.Files {
		hash := ""
		if f.SHA256 != "" {
			hash = ", SHA-256 " + markdownCode(f.SHA256)
		}
		fmt.Fprintf(out, "- %s%s\n", markdownSafe(f.Name), hash)
	}
	for _, warning := range r.Warnings {
		fmt.Fprintf(out, "- %s: %s\n", r.Voice.Say("Warning"), markdownSafe(prose.Warning(warning)))
	}
}

// imprint says whose report it is, and from when; "" if neither is given.
func (r *Report) imprint() string {
	return strings.Trim(prose.Plain(r.Organisation)+" · "+prose.Plain(r.Date), " ·")
}

// writeMarkdown writes what a section has below its heading, in the order of the page. Each part
// begins with the blank line that ends the one before.
func (s Section) writeMarkdown(out *strings.Builder, v prose.Voice) {
	fmt.Fprintf(out, "\n**%s**\n", markdownSafe(s.Findings[0]))
	for _, finding := range s.Findings[1:] {
		fmt.Fprintf(out, "\n%s\n", markdownSafe(finding))
	}
	for _, c := range s.Cautions {
		fmt.Fprintf(out, "\n> %s\n", markdownSafe(prose.Capitalized(c.Message)+"."))
	}
	for _, part := range s.parts(v) {
		if part.title != "" {
			fmt.Fprintf(out, "\n### %s\n", markdownSafe(part.title))
		}
		fmt.Fprintf(out, "\n%s\n", part.markdown())
	}
	if len(s.Quotes) > 0 {
		fmt.Fprintf(out, "\n### %s\n", v.Say("In their own words"))
	}
	for _, d := range s.Quotes[:min(quotedInMarkdown, len(s.Quotes))] {
		fmt.Fprintf(out, "\n%s, %s:\n\n", markdownSafe(d.Term), v.Say("%d answers", int(d.Matches)))
		for _, q := range d.Quotes[:min(quotesInMarkdown, len(d.Quotes))] {
			fmt.Fprintf(out, "- %s\n", d.quoted(v, q))
		}
	}
	out.WriteString("\n")
	for _, note := range s.notes(v) {
		fmt.Fprintf(out, "- %s\n", markdownSafe(note))
	}
	text := s.Tally.prose(v)
	for _, line := range slices.Concat(text.AsideLists(), text.PeopleAccount(), text.WordAccount()) {
		indent := ""
		if line.Part {
			indent = "  "
		}
		fmt.Fprintln(out, strings.TrimRight(indent+"- "+line.Name+": "+markdownSafe(line.Figure), ": "))
	}
	options := prose.Texts(optionRows(&s.Tally.Options), optionRow.code)
	fmt.Fprintf(out, "- %s %s\n", v.Say("Counted with:"), strings.Join(options, ", "))
}

// code is an option as code in Markdown.
func (o optionRow) code() string { return markdownCode(o.Flag + " " + o.Value) }

// notes say how the terms of a section were counted and, if there are groups, compared. They are
// those of the page.
func (s Section) notes(v prose.Voice) []string {
	notes := s.Tally.prose(v).Method()
	if s.Compare != nil {
		notes = append(notes, s.Compare.prose(v).Notes()...)
	}
	return notes
}

// parts are the tables of a section. If the groups can be compared, the tables of the comparison
// replace the terms of each group: they have the shares of all groups side by side. The tables go
// to any output, so no terminal limits their columns.
func (s Section) parts(v prose.Voice) []section {
	parts := []section{s.Tally.termTable(v, v.Say("Every term"), s.Tally.Terms)}
	if len(s.Tally.Themes) > 0 {
		parts = append(parts, themeTable(v, v.Say("Themes"), s.Tally.Themes))
	}
	if s.Compare == nil {
		return append(parts, s.Tally.groupTables(v)...)
	}
	compared := s.Compare.parts(v, 0)
	compared[0].title = v.Say("By %s", v.ColumnName(s.Compare.Column))
	return append(parts, compared...)
}
