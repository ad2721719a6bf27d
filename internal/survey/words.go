package survey

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/value"
)

//go:embed words.txt
var wordsText string

// A vocabulary holds the lists of words.txt, which says what each is for.
type vocabulary struct {
	other, asking, you, we, variables, numbered value.Set

	wordsAsked, questionBegins, questionHas, placeholders []string
	dateNames, ownNames, beforeOwnName                    []string
	ordinals                                              [][]string
}

// words reads the lists once.
var words = sync.OnceValue(func() vocabulary {
	lists := value.Lists("survey/words.txt", wordsText)
	return vocabulary{
		other: lists.Set("other"), asking: lists.Set("asking"), you: lists.Set("you"), we: lists.Set("we"), variables: lists.Set("variable"), numbered: lists.Set("numbered"),
		wordsAsked: lists.List("words asked"), questionBegins: lists.List("question begins"), questionHas: lists.List("question has"), placeholders: lists.List("placeholder"),
		dateNames: lists.List("date name"), ownNames: lists.List("own name"), beforeOwnName: append(lists.List("before own name"), ""), ordinals: lists["ordinals"],
	}
})

// isOther knows what platforms call the option that people write themselves.
func isOther(label string) bool { return words().other[value.Key(label)] }

// asksForWords knows the names of columns that people type into: those that end
// in such words, or, as Alchemer writes it, have them in front of a colon.
func asksForWords(name string) bool {
	option, _, _ := strings.Cut(name, ":")
	for _, part := range [...]string{name, option} {
		said := strings.FieldsFunc(strings.ToLower(part), func(r rune) bool { return !unicode.IsLetter(r) })
		tail := " " + strings.Join(said[max(0, len(said)-3):], " ")
		if slices.ContainsFunc(words().wordsAsked, func(label string) bool { return strings.HasSuffix(tail, " "+label) }) {
			return true
		}
	}
	return false
}

// wantsWords knows questions that can only be answered in words.
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

// isPlaceholder knows the names that spreadsheets give to nameless columns.
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

// isDateName knows names of columns that hold dates. It is asked where a
// spreadsheet may have made numbers of them.
func isDateName(name string) bool {
	k := value.Key(name)
	if len(k) > 40 || strings.Contains(k, "interview") {
		return false
	}
	for _, part := range words().dateNames {
		if strings.HasPrefix(k, part) || strings.HasSuffix(k, part) {
			return true
		}
	}
	return strings.HasSuffix(k, "time") && k != "time"
}

// isPersonName knows questions for the respondent's own name and address, as key
// gives them: "What is your first and last name?", "Your e-mail (optional)".
func isPersonName(k string) bool {
	if len(k) > 60 {
		return false
	}
	for _, asked := range words().ownNames {
		for _, before := range words().beforeOwnName {
			if rest, ok := strings.CutPrefix(k, before+asked); ok && !strings.HasPrefix(rest, "of") {
				return true
			}
		}
	}
	return false
}
