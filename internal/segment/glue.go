package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unglued is the length of a chunk up to the first position where its writer forgot
// a space and UAX #29 would see one word: at a colon between letters
// ("strengths:people"), and at a full stop between sentences.
func unglued(chunk string) int {
	for i := 1; i < len(chunk)-1; i++ {
		if chunk[i] != ':' && chunk[i] != '.' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(chunk[:i])
		after, _ := utf8.DecodeRuneInString(chunk[i+1:])
		colon := chunk[i] == ':' && unicode.IsLetter(before) && unicode.IsLetter(after) && !endsName(before, chunk[i+1:])
		if colon || chunk[i] == '.' && unicode.IsLower(before) && endsSentence(chunk[:i], chunk[i+1:]) {
			return i + 1
		}
	}
	return len(chunk)
}

// endsName reports whether what follows a colon is the ending of a name in capitals, as Swedish and
// Finnish write it: EU:s, TV:ssä.
func endsName(before rune, after string) bool {
	ending := after[:wordBytes(after)]
	return unicode.IsUpper(before) && utf8.RuneCountInString(ending) <= longestCase && strings.ToLower(ending) == ending
}

// longestCase is the number of letters of the longest ending after a colon: EU:hun, EU:ssa.
const longestCase = 3

// lookBack is how many bytes before a full stop are looked at: a chunk may be long.
const lookBack = 64

// endsSentence reports whether a full stop between two letters ends a sentence. It does
// before a capitalised word ("trust.Openness") and between two words ("slow.warm",
// "quiet.I"), but not in a name that the lists tell ("node.js", "main.py", "data.table"),
// in a path or a host ("setup-env.csh", "cache.example.io"), in a call ("task.find()") or in
// an abbreviation, one part of which is a letter or two.
func endsSentence(before, after string) bool {
	first, n := utf8.DecodeRuneInString(after)
	second, _ := utf8.DecodeRuneInString(after[n:])
	if unicode.IsUpper(first) && unicode.IsLower(second) {
		return true
	}
	last := before[strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	next := after[:wordBytes(after)]
	rest, dot := strings.CutPrefix(after[len(next):], ".")
	near := before[max(0, len(before)-lookBack):]
	switch {
	case utf8.RuneCountInString(last) < 3, dot && wordBytes(rest) > 0, strings.ContainsAny(near, "-_/"), strings.HasPrefix(after[len(next):], "("),
		knownNames().isDotted(strings.ToLower(last), strings.ToLower(next)):
		return false
	}
	return unicode.IsLower(first) && len(next) > n || unicode.IsUpper(first) && len(next) == n
}

// wordBytes is the length of the letters at the beginning of a text.
func wordBytes(text string) int {
	if n := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); n >= 0 {
		return n
	}
	return len(text)
}
