package report

import (
	"io"
	"slices"
	"strings"

	"verbatim/internal/prose"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// section is one table of a document.
type section struct {
	title   string
	numeric []int // columns to align to the right, from 1
	fill    func(t table.Writer, show func(string) string)
	spare   []int // columns that a narrow terminal does not show, the first to go first
}

// tableOf sets a question's tables and notes for a terminal.
func tableOf(columns int, q Question, parts []section, notes []string) string {
	out, narrow := asked(columns, q), false
	for _, part := range parts {
		if part.title != "" {
			out += clip(part.title, 48) + "\n"
		}
		set, hidden := part.fitted(columns)
		out, narrow = out+set+"\n", narrow || hidden
	}
	if narrow {
		notes = append(slices.Clip(notes), "A wider terminal shows more columns, and so does --format csv.")
	}
	return out + wrapped(columns, notes) + "\n"
}

// asked is the text of a question, in lines that a terminal has room for.
func asked(columns int, q Question) string {
	if columns == 0 {
		return prose.Plain(q.Text) + "\n\n"
	}
	return wrapped(columns, []string{prose.Plain(q.Text)}) + "\n\n"
}

// fitted renders the table for a terminal: first its texts are cut, then columns are left out.
func (s section) fitted(columns int) (out string, hidden bool) {
	for n := 0; ; n++ {
		out = fitted(columns, 48, func(cell int) string {
			t := newTable(s.numeric...)
			arrange(t, s.numeric, s.spare[:n])
			s.fill(t, func(text string) string { return clip(text, cell) })
			return rendered(t)
		})
		if columns == 0 || n == len(s.spare) || text.LongestLineLen(out) <= columns {
			return out, n > 0
		}
	}
}

// fitted renders a table with its texts cut to as many columns as a terminal leaves them, which may be more than most.
// Below 12 nothing is legible, so that is where it ends. Where columns is 0, it is most.
func fitted(columns, most int, render func(cell int) string) string {
	for cell := max(most, columns); ; cell = cell * 7 / 8 {
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

// Paragraphs sets sentences for a terminal of so many columns, one below the other; 0 is anywhere else.
func Paragraphs(columns int, sentences []string) string {
	if columns == 0 {
		return strings.Join(sentences, "\n")
	}
	return wrapped(columns, sentences)
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
