package rows

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/notice"
)

// Characters may have been lost before the file came here. A program that read it in the
// wrong encoding wrote U+FFFD for each character that it did not know, and one that wrote
// ASCII put a question mark there:
//
//	Grün   became   Gr<U+FFFD>n   or   Gr?n
//
// Nobody can say what they were, so the answers are read as they are, with a warning.

// lostMarks is the number of question marks inside words from which they are taken for lost
// characters, and lostLines the number of lines of which at least one must have one. People
// who leave out a space ("really?yes") are fewer.
const (
	lostMarks  = 3
	lostLines  = 20
	lostLooked = 1 << 20 // bytes of the file in which question marks are looked for
)

// lost warns of characters that are lost in the beginning of a file; the warning has no code
// if none are. whole says that it is all of the file.
func lost(head string, whole bool) (w notice.Warning) {
	where := ""
	if !whole {
		where = " in the part that was looked at"
	}
	w = notice.Warning{Code: notice.LostCharacters, Hint: "export the answers again, as UTF-8"}
	if n := strings.Count(head, string(utf8.RuneError)); n > 0 {
		w.Message = fmt.Sprintf("characters that were lost before: %d%s, the file has U+FFFD for each", n, where)
		return w
	}
	head = head[:min(len(head), lostLooked)]
	n := marksInWords(head)
	if n < lostMarks || n*lostLines < strings.Count(head, "\n") {
		return notice.Warning{}
	}
	w.Message = fmt.Sprintf("question marks inside words: %d%s, as where a program could not write a character (Gr?n)", n, where)
	return w
}

// marksInWords counts the words of a text in ASCII that have a question mark between two
// letters and are no addresses; 0 if the text has other characters.
func marksInWords(text string) (n int) {
	if strings.IndexByte(text, '?') < 0 || strings.IndexFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 {
		return 0
	}
	for at := range text {
		if text[at] != '?' || at == 0 || at+1 == len(text) || !letter(text[at-1]) || !('a' <= text[at+1] && text[at+1] <= 'z') {
			continue
		}
		begin, end := strings.LastIndexAny(text[:at], " \t\r\n"), strings.IndexAny(text[at:], " \t\r\n=")
		if end < 0 || text[at+end] != '=' && !strings.Contains(text[begin+1:at], "/") {
			n++
		}
	}
	return n
}

// letter reports whether a byte is a letter of ASCII.
func letter(b byte) bool { return 'a' <= b|' ' && b|' ' <= 'z' }
