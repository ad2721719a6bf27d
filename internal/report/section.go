package report

import (
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// section is one table of a document.
type section struct {
	title   string
	numeric []int // columns to align to the right, from 1
	fill    func(t table.Writer, show func(string) string)
}

// tableOf sets a question's tables and notes for a terminal.
func tableOf(columns int, q Question, parts []section, notes []string) string {
	out := Plain(q.Text) + "\n\n"
	for _, part := range parts {
		if part.title != "" {
			out += clip(part.title, 48) + "\n"
		}
		out += fitted(columns, 48, func(cell int) string {
			t := newTable(part.numeric...)
			part.fill(t, func(s string) string { return clip(s, cell) })
			return rendered(t)
		}) + "\n"
	}
	return out + wrapped(columns, notes) + "\n"
}

// fitted renders a table with its texts cut to as many columns as a terminal leaves them, at most most. Below 12 nothing
// is legible, so that is where it ends. Where columns is 0, it is most.
func fitted(columns, most int, render func(cell int) string) string {
	for cell := most; ; cell = cell * 7 / 8 {
		out := render(cell)
		if columns == 0 || cell < 12 || text.LongestLineLen(out) <= columns {
			return out
		}
	}
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

// WriteParagraphs writes sentences, which may quote answers, as Markdown.
func WriteParagraphs(w io.Writer, sentences []string) error {
	var out strings.Builder
	for _, s := range sentences {
		out.WriteString(markdownSafe(s) + "\n\n")
	}
	_, err := io.WriteString(w, out.String())
	return err
}
