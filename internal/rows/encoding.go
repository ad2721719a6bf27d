package rows

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/charset"
	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// How the encoding is detected, the surest sign first:
//
//  1. a byte order mark says it;
//  2. many bytes are zero, and only in one half of the pairs: UTF-16 without a
//     mark;
//  3. all bytes are ASCII, and escape sequences change to Japanese: ISO-2022-JP;
//  4. the bytes beyond ASCII are UTF-8, all or most of them: text in another
//     encoding does not become valid UTF-8 by chance;
//  5. a good part of the lines beyond ASCII are UTF-8, and the others make words in an
//     encoding of one byte a character: two files were joined;
//  6. else package charset says in which encoding they make words of a language;
//  7. where they hardly do in any, and they are few, the file is UTF-8 and they are
//     damage. They are read as U+FFFD, counted and reported with their lines, like
//     those of case 4.

// detectEncoding detects the encoding of a file that begins with head. whole says
// that head is the whole file. A named encoding overrides what is found, but a byte
// order mark is still skipped: it is not text in any.
func detectEncoding(head string, whole bool, named string) textEncoding {
	found, marked := byMark(head)
	if named == utf16Name {
		named = halvesOf(head, found)
	}
	switch {
	case named == "" && marked, named != "" && named == found.name:
		return found
	case named == "":
		return guessEncoding(head, whole)
	}
	e := textEncoding{name: named, bom: found.bom, evidence: "encoding " + named + " as asked for"}
	e.escapes = charset.Escaped(head) == named
	if marked {
		e.warning = notice.Warning{Code: notice.EncodingAgainst, Message: fmt.Sprintf("read as %s as asked for, but the byte order mark is that of %s", named, found.name)}
	}
	return e
}

// halvesOf says which of the two a file in UTF-16 is: the mark decides, then the bytes that
// are zero.
func halvesOf(head string, marked textEncoding) string {
	if marked.wide() {
		return marked.name
	}
	return cmp.Or(halfEmpty(head), utf16leName)
}

// byMark finds the encoding by a byte order mark.
func byMark(head string) (e textEncoding, marked bool) {
	for _, e := range unicodes {
		if e.mark != "" && strings.HasPrefix(head, e.mark) {
			return textEncoding{name: e.name, bom: len(e.mark), evidence: "byte order mark of " + e.name}, true
		}
	}
	return e, false
}

// guessEncoding tries the signs in their order.
func guessEncoding(head string, whole bool) textEncoding {
	if name := halfEmpty(head); name != "" {
		return textEncoding{name: name, evidence: "bytes that are zero in one half of the pairs only: " + name + " without byte order mark"}
	}
	if !whole { // a character cut in two at the end is not damage
		head = head[:len(head)-halfRune(head)]
	}
	good, bad := value.CountRunes(head)
	switch {
	case good == 0 && bad == 0:
		if name := charset.Escaped(head); name != "" {
			return textEncoding{name: name, escapes: true, evidence: "escape sequences of " + name}
		}
		return textEncoding{name: utf8Name, evidence: "only ASCII: read as utf-8"}
	case bad == 0 && good == 1:
		return textEncoding{name: utf8Name, evidence: "1 character beyond ASCII, valid utf-8"}
	case bad == 0:
		return textEncoding{name: utf8Name, evidence: fmt.Sprintf("%d characters beyond ASCII, all valid utf-8", good)}
	}
	if e, mixed := guessMixed(head, whole); mixed {
		return e
	}
	if good >= bad {
		return textEncoding{name: utf8Name, evidence: fmt.Sprintf("utf-8 with %d invalid bytes", bad)}
	}
	return guessByLanguage(head, bad)
}

// What shows that a file has text in two encodings, UTF-8 and another. In most of them
// some pairs of characters are UTF-8 by chance, but hardly all of a line.
const (
	mixedLines  = 3 // the fewest lines that are not UTF-8, and the fewest that are
	mixedChars  = 8 // the fewest characters beyond ASCII in lines that are
	mixedShares = 8 // one line in so many that have characters beyond ASCII must be UTF-8
	fewLines    = 2 // lines that are not UTF-8 are enough, and 1 that is, if all are in Latin letters
)

// guessMixed finds out whether the lines that are not UTF-8 make words in another
// encoding, beside enough lines that are.
func guessMixed(head string, whole bool) (e textEncoding, mixed bool) {
	var others strings.Builder
	valid, chars, invalid, latin := 0, 0, 0, true
	for line := range strings.Lines(head) {
		switch good, bad := value.CountRunes(line); {
		case bad > good:
			invalid++
			others.WriteString(line)
		case bad == 0 && good > 0:
			valid++
			chars += good
			latin = latin && onlyLatin(line)
		}
	}
	few := min(valid, invalid) < mixedLines || chars < mixedChars
	if valid == 0 || invalid < fewLines || valid*mixedShares < valid+invalid {
		return e, false
	}
	g := charset.DetectSingle(others.String())
	if g.Damage || !g.Plausible || few && !(latin && inLatin(others.String(), g.Name)) {
		return e, false
	}
	said := fmt.Sprintf("lines in utf-8: %d, not in utf-8: %d; these fit %s as %s", valid, invalid, g.Language, g.Name)
	if few { // too few to tell the language
		said = fmt.Sprintf("lines in utf-8: %d, not in utf-8: %d; these make words as %s", valid, invalid, g.Name)
	}
	e = textEncoding{name: utf8Name, other: g.Name, evidence: said}
	if !whole {
		said = "in the part that was looked at, " + said
	}
	e.warning = notice.Warning{Code: notice.EncodingUnsure, Message: said + ", and are read so", Hint: "with --encoding utf-8 they are damaged text"}
	return e, true
}

// onlyLatin reports whether the characters beyond ASCII are Latin letters and signs. As UTF-8
// they take an accented capital and a sign of another encoding, which no word has.
func onlyLatin(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) < 0
}

// inLatin reports whether bytes are only Latin in an encoding of one byte a character.
func inLatin(text, encoding string) bool {
	characters := charset.Characters(encoding)
	for i := range len(text) {
		if b := text[i]; b >= utf8.RuneSelf && !onlyLatin(string(characters[b-utf8.RuneSelf])) {
			return false
		}
	}
	return true
}

// guessByLanguage finds the encoding in which the bytes beyond ASCII make words.
// If they do in none, the file is UTF-8 with a few damaged bytes, or no text.
func guessByLanguage(head string, bad int) textEncoding {
	g := charset.Detect(head)
	if g.Damage && bad <= 1+len(head)/1000 {
		return textEncoding{name: utf8Name, evidence: fmt.Sprintf("utf-8 with %d invalid bytes: no other encoding makes words of them", bad)}
	}
	e := textEncoding{name: g.Name, next: g.Next, strange: !g.Plausible}
	e.evidence = fmt.Sprintf("words beyond ASCII: %d, not utf-8; as %s they fit %s", g.Words, g.Name, g.Language)
	if g.Next != "" {
		e.evidence += fmt.Sprintf(". Next best is %s (%s), which changes %d of them", g.Next, g.NextLanguage, g.Changed)
	}
	unsure := notice.Warning{Code: notice.EncodingUnsure, Hint: "if words look wrong, name the encoding with --encoding"}
	switch {
	case g.Close:
		unsure.Message = fmt.Sprintf("read in the encoding %s (%s), but %s (%s) is nearly as likely, and changes %d of %d words beyond ASCII", g.Name, g.Language, g.Next, g.NextLanguage, g.Changed, g.Words)
		unsure.Hint = "if words look wrong, use --encoding " + g.Next
		e.warning = unsure
	case e.strange:
		unsure.Message = fmt.Sprintf("read in the encoding %s, but the characters beyond ASCII hardly make sense in it, nor in any other", g.Name)
		e.warning = unsure
	}
	return e
}

// halfEmpty finds UTF-16 without a byte order mark. In a Latin script every other
// byte is then zero. In any script that is so for delimiters, blanks and line ends,
// so about one pair in ten has a zero byte, mostly in the same half.
func halfEmpty(head string) string {
	// The beginning is enough: it holds the header and the first answers.
	head = head[:min(len(head), 64<<10)&^1]
	var zeros [2]int
	for i := range len(head) {
		if head[i] == 0 {
			zeros[i&1]++
		}
	}
	pairs := len(head) / 2
	half := func(zeros, others int) bool { return pairs >= 2 && zeros*12 >= pairs && others*3 < zeros }
	switch {
	case half(zeros[1], zeros[0]) && utf16Text(head, 0):
		return utf16leName
	case half(zeros[0], zeros[1]) && utf16Text(head, 1):
		return utf16beName
	}
	return ""
}

// utf16Text reports whether a text, read as UTF-16 with the low byte at index low of
// each pair, has lines and hardly any characters that are not in texts: control
// characters, and code points that Unicode has not assigned.
func utf16Text(text string, low int) bool {
	strange, lines := 0, 0
	for i := 0; i < len(text); i += 2 {
		switch r := rune(text[i+low]) | rune(text[i+1-low])<<8; {
		case r == '\n', r == '\r':
			lines++
		case r < ' ' && r != '\t', r >= 0xfffe:
			strange++
		case !unicode.IsPrint(r) && !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf, unicode.Cs):
			strange++
		}
	}
	return lines > 0 && strange*40 <= len(text)
}

// halfRune returns the number of bytes at the end of head that are the beginning of
// a character cut off.
func halfRune(head string) int {
	for n := 1; n < utf8.UTFMax && n <= len(head); n++ {
		if b := head[len(head)-n]; utf8.RuneStart(b) {
			if b >= utf8.RuneSelf && !utf8.FullRuneInString(head[len(head)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}
