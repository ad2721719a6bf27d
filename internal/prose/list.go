package prose

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/tally"
)

// Lists are of names that come from answers, so each name has passed through Plain before it gets here.

// Enumerate writes a list as it is spoken: "a, b and c".
func Enumerate(names []string) string { return list(names, " and ") }

// list puts commas between names, and a word before the last.
func list(names []string, word string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + word + names[last]
}

// Alternatives writes a list of which one is to be taken: "a, b or c".
func Alternatives(names []string) string { return list(names, " or ") }

// Capitalized begins a sentence with a text: its first letter is made large, unless it is a name with letters of its own
// ("iPhone").
func Capitalized(text string) string {
	text = Plain(text)
	first, n := utf8.DecodeRuneInString(text)
	word, _, _ := strings.Cut(text, " ")
	if text == "" || strings.IndexFunc(word[min(n, len(word)):], unicode.IsUpper) >= 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[n:]
}

// Column is a header within a sentence, quoted where it is several words.
func Column(header string) string {
	header = Plain(header)
	if strings.Contains(header, " ") {
		return "“" + header + "”"
	}
	return header
}

// A Part is one figure of a sum with its name.
type Part struct {
	N    tally.Figure
	Name string
}

// Parts lists the parts that are not zero: "3 numbers, 2 signs".
func Parts(parts []Part) string {
	var out []string
	for _, p := range parts {
		if p.N > 0 {
			out = append(out, fmt.Sprintf("%d %s", p.N, p.Name))
		}
	}
	return strings.Join(out, ", ")
}

// named lists the first names, and counts the others.
func named(names []string, most int) []string {
	if more := len(names) - most; more > 0 {
		return append(names[:most:most], fmt.Sprintf("%d more", more))
	}
	return names
}
