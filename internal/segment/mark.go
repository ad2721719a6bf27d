package segment

import "strings"

// A mark replaces something in an answer that could identify a person. It is one
// character of the private use area, which nobody writes; a word in its place would
// be counted. The split treats marks as addresses. Spelled writes them as people
// read them. Package privacy puts them there.
const (
	MarkEMail rune = 0x10FF80 + iota
	MarkPhone
	MarkURL
	MarkHandle
	MarkCard
	MarkBank
	MarkComputer

	markEnd
)

// markBytes is the length of a mark, markByte its first byte.
const (
	markBytes = 4
	markByte  = 0xF4
)

// isMark reports whether a character is a mark.
func isMark(r rune) bool { return MarkEMail <= r && r < markEnd }

// nextMark is the index of the first mark of a text, -1 if there is none.
func nextMark(s string) int {
	if strings.IndexByte(s, markByte) < 0 {
		return -1
	}
	return strings.IndexFunc(s, isMark)
}

// HasMark reports whether there is a mark in a text.
func HasMark(s string) bool { return nextMark(s) >= 0 }

// OnlyMarks reports whether a text is made of marks, with nothing but signs between them.
func OnlyMarks(s string) bool {
	return HasMark(s) && !strings.ContainsFunc(s, func(r rune) bool { return !isMark(r) && !isEdge(r) })
}

// Spelled is a text with its marks as people read them: "[e-mail]".
func Spelled(s string) string {
	if !HasMark(s) {
		return s
	}
	return markNames.Replace(s)
}

// markNames are the marks as people read them.
var markNames = strings.NewReplacer(string(MarkEMail), "[e-mail]", string(MarkPhone), "[phone]", string(MarkURL), "[URL]",
	string(MarkHandle), "[handle]", string(MarkCard), "[card number]", string(MarkBank), "[bank number]", string(MarkComputer), "[IP address]")
