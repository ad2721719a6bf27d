package personal

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestHeader is the length in bytes from which a header is no name of a column.
const longestHeader = 120

// A heading is what a header says.
type heading struct {
	text   string
	words  class // of all its words together
	asks   bool  // asks for nothing but the respondent's name or address
	others bool  // asks for something else by that name, or about other people
}

// read reads a header. It allocates nothing for a header of usual length: every first
// row of a file is read.
func read(header string) heading {
	var room [2 * longestHeader]byte
	said, k := cut(header, room[:0]), words()
	h := heading{text: header}
	for at, last := 0, 0; at < len(said); {
		end := at + wordEnd(said[at:])
		if k.request[string(said[last:end])] {
			return heading{text: header, others: true}
		}
		h.words |= k.classOf(said[at:end])
		last, at = at, min(end+1, len(said))
	}
	h.others = h.words&whoever != 0 && wordEnd(said) < len(said)
	wanted := name | contact | address
	if h.words&name != 0 {
		wanted |= person // "Child's name"
	}
	h.asks = h.words.said() && len(header) <= longestHeader && only(withoutRemark(header), wanted)
	return h
}

// classOf returns the classes of a word. Where no spaces are written, it is several
// words.
func (k *vocabulary) classOf(word []byte) (c class) {
	c = k.class[string(word)]
	if c != 0 || !isUnspaced(string(word)) {
		return c
	}
	for from := range string(word) {
		for to, n := from, 0; to < len(word) && n < longestUnspaced; n++ {
			_, size := utf8.DecodeRune(word[to:])
			to += size
			c |= k.class[string(word[from:to])]
		}
	}
	return c &^ (beside | own)
}

// longestUnspaced is the number of characters of the longest word that is looked for in a script without spaces.
const longestUnspaced = 6

// Asks reports whether a header asks for the respondent's name or address, and for
// nothing else: "Name (optional)", "What is your e-mail?", "firstName". Of several texts
// of a header, which are often the same, one is enough.
func Asks(header ...string) bool {
	for i, text := range header {
		if len(text) <= longestHeader && !slices.Contains(header[:i], text) && read(text).asks {
			return true
		}
	}
	return false
}

// isWho reports whether a header is about who answers, or another person: "Participant",
// "Please say who you are", "Contact person".
func (h heading) isWho() bool {
	return h.words&person != 0 && only(h.text, person|contact) || h.words&who != 0 && h.words&filled != 0 || holdsAny(h.text, words().answers)
}

// isSilent reports whether a header says nothing: "Q7", "Question 4", "v3_1".
func (h heading) isSilent() bool {
	var room [2 * longestHeader]byte
	for said := range bytes.SplitSeq(cut(h.text, room[:0]), []byte(" ")) {
		if utf8.RuneCount(said) > 1 && !words().silent[string(said)] {
			return false
		}
	}
	return true
}

// isAnswer reports whether a header is itself a name in small letters: the file has no header, and it is
// that of the first respondent.
func (h heading) isAnswer() bool { return isSmallPair(h.text) && isKnown(h.text) }

// isHome reports whether a header asks where the respondent lives.
func (h heading) isHome() bool {
	return h.words&address != 0 && (h.asks || h.words&own != 0) || holdsAny(h.text, words().home)
}

// holdsAny reports whether a header holds one of some phrases.
func holdsAny(header string, phrases []string) bool {
	var room [2 * longestHeader]byte
	said := " " + string(cut(header, room[:0])) + " "
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(said, phrase) })
}

// only reports whether some words of a header are of the wanted classes, and every
// other one stands beside such words.
func only(header string, wanted class) bool {
	var room [2 * longestHeader]byte
	said := cut(header, room[:0])
	var all class
	for at := 0; at < len(said); {
		end := at + wordEnd(said[at:])
		c, ok := words().onlyIn(said[at:end], wanted|beside|own)
		if !ok {
			return false
		}
		all |= c
		at = min(end+1, len(said))
	}
	return all&wanted != 0
}

// onlyIn returns the classes of a word that is of the wanted ones or, where no spaces are
// written, made of such words; the longest is cut off first: 孩子的姓名.
func (k *vocabulary) onlyIn(word []byte, wanted class) (all class, ok bool) {
	if c := k.class[string(word)]; c != 0 || !isUnspaced(string(word)) {
		return c, c&wanted != 0
	}
	for len(word) > 0 {
		end := len(word)
		for end > 0 && k.class[string(word[:end])]&wanted == 0 {
			_, size := utf8.DecodeLastRune(word[:end])
			end -= size
		}
		if end == 0 {
			return 0, false
		}
		all |= k.class[string(word[:end])]
		word = word[end:]
	}
	return all, true
}

// wordEnd returns the length of the first word.
func wordEnd(said []byte) int {
	for i, b := range said {
		if b == ' ' {
			return i
		}
	}
	return len(said)
}

// withoutRemark takes off what a header adds to the name of a column: what stands in
// brackets, and what follows a comma or a dash and begins as remarks do.
func withoutRemark(header string) string {
	if at := strings.IndexAny(header, "([（"); at > 0 {
		header = header[:at]
	}
	var room [2 * longestHeader]byte
	for i, r := range header {
		if !strings.ContainsRune(",;–—-:*/.\n", r) {
			continue
		}
		rest := cut(header[i:], room[:0])
		if words().remark[string(rest[:wordEnd(rest)])] {
			return header[:i]
		}
	}
	return header
}

// cut appends the words of a header in small letters, with a space between.
func cut(header string, said []byte) []byte {
	before, inside := ' ', false // the character before, and whether a word goes on
	for i, r := range header {
		_, size := utf8.DecodeRuneInString(header[i:])
		next, _ := utf8.DecodeRuneInString(header[i+size:])
		switch {
		case (r == '-' || r == '\u2011') && inside && unicode.IsLetter(next), unicode.Is(unicode.Cf, r):
		case !unicode.IsLetter(r) && !unicode.IsMark(r):
			inside = false
		default:
			if len(said) > 0 && (!inside || unicode.IsUpper(r) && unicode.IsLower(before)) {
				said = append(said, ' ')
			}
			said, inside = utf8.AppendRune(said, unicode.ToLower(r)), true
		}
		before = r
	}
	return said
}
