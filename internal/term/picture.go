package term

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/rangetable"
)

// isPicture reports whether a character is shown as a picture and stands for a word: an emoji.
func isPicture(r rune) bool { return r > unicode.MaxLatin1 && unicode.Is(pictures(), r) }

// pictures are the characters of lang/pictures.txt. They are read once, where an answer has a
// symbol; a test reads them, too, so there is no error to return.
var pictures = sync.OnceValue(func() *unicode.RangeTable {
	list, err := readPictures(lists)
	if err != nil {
		panic(err)
	}
	return rangetable.New(list...)
})

// readPictures reads code points and ranges of them, in hexadecimal digits.
func readPictures(files fs.FS) (list []rune, err error) {
	err = readSections(files, "lang/pictures.txt", func(_, line string) error {
		return eachEntry(line, func(entry string) error {
			first, last, ok := strings.Cut(entry, "-")
			if !ok {
				last = first
			}
			from, err := strconv.ParseInt(first, 16, 32)
			to, err2 := strconv.ParseInt(last, 16, 32)
			if err != nil || err2 != nil || to < from || to > unicode.MaxRune {
				return fmt.Errorf("no range of characters: %q", entry)
			}
			for r := rune(from); r <= rune(to); r++ {
				list = append(list, r)
			}
			return nil
		})
	})
	return list, err
}
