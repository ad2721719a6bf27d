// Package scale knows the order in which a questionnaire has the options of a closed question: that
// of their labels, of a scale of words, or of bands of numbers. It also cuts numbers into bands.
//
//  1. Daily   2. Weekly                     labels
//     disagree   neither   agree               a scale: degrees of a pole, or rungs of a ladder
//     under 18   18 to 29   65 and over        bands: a number, and the side of it
//     never   once a month   every day         bands of a rate
//     other   don't know   prefer not to say   outside of every scale: these come last
//
// Scales run from least to most, whichever way the questionnaire turned them, which an export does
// not tell. All that it knows of words is in scales.txt, by language.
package scale

import (
	"cmp"
	"slices"
	"strings"
)

// An Option is one that people chose.
type Option struct {
	Text   string
	People int
}

// most is how many options can have an order. Longer lists are of free answers.
const most = 1000

// A reading gives the place of an option on a scale; ok is false if it is not on it.
type reading func(option string) (at place, ok bool)

// A place orders options: by number, then by the side of it.
type place struct{ number, side float64 }

func (p place) compare(o place) int {
	return cmp.Or(cmp.Compare(p.number, o.number), cmp.Compare(p.side, o.side))
}

// Order puts options in the order of their scale: their indices, those outside of it last. ok is
// false where no scale is known, and then the order is none. The options come by falling rank,
// which orders what no scale does.
func Order(options []Option) (order []int, ok bool) {
	if len(options) < 2 || len(options) > most {
		return nil, false
	}
	all := &listing{options: options}
	for _, o := range options {
		text := plain(o.Text)
		all.texts, all.outside = append(all.texts, text), append(all.outside, outsideAt(text))
		if all.outside[len(all.outside)-1] < 0 {
			all.people += o.People
		}
	}
	if slices.ContainsFunc(all.texts, isLabelled) {
		if order, _ = all.fit(label); order != nil {
			return order, true
		}
	}
	best := 0
	for _, l := range languages() {
		for _, read := range l.readings(all) {
			if found, people := all.fit(read); people > best {
				order, best = found, people
			}
		}
	}
	return order, order != nil
}

// A listing is all options of a question, as they are read.
type listing struct {
	options []Option
	texts   []string
	outside []int // -1: may be on a scale
	people  int   // who chose one that may be
}

// fit holds a reading against all options: their order, and how many people chose one that is on the
// scale. It fits where two or more are, no two of them at one place, and they have two thirds of the
// people who chose an option that may be on one: an answer in own words does not undo a scale.
func (all *listing) fit(read reading) (order []int, on int) {
	places, off, last := make(map[int]place), 0, slices.Clone(all.outside)
	for i, text := range all.texts {
		order = append(order, i)
		last[i] += 2 // what is outside comes last, in the order of its lines; what no list knows comes before it
		if all.outside[i] >= 0 {
			continue
		}
		if at, ok := read(text); ok {
			places[i], last[i] = at, 0
			on += all.options[i].People
		} else if off += all.options[i].People; off*3 > all.people {
			return nil, 0 // soon, in a list of free answers
		}
	}
	if len(places) < 2 {
		return nil, 0
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(last[a], last[b]), places[a].compare(places[b]))
	})
	for i := 1; i < len(places); i++ {
		if places[order[i-1]].compare(places[order[i]]) == 0 {
			return nil, 0
		}
	}
	return order, on
}

// label reads the number or letter that an option begins with: "1. Daily", "b) weekly", "5 = fully".
func label(option string) (at place, ok bool) {
	s := strings.TrimPrefix(option, "(")
	n := 0
	for n < len(s) && n < 2 && '0' <= s[n] && s[n] <= '9' {
		at.number = at.number*10 + float64(s[n]-'0')
		n++
	}
	if n == 0 && s != "" && 'a' <= s[0] && s[0] <= 'z' {
		at.number, n = float64(s[0]), 1
		return at, len(s) > 3 && strings.ContainsRune(".):", rune(s[1])) && s[2] == ' '
	}
	rest := s[n:]
	switch {
	case n == 0:
		return at, false
	case rest == "":
		return at, true
	case strings.ContainsRune(".):=", rune(rest[0])) && len(rest) > 1 && (rest[1] == ' ' || rest[0] != '.'):
		return at, true
	}
	// Behind a dash comes a word: "1 - 2 years" is a band.
	rest = strings.TrimLeft(rest, " ")
	behind := strings.TrimLeft(rest, " -=(")
	return at, behind != "" && behind != rest && (behind[0] < '0' || behind[0] > '9')
}

// isLabelled reports whether an option has more than its number: numbers alone are bands.
func isLabelled(option string) bool {
	_, ok := label(option)
	return ok && len(option) > 2
}

// genders are endings of grammatical gender that a questionnaire gives a choice of: "satisfait(e)", "satisfecho/a".
var genders = strings.NewReplacer("(e)", "", "(a)", "", "/a", "", "/e", "", "·e", "", "(o)", "")

// signs are written in several ways, or say nothing of the place of an option.
var signs = strings.NewReplacer("’", "'", "–", "-", "—", "-", "‑", "-", "…", "", "\"", "", "“", "", "”", "", "*", "")

// plain is an option in small letters, without the signs that say nothing of its place.
func plain(option string) string {
	s := strings.ToLower(strings.Join(strings.Fields(option), " "))
	return strings.Trim(genders.Replace(signs.Replace(s)), " .,;:!")
}
