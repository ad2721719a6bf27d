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
	"verbatim/internal/tally"
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
// The sum of the log likelihood ratios of all mentions decides. Names tell nothing of common words: those
// that are found are left out, and the rest is judged again; inside sentences only words count that somebody
// writes small. Where all do without a small letter, two capitals inside sentences are enough.
//
// Lists in which each item has a capital do not tell names from common words. Their terms are written as
// people write them: Europe, Japan.
//
// Words that hardly anybody writes with a capital are left out: they may be names of people, and decisions
// are passed on. How these are written is seen in the finished sum (tally.TermSum.isRareName).

// Bounds of the share of capitals in common words, the share in names, and what a name needs: e² to 1.
const (
	leastInside, mostInside = 0.03, 0.5
	leastFirst, mostFirst   = 0.05, 0.9
	inNames                 = 0.95
	leastName               = 2
	alwaysCapital           = 2     // mentions inside sentences that make a name of a word nobody writes small
	capitalPeople           = 3     // who write it with a capital
	insideLists, smallItems = 4, 20 // of lists with capitals: one word in so many is inside an item, one item in so many is small
)

// cased counts mentions with a capital, and all: inside clauses and at their beginnings.
type cased struct {
	capital, all [2]int
	by           tally.Uses // with a capital
}

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
	words, forms := make(map[string]*cased), byForm[casedForm]{}
	for person, tokens := range f.read(analyzer) {
		if analyzer.Class() != lang.Substantive || segment.AllCapitals(analyzer.Text()) {
			continue
		}
		for _, t := range tokens {
			form := forms.of(t.Word)
			form.look(t.Word, words)
			if form.word == nil {
				continue
			}
			at := 0
			if t.Opens || form.capital && !t.Inside && t.Parts == 1 { // in an answer without small letters, each word begins so
				at = 1
			}
			if form.word.add(at, form.capital); form.capital {
				form.word.by.Add(person)
			}
		}
	}
	if areTitles(words) {
		f.made.Writing.AsWritten = true
		return nil
	}
	names := namesAmong(words)
	for word := range names {
		if words[word].by.People < capitalPeople {
			delete(names, word)
		}
	}
	f.made.Writing.Capitals = slices.Sorted(maps.Keys(names))
	return nil
}

// A casedForm is a written form of a word.
type casedForm struct {
	looked  bool
	capital bool   // it begins with one, and goes on in small letters
	word    *cased // nil: it is not counted, or written in another way
}

// look finds the word of a form, once.
func (f *casedForm) look(w *term.Word, words map[string]*cased) {
	if f.looked {
		return
	}
	small := strings.ToLower(w.Form)
	first, _ := utf8.DecodeRuneInString(w.Form)
	f.looked, f.capital = true, segment.IsCapitalised(w.Form)
	if w.Kind != term.Counted || !f.capital && (!unicode.IsLower(first) || w.Form != small) {
		return
	}
	if words[small] == nil {
		words[small] = new(cased)
	}
	f.word = words[small]
}

// areTitles reports whether answers are lists whose items have capitals.
func areTitles(words map[string]*cased) bool {
	var total cased
	for _, w := range words {
		total.addAll(*w, 1)
	}
	items := total.all[1]
	return items > 0 && total.all[0]*insideLists <= items+total.all[0] && (items-total.capital[1])*smallItems <= items
}

// namesAmong finds the words that are names.
func namesAmong(words map[string]*cased) map[string]bool {
	names := make(map[string]bool)
	for before := -1; len(names) > before; {
		before = len(names)
		var total cased
		for word, w := range words {
			if !names[word] {
				total.addAll(w.common(), 1)
			}
		}
		found := make(map[string]bool)
		for word, w := range words {
			common := total
			if !names[word] {
				common.addAll(w.common(), -1)
			}
			inside, first := common.share(0, leastInside, mostInside), common.share(1, leastFirst, mostFirst)
			if names[word] || w.speaks(0, inside)+w.speaks(1, first) >= leastName || w.capital == w.all && w.all[0] >= alwaysCapital {
				found[word] = true
			}
		}
		names = found
	}
	return names
}

// add counts a mention.
func (c *cased) add(at int, capital bool) {
	c.all[at]++
	if capital {
		c.capital[at]++
	}
}

// common is what the mentions of a word tell of common words: of one that nobody writes small nothing but
// how answers and clauses begin.
func (c cased) common() cased {
	if c.capital == c.all {
		c.capital[0], c.all[0] = 0, 0
	}
	return c
}

// addAll adds the mentions of another word, or takes them away.
func (c *cased) addAll(w cased, sign int) {
	for at := range c.all {
		c.capital[at] += sign * w.capital[at]
		c.all[at] += sign * w.all[at]
	}
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
