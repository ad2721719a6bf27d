package charset

import (
	"cmp"
	"slices"
	"strings"
)

// A Guess is what Detect found.
type Guess struct {
	Name     string // of the encoding
	Language string // that the text is in, by its English name
	// Next is the encoding that comes next among those that give another text; Changed is how many words it changes, of
	// Words with characters beyond ASCII. "" if all that fit give the same text.
	Next           string
	NextLanguage   string
	Words, Changed int
	// Close says that the two are too close to be sure.
	Close bool
	// Plausible says that the text makes sense: what stands beyond ASCII is mostly what the language uses.
	Plausible bool
	// Damage says that a few bytes are rather damage than characters.
	Damage bool
}

const (
	// closeBy is the difference of two readings below which it may be either: odds of about 50 to 1. Where one word is
	// all there is, it is closeByOne, 400 to 1: the word may be a sign or foreign.
	closeBy    = 4_000
	closeByOne = 6_000
	// heat is the number of words after which encodings drop out that cost outOfReach more than the best, if fewestLeft
	// are left.
	heat       = 64
	outOfReach = 60_000
	fewestLeft = 6
)

// Detect says in which encoding a text is that is not in UTF-8.
func Detect(text string) Guess { return detect(text, entries()) }

// DetectSingle does so among the encodings of one byte a character.
func DetectSingle(text string) Guess {
	return detect(text, slices.DeleteFunc(slices.Clone(entries()), func(e entry) bool { return !e.single() }))
}

// detect chooses among some encodings.
func detect(text string, among []entry) Guess {
	s := newSample(text)
	var candidates []*entry
	for i := range among {
		if e := &among[i]; e.escapes == nil && e.languages != nil {
			candidates = append(candidates, e)
		}
	}
	if len(s.high) > heat {
		candidates = likely(s.begin(heat).readAll(candidates))
	}
	all := s.readAll(candidates)
	best := bestOf(all)
	slices.SortStableFunc(all, byCost)
	g := Guess{Name: best.entry.name, Language: best.spoken(), Words: len(s.high)}
	sum, chars := best.highCost()
	g.Plausible, g.Damage = best.plausible(sum, chars), sum+best.entry.seldom+best.secondCost > s.damageCost()
	for _, r := range all {
		if changed := best.differences(r); changed > 0 {
			g.Next, g.NextLanguage, g.Changed = r.entry.name, r.spoken(), changed
			g.Close = r.cost-best.cost < closeBy || g.Words == 1 && r.cost-best.cost < closeByOne
			break
		}
	}
	return g
}

// likely returns the encodings that may still win after a part of the words, in the order of the file.
func likely(all []reading) (candidates []*entry) {
	sorted := slices.SortedStableFunc(slices.Values(all), byCost)
	most := max(sorted[0].cost+outOfReach, sorted[min(fewestLeft, len(sorted))-1].cost)
	for _, r := range all {
		if r.cost <= most {
			candidates = append(candidates, r.entry)
		}
	}
	return candidates
}

// byCost compares readings. Where costs are equal, a stable order leaves them as they are in the file.
func byCost(a, b reading) int { return cmp.Compare(a.cost, b.cost) }

// bestOf returns the reading that costs least. Where another gives the same text at nearly the same cost, the first of the
// file is taken: it is the more usual.
func bestOf(all []reading) reading {
	best := slices.MinFunc(all, byCost)
	for _, r := range all {
		if r.cost-best.cost < closeBy && best.differences(r) == 0 {
			return r
		}
	}
	return best
}

// Escaped returns the encoding of a text in 7 bits by its escape sequences; "" if there are none.
func Escaped(text string) string {
	if strings.IndexByte(text, escape) < 0 {
		return ""
	}
	for _, e := range entries() {
		for _, sequence := range e.escapes {
			if strings.Contains(text, string(rune(escape))+sequence) {
				return e.name
			}
		}
	}
	return ""
}
