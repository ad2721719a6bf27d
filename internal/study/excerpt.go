package study

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"verbatim/internal/term"
)

// excerpt is where the part of an answer that is quoted begins and ends: at words, a quarter of it before the first
// mark. An answer of no more characters than most is quoted whole; where most is 0, so is every answer.
//
//	… could be opened, and │trust│ is what keeps us here, since we know that …
//	 ◀────── most / 4 ─────  ▲  ─────────────── the rest of most ──────────▶
func excerpt(text string, tokens []term.Token, mark, most int) (start, end int) {
	if most == 0 || len(text) <= most || forward(text, 0, most) == len(text) {
		return 0, len(text)
	}
	// More follows a mark than precedes it, since what is said of a word mostly
	// comes after it.
	start = backward(text, mark, most/4)
	end = forward(text, start, most)
	if start > 0 { // at the first word from there on; the mark is at one
		i, _ := slices.BinarySearchFunc(tokens, start, func(t term.Token, at int) int { return cmp.Compare(t.Start, at) })
		start = min(tokens[min(i, len(tokens)-1)].Start, mark)
	}
	if end < len(text) { // after the last word up to there, if the mark is not longer
		i, _ := slices.BinarySearchFunc(tokens, end+1, func(t term.Token, at int) int { return cmp.Compare(t.End, at) })
		if i > 0 && tokens[i-1].End > mark {
			end = tokens[i-1].End
		}
	}
	return start, end
}

// forward is the place so many characters after another, or the end.
func forward(text string, at, characters int) int {
	for ; characters > 0 && at < len(text); characters-- {
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return at
}

// backward is the place so many characters before another, or the beginning.
func backward(text string, at, characters int) int {
	for ; characters > 0 && at > 0; characters-- {
		_, n := utf8.DecodeLastRuneInString(text[:at])
		at -= n
	}
	return at
}
