package privacy

import (
	"slices"
	"strings"

	"verbatim/internal/segment"
)

// E-mail addresses are also written as they are said, or so that programs do not find them:
//
//	joe.smith (at) example.org       brackets around the sign
//	joe [at] example [dot] org       around the dot as well
//	joe dot smith at gmail dot com   words
//	joe.smith at example.org         a user that is no common word
//
// "look at example.org" and "meet at noon dot" are none: the words alone are common, so
// either there are brackets, or a domain follows a word for the dot. The search stops at the
// longest address, so the time grows with the answer alone.

// The longest word for a sign, in letters, the most spaces on each side of it, and the most
// names with dots between on each side of the at.
const longestSpoken, mostSpaces, mostNames = 10, 2, 5

// The brackets that may be around a sign.
const opening, closing = "([{<", ")]}>"

// spokenMail examines a word: of the at of an e-mail address.
func spokenMail(text []byte, at, floor int) span {
	if !words().atStart[text[at]] {
		return span{}
	}
	word := firstWord(text[at:])
	sign, bracketed := signAround(text, at, at+len(word))
	if !words().at[word] || !bracketed && !sign.isApart(at, at+len(word)) {
		return span{}
	}
	user, host := userBefore(text, max(sign.start, floor), floor), hostAfter(text, sign.end)
	if user >= sign.start || host.names < 2 || !isLetter(host.domain[0]) || len(host.domain) < 2 {
		return span{}
	}
	if !bracketed && (!slices.Contains(words().spoken, host.domain) || !host.spoken && !isSigned(text[user:sign.start])) {
		return span{}
	}
	return span{user, host.end, segment.MarkEMail}
}

// firstWord is the word that a text begins with, in small letters; empty where it is longer
// than all words for signs.
func firstWord[T string | []byte](text T) string {
	end := 0
	for end < len(text) && isLetter(text[end]) {
		if end++; end > longestSpoken {
			return ""
		}
	}
	return strings.ToLower(string(text[:end]))
}

// signAround is a word for a sign with the brackets and the spaces around it.
func signAround(text []byte, start, end int) (sign span, bracketed bool) {
	if start > 0 && end < len(text) && strings.IndexByte(opening, text[start-1]) >= 0 && strings.IndexByte(closing, text[end]) >= 0 {
		start, end, bracketed = start-1, end+1, true
	}
	sign = span{start: start, end: end}
	for sign.start > 0 && start-sign.start < mostSpaces && text[sign.start-1] == ' ' {
		sign.start--
	}
	sign.end = skipSpaces(text, end)
	return sign, bracketed
}

// skipSpaces is the place behind the spaces beside a sign.
func skipSpaces(text []byte, at int) int {
	for n := 0; n < mostSpaces && at < len(text) && text[at] == ' '; n++ {
		at++
	}
	return at
}

// isApart reports whether there are spaces on both sides of a word.
func (s span) isApart(start, end int) bool { return s.start < start && s.end > end }

// userBefore is where the user of an address begins that ends at a place.
func userBefore(text []byte, end, floor int) (start int) {
	start = end
	for range mostNames {
		at := end
		for at > floor && end-at < longestUser && isUser(text[at-1]) {
			at--
		}
		for at < end && !isWord(text[at]) { // dots and quotes do not begin a user
			at++
		}
		if at == end {
			break
		}
		start = at
		if end = dotBefore(text, at, floor); end == at {
			break
		}
	}
	return start
}

// dotBefore is where a dot begins that ends at a place, as a word or in brackets.
func dotBefore(text []byte, at, floor int) int {
	end := at
	for end > floor && at-end < mostSpaces && text[end-1] == ' ' {
		end--
	}
	if end > floor && strings.IndexByte(closing, text[end-1]) >= 0 {
		end--
	}
	start := end
	for start > floor && end-start < longestSpoken && isLetter(text[start-1]) {
		start--
	}
	if sign := dotSign(text, start, end); sign.end == at && sign.start >= floor {
		return sign.start
	}
	return at
}

// dotAfter is where a dot ends that begins at a place, as a word or in brackets.
func dotAfter(text []byte, at int) int {
	start := skipSpaces(text, at)
	if start < len(text) && strings.IndexByte(opening, text[start]) >= 0 {
		start++
	}
	end := start + len(firstWord(text[start:]))
	if end == start && end < len(text) && text[end] == '.' {
		end++
	}
	if sign := dotSign(text, start, end); sign.start == at {
		return sign.end
	}
	return at
}

// dotSign is a word for a dot with what is around it, or a dot in brackets; empty where it is
// neither.
func dotSign(text []byte, start, end int) span {
	sign, bracketed := signAround(text, start, end)
	word := strings.ToLower(string(text[start:end]))
	if words().dot[word] && (bracketed || sign.isApart(start, end)) || bracketed && word == "." {
		return sign
	}
	return span{-1, -1, 0}
}

// A spokenHost is a host as it is said.
type spokenHost struct {
	end    int
	names  int    // with dots between
	domain string // the last of them
	spoken bool   // one of the dots is a word or has brackets
}

// hostAfter reads the host that begins at a place.
func hostAfter(text []byte, at int) (h spokenHost) {
	for dotted := false; h.names < mostNames; h.names++ {
		end := at
		for end < len(text) && end-at < longestUser && (isWord(text[end]) || text[end] == '-' && end > at) {
			end++
		}
		if end == at {
			return h
		}
		h.end, h.domain, h.spoken = end, strings.ToLower(string(text[at:end])), h.spoken || dotted
		if end+1 < len(text) && text[end] == '.' && isWord(text[end+1]) {
			at, dotted = end+1, false
		} else if at = dotAfter(text, end); at > end {
			dotted = true
		}
	}
	return h
}
