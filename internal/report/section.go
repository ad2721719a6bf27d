package report

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
)

// section is one table of a document.
type section struct {
	title   string
	numeric []int // columns to align to the right, from 1
	fill    func(t table.Writer, show func(string) string)
}

// tableOf sets a question's tables and notes for a terminal.
func tableOf(q Question, parts []section, notes []string) string {
	show := func(s string) string { return clip(s, 48) }
	out := Plain(q.Text) + "\n\n"
	for _, part := range parts {
		if part.title != "" {
			out += show(part.title) + "\n"
		}
		t := newTable(part.numeric...)
		part.fill(t, show)
		out += rendered(t) + "\n"
	}
	return out + wrapped(notes) + "\n"
}

// markdownOf sets them for a page.
func markdownOf(q Question, parts []section, notes []string) string {
	out := "**" + markdownSafe(q.Text) + "**\n\n"
	for _, part := range parts {
		if part.title != "" {
			out += markdownSafe(part.title) + "\n\n"
		}
		t := newTable(part.numeric...)
		part.fill(t, markdownSafe)
		out += t.RenderMarkdown() + "\n\n"
	}
	safe := make([]string, len(notes))
	for i, note := range notes {
		safe[i] = markdownSafe(note)
	}
	return out + strings.Join(safe, "  \n") + "\n"
}
