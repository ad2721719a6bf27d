package term

import "strings"

// A mark stands in an answer for something that was taken out of it, so that a
// person cannot be found by it. It is one character for private use, which
// nobody writes: a word that stood there instead would be counted. Marks are
// addresses to the split, and are spelled out where people read.
const (
	MarkEMail rune = 0x10FF80 + iota
	MarkPhone
	MarkURL
	MarkHandle
	MarkCard
	MarkBank

	markEnd
)

// markBytes is the length of a mark, markByte its first byte.
const (
	markBytes = 4
	markByte  = 0xF4
)

// isMark tells whether a character is a mark.
func isMark(r rune) bool { return MarkEMail <= r && r < markEnd }

// nextMark is the place of the first mark of a text, -1 where there is none.
func nextMark(s string) int {
	if strings.IndexByte(s, markByte) < 0 {
		return -1
	}
	return strings.IndexFunc(s, isMark)
}

// Spelled is a text with its marks as people read them: "[e-mail]".
func Spelled(s string) string {
	if nextMark(s) < 0 {
		return s
	}
	return markNames.Replace(s)
}

var markNames = strings.NewReplacer(string(MarkEMail), "[e-mail]", string(MarkPhone), "[phone]", string(MarkURL), "[URL]",
	string(MarkHandle), "[handle]", string(MarkCard), "[card number]", string(MarkBank), "[bank number]")
