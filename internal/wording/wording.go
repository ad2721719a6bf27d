// Package wording knows what headers of surveys say, in the languages of surveys: which names ask
// for words, stand for nothing, or are those of dates. The lists are in words.txt.
package wording

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

// A Vocabulary holds the lists of words.txt; comments there explain each list.
type Vocabulary struct {
	other, asking, you, we, variables, numbered value.Set
	QuestionColumns, ItemColumns                value.Set

	wordsAsked, questionBegins, questionHas, questionEnds, placeholders []string
	dateNames, dateEnds, undated                                        []string
	Missing                                                             kind.Codes
	ordinals                                                            map[string]int
	Option, OptionBehindMark, BlankOfR, BareInR                         []string
}

// Words reads the lists once.
var Words = sync.OnceValue(func() *Vocabulary {
	lists := value.Lists("wording/words.txt", wordsText)
	return &Vocabulary{
		other: lists.Set("other"), asking: lists.Set("asking"), you: lists.Set("you"), we: lists.Set("we"), variables: lists.Set("variable"), numbered: lists.Set("numbered"),
		wordsAsked: lists.List("words asked"), questionBegins: lists.List("question begins"), questionHas: lists.List("question has"), questionEnds: lists.List("question ends"), placeholders: lists.List("placeholder"),
		dateNames: lists.List("date name"), dateEnds: lists.List("date name ends"), undated: lists.List("no date name"), QuestionColumns: lists.Set("question column"), ItemColumns: lists.Set("item column"), Missing: kind.Codes{Numbers: lists.List("missing code"), Words: lists.List("missing word")}, ordinals: places(lists["ordinals"]),
		Option: lists.List("option"), OptionBehindMark: lists.List("option behind mark"), BlankOfR: lists.List("blank of R"), BareInR: lists.List("bare in R"),
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

// IsOther reports whether a label is that of the option that people write
// themselves.
func IsOther(label string) bool { return Words().other[value.Key(label)] }

// AsksForWords reports whether a name is that of a column that people type into: it
// ends in one of these words, or, in Alchemer's exports, has one before a colon.
func AsksForWords(name string) bool {
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
	return slices.ContainsFunc(Words().wordsAsked, func(label string) bool {
		before, ok := strings.CutSuffix(tail, label)
		return ok && strings.HasSuffix(before, " ")
	})
}

// WantsWords reports whether a question can only be answered in words.
func WantsWords(question string) bool {
	q := strings.ToLower(question)
	for _, begins := range Words().questionBegins {
		if rest, ok := strings.CutPrefix(q, begins); ok {
			if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(r) {
				return true
			}
		}
	}
	return slices.ContainsFunc(Words().questionHas, func(part string) bool { return strings.Contains(q, part) })
}

// IsPlaceholder reports whether a name is one that spreadsheets give to columns
// without a name.
func IsPlaceholder(name string) bool {
	for _, prefix := range Words().placeholders {
		if strings.HasSuffix(prefix, ":") {
			prefix += " "
		}
		if rest, ok := strings.CutPrefix(name, prefix); ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
			return true
		}
	}
	return false
}

// IsDateName reports whether a name is that of a column of dates. A spreadsheet may
// have turned these into numbers.
func IsDateName(name string) bool {
	k := value.Key(name)
	if len(k) > 40 || slices.ContainsFunc(Words().undated, func(part string) bool { return strings.Contains(k, part) }) {
		return false
	}
	for _, part := range Words().dateNames {
		if strings.HasPrefix(k, part) || strings.HasSuffix(k, part) {
			return true
		}
	}
	return slices.ContainsFunc(Words().dateEnds, func(end string) bool { return strings.HasSuffix(k, end) && k != end })
}
