package segment

import (
	"strings"

	"verbatim/internal/charset"
)

// IsTwice reports whether a word was encoded twice. It is asked of words of a text in which some were.
func IsTwice(word string) bool {
	_, whole := charset.OnceBeside(word)
	if !whole {
		_, whole = charset.OnceBeside(word + "\u00a0") // the second half of à, taken for a blank
	}
	return whole
}

// twice adds the word that was encoded twice and begins in the chunk from there on, and returns the end of
// the chunk: from where there is none. What else may end a word is part of a character in it: ¼, ¶, a no-break space.
func (s *Splitter) twice(from int) (end int) {
	chunk := s.text[from:]
	if n := strings.IndexAny(chunk, " \t\n\v\f\r"); n >= 0 {
		chunk = chunk[:n]
	}
	if !IsTwice(chunk) {
		return from
	}
	const signs = ".,;:!?()[]\"'*_"
	word := strings.Trim(chunk, signs)
	start := strings.Index(chunk, word)
	s.clause = s.clause || endsClause(chunk[:start])
	s.add(from+start, from+start+len(word), Word)
	s.clause = endsClause(chunk[start+len(word):])
	return from + len(chunk)
}
