package term

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// class is what the split can tell of a piece by its characters alone.
type class uint8

const (
	classWord class = iota
	classNumber
	classAddress
	classPunctuation
)

// split cuts an answer into tokens and calls yield for each, in order, with
// its class.
//
// White space separates chunks. A chunk that is an address as a whole is one
// token; any other is cut at the word boundaries of UAX #29, and the pieces
// that belong together are joined again:
//
//	"(work-life" ─▶ ( │ work │ - │ life ─▶ work-life
//	"C++,"       ─▶ C │ + │ + │ ,       ─▶ C++
//
// Punctuation between words is no token; a chunk of nothing else is one.
func split(answer string, yield func(raw string, c class)) {
	for chunk := range strings.FieldsSeq(answer) {
		trimmed := strings.TrimFunc(chunk, isEdge)
		switch {
		case trimmed == "":
			yield(chunk, classPunctuation)
		case isAddress(trimmed):
			yield(trimmed, classAddress)
		default:
			for _, part := range unglue(chunk) {
				splitChunk(part, yield)
			}
		}
	}
}

// unglue cuts a chunk where a space was forgotten and UAX #29 would see one
// word: at a colon between letters ("strengths:people"), and at a full stop
// before a capitalised word ("trust.Openness", but not "Node.js", "ASP.NET").
func unglue(chunk string) []string {
	var parts []string
	start := 0
	for i := 1; i < len(chunk)-1; i++ {
		if chunk[i] != ':' && chunk[i] != '.' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(chunk[start:i])
		after, n := utf8.DecodeRuneInString(chunk[i+1:])
		second, _ := utf8.DecodeRuneInString(chunk[i+1+n:])
		colon := chunk[i] == ':' && unicode.IsLetter(before) && unicode.IsLetter(after)
		stop := chunk[i] == '.' && unicode.IsLower(before) && unicode.IsUpper(after) && unicode.IsLower(second)
		if colon || stop {
			parts = append(parts, chunk[start:i+1])
			start = i + 1
		}
	}
	return append(parts, chunk[start:])
}

// splitChunk yields the words of one chunk.
func splitChunk(chunk string, yield func(string, class)) {
	pieces := words.FromString(chunk)
	var start, end int // of the token being put together, in chunk
	glued := false     // the sign at its end joins what follows
	found := false
	flush := func() {
		if end > start {
			raw := chunk[start:end]
			yield(raw, classOf(raw))
			found = true
		}
		start, end, glued = 0, 0, false
	}
	for pieces.Next() {
		from, to := pieces.Start(), pieces.End()
		switch {
		case !isSign(pieces.Value()):
			if !glued {
				flush()
				start = from
				if from > 0 && opensName(chunk[:from], chunk[from:]) {
					start--
				}
			}
			end, glued = to, false
		case end == from && end > start && joins(chunk[start:end], chunk[from:]):
			end, glued = to, true
		default:
			flush()
		}
	}
	flush()
	if !found {
		yield(chunk, classPunctuation)
	}
}

// isSign tells whether a piece of UAX #29 has neither letter nor digit nor
// picture in it.
func isSign(piece string) bool {
	for _, r := range piece {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.So, r) || r == utf8.RuneError {
			return false
		}
	}
	return true
}

// joins tells whether the sign that rest begins with belongs to the word
// before it: an inner hyphen or slash between word characters (work-life,
// 24/7), an inner dot after a digit (D3.js), or the sign of a short name (C++,
// C#, F#).
func joins(word, rest string) bool {
	sign, n := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[n:])
	last, _ := utf8.DecodeLastRuneInString(word)
	switch sign {
	case '-', '‐', '‑', '\'':
		return isWordRune(next) && isWordRune(last)
	case '.':
		return unicode.IsDigit(last) && unicode.IsLetter(next)
	case '/':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	case '+':
		return isShortName(word) && (next == '+' || strings.HasSuffix(word, "+"))
	case '#':
		return isShortName(word) && !isWordRune(next)
	}
	return false
}

// isShortName tells whether a word may carry a further + or # as a part of its
// name: one letter, or one letter and a plus.
func isShortName(word string) bool {
	return len(strings.TrimSuffix(word, "+")) == 1
}

// opensName tells whether the dot at the end of before belongs to the word
// that follows, as in .NET.
func opensName(before, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	return strings.HasSuffix(before, ".") && len(before) == 1 && unicode.IsUpper(first)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// isEdge tells whether a rune may be trimmed from the ends of an address.
func isEdge(r rune) bool {
	return !isWordRune(r) && !unicode.Is(unicode.So, r) && r != '@' && r != '/' && r != utf8.RuneError
}

// classOf tells a number from a word: digits with the signs that stand in
// numbers, and no letter.
func classOf(raw string) class {
	digits := false
	for _, r := range raw {
		switch {
		case unicode.IsDigit(r):
			digits = true
		case r == '.' || r == ',' || r == '\'' || r == '-':
		default:
			return classWord
		}
	}
	if digits {
		return classNumber
	}
	return classWord
}

// isAddress tells whether a chunk, trimmed of its edges, is a URL, an e-mail
// address or a handle.
func isAddress(s string) bool {
	if !strings.ContainsAny(s, "@:.") {
		return false
	}
	if strings.HasPrefix(s, "@") {
		return len(s) > 1 && isWordRune(rune(s[1]))
	}
	if strings.Contains(s, "://") {
		u, err := url.Parse(s)
		return err != nil || u.Host != "" // a broken URL is still no word
	}
	if strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "mailto:") {
		return true
	}
	user, host, ok := strings.Cut(s, "@")
	return ok && user != "" && strings.Contains(host, ".") && !strings.Contains(host, "@")
}

// allCapitals tells whether an answer of two letters or more has capitals only:
// they carry no meaning there.
func allCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			letters++
		}
	}
	return letters > 1
}
