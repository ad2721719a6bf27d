package wording

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/value"
)

// A question that stands over a picture needs neither its code nor its instructions:
//
//	Q5. We value your opinion. What hinders you most? (Please do not name people.)   as asked
//	We value your opinion. What hinders you most?                                    without code and instructions
//	What hinders you most?                                                           what it asks
//
// What a column of a question is for stays, since a part of a question is not the whole of it:
//
//	Which do you use? Please select all that apply. - Other (please specify)   as asked
//	Which do you use? - Other                                                  what it asks
//
// Nothing of what is left is changed, and nothing is taken out of its middle but instructions.

// code is what an export puts before a question: "Q5.", "12)", "[F3_1]", "B2 -".
var code = value.Pattern(`^\s*(?:\[\w{1,12}\]|\(?(?:\pL{1,3}[._-]?)?\d{1,3}(?:[._]\d{1,3}){0,2}\pL?\)?\s*[.:)–—-])\s+`)

// aside is a part in brackets.
var aside = value.Pattern(`\s*(?:\([^()]*\)|\[[^\[\]]*\])`)

// part is what a column of a question is for, as platforms write it after the question.
var part = value.Pattern(`[.?!:)…？！。؟՞;]\s*(\s-\s+[^.?!…？！。؟՞;:]+|\s\[[^\[\]]+\])$`)

// Titles returns the question for the title of a picture, without its code and its instructions, and
// then, if it has several sentences, those at the end that ask: they are what to show where there is
// no room for all. Of two questions in a row both stay, since people answered both.
func Titles(question string) []string {
	text := question
	if m := code().FindString(text); len(m) < len(text) {
		text = text[len(m):]
	}
	text = strings.TrimSpace(strings.TrimRight(withoutInstructions(text), " *"))
	if text == "" {
		return []string{question}
	}
	whole, of := text, ""
	if at := part().FindStringSubmatchIndex(text); at != nil {
		whole, of = text[:at[2]], text[at[2]:]
	}
	if asked := lastAsked(whole); asked != whole {
		return []string{text, asked + of}
	}
	return []string{text}
}

// withoutInstructions takes out what stands in brackets before the question, after one of its
// sentences, or at its end, if that has two words or more: one word may be a unit.
func withoutInstructions(text string) string {
	var out strings.Builder
	from := 0
	for _, at := range aside().FindAllStringIndex(text, -1) {
		before, after := strings.TrimSpace(text[:at[0]]), strings.TrimSpace(text[at[1]:])
		last, _ := utf8.DecodeLastRuneInString(before)
		if len(strings.Fields(text[at[0]:at[1]])) > 1 && (before == "" || after == "" || isEnd(last)) {
			out.WriteString(text[from:at[0]])
			from = at[1]
		}
	}
	return out.String() + text[from:]
}

// isEnd reports whether a mark ends a sentence.
func isEnd(r rune) bool { return strings.ContainsRune(".!?…？！。؟՞;", r) }

// lastAsked returns the last sentences of a text that end with a question mark, one after the other. A
// sentence of few words ("Why?") needs the one before.
func lastAsked(text string) string {
	starts, letters := []int{0}, []rune(text)
	for i := 1; i+1 < len(letters); i++ {
		space := unicode.IsSpace(letters[i])
		if !isEnd(letters[i-1]) || !space && letters[i-1] < 0x2000 || abbreviated(string(letters[:i])) {
			continue
		}
		next := i
		if space {
			next++
		}
		if !unicode.IsLower(letters[next]) && !unicode.IsDigit(letters[next]) {
			starts = append(starts, len(string(letters[:next])))
		}
	}
	end, asked := len(text), ""
	for i := len(starts) - 1; i >= 0; i-- {
		sentence, after := strings.TrimSpace(text[starts[i]:end]), len(text)
		if i+1 < len(starts) {
			after = starts[i+1]
		}
		switch {
		case isAsked(strings.TrimSpace(text[starts[i]:min(after, end)])):
			if len(strings.Fields(sentence)) >= FewestWords || utf8.RuneCountInString(sentence) > 30 {
				asked = sentence
			}
		case asked != "":
			return asked
		default:
			end = starts[i] // what follows the last question is no part of it
		}
	}
	return cmp.Or(asked, text)
}

// isAsked reports whether a sentence ends with a question mark.
func isAsked(sentence string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(sentence, `"'”»“) `))
	return strings.ContainsRune("?？؟՞;", last)
}

// abbreviated reports whether a text ends in an abbreviation, as "e.g." or "J." is.
func abbreviated(text string) bool {
	last := text[strings.LastIndexFunc(text, unicode.IsSpace)+1:]
	word := strings.TrimRight(last, ".")
	return last != word && (strings.Contains(word, ".") || utf8.RuneCountInString(strings.TrimLeft(word, "(")) == 1)
}
