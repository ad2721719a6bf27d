package survey

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/kind"
	"verbatim/internal/value"
)

//go:embed words.txt
var wordsText string

// A vocabulary holds the lists of words.txt; comments there explain each list.
type vocabulary struct {
	other, asking, you, we, variables, numbered value.Set
	questionColumns, itemColumns                value.Set

	wordsAsked, questionBegins, questionHas, questionEnds, placeholders []string
	dateNames, dateEnds, undated                                        []string
	missing                                                             kind.Codes
	ordinals                                                            map[string]int
	option, optionBehindMark, blankOfR                                  []string
}

// words reads the lists once.
var words = sync.OnceValue(func() vocabulary {
	lists := value.Lists("survey/words.txt", wordsText)
	return vocabulary{
		other: lists.Set("other"), asking: lists.Set("asking"), you: lists.Set("you"), we: lists.Set("we"), variables: lists.Set("variable"), numbered: lists.Set("numbered"),
		wordsAsked: lists.List("words asked"), questionBegins: lists.List("question begins"), questionHas: lists.List("question has"), questionEnds: lists.List("question ends"), placeholders: lists.List("placeholder"),
		dateNames: lists.List("date name"), dateEnds: lists.List("date name ends"), undated: lists.List("no date name"), questionColumns: lists.Set("question column"), itemColumns: lists.Set("item column"), missing: kind.Codes{Numbers: lists.List("missing code"), Words: lists.List("missing word")}, ordinals: places(lists["ordinals"]),
		option: lists.List("option"), optionBehindMark: lists.List("option behind mark"), blankOfR: lists.List("blank of R"),
	}
})

// places returns the place of each word in its line, from 1.
func places(lines [][]string) map[string]int {
	at := map[string]int{}
	for _, line := range lines {
		for i, word := range line {
			at[word] = i + 1
		}
	}
	return at
}

// isOther reports whether a label is that of the option that people write
// themselves.
func isOther(label string) bool { return words().other[value.Key(label)] }

// asksForWords reports whether a name is that of a column that people type into: it
// ends in one of these words, or, in Alchemer's exports, has one before a colon.
func asksForWords(name string) bool {
	option, _, two := strings.Cut(name, ":")
	return endsInWordsAsked(name) || two && endsInWordsAsked(option)
}

// endsInWordsAsked looks at the last three words of a name.
func endsInWordsAsked(name string) bool {
	tail := ""
	for range 3 {
		name = strings.TrimRightFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
		before := strings.TrimRightFunc(name, unicode.IsLetter)
		tail, name = " "+name[len(before):]+tail, before
	}
	tail = strings.ToLower(tail)
	return slices.ContainsFunc(words().wordsAsked, func(label string) bool {
		before, ok := strings.CutSuffix(tail, label)
		return ok && strings.HasSuffix(before, " ")
	})
}

// wantsWords reports whether a question can only be answered in words.
func wantsWords(question string) bool {
	q := strings.ToLower(question)
	for _, begins := range words().questionBegins {
		if rest, ok := strings.CutPrefix(q, begins); ok {
			if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(r) {
				return true
			}
		}
	}
	return slices.ContainsFunc(words().questionHas, func(part string) bool { return strings.Contains(q, part) })
}

// isPlaceholder reports whether a name is one that spreadsheets give to columns
// without a name.
func isPlaceholder(name string) bool {
	for _, prefix := range words().placeholders {
		if strings.HasSuffix(prefix, ":") {
			prefix += " "
		}
		if rest, ok := strings.CutPrefix(name, prefix); ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
			return true
		}
	}
	return false
}

// isDateName reports whether a name is that of a column of dates. A spreadsheet may
// have turned these into numbers.
func isDateName(name string) bool {
	k := value.Key(name)
	if len(k) > 40 || slices.ContainsFunc(words().undated, func(part string) bool { return strings.Contains(k, part) }) {
		return false
	}
	for _, part := range words().dateNames {
		if strings.HasPrefix(k, part) || strings.HasSuffix(k, part) {
			return true
		}
	}
	return slices.ContainsFunc(words().dateEnds, func(end string) bool { return strings.HasSuffix(k, end) && k != end })
}
