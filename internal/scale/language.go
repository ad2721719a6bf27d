package scale

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"verbatim/internal/value"
)

//go:embed scales.txt
var scales string

// A language is what scales.txt has of one.
type language struct {
	degrees map[string]float64
	poles   []pole
	middle  []string
	ladders []map[string]float64
	outside [][]string
	words   map[string]bandWord // of bands
	longest int                 // of words in words
}

// A pole is the words of one end of a scale.
type pole struct {
	sign  float64
	scale string // names both ends
	words []string
}

// usual is the degree of a pole that stands alone: "satisfied".
const usual = 5

// languages are read when options are first to be ordered, which most runs never need.
var languages = sync.OnceValue(func() (all []*language) {
	of := ""
	err := value.ReadSections("scale/scales.txt", strings.NewReader(scales), func(section, line string) error {
		if section != of {
			of = section
			all = append(all, &language{degrees: make(map[string]float64), words: make(map[string]bandWord)})
		}
		return all[len(all)-1].add(strings.SplitN(line, " ", 3))
	})
	if err != nil {
		panic(err) // a mistake of the project, which a test finds
	}
	for _, l := range all {
		l.poles = append(l.poles, pole{sign: 1}) // "not at all", "slightly", "very" stand alone
	}
	return all
})

// add takes over a line. Its fields are the kind, an argument where the kind has one, and the words.
func (l *language) add(fields []string) (err error) {
	kind, rest := fields[0], strings.Join(fields[1:], " ")
	number := 0.0
	if kind == "degree" || kind == "number" || kind == "unit" || kind == "rate" {
		number, err = strconv.ParseFloat(fields[1], 64)
		rest = strings.Join(fields[2:], " ")
	}
	words := alternatives(rest)
	switch kind {
	case "degree":
		for _, w := range words {
			l.degrees[w] = number
		}
	case "pole":
		name, phrases, _ := strings.Cut(fields[2], " ")
		for _, w := range alternatives(phrases) {
			l.poles = append(l.poles, pole{map[string]float64{"+": 1, "-": -1}[fields[1]], name, strings.Fields(w)})
		}
	case "middle":
		l.middle = append(l.middle, words...)
	case "outside":
		l.outside = append(l.outside, words)
	case "ladder":
		rungs := make(map[string]float64)
		for i, rung := range strings.Split(rest, "|") {
			for _, w := range alternatives(rung) {
				rungs[w] = float64(i)
			}
		}
		l.ladders = append(l.ladders, rungs)
	default:
		err = l.addBand(kind, number, words)
	}
	return err
}

// addBand takes over words of bands.
func (l *language) addBand(kind string, number float64, words []string) error {
	if !slices.Contains([]string{"number", "unit", "rate", "below", "above", "plain"}, kind) {
		return fmt.Errorf("unknown kind %q", kind)
	}
	for _, w := range words {
		if _, taken := l.words[w]; !taken || kind == "rate" {
			l.words[w] = bandWord{kind, number}
		}
		l.longest = max(l.longest, len(strings.Fields(w)))
	}
	return nil
}

func alternatives(s string) (words []string) {
	for w := range strings.SplitSeq(s, ";") {
		if w = strings.TrimSpace(w); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// outsideAt is the line of an option outside of all scales, whatever the language; -1 if it is none.
func outsideAt(text string) int {
	for _, l := range languages() {
		if at := slices.IndexFunc(l.outside, func(words []string) bool { return matches(words, text) }); at >= 0 {
			return at
		}
	}
	return -1
}

// matches reports whether a text is one of some words, of which a * ends any.
func matches(words []string, text string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		begin, open := strings.CutSuffix(w, "*")
		return text == begin || open && strings.HasPrefix(text, begin)
	})
}

// readings are the scales of a language that the first options may be on.
func (l *language) readings(all *listing) (list []reading) {
	for _, rungs := range l.ladders {
		list = append(list, func(option string) (place, bool) {
			at, ok := rungs[option]
			return place{number: at}, ok
		})
	}
	var names []string
	for _, p := range l.poles {
		if !slices.Contains(names, p.scale) {
			names = append(names, p.scale)
			list = append(list, func(option string) (place, bool) { return l.graded(p.scale, option) })
		}
	}
	return append(list, l.bands(all))
}

// graded is the place of an option between two poles: the degree before, in or behind the words of
// one of them, "stimme voll und ganz zu".
func (l *language) graded(scale, option string) (place, bool) {
	if scale != "" && matches(l.middle, option) {
		return place{}, true
	}
	words := strings.Fields(strings.ReplaceAll(option, ",", ""))
	for _, p := range l.poles {
		if p.scale != scale {
			continue
		}
		rest, ok := without(words, p.words)
		degree, known := l.degrees[strings.Join(rest, " ")]
		if !known { // "I agree", "I am very satisfied"
			rest = slices.DeleteFunc(rest, func(w string) bool { return l.words[w].kind == "plain" })
			degree, known = l.degrees[strings.Join(rest, " ")]
		}
		switch {
		case !ok:
		case known:
			return place{number: p.sign * degree}, true
		case len(rest) == 0 && len(p.words) > 0:
			return place{number: p.sign * usual}, true
		}
	}
	return place{}, false
}

// without takes words out of others, in their order; ok is false if one of them is not there.
func without(words, out []string) (rest []string, ok bool) {
	for _, w := range words {
		if len(out) > 0 && w == out[0] {
			out = out[1:]
		} else {
			rest = append(rest, w)
		}
	}
	return rest, len(out) == 0
}
