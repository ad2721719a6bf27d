package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// Plain makes an answer's text harmless on a terminal and in the log of a build,
// and fit for one line: white space becomes single spaces, control characters
// their pictures (ESC is ␛), and the characters that reorder text, which could
// make it read as something else, become U+FFFD. What a build server would take
// for a command ("::error::", "##[error]") is no longer one.
func Plain(s string) string { return strings.Trim(harmless(s), " ") }

// harmless is Plain of a part of a line, which may begin or end with a space.
func harmless(s string) string {
	if isPlain(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	spaced := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			if !spaced {
				out.WriteByte(' ')
			}
			spaced = true
			continue
		case r < 0x20:
			r += 0x2400
		case r == 0x7F:
			r = '␡'
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Bidi_Control, r):
			r = unicode.ReplacementChar
		}
		spaced = false
		out.WriteRune(r)
	}
	return withoutCommands(out.String())
}

// isPlain tells of most texts that nothing in them does harm: printable ASCII
// with single spaces, and no sign that begins a command.
func isPlain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c >= 0x7F || c == ':' || c == '#':
			return false
		case c == ' ' && i > 0 && s[i-1] == ' ':
			return false
		}
	}
	return true
}

// withoutCommands takes the power from what GitHub, Azure and TeamCity read as
// commands in a log: a line that begins with "::", perhaps after spaces, and "##"
// with a bracket anywhere. Lines are broken at spaces, so that any word may begin
// one.
func withoutCommands(s string) string {
	if !strings.Contains(s, "::") && !strings.Contains(s, "##") {
		return s
	}
	if strings.HasPrefix(s, "::") {
		s = "∷" + s[2:]
	}
	return buildCommands.Replace(s)
}

var buildCommands = strings.NewReplacer(" ::", " ∷", "##[", "# #[", "##vso[", "# #vso[", "##teamcity[", "# #teamcity[")

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
	s = Plain(s)
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

// Count writes a number with its noun: "1 row", "2 rows", "3 addresses".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + Plural(noun)
}

// Plural is the name of several of a kind.
func Plural(noun string) string {
	if strings.HasSuffix(noun, "s") {
		return noun + "es"
	}
	return noun + "s"
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
