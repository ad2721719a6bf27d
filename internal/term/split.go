package term

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// A piece is a part of a text that becomes a token.
type piece struct {
	start, end int // in the answer, bytes
	kind       Kind
	// clause says that a clause begins here: punctuation or a line end stands
	// between this piece and the one before it.
	clause bool
}

// A splitter cuts texts into pieces. It reuses its memory from text to text.
type splitter struct {
	text   string
	pieces []piece
	clause bool // of the next piece
}

// split cuts a text into pieces, in order.
//
// White space separates chunks. Most chunks are plain: ASCII letters and digits,
// perhaps with signs around them, or a hyphen or apostrophe inside. These take the
// short way: they are cut by a table of bytes. All others take the long way: an
// address is one piece as a whole, and the rest is cut at the word boundaries of
// UAX #29, and joined again where it belongs together:
//
//	"(work-life" ─▶ ( │ work │ - │ life ─▶ work-life
//	"C++,"       ─▶ C │ + │ + │ ,       ─▶ C++
//
// A chunk that may take the short way has the same pieces by the long way; a fuzz
// test compares them. Punctuation between words is not a piece, but a chunk of only
// punctuation is one.
func (s *splitter) split(text string) []piece {
	s.text, s.pieces, s.clause = text, s.pieces[:0], true
	for at := 0; at < len(text); {
		switch kind := byteKinds[text[at]]; kind {
		case kindSpace:
			at++
		case kindLine:
			s.clause = true
			at++
		case kindOther:
			at = s.longChunk(at)
		case kindLetter:
			end := at + letters(text, at)
			if end < len(text) && byteKinds[text[end]] != kindSpace {
				at = s.chunk(at)
				continue
			}
			s.add(at, end, Counted) // most words: letters between spaces
			at = end
		default:
			at = s.chunk(at)
		}
	}
	return s.pieces
}

// chunk cuts a chunk the short way, or the long way if it turns out not to be plain.
// It returns the end of the chunk.
func (s *splitter) chunk(from int) int {
	text := s.text
	start, opening := s.signs(from)
	at, letters := start, false
	for ; at < len(text); at++ {
		k := byteKinds[text[at]]
		if k == kindInner && at > start && at+1 < len(text) {
			k = byteKinds[text[at+1]] // inside a word where a letter or digit follows
		}
		if k != kindLetter && k != kindDigit {
			break
		}
		letters = letters || k == kindLetter
	}
	end := at
	at, closing := s.signs(at)
	dotted := start > from && text[start-1] == '.' // .NET
	if end == start || dotted || at < len(text) && byteKinds[text[at]] != kindSpace && byteKinds[text[at]] != kindLine {
		return s.longChunk(from)
	}
	kind := Counted
	if !letters {
		kind = Number
	}
	s.pieces = append(s.pieces, piece{start, end, kind, s.clause || opening})
	s.clause = closing
	return at
}

// signs is where the signs at one end of a chunk end, and whether they end a clause.
func (s *splitter) signs(at int) (end int, clause bool) {
	for ; at < len(s.text); at++ {
		switch byteKinds[s.text[at]] {
		case kindMark:
			clause = true
		case kindQuote:
		default:
			return at, clause
		}
	}
	return at, clause
}

// longChunk cuts the chunk that begins at from the long way, and returns its end.
func (s *splitter) longChunk(from int) int {
	end := from + strings.IndexFunc(s.text[from:], unicode.IsSpace)
	if end < from {
		end = len(s.text)
	}
	if end == from { // a space beyond ASCII
		r, n := utf8.DecodeRuneInString(s.text[from:])
		s.clause = s.clause || r == '\u2028' || r == '\u2029' || r == '\u0085'
		return from + n
	}
	for at := from; at < end; {
		n := nextMark(s.text[at:end])
		if n < 0 {
			s.unmarked(at, end)
			break
		}
		if n > 0 {
			s.unmarked(at, at+n)
		}
		s.add(at+n, at+n+markBytes, Address)
		at += n + markBytes
	}
	return end
}

// unmarked cuts a chunk, or a part of one, that has no mark in it.
func (s *splitter) unmarked(from, end int) {
	chunk := s.text[from:end]
	left := len(chunk) - len(strings.TrimLeftFunc(chunk, isEdge))
	trimmed := strings.TrimFunc(chunk, isEdge)
	switch {
	case trimmed == "":
		s.add(from, end, Dropped)
		s.clause = true
	case isAddress(trimmed):
		s.clause = s.clause || endsClause(chunk[:left])
		s.add(from+left, from+left+len(trimmed), Address)
		s.clause = endsClause(chunk[left+len(trimmed):])
	default:
		for at := 0; at < len(chunk); {
			n := unglued(chunk[at:])
			s.wordsOf(from+at, from+at+n)
			at += n
		}
	}
}

// add appends a piece.
func (s *splitter) add(start, end int, kind Kind) {
	s.pieces = append(s.pieces, piece{start, end, kind, s.clause})
	s.clause = false
}

// wordsOf adds the words of a part of the text without white space in it.
func (s *splitter) wordsOf(from, to int) {
	part := s.text[from:to]
	found := len(s.pieces)
	start, end := 0, 0 // of the word being put together, in part
	glued := false     // the sign at its end joins what follows
	flush := func() {
		for end > start && part[start] == '_' { // _word_ is stress
			start++
		}
		for end > start && part[end-1] == '_' {
			end--
		}
		switch word := part[start:end]; {
		case word == "":
		case strings.ContainsRune(word, utf8.RuneError): // damaged: no part of it is what was written
			s.add(from+start, from+end, Dropped)
		default:
			s.add(from+start, from+end, kindOf(word))
		}
		start, end, glued = 0, 0, false
	}
	for it := words.FromString(part); it.Next(); {
		at, next := it.Start(), it.End()
		switch {
		case !isSign(it.Value()):
			glued = glued && !unspaced(it.Value(), it.Value()) || end == at && end > start && touchesDamage(part[start:end], it.Value())
			if !glued && !(end == at && at > 0 && unspaced(part[start:end], it.Value())) {
				flush()
				start = at
				if at > 0 && opensName(part[:at], it.Value()) {
					start--
				}
			}
			end, glued = next, false
		case end == at && end > start && joins(part[start:end], part[at:]):
			end, glued = next, true
		default:
			flush()
			s.clause = s.clause || endsClause(it.Value())
		}
	}
	flush()
	if len(s.pieces) == found {
		s.add(from, to, Dropped)
		s.clause = true
	}
}

// touchesDamage reports whether a word ends, or what follows it begins, with the sign that stands for
// bytes which are no text.
func touchesDamage(word, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	first, _ := utf8.DecodeRuneInString(next)
	return last == utf8.RuneError || first == utf8.RuneError
}

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
	near := before[max(0, len(before)-maxStem):] // bounded, since a chunk may be long
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
