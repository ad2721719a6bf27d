package privacy

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"verbatim/internal/value"
)

//go:embed words.txt
var wordsText string

// A vocabulary holds the lists of words.txt; comments there explain each list.
type vocabulary struct {
	domains, calls, fillers []string
	spoken, versions        []string // domains; words before numbers
	at, dot, mailHost       value.Set
	release                 value.Set      // behind the @ of a package
	atStart, dotStart       [256]bool      // their first letters
	ibans                   map[string]int // lengths, by country
	lookalikes              map[rune]byte
	date                    *regexp.Regexp
	numbers                 []shape
}

// words reads the lists once.
var words = sync.OnceValue(func() vocabulary {
	lists := value.Lists("privacy/words.txt", wordsText)
	all := func(section string) []string { return slices.Concat(lists[section]...) }
	v := vocabulary{domains: all("top-level domain"), calls: all("call"), fillers: all("call filler"),
		spoken: all("spoken domain"), versions: all("version"), at: lists.Set("at"), dot: lists.Set("dot"), mailHost: lists.Set("mail host"), release: lists.Set("release"),
		ibans: make(map[string]int), lookalikes: make(map[rune]byte)}
	for _, entry := range all("iban") {
		v.ibans[entry[:2]], _ = strconv.Atoi(entry[2:])
	}
	for _, signs := range lists["lookalike"] {
		for _, r := range strings.Join(signs[1:], "") {
			v.lookalikes[r] = signs[0][0]
		}
	}
	for word := range v.dot {
		v.dotStart[word[0]], v.dotStart[word[0]-'a'+'A'] = true, true
	}
	for word := range v.at {
		v.atStart[word[0]], v.atStart[word[0]-'a'+'A'] = true, true
	}
	var dates []string
	for _, line := range lists["date"] {
		dates = append(dates, strings.Join(line, ","))
	}
	v.date = patternOf(strings.Join(dates, "|"))
	for _, line := range lists["number"] {
		s := shape{isPhone: line[0] == "phone", beside: strings.TrimSuffix(line[3], "any"), pattern: patternOf(strings.Join(line[4:], ","))}
		s.least, _ = strconv.Atoi(line[1])
		s.most, _ = strconv.Atoi(line[2])
		v.numbers = append(v.numbers, s)
	}
	return v
})

// A shape is a way to write numbers.
type shape struct {
	isPhone     bool // else it is not a number to be replaced
	least, most int  // digits
	beside      string
	pattern     *regexp.Regexp
}

// patternOf reads the pattern of a shape. Regular expressions of this kind cannot
// ask for the same sign twice, so a pattern with a ~ is written out for each sign.
func patternOf(pattern string) *regexp.Regexp {
	var all []string
	for _, sign := range []string{"-", "[.]", "/"} {
		all = append(all, strings.ReplaceAll(pattern, "~", sign))
	}
	return regexp.MustCompile("^(?:" + strings.Join(slices.Compact(all), "|") + ")")
}

// groupsIn is the number of groups of digits in the beginning of a number that fits
// a pattern; 0 if none fits.
func groupsIn(pattern *regexp.Regexp, number string) int {
	if !pattern.MatchString(number) { // the common case, at half the cost
		return 0
	}
	return len(strings.FieldsFunc(pattern.FindString(number), func(r rune) bool { return r < '0' || r > '9' }))
}
