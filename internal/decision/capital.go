package decision

import (
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
	"verbatim/internal/term"
)

// A capital is a sign of a name where others write a small letter: inside sentences. At the beginning of
// an answer or clause it is one only as far as the other words of the survey have none there. So each
// word is held against both:
//
//	                        at the beginning       inside
//	a name                  95 % capitals          95 % capitals
//	a common word           as all words there     as all words there
//
// The sum of the log likelihood ratios of all mentions decides.

// Bounds of the share of capitals in common words, the share in names, and what a name needs: e² to 1.
const (
	leastInside, mostInside = 0.03, 0.5
	leastFirst, mostFirst   = 0.05, 0.9
	inNames                 = 0.95
	leastName               = 2
)

// cased counts mentions with a capital, and all: inside clauses and at their beginnings.
type cased struct{ capital, all [2]int }

// findCapitals finds the words that are written with a capital.
func (f *finder) findCapitals() error {
	if f.Listed || f.terms.Lang.CapitalNouns {
		f.made.Writing.AsWritten = true
		return nil
	}
	analyzer, err := f.texts.Analyzer(f.terms)
	if err != nil {
		return err
	}
	var forms byForm[[3]int]
	for _, tokens := range f.read(analyzer) {
		if analyzer.Class() != lang.Substantive || segment.AllCapitals(analyzer.Text()) {
			continue
		}
		for i := range tokens {
			switch t := &tokens[i]; {
			case t.Opens:
				forms.of(t.Word)[1]++
			case !t.Inside && t.Parts == 1:
				forms.of(t.Word)[2]++
			default:
				forms.of(t.Word)[0]++
			}
		}
	}
	words, total := make(map[string]*cased), new(cased)
	for w, n := range forms.all() {
		first, _ := utf8.DecodeRuneInString(w.Form)
		capital, word := segment.IsCapitalised(w.Form), strings.ToLower(w.Form)
		if w.Kind != term.Counted || !capital && (!unicode.IsLower(first) || w.Form != word) {
			continue
		}
		if words[word] == nil {
			words[word] = new(cased)
		}
		words[word].add(n, capital)
		total.add(n, capital)
	}
	for _, word := range slices.Sorted(maps.Keys(words)) {
		w := words[word]
		inside, first := total.without(w).share(0, leastInside, mostInside), total.without(w).share(1, leastFirst, mostFirst)
		if w.speaks(0, inside)+w.speaks(1, first) >= leastName {
			f.made.Writing.Capitals = append(f.made.Writing.Capitals, word)
		}
	}
	return nil
}

// add adds the mentions of a form: inside clauses, at their beginnings, and inside without being marked as
// a capital there. In an answer without small letters, each word begins so.
func (c *cased) add(n *[3]int, capital bool) {
	if capital {
		c.all[0], c.all[1] = c.all[0]+n[0], c.all[1]+n[1]+n[2]
		c.capital[0], c.capital[1] = c.capital[0]+n[0], c.capital[1]+n[1]+n[2]
	} else {
		c.all[0], c.all[1] = c.all[0]+n[0]+n[2], c.all[1]+n[1]
	}
}

// without are the mentions of the other words.
func (c cased) without(w *cased) *cased {
	for at := range c.all {
		c.capital[at] -= w.capital[at]
		c.all[at] -= w.all[at]
	}
	return &c
}

// share is the share of capitals, within bounds.
func (c *cased) share(at int, least, most float64) float64 {
	return min(most, max(least, float64(c.capital[at])/float64(max(1, c.all[at]))))
}

// speaks is how much the mentions speak for a name against a common word with this share of capitals.
func (c *cased) speaks(at int, common float64) float64 {
	capital, small := float64(c.capital[at]), float64(c.all[at]-c.capital[at])
	return capital*math.Log(inNames/common) + small*math.Log((1-inNames)/(1-common))
}
