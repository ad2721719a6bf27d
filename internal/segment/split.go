// Package segment brings a text to one form and cuts it into pieces: words, numbers, addresses.
// It is the first thing that happens to an answer, and knows no language:
//
//	answer ─ Normalised ─▶ text ─ Split ─▶ pieces
//
// What people write in answers of any language, names with a dot in them and pictures, is data in
// names.txt and pictures.txt.
package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// A Piece is a part of a text.
type Piece struct {
	Start, End int // in the normalised text, bytes
	Kind       Kind
	// Clause says that a clause begins here: punctuation or a line end stands
	// between this piece and the one before it.
	Clause bool
}

// Kind says what a piece is.
type Kind uint8

// The kinds of piece.
const (
	Word    Kind = iota // letters, a name, a picture
	Number              // a plain number: "12", "3.5"
	Address             // an e-mail address, URL or @handle, or a mark in its place
	Noise               // damaged
)

// A Splitter cuts texts into pieces. It reuses its memory from text to text. It is not
// safe for concurrent use.
type Splitter struct {
	text   string
	pieces []Piece
	clause bool // of the next piece
	// damaged says that some bytes of the text were none.
	damaged bool
	// Twice says that some words were encoded twice: RÃ¼ckmeldung. Such a one is a piece as a whole.
	Twice bool
}

// Split cuts a normalised text into pieces, in order. They are valid until the next call.
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
// test compares them. What has no letter, digit or picture is no piece, but ends a clause.
func (s *Splitter) Split(text string) []Piece {
	s.damaged = strings.Contains(text, "\uFFFD")
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
			end := at + letters(text[at:])
			if end < len(text) && byteKinds[text[end]] != kindSpace {
				at = s.chunk(at)
				continue
			}
			s.add(at, end, Word) // most words: letters between spaces
			at = end + 1         // and the space
		default:
			at = s.chunk(at)
		}
	}
	return s.pieces
}

// chunk cuts a chunk the short way, or the long way if it turns out not to be plain.
// It returns the end of the chunk.
func (s *Splitter) chunk(from int) int {
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
	kind := Word
	if !letters {
		kind = Number
	}
	s.pieces = append(s.pieces, Piece{start, end, kind, s.clause || opening})
	s.clause = closing
	return at
}

// signs is where the signs at one end of a chunk end, and whether they end a clause.
func (s *Splitter) signs(at int) (end int, clause bool) {
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
func (s *Splitter) longChunk(from int) int {
	end := from + strings.IndexFunc(s.text[from:], unicode.IsSpace)
	if end < from {
		end = len(s.text)
	}
	if end == from { // a space beyond ASCII
		r, n := utf8.DecodeRuneInString(s.text[from:])
		s.clause = s.clause || r == '\u2028' || r == '\u2029' || r == '\u0085'
		return from + n
	}
	if s.Twice {
		if end := s.twice(from); end > from {
			return end
		}
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

// unmarked cuts a chunk, or a part of one, that has no mark in it. Words that a URL is tied to stay words.
func (s *Splitter) unmarked(from, end int) {
	for from < end {
		at, to := linked(s.text[from:end])
		if to > 0 {
			s.unlinked(from, from+at)
			s.unlinked(from+at, from+to)
			from += to
			continue
		}
		s.unlinked(from, end)
		return
	}
}

// unlinked cuts a part of a chunk that is a URL as a whole, or has none.
func (s *Splitter) unlinked(from, end int) {
	chunk := s.text[from:end]
	left := len(chunk) - len(strings.TrimLeftFunc(chunk, isEdge))
	trimmed := strings.TrimFunc(chunk, isEdge)
	switch {
	case trimmed == "":
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
func (s *Splitter) add(start, end int, kind Kind) {
	s.pieces = append(s.pieces, Piece{start, end, kind, s.clause})
	s.clause = false
}

// wordsOf adds the words of a part of the text without white space in it.
func (s *Splitter) wordsOf(from, to int) {
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
		case s.damaged && strings.ContainsRune(word, utf8.RuneError): // no part of it is what was written
			s.add(from+start, from+end, Noise)
		default:
			s.add(from+start, from+end, kindOf(word))
		}
		start, end, glued = 0, 0, false
	}
	for it := words.FromString(part); it.Next(); {
		at, next := it.Start(), it.End()
		switch {
		case !isSign(it.Value()):
			glued = glued && !unspaced(it.Value(), it.Value()) || s.damaged && end == at && end > start && touchesDamage(part[start:end], it.Value())
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
	s.clause = s.clause || len(s.pieces) == found
}

// touchesDamage reports whether a word ends, or what follows it begins, with the sign that stands for
// bytes which are no text.
func touchesDamage(word, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	first, _ := utf8.DecodeRuneInString(next)
	return last == utf8.RuneError || first == utf8.RuneError
}

// kindOf is the kind of a word: a number has digits, perhaps signs that are used in
// numbers, and no letter. A unit with a raised digit (m²) belongs to a number; with a
// capital it is a name (R²).
func kindOf(raw string) Kind {
	if first, last := raw[0]|0x20, raw[len(raw)-1]; 'a' <= first && first <= 'z' && last < utf8.RuneSelf {
		return Word // most are
	}
	if unit := strings.TrimRight(raw, "¹²³"); unit != raw && strings.ToLower(unit) == unit {
		return Number
	}
	other := func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".,'-", r) }
	if strings.ContainsFunc(raw, unicode.IsDigit) && !strings.ContainsFunc(raw, other) {
		return Number
	}
	return Word
}
