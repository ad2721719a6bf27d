package charset

import (
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
	// closeBy is the difference of two readings below which it may be either: odds of about 50 to 1.
	closeBy = 4_000
	// plausibleCost is the largest mean cost of a character beyond ASCII in a text that makes sense.
	plausibleCost = 12_500
	// damageCost is what a byte costs that is damage in a text of ASCII: less than a letter that nobody writes there.
	damageCost = 9_600
)

// Detect says in which encoding a text is that is not in UTF-8.
func Detect(text string) Guess { return detect(text, entries()) }

// detect chooses among some encodings.
func detect(text string, among []entry) Guess {
	s := newSample(text)
	var all []reading
	for i := range among {
		if e := &among[i]; e.escapes == nil && e.languages != nil {
			all = append(all, s.read(e))
		}
	}
	best := bestOf(all)
	// Equal costs stay in the order of the file.
	slices.SortStableFunc(all, func(a, b reading) int { return a.cost - b.cost })
	g := Guess{Name: best.entry.name, Language: best.spoken(), Words: len(s.high)}
	mean := best.mean()
	g.Plausible, g.Damage = mean <= plausibleCost, mean+best.entry.seldom > damageCost
	for _, r := range all {
		if changed := best.differences(r); changed > 0 {
			g.Next, g.NextLanguage, g.Changed = r.entry.name, r.spoken(), changed
			g.Close = r.cost-best.cost < closeBy
			break
		}
	}
	return g
}

// bestOf returns the reading that costs least. Where another gives the same text at nearly the same cost, the first of the
// file is taken: it is the more usual.
func bestOf(all []reading) reading {
	best := slices.MinFunc(all, func(a, b reading) int { return a.cost - b.cost })
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
