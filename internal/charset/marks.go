package charset

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"verbatim/internal/value"
)

//go:embed marks.txt
var marksText string

// A markSet holds the lists of marks.txt; README.md says what they are.
type markSet struct {
	cost                                      map[rune]int
	inside, between, opening, closing         map[rune]bool
	behindDigit, atDigit, behindLetter, alone map[rune]bool
	atQuote                                   map[rune]bool
}

// marks are those of the file. An error in it is one of the program, and TestMarksFile finds it.
var marks = sync.OnceValue(func() *markSet {
	m, err := parseMarks(marksText)
	if err != nil {
		panic(err)
	}
	return m
})

// parseMarks reads a file like marks.txt.
func parseMarks(text string) (*markSet, error) {
	m := &markSet{cost: map[rune]int{}}
	sets := map[string]*map[rune]bool{
		"inside": &m.inside, "between": &m.between, "opening": &m.opening, "closing": &m.closing,
		"behind a digit": &m.behindDigit, "before a digit": &m.atDigit, "behind a letter": &m.behindLetter, "alone": &m.alone,
		"inside quotation marks": &m.atQuote,
	}
	for _, set := range sets {
		*set = map[rune]bool{}
	}
	return m, value.ReadSections("charset/marks.txt", strings.NewReader(text), func(section, line string) error {
		for _, entry := range value.Entries(line) {
			name, price, _ := strings.Cut(entry, " ")
			r, err := parseRune(name)
			switch set := sets[section]; {
			case err != nil:
				return err
			case set != nil && price == "":
				(*set)[r] = true
			case section != "cost":
				return fmt.Errorf("[%s]: unknown entry %q", section, entry)
			default:
				if m.cost[r], err = nats(price); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// parseRune reads a character as it is, or by its number as U+00A0.
func parseRune(text string) (rune, error) {
	if number, ok := strings.CutPrefix(text, "U+"); ok {
		n, err := strconv.ParseUint(number, 16, 21)
		return rune(n), err
	}
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || size != len(text) {
		return 0, fmt.Errorf("%q is not one character", text)
	}
	return r, nil
}
