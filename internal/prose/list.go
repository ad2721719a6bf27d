package prose

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/tally"
)

// A sentence often has a list of names in it. Names that come from answers pass through Plain
// before they get here.

// Texts are what text makes of each item of a list.
func Texts[T any](list []T, text func(T) string) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = text(x)
	}
	return out
}

// when is a list of one sentence if something holds, and of none if it does not. Captions, notes
// and accounts of the method are such lists one after the other, so each reads in the order of its
// sentences.
func when(holds bool, format string, args ...any) []string {
	if !holds {
		return nil
	}
	return []string{say(format, args...)}
}

// clause is a part of a sentence if something holds, and "" if it does not.
func clause(holds bool, format string, args ...any) string {
	return strings.Join(when(holds, format, args...), "")
}

// enumerate writes a list as it is spoken: "a, b and c".
func (v Voice) enumerate(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return v.Say("%s and %s", strings.Join(names[:last], ", "), names[last])
}

// Alternatives writes a list from which one item can be chosen: "a, b or c".
func Alternatives(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// Sentences are sentences as one paragraph.
func Sentences(list []string) string { return strings.Join(list, " ") }

// paragraph is a list of one text, which has all sentences of a list, or of none.
func paragraph(list []string) []string {
	if len(list) == 0 {
		return nil
	}
	return []string{Sentences(list)}
}

// Capitalized makes the first letter of a text a capital, to begin a sentence with it. A word with
// capitals further on ("iPhone") stays as it is.
func Capitalized(text string) string {
	text = Plain(text)
	first, n := utf8.DecodeRuneInString(text)
	word, _, _ := strings.Cut(text, " ")
	if text == "" || strings.IndexFunc(word[min(n, len(word)):], unicode.IsUpper) >= 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[n:]
}

// Column is the header of a column within a sentence in English.
func Column(header string) string { return Voice{}.ColumnName(header) }

// ColumnName is the header of a column within a sentence, in quotation marks if it has several words.
func (v Voice) ColumnName(header string) string {
	header = Plain(header)
	if strings.Contains(header, " ") {
		return v.Quote(header)
	}
	return header
}

// A part is one figure of a sum, with what follows it for one and for several.
type part struct {
	n            tally.Figure
	one, several string
}

// parts lists the parts that are neither zero nor withheld: "3 numbers, 1 address".
func parts(list []part) string {
	var out []string
	for _, p := range list {
		if p.n > 0 {
			out = append(out, say("%d %s", p.n, Agree(p.n, p.one, p.several)))
		}
	}
	return strings.Join(out, ", ")
}

// withCounts are terms with how many people said them, or how often they were said, as the unit
// says. It stands once, with the first: "trust (12 people), time (3)".
func withCounts[T any](v Voice, list []T, by tally.Count, name func(T) string, count func(T) int) []string {
	names := make([]string, len(list))
	for i, x := range list {
		n := v.Number(count(x))
		if i == 0 {
			n = v.Counted(count(x), by)
		}
		names[i] = fmt.Sprintf("%s (%s)", Plain(name(x)), n)
	}
	return names
}

// named lists the first names in English and counts the others: "a, b, 3 more". Format is that of the
// number of others.
func named(names []string, most int, format string) string {
	if more := len(names) - most; more > 0 {
		names = append(names[:most:most], say(format, more))
	}
	return strings.Join(names, ", ")
}

// named lists the first names and counts the others: "a, b, 3 more".
func (v Voice) named(names []string, most int) string {
	if more := len(names) - most; more > 0 {
		names = append(names[:most:most], v.Say("%d more", more))
	}
	return strings.Join(names, ", ")
}
