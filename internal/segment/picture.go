package segment

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/rangetable"

	"verbatim/internal/value"
)

//go:embed pictures.txt
var pictureList string

// isPicture reports whether a character is shown as a picture and stands for a word: an emoji.
func isPicture(r rune) bool { return r > unicode.MaxLatin1 && unicode.Is(pictures(), r) }

// pictures are the characters of pictures.txt. They are read once, where an answer has a
// symbol. The text is part of the program, and a test reads it, so there is no error to return.
var pictures = sync.OnceValue(func() *unicode.RangeTable {
	var list []rune
	for _, entry := range value.Lists("segment/pictures.txt", pictureList, "picture").List("picture") {
		span, err := spanOf(entry)
		if err != nil {
			panic(err)
		}
		list = append(list, span...)
	}
	return rangetable.New(list...)
})

// spanOf reads a code point, or a range of them, in hexadecimal digits: 2328, 23E9-23F3.
func spanOf(entry string) (span []rune, err error) {
	first, last, ok := strings.Cut(entry, "-")
	if !ok {
		last = first
	}
	from, err := strconv.ParseInt(first, 16, 32)
	to, err2 := strconv.ParseInt(last, 16, 32)
	if err != nil || err2 != nil || to < from || to > unicode.MaxRune {
		return nil, fmt.Errorf("no range of characters: %q", entry)
	}
	for r := rune(from); r <= rune(to); r++ {
		span = append(span, r)
	}
	return span, nil
}
