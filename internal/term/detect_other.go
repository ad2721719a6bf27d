package term

import "strings"

// other is what is known of a language that is not supported.
type other struct{ words, hints string }

// otherLanguages reads lang/other.txt, by code.
func otherLanguages() map[string]other {
	table := make(map[string]other)
	text, _ := lists.ReadFile("lang/other.txt") // it is embedded
	for line := range strings.Lines(string(text)) {
		code, rest, ok := strings.Cut(line, ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		words, hints, _ := strings.Cut(rest, "|")
		table[code] = other{strings.ReplaceAll(words, ",", " "), strings.ReplaceAll(hints, ",", " ")}
	}
	return table
}
