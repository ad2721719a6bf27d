package charset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"
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

// A reading is the sample in an encoding, in the language in which it costs least.
type reading struct {
	entry    *entry
	language *language
	words    [][]rune
	cost     int
}

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
	// Equal costs stay in the order of the file.
	slices.SortStableFunc(all, func(a, b reading) int { return a.cost - b.cost })
	best := all[0]
	g := Guess{Name: best.entry.name, Language: best.language.name, Words: len(s.high)}
	mean := best.mean()
	g.Plausible, g.Damage = mean <= plausibleCost, mean+best.entry.seldom > damageCost
	for _, r := range all[1:] {
		if changed := best.differences(r); changed > 0 {
			g.Next, g.NextLanguage, g.Changed = r.entry.name, r.language.name, changed
			g.Close = r.cost-best.cost < closeBy
			break
		}
	}
	return g
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

// read decodes the sample and finds the language in which it costs least.
func (s *sample) read(e *entry) reading {
	r := reading{entry: e, words: make([][]rune, len(s.high))}
	decoder := e.decode()
	for i, w := range s.high {
		text, _, err := transform.String(decoder, w.text)
		if err != nil {
			text = strings.Repeat(string(utf8.RuneError), len(w.text))
		}
		r.words[i] = []rune(text)
	}
	extra := e.seldom
	if s.oldEnds && !e.crEnds {
		extra += oldEndsCost
	}
	for i, code := range slices.Concat(e.languages, e.guests) {
		if i == len(e.languages) {
			extra += guestCost
		}
		l := languages()[code]
		sum := extra + s.asciiCost(l)
		for i, w := range s.high {
			sum += w.weight() * l.wordCost(r.words[i])
		}
		if r.language == nil || sum < r.cost {
			r.language, r.cost = l, sum
		}
	}
	return r
}

// asciiCost is what the words of ASCII alone cost: they tell the language.
func (s *sample) asciiCost(l *language) int {
	sum, ok := s.asciiCosts[l]
	if !ok {
		for _, w := range s.ascii {
			sum += w.weight() * l.wordCost([]rune(w.text))
		}
		s.asciiCosts[l] = sum
	}
	return sum
}

// differences is the number of words that two readings give differently.
func (r reading) differences(other reading) (n int) {
	for i, w := range r.words {
		if !slices.Equal(w, other.words[i]) {
			n++
		}
	}
	return n
}

// mean is the mean cost of a character beyond ASCII.
func (r reading) mean() int {
	sum, chars := 0, 0
	for _, w := range r.words {
		for i, c := range w {
			if c >= utf8.RuneSelf {
				sum += r.language.runeCost(w, i)
				chars++
			}
		}
	}
	return sum / max(chars, 1)
}
