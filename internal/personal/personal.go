// Package personal recognises the columns in which respondents say who they are:
// their names, and how to reach them. Such a column is no question, whatever it is
// called, and nobody's name may be shown by accident.
//
// The header is one voice, the cells are the other:
//
//	the header says                          of the cells, so many must look personal
//	asks for nothing else   Your name *      none
//	has a word for it       Name tag text    12 of 20
//	is a short label        Ad Soyad         18 of 20, and people hardly share words
//	is anything else        Who helped you?  it never is
//
// The words are in words.txt.
package personal

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"verbatim/internal/value"
)

//go:embed words.txt
var wordsText string

// A vocabulary holds the lists of words.txt; comments there explain each list.
type vocabulary struct{ name, contact, beside, particle, remark value.Set }

// words reads the lists once.
var words = sync.OnceValue(func() vocabulary {
	lists := value.Lists("personal/words.txt", wordsText)
	return vocabulary{lists.Set("name"), lists.Set("contact"), lists.Set("beside"), lists.Set("particle"), lists.Set("remark")}
})

// longestHeader is the length in bytes from which a header is no name of a column.
const longestHeader = 120

// Asks reports whether a header asks for the respondent's name or address, and for
// nothing else: "Name (optional)", "What is your e-mail?", "firstName".
func Asks(header string) bool {
	if len(header) > longestHeader {
		return false
	}
	said := headerWords(withoutRemark(header))
	for _, w := range said {
		if k := words(); !k.name[w] && !k.contact[w] && !k.beside[w] {
			return false
		}
	}
	return mentions(said)
}

// mentions reports whether one of the words is for a name or an address.
func mentions(said []string) bool {
	return slices.ContainsFunc(said, func(w string) bool { return words().name[w] || words().contact[w] })
}

// withoutRemark takes off what a header adds to the name of a column: what stands in
// brackets, and what follows a comma or a dash and begins as remarks do.
func withoutRemark(header string) string {
	if at := strings.IndexAny(header, "([（"); at > 0 {
		header = header[:at]
	}
	for i, r := range header {
		if !strings.ContainsRune(",;–—-:*/.\n", r) {
			continue
		}
		if rest := headerWords(header[i:]); len(rest) > 0 && words().remark[rest[0]] {
			return header[:i]
		}
	}
	return header
}

// headerWords cuts a header into its words in small letters.
func headerWords(header string) (said []string) {
	var word []rune
	end := func() {
		if len(word) > 0 {
			said = append(said, strings.ToLower(string(word)))
		}
		word = word[:0]
	}
	runes := []rune(header)
	for i, r := range runes {
		inside := len(word) > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i+1])
		switch {
		case (r == '-' || r == '\u2011') && inside:
		case !unicode.IsLetter(r) && !unicode.IsMark(r):
			end()
		case unicode.IsUpper(r) && len(word) > 0 && unicode.IsLower(runes[i-1]):
			end()
			fallthrough
		default:
			word = append(word, r)
		}
	}
	end()
	return said
}

// Of the cells, so many twentieths have to look personal where the header has a word
// for it, and where it says nothing.
const (
	withWord    = 12
	withoutWord = 18
)

// fewest is the number of different cells below which they prove nothing.
const fewest = 5

// longestLabel is the number of words up to which a header may be a label that is not
// known. A longer one is a question, which may be about other people.
const longestLabel = 3

// Tells reports whether a column holds names or addresses of respondents, by a header
// that does not ask for them alone, and by its distinct cells. answers is the number of
// cells: people hardly share a name.
func Tells(header string, distinct []string, answers int) bool {
	if len(distinct) < fewest || len(distinct)*10 < answers*8 {
		return false
	}
	said, some := headerWords(header), 0
	known := mentions(said)
	if !known && (len(said) > longestLabel || strings.ContainsAny(header, "?？؟")) {
		return false
	}
	last := map[string]bool{}
	for _, cell := range distinct {
		if value.IsAddress(cell) || looksLikeName(cell, known) {
			some++
			last[surname(cell)] = true
		}
	}
	if known {
		return some*20 >= len(distinct)*withWord
	}
	// "Senior Engineer", "Sales Engineer": what people are called by is shared.
	return some*20 >= len(distinct)*withoutWord && len(last)*2 >= some
}

// looksLikeName reports whether a cell is written as a name: two to four words with
// capitals, and small ones that names have between them. A script without capitals
// shows nothing; asked says that the header has a word for names.
func looksLikeName(cell string, asked bool) bool {
	parts := strings.Fields(cell)
	if len(parts) < 2 && !asked || len(parts) > 4 || len(parts) == 0 || len(cell) > 60 {
		return false
	}
	capitals := 0
	for i, part := range parts {
		first, small := []rune(part)[0], i > 0 && words().particle[part]
		switch {
		case strings.ContainsFunc(part, notOfName):
			return false
		case unicode.IsUpper(first):
			capitals++
		case !small && (unicode.IsLower(first) || !asked):
			return false
		}
	}
	return capitals >= 2 || asked && len([]rune(cell)) > 1
}

// notOfName reports whether a character is in no name.
func notOfName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".'’-‐‑", r)
}

// surname returns the last word of a cell that is more than an initial.
func surname(cell string) string {
	parts := strings.Fields(cell)
	for len(parts) > 1 && len([]rune(strings.Trim(parts[len(parts)-1], "."))) < 2 {
		parts = parts[:len(parts)-1]
	}
	return strings.ToLower(parts[len(parts)-1])
}
