package charset

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/value"
)

//go:embed languages.txt
var languagesText string

// foreignASCII is for a letter of ASCII in a language that is written in another script.
const foreignASCII = 60

// A language is what its section of languages.txt says. Costs are in thousandths of the natural logarithm of how
// unlikely a character is.
type language struct {
	code, name string
	script     *unicode.RangeTable // nil: Chinese characters, kana or Hangul
	runes      map[rune]int        // what characters beyond ASCII cost
	words      map[string]bool
	ascii      int      // what a letter of ASCII costs
	seldom     string   // small letters of ASCII that are seldom used
	sequences  []string // of letters, that many words have
}

// languages are those of the file, by their codes. An error in it is one of the program, and TestLanguagesFile finds it.
var languages = sync.OnceValue(func() map[string]*language {
	all, err := parseLanguages(languagesText)
	if err != nil {
		panic(err)
	}
	return all
})

// alphabets are the scripts of the languages, in the order of Unicode.
var alphabets = sync.OnceValue(func() (all []*unicode.RangeTable) {
	for _, l := range languages() {
		if l.script != nil && !slices.Contains(all, l.script) {
			all = append(all, l.script)
		}
	}
	slices.SortFunc(all, func(a, b *unicode.RangeTable) int { return cmp.Compare(a.R16[0].Lo, b.R16[0].Lo) })
	return all
})

// parseLanguages reads a file like languages.txt.
func parseLanguages(text string) (map[string]*language, error) {
	all := map[string]*language{}
	var l *language
	err := readEntries("charset/languages.txt", text, func(section string) error {
		code, name, _ := strings.Cut(section, " ")
		l = &language{code: code, name: name, runes: map[rune]int{}, words: map[string]bool{}, ascii: foreignASCII}
		all[code] = l
		return nil
	}, func(key, value string) error {
		if err := l.add(key, value); err != nil {
			return fmt.Errorf("%s: %w", l.code, err)
		}
		return nil
	})
	return all, err
}

// add takes an entry in.
func (l *language) add(key, text string) error {
	switch key {
	case "script":
		if l.script = unicode.Scripts[text]; l.script == nil {
			return fmt.Errorf("no script %q", text)
		}
	case "letters", "marks":
		return l.addLetters(text, key == "letters")
	case "ranked":
		return l.addRanked(text)
	case "seldom":
		l.seldom = text
	case "sequences":
		l.sequences = value.Entries(text)
	case "words":
		for _, w := range strings.Fields(text) {
			l.words[w] = true
		}
	default:
		return fmt.Errorf("unknown entry %q", key)
	}
	return nil
}

// addLetters takes characters in that stand with their number in ten thousand letters: "ä 55, ö 30".
func (l *language) addLetters(text string, letters bool) error {
	sum := 0.0
	for _, item := range value.Entries(text) {
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
		l.ascii = max(1, cost(1-sum/perLetters)/2)
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

// readEntries reads a text of sections with lines "key: value", and passes on where a section begins.
func readEntries(name, text string, begin func(section string) error, add func(key, value string) error) error {
	last := ""
	return value.ReadSections(name, strings.NewReader(text), func(section, line string) error {
		if section != last {
			last = section
			if err := begin(section); err != nil {
				return err
			}
		}
		key, rest, _ := strings.Cut(line, ":")
		return add(key, strings.TrimSpace(rest))
	})
}
