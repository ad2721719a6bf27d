package report

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// Plain makes an answer's text harmless on a terminal and fit for one line:
// white space becomes single spaces, control characters their pictures (ESC is
// ␛), and the characters that reorder text, which could make it read as
// something else, become U+FFFD.
func Plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r < 0x20:
			return 0x2400 + r
		case r == 0x7F:
			return '␡'
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// clip shortens a text to a number of terminal columns, at its end.
func clip(s string, columns int) string {
	s = Plain(s)
	if text.StringWidth(s) <= columns {
		return s
	}
	return strings.TrimSpace(text.Trim(s, columns-1)) + "…"
}

// clipMiddle shortens a text in its middle: what tells the questions of a grid
// apart stands at their ends.
func clipMiddle(s string, columns int) string {
	s = Plain(s)
	if text.StringWidth(s) <= columns {
		return s
	}
	tail := []rune(s)
	for text.StringWidth(string(tail)) > columns/2-1 {
		tail = tail[1:]
	}
	head := text.Trim(s, columns-1-text.StringWidth(string(tail)))
	return strings.TrimSpace(head) + "…" + strings.TrimSpace(string(tail))
}

// wrapped sets paragraphs one below the other, in lines of at most 100 columns.
func wrapped(paragraphs []string) string {
	var lines []string
	for _, p := range paragraphs {
		for line := range strings.Lines(text.WrapSoft(p, 100)) {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return strings.Join(lines, "\n")
}

// cellSafe defuses a text that a spreadsheet would run as a formula, with the
// apostrophe that spreadsheets themselves use for it.
func cellSafe(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
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

// count writes a number with its noun: "1 row", "2 rows".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// percent writes a share in [0,1] as whole per cent; a share that is not zero
// never shows as 0 %.
func percent(share float64) string {
	switch whole := int(share*100 + 0.5); {
	case whole == 0 && share > 0:
		return "<1 %"
	default:
		return strconv.Itoa(whole) + " %"
	}
}

// newTable is a table without frame or rules: columns and two spaces. The
// numbered columns, from 1, are aligned to the right.
func newTable(numeric ...int) table.Writer {
	t := table.NewWriter()
	t.Style().Options = table.Options{}
	t.Style().Box.PaddingLeft, t.Style().Box.PaddingRight = "", "  "
	t.Style().Format = table.FormatOptions{}
	var configs []table.ColumnConfig
	for _, n := range numeric {
		configs = append(configs, table.ColumnConfig{Number: n, Align: text.AlignRight, AlignHeader: text.AlignRight})
	}
	t.SetColumnConfigs(configs)
	return t
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

// part is one figure of a sum with its name.
type part struct {
	n    int
	name string
}

// partsOf lists the parts that are not zero: "3 numbers, 2 signs".
func partsOf(parts []part) string {
	var out []string
	for _, p := range parts {
		if p.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", p.n, p.name))
		}
	}
	return strings.Join(out, ", ")
}
