package wording

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"verbatim/internal/value"
)

// Template returns the letters of a header, with marks in place of its numbers and
// ordinals, and the numbers. Parts of one question have the same template: people type
// punctuation and blanks again for each part, and often differently.
func Template(text string) (string, []int) {
	shape := make([]byte, 0, len(text))
	var numbers, ordinals []int
	for text != "" {
		digits := strings.TrimLeft(text, "0123456789")
		run := text[:len(text)-len(digits)]
		if n, err := strconv.Atoi(run); err == nil {
			shape, numbers = append(shape, 0), append(numbers, n)
		}
		rest := strings.TrimLeftFunc(digits, unicode.IsLetter)
		word := digits[:len(digits)-len(rest)]
		if n := Words().ordinals[strings.ToLower(word)]; n > 0 {
			shape, ordinals = append(shape, 1), append(ordinals, n)
		} else {
			shape = append(shape, word...)
		}
		text = strings.TrimLeftFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && (r < '0' || r > '9') })
	}
	return string(shape), append(numbers, ordinals...)
}

// IsShortCode reports whether a header is a code like Q12 or var3. Its number
// distinguishes questions, not the parts of one question.
func IsShortCode(text string) bool {
	if strings.ContainsAny(text, " ") {
		return false
	}
	stem := strings.ToLower(strings.TrimRightFunc(text, unicode.IsDigit))
	if bare := strings.TrimRight(stem, "_#"); bare != stem {
		return len(bare) < 2 || Words().variables[bare]
	}
	return len([]rune(stem)) < 4 || Words().variables[stem] || Words().numbered[stem]
}

// numberMark is a number of a part as headers write it, with what belongs to
// it; a label in front of a colon goes with it.
var numberMark = value.Pattern(`^[^:?]{0,60}#\s*\d+\s*:+\s*|\s*[\[(]\s*(?:SQ)?\d+\s*[.)]?\s*[\])]|\s*[-–:]\s*(?:\pL+\s*)?#?\d+[.):]*\s*$|[\s_]+#?\d+\s*$|#\s*\d+\s*`)

// WithoutNumber returns the text of a question, given the text of its first part.
func WithoutNumber(text string) string {
	return cmp.Or(strings.TrimSpace(numberMark().ReplaceAllString(text, "")), text)
}
