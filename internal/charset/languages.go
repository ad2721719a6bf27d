package charset

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed languages.txt
var languagesText string

// A language is what its section of languages.txt says. Costs are in thousandths of the natural logarithm of how
// unlikely a character is.
type language struct {
	code, name string
	script     *unicode.RangeTable
	runes      map[rune]int // what characters beyond ASCII cost
	words      map[string]bool
	ascii      int      // what a letter of ASCII costs
	seldom     string   // small letters of ASCII that are seldom used
	sequences  []string // of letters, that many words have
}

// scripts are the scripts that the letters of a language may be of; a language of none of them is written in Chinese
// characters, kana or Hangul.
var scripts = [...]*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Arabic, unicode.Thai}

// languages are those of the file, by their codes. An error in it is one of the program, and TestLanguagesFile finds it.
var languages = sync.OnceValue(func() map[string]*language {
	all, err := parseLanguages(languagesText)
	if err != nil {
		panic(err)
	}
	return all
})

// parseLanguages reads a file like languages.txt.
func parseLanguages(text string) (map[string]*language, error) {
	all := map[string]*language{}
	for line, section := range sections(text) {
		l := &language{code: section.name, name: section.title, runes: map[rune]int{}, words: map[string]bool{}}
		for key, value := range section.lines() {
			if err := l.add(key, value); err != nil {
				return nil, fmt.Errorf("line %d: %s: %w", line, l.code, err)
			}
		}
		if l.ascii == 0 { // no letters of a Latin script
			l.ascii = foreignASCII
		}
		all[l.code] = l
	}
	return all, nil
}

// add takes an entry in.
func (l *language) add(key, value string) error {
	switch key {
	case "letters", "marks":
		return l.addLetters(value, key == "letters")
	case "ranked":
		return l.addRanked(value)
	case "seldom":
		l.seldom = value
	case "sequences":
		l.sequences = list(value)
	case "words":
		for _, w := range strings.Fields(value) {
			l.words[w] = true
		}
	default:
		return fmt.Errorf("unknown entry %q", key)
	}
	return nil
}

// addLetters takes characters in that stand with their number in ten thousand letters: "ä 55, ö 30".
func (l *language) addLetters(value string, letters bool) error {
	sum := 0.0
	for _, item := range list(value) {
		char, number, _ := strings.Cut(item, " ")
		r, size := utf8.DecodeRuneInString(char)
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || size != len(char) || n <= 0 {
			return fmt.Errorf("%q is not a character and a number", item)
		}
		l.runes[r] = cost(n / perLetters)
		sum += n
	}
	if letters {
		l.script, l.ascii = unicode.Latin, max(1, cost(1-sum/perLetters)/2)
	}
	return nil
}

// addRanked takes characters in that stand by their frequency: "10000 оеа". The number is how many of ten thousand
// characters they are together.
func (l *language) addRanked(value string) error {
	number, chars, _ := strings.Cut(value, " ")
	share, err := strconv.ParseFloat(number, 64)
	if err != nil || chars == "" {
		return fmt.Errorf("%q is not a number and characters", value)
	}
	shares := rankShares(utf8.RuneCountInString(chars))
	rank := 0
	for _, r := range chars {
		if _, ok := l.runes[r]; !ok {
			l.runes[r] = cost(share / perLetters * shares[rank])
		}
		rank++
		for _, s := range scripts {
			if l.script == nil && unicode.Is(s, r) {
				l.script = s
			}
		}
	}
	return nil
}

// rankShares are the shares of n characters by their rank. Those of an alphabet fall by about the same factor from one
// to the next: of Russian, 11 % are о, 2 % я (the 16th) and 0.4 % щ (the 29th). Those of Chinese characters fall like
// those of words, with one over the rank.
func rankShares(n int) []float64 {
	const alphabet, flat = 100, 5
	shares, sum := make([]float64, n), 0.0
	for i := range shares {
		if n <= alphabet {
			shares[i] = math.Pow(1-3.3/float64(n), float64(i)) // 0.9 for 33 letters
		} else {
			shares[i] = 1 / float64(i+flat)
		}
		sum += shares[i]
	}
	for i := range shares {
		shares[i] /= sum
	}
	return shares
}

// nats turns a cost as it is written, in natural logarithms, into thousandths.
func nats(value string) (int, error) {
	n, err := strconv.ParseFloat(value, 64)
	return int(math.Round(1000 * n)), err
}

// perLetters is the number of letters that frequencies are given for.
const perLetters = 10_000

// cost turns a probability into thousandths of its logarithm, a whole number.
func cost(p float64) int { return int(math.Round(-1000 * math.Log(p))) }
