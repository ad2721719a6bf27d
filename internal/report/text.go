package report

import (
	"cmp"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/text"

	"verbatim/internal/markup"
	"verbatim/internal/prose"
)

// clip makes a text harmless and shortens it to a number of terminal columns, at its end. Columns
// are not characters: a Chinese one takes two, and a combining accent none.
func clip(s string, columns int) string {
	s = prose.Plain(s)
	if text.StringWidth(s) <= columns {
		return s
	}
	return strings.TrimSpace(text.Trim(s, columns-1)) + "…"
}

// ClipMiddle shortens a text in its middle: the questions of a grid begin alike and differ at their
// ends.
func ClipMiddle(s string, columns int) string {
	s = prose.Plain(s)
	if text.StringWidth(s) <= columns {
		return s
	}
	start, width := len(s), 0
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if width += text.RuneWidth(r); width > columns/2-1 {
			break
		}
		start -= n
	}
	head := text.Trim(s, columns-1-text.StringWidth(s[start:]))
	return strings.TrimSpace(head) + "…" + strings.TrimSpace(s[start:])
}

// lineWidth is how many columns a line of sentences has at most: longer ones are hard to read.
const lineWidth = 100

// Paragraphs sets sentences one below the other for a terminal with this number of columns; 0
// is for any other output, where no line is broken.
func Paragraphs(columns int, sentences []string) string {
	if columns == 0 {
		return strings.Join(sentences, "\n")
	}
	var lines []string
	for _, s := range sentences {
		for line := range strings.Lines(text.WrapSoft(s, min(columns, lineWidth))) {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return strings.Join(lines, "\n")
}

// notesFor are sentences below a table. Their lines are broken in a file, too, so that it reads
// like a terminal.
func notesFor(columns int, sentences []string) string {
	return Paragraphs(cmp.Or(columns, lineWidth), sentences)
}

// columnList writes column numbers, which ascend, as a selector does: "7", "7-11", "12,15".
func columnList(columns []int) string {
	var out []string
	for i := 0; i < len(columns); {
		j := i
		for j+1 < len(columns) && columns[j+1] == columns[j]+1 {
			j++
		}
		run := strconv.Itoa(columns[i])
		if j > i {
			run += "-" + strconv.Itoa(columns[j])
		}
		out = append(out, run)
		i = j + 1
	}
	return strings.Join(out, ",")
}

// markdownSafe makes a respondent's text harmless in Markdown, for GitHub and for pandoc: it is one line that reads as it
// was written, where a line begins as well as within one.
func markdownSafe(s string) string { return markup.Line(markdownInline(s)) }

// markdownInline makes a text harmless where no line begins, as in the cell of a table.
func markdownInline(s string) string { return markup.Markdown(prose.Plain(s)) }

// markdownCode is a text as code in Markdown.
func markdownCode(s string) string { return markup.Code(prose.Plain(s)) }

// WriteParagraphs writes sentences, which may quote answers, as Markdown: for the summary of a job
// on a build server.
func WriteParagraphs(w io.Writer, sentences []string) error {
	return writeText(w, strings.Join(append(prose.Texts(sentences, markdownSafe), ""), "\n\n"))
}
