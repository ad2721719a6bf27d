package wording

import (
	"strings"
	"unicode"

	"verbatim/internal/value"
)

// Beside the options of a closed question stands a box for words of one's own, "Other". Exports name its column by the
// question and the box, in either order:
//
//	How do you run it? - Other (please specify)
//	Other - Write In:How do you run it?
//	Position-Other

// between are the marks between a question and its box.
var between = [...]string{"::", ": ", ":", " - ", " – ", " [", "-"}

// FollowUp takes the text of a box apart: the question that it belongs to, and what the box is called. Both are "" where
// a text is not that of a box.
func FollowUp(text string) (question, box string) {
	for _, mark := range between {
		if before, after, found := strings.Cut(text, mark); found && isBox(before) && len(after) > len(before) {
			return strings.TrimSpace(after), strings.TrimSpace(before)
		}
		if at := strings.LastIndex(text, mark); at > 0 && isBox(text[at+len(mark):]) {
			return strings.TrimSpace(text[:at]), strings.Trim(text[at+len(mark):], " ]")
		}
	}
	return "", ""
}

// isBox reports whether a text begins with the word for another option, and says little more.
func isBox(text string) bool {
	const most = 5 // words: "Other (please specify in brief)"
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	return len(words) > 0 && len(words) <= most && value.CountWords(text) <= most && IsOther(words[0])
}
