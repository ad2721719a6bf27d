package personal

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/value"
)

//go:embed words.txt
var wordsText string

//go:embed names.txt
var namesText string

// A class is a set of the lists of words.txt that a word is in.
type class uint16

const (
	name    class = 1 << iota // for what somebody is called
	contact                   // for a way to reach somebody
	address                   // for where somebody lives
	beside                    // stands beside one of these
	own                       // says whose it is
	person                    // for somebody who answers
	whoever                   // asks for an opinion about people
	handle                    // for an account on a network
	who                       // asks which person
	filled                    // says what somebody did who answers
)

// said reports whether some of the words are for a name or a way to reach somebody.
func (c class) said() bool { return c&(name|contact|address) != 0 }

// A vocabulary holds the lists of words.txt; comments there explain each list.
type vocabulary struct {
	class                             map[string]class
	request, particle, remark, silent value.Set
	groups                            value.Set // of digits
	answers, home, reach, identity    []string  // with spaces around, where spaces are written

	account, postcode, uniqueNumber func() *regexp.Regexp
}

// words reads the lists once.
var words = sync.OnceValue(func() *vocabulary {
	lists := value.Lists("personal/words.txt", wordsText)
	k := vocabulary{
		class: make(map[string]class, 4096), request: lists.Set("request"), particle: lists.Set("particle"), remark: lists.Set("remark"),
		silent: lists.Set("silent"), groups: lists.Set("groups"), answers: phrases(lists.List("answers")), home: phrases(lists.List("home")),
		reach: phrases(lists.List("reach")), identity: phrases(lists.List("identity")),
		account:      patterns("", lists.List("account"), ""),
		postcode:     patterns("(?:^|[ ,])", slices.Concat(lists.List("unique postcode"), lists.List("postcode")), "(?:$|[ ,])"),
		uniqueNumber: patterns("^", slices.Concat(lists.List("unique postcode"), lists.List("unique number")), "$"),
	}
	for i, list := range [...]string{"name", "contact", "address", "beside", "own", "person", "whoever", "handle", "who", "filled"} {
		for _, word := range lists.List(list) {
			k.class[word] |= 1 << i
		}
	}
	return &k
})

// patterns matches what one of some patterns does, between two others.
func patterns(before string, list []string, behind string) func() *regexp.Regexp {
	return value.Pattern(before + "(?:" + strings.Join(list, "|") + ")" + behind)
}

// phrases puts spaces around texts, where spaces are written.
func phrases(list []string) []string {
	for i, text := range list {
		if !isUnspaced(text) {
			list[i] = " " + text + " "
		}
	}
	return list
}

// A register holds the lists of names.txt.
type register struct{ name, family, place, answer value.Set }

// names reads the lists once, and only if there are cells that are written like names.
var names = sync.OnceValue(func() register {
	lists := value.Lists("personal/names.txt", namesText)
	return register{lists.Set("name"), lists.Set("family"), lists.Set("place"), lists.Set("answer")}
})

// unspaced are scripts in which words have no spaces between, or hold endings that are
// words of their own.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai}

// isUnspaced reports whether a text begins in such a script.
func isUnspaced(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.In(first, unspaced...)
}
