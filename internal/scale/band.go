package scale

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A band is read word by word, the longest words of the language first:
//
//	less than   1       year            3         to      5        years     and over
//	below       number  unit            number    plain   number   unit      above
//
// The first number counts, in its unit, which may stand behind the second one. What is no word of a
// band, "employees", has to be the same in all options.

// A bandWord is a word with a meaning in bands.
type bandWord struct {
	kind   string
	number float64
}

// A band is an option as it is read.
type band struct {
	at    place
	unit  float64 // of the number; 0: none is said
	rest  string  // what is no word of a band
	found bool    // a number, or a rate
}

// piece is a number or a word in an option. Digits in groups of three are one number.
var piece = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[0-9]{1,3}(?:[,.'\x{a0}\x{202f} ][0-9]{3})+\b(?:[.,][0-9]{1,2}\b)?|[0-9]+(?:[.,][0-9]+)?|[<>≤≥+]|[\pL\pM][\pL\pM'./]*`)
})

// bands is the reading of options as bands. It needs all of them, to know which further words they
// share. One option may be none: "I do not go there".
func (l *language) bands(all *listing) reading {
	rests, units, read, others := make(map[string]int), make(map[float64]int), make(map[string]band), 0
	for i, text := range all.texts {
		b := l.band(text)
		switch read[text] = b; {
		case !b.found && all.outside[i] < 0:
			if others++; others > 1 { // soon, in a list of free answers
				return func(string) (place, bool) { return place{}, false }
			}
		case b.found:
			rests[stem(b.rest)]++
			units[b.unit]++
		}
	}
	delete(rests, "")
	delete(units, 0)
	usual := 1.0 // of a number without a unit among others that have one, "more than 5"
	for unit, n := range units {
		if n > units[usual] || n == units[usual] && unit > usual {
			usual = unit
		}
	}
	return func(option string) (place, bool) {
		b := read[option]
		b.at.number *= cmp.Or(b.unit, usual)
		return b.at, b.found && (b.rest == "" || len(rests) == 1)
	}
}

// stem is the beginning of further words, which is the same in "employee" and "employees".
func stem(rest string) string {
	first, _, _ := strings.Cut(rest, " ")
	r := []rune(first)
	return string(r[:min(len(r), 4)])
}

// band reads one option.
func (l *language) band(option string) (b band) {
	words := piece().FindAllString(option, -1)
	sign := 1.0
	if at := strings.IndexAny(option, "0123456789"); at > 0 && option[at-1] == '-' && (at == 1 || option[at-2] == ' ') {
		sign = -1 // of the first number
	}
	var rest []string
	before := 0.0 // the side that stands before the first number
	for i := 0; i < len(words); {
		w, n := l.longestWord(words[i:])
		digits, isNumber := Number(words[i])
		switch {
		case isNumber:
			w, n = bandWord{"number", digits}, 1
		case strings.ContainsAny(words[i], "<≤"):
			w, n = bandWord{kind: "below"}, 1
		case strings.ContainsAny(words[i], ">≥+"):
			w, n = bandWord{kind: "above"}, 1
		}
		switch w.kind {
		case "number":
			if b.found { // "0.5 to under 1": what stands before the second number is no side of the first
				b.at.side = before
			} else {
				before = b.at.side
				b.at.number, b.found = sign*w.number, true
			}
		case "unit", "rate":
			b.unit = cmp.Or(b.unit, w.number)
		case "below":
			b.at.side = -1
		case "above":
			b.at.side = 1
		case "":
			rest, n = append(rest, words[i]), 1
		}
		i += n
	}
	if b.unit > 0 && !b.found && rest == nil { // "weekly", "months"
		b.at.number, b.found = 1, true
	}
	b.rest = strings.Join(rest, " ")
	return b
}

// longestWord is the longest word of the language that some words begin with, and how many it is.
func (l *language) longestWord(words []string) (w bandWord, n int) {
	for n = min(l.longest, len(words)); n > 0; n-- {
		if w, ok := l.words[strings.Trim(strings.Join(words[:n], " "), ".")]; ok {
			return w, n
		}
	}
	return bandWord{}, 0
}

// Number reads a number with marks of thousands, or with decimals. Three digits behind a mark are
// thousands, "1,000" and "1.000", but not in "0.125".
func Number(s string) (float64, bool) {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, false
	}
	last := strings.LastIndexAny(s, ".,' \u00a0\u202f")
	if last >= 0 && (len([]rune(s[last:])) == 4 && s[0] != '0') {
		last = -1
	}
	var digits strings.Builder
	for i, r := range s {
		if '0' <= r && r <= '9' {
			digits.WriteRune(r)
		} else if i == last {
			digits.WriteByte('.')
		}
	}
	n, err := strconv.ParseFloat(digits.String(), 64)
	return n, err == nil
}
