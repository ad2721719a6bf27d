package report

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/prose"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// clip shortens a text to a number of terminal columns, at its end.
func clip(s string, columns int) string {
	s = prose.Plain(s)
	if text.StringWidth(s) <= columns {
		return s
	}
	return strings.TrimSpace(text.Trim(s, columns-1)) + "…"
}

// clipMiddle shortens a text in its middle: what tells the questions of a grid
// apart stands at their ends.
func clipMiddle(s string, columns int) string {
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

// wrapped sets paragraphs one below the other, in lines of at most so many columns (0: 100), and never more than 100.
func wrapped(columns int, paragraphs []string) string {
	if columns == 0 || columns > 100 {
		columns = 100
	}
	var lines []string
	for _, p := range paragraphs {
		for line := range strings.Lines(text.WrapSoft(p, columns)) {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return strings.Join(lines, "\n")
}

// cellSafe makes a text harmless and defuses one that a spreadsheet would run as
// a formula, with the apostrophe that spreadsheets themselves use for it. Some
// pass over spaces, tabs and invisible characters before they look, and take
// full-width signs for the usual ones.
func cellSafe(s string) string {
	s = prose.Plain(s)
	first := strings.TrimLeftFunc(s, isPassedOver)
	if r, n := utf8.DecodeRuneInString(first); n > 0 && strings.ContainsRune("=+-@＝＋－＠", r) {
		return "'" + s
	}
	return s
}

// isPassedOver tells whether a character, as Plain leaves it, shows nothing, or
// stands for one that does not.
func isPassedOver(r rune) bool {
	return r == ' ' || r == unicode.ReplacementChar || 0x2400 <= r && r <= 0x2421 || unicode.Is(unicode.Cf, r)
}

// columnList writes column numbers as a selector does: "7", "7-11", "12,15".
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

// newTable is a table without frame or rules: columns and two spaces. The
// numbered columns, from 1, are aligned to the right.
func newTable(numeric ...int) table.Writer {
	t := table.NewWriter()
	t.Style().Options = table.Options{}
	t.Style().Box.PaddingLeft, t.Style().Box.PaddingRight = "", "  "
	t.Style().Format = table.FormatOptions{}
	arrange(t, numeric, nil)
	return t
}

// arrange aligns some columns of a table to the right, and leaves others out.
func arrange(t table.Writer, numeric, hidden []int) {
	var configs []table.ColumnConfig
	for _, n := range hidden {
		configs = append(configs, table.ColumnConfig{Number: n, Hidden: true})
	}
	for _, n := range numeric {
		if !slices.Contains(hidden, n) {
			configs = append(configs, table.ColumnConfig{Number: n, Align: text.AlignRight, AlignHeader: text.AlignRight})
		}
	}
	t.SetColumnConfigs(configs)
}

// rendered is the table as aligned text, without the spaces at line ends.
func rendered(t table.Writer) string {
	var out strings.Builder
	for line := range strings.Lines(t.Render() + "\n") {
		out.WriteString(strings.TrimRight(line, " \n"))
		out.WriteByte('\n')
	}
	return out.String()
}
