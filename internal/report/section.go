package report

import (
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"verbatim/internal/prose"
)

// On a terminal and in Markdown, a document is the text of the question, a few tables, and notes. A
// terminal may be narrower than a table. Then texts are cut, more and more, and if that does not
// help, columns are left out:
//
//	rank  term      people  share  mentions  written as
//	   1  openness      12   12%        13  openness 11, open 2
//
//	rank  term   people  share  mentions  written…          texts cut
//	term   people  share                                    spare columns left out

// A shower makes a text from an answer harmless for one format and short enough for it.
type shower = func(string) string

// A section is one table of a document. A string in a cell may come from an answer, so a shower has
// to make it harmless; a literal (csv.go) is this program's own and stays as it is, as do numbers.
type section struct {
	title   string
	heads   []any // of the columns; none is a table without a header
	rows    [][]any
	numeric []int // columns to align to the right, from 1
	spare   []int // columns that a narrow terminal does not show, the first to go first
}

// A column is one of a table with a row for each thing of a list.
type column[T any] struct {
	head  string      // this program's own
	right bool        // aligned to the right, as numbers are
	spare int         // the order in which a narrow terminal leaves out columns, from 1; 0: never
	cell  func(T) any // nil: the table does not have the column
}

// given is the cell of a column that a table has only if something holds. So the list of columns is
// complete, and in the order of the table, whatever the options are.
func given[T any](holds bool, cell func(T) any) func(T) any {
	if !holds {
		return nil
	}
	return cell
}

// sectionOf is the table of a list.
func sectionOf[T any](title string, list []T, columns []column[T]) section {
	columns = slices.DeleteFunc(columns, func(c column[T]) bool { return c.cell == nil })
	s := section{title: title, rows: make([][]any, len(list))}
	for i, c := range columns {
		s.heads = append(s.heads, literal(c.head))
		if c.right {
			s.numeric = append(s.numeric, i+1)
		}
		if c.spare > 0 {
			s.spare = append(s.spare, i+1)
		}
		for j, x := range list {
			s.rows[j] = append(s.rows[j], c.cell(x))
		}
	}
	slices.SortFunc(s.spare, func(a, b int) int { return columns[a-1].spare - columns[b-1].spare })
	return s
}

// tableOf sets a question's tables and notes for a terminal with this number of columns; 0 if
// that is not known, as for a file. If a table had to leave out columns, a further note says
// where they are.
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
	return out + notesFor(columns, notes) + "\n"
}

// asked is the text of a question, above its tables. A file has it in one line.
func asked(columns int, q Question) string {
	return Paragraphs(columns, []string{prose.Plain(q.Text)}) + "\n\n"
}

// fitted renders the table for a terminal, and reports whether it had to leave out columns. Cutting
// texts comes first, since a column left out is lost on a terminal.
func (s section) fitted(columns int) (out string, hidden bool) {
	for n := 0; ; n++ {
		out = fitted(columns, 48, func(cell int) string {
			return s.text(func(text string) string { return clip(text, cell) }, s.spare[:n]...)
		})
		if columns == 0 || n == len(s.spare) || text.LongestLineLen(out) <= columns {
			return out, n > 0
		}
	}
}

// fitted renders a table with its texts cut to fewer and fewer columns, until a terminal has room
// for it. It begins with most, or with the whole terminal if that is wider, and ends below 12,
// where nothing is legible. Without a terminal (columns is 0) texts have most columns.
func fitted(columns, most int, render func(cell int) string) string {
	for cell := max(most, columns); ; cell = cell * 7 / 8 {
		out := render(cell)
		if columns == 0 || cell < 12 || text.LongestLineLen(out) <= columns {
			return out
		}
	}
}

// text is the table as aligned text, without the hidden columns and without spaces at line ends.
func (s section) text(show shower, hidden ...int) string {
	var out strings.Builder
	for line := range strings.Lines(s.writer(show, hidden...).Render() + "\n") {
		out.WriteString(strings.TrimRight(line, " \n"))
		out.WriteByte('\n')
	}
	return out.String()
}

// writer is the table without frame or rules: columns and two spaces. The hidden columns, from 1,
// are left out.
func (s section) writer(show shower, hidden ...int) table.Writer {
	t := table.NewWriter()
	t.Style().Options = table.Options{}
	t.Style().Box.PaddingLeft, t.Style().Box.PaddingRight = "", "  "
	t.Style().Format = table.FormatOptions{}
	var configs []table.ColumnConfig
	for _, n := range s.numeric {
		configs = append(configs, table.ColumnConfig{Number: n, Align: text.AlignRight, AlignHeader: text.AlignRight})
	}
	for _, n := range hidden {
		configs = append(configs, table.ColumnConfig{Number: n, Hidden: true}) // the last one for a column holds
	}
	t.SetColumnConfigs(configs)
	if len(s.heads) > 0 {
		t.AppendHeader(shown(s.heads, show))
	}
	for _, row := range s.rows {
		t.AppendRow(shown(row, show))
	}
	return t
}

// shown is a row with its texts made harmless. It is a copy, since the same row may be shown again
// with shorter texts.
func shown(cells []any, show shower) table.Row {
	row := slices.Clone(cells)
	for i, cell := range row {
		if text, ok := cell.(string); ok {
			row[i] = show(text)
		}
	}
	return row
}

// markdownOf sets a question's tables and notes for a page.
func markdownOf(q Question, parts []section, notes []string) string {
	out := "**" + markdownSafe(q.Text) + "**\n\n"
	for _, part := range parts {
		if part.title != "" {
			out += markdownSafe(part.title) + "\n\n"
		}
		out += part.markdown() + "\n\n"
	}
	return out + strings.Join(prose.Texts(notes, markdownSafe), "  \n") + "\n"
}

// markdown is the table as Markdown.
func (s section) markdown() string { return s.writer(markdownInline).RenderMarkdown() }
