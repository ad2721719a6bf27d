package charset

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What is compared is how unlikely the bytes are as the text of a language. The byte F8 in an answer "dob\xf8e":
//
//	windows-1250, Czech    dobře   ř is 121 in 10,000 letters                  4.4
//	windows-1252, Danish   dobøe   ø is 94 in 10,000 letters                   4.7
//	windows-1252, Czech    –       Czech is not written in windows-1252
//	macintosh, German      dob¯e   ¯ is no letter, between two letters         21
//	iso-8859-7, Greek      dobψe   ψ is a Greek letter, beside Latin ones      22
//
// One letter does not decide, but the words of ASCII around it are Czech too, and the next letters are š and ů.

// A reading is the sample in an encoding, and the language in which it costs least, or the two: in a survey in several
// languages most answers are in the first, and the other has words beyond ASCII that the first has not.
type reading struct {
	entry         *entry
	words         []decoded // those with bytes beyond ASCII
	first, second *language
	cost          int
	secondCost    int // of it: that there are two languages
}

// A fit is what a language costs.
type fit struct {
	language *language
	ascii    int   // all words of ASCII
	words    []int // each other word
	guest    bool  // the language is seldom written in the encoding
}

// host is the language in which any survey may be whose other language an encoding is for: the program meets more
// surveys in English than in any other.
const host = "en"

// readAll reads the sample in each of the encodings.
func (s *sample) readAll(candidates []*entry) []reading {
	all := make([]reading, len(candidates))
	for i, e := range candidates {
		all[i] = s.read(e)
	}
	return all
}

// read decodes the sample and finds the languages in which it costs least.
func (s *sample) read(e *entry) reading {
	r := reading{entry: e, words: s.decode(e)}
	var fits []fit
	for _, code := range slices.Concat(e.languages, e.guests) {
		fits = append(fits, s.fit(languages()[code], r.words, len(fits) >= len(e.languages)))
	}
	for _, f := range fits {
		r.take(f.language, nil, f.alone())
	}
	own := fits[:len(e.languages)]
	if !slices.ContainsFunc(fits, func(f fit) bool { return f.language.code == host }) {
		fits = append(fits, s.fit(languages()[host], r.words, true))
	}
	// Only a language of the encoding can be why there are bytes beyond ASCII: it is the second.
	for _, first := range fits {
		for _, second := range own {
			if first.language != second.language {
				if r.take(first.language, second.language, first.with(second, s.high)) {
					r.secondCost = first.secondCost()
				}
			}
		}
	}
	r.cost += e.seldom
	if s.oldEnds && !e.crEnds {
		r.cost += oldEndsCost
	}
	return r
}

// decode gives the words with bytes beyond ASCII.
func (s *sample) decode(e *entry) []decoded {
	words, decoder := make([]decoded, len(s.high)), e.decode()
	for i, w := range s.high {
		text := decodeText(decoder, w.text)
		if len(w.text) == longest {
			text = strings.TrimRight(text, string(utf8.RuneError)) // a character that was cut
		}
		words[i] = newDecoded(text)
	}
	return words
}

// fit says what the sample costs in a language.
func (s *sample) fit(l *language, words []decoded, guest bool) fit {
	f := fit{language: l, ascii: s.asciiCost(l), words: make([]int, len(words)), guest: guest}
	for i, w := range words {
		f.words[i] = s.high[i].weight() * l.wordCost(w)
	}
	return f
}

// alone is the cost if the language is the only one.
func (f fit) alone() int {
	sum := f.ascii
	for _, c := range f.words {
		sum += c
	}
	if f.guest {
		sum += guestCost
	}
	return sum
}

// secondCost is what it costs that there is a second language.
func (f fit) secondCost() int {
	if f.guest {
		return secondCost + guestCost
	}
	return secondCost
}

// with is the cost if some words beyond ASCII are in a second language.
func (f fit) with(second fit, words []word) int {
	sum := f.ascii + f.secondCost()
	for i, c := range f.words {
		sum += min(c, second.words[i]+words[i].weight()*switchCost)
	}
	return sum
}

// take takes one or two languages if they cost less than those before, and reports whether they do.
func (r *reading) take(first, second *language, cost int) bool {
	less := r.first == nil || cost < r.cost
	if less {
		r.first, r.second, r.cost = first, second, cost
	}
	return less
}

// spoken gives the English names of the languages.
func (r *reading) spoken() string {
	if r.second == nil {
		return r.first.name
	}
	return r.first.name + " and " + r.second.name
}

// asciiCost is what the words of ASCII alone cost: they tell the language.
func (s *sample) asciiCost(l *language) int {
	sum, ok := s.asciiCosts[l]
	if !ok {
		for i, w := range s.ascii {
			sum += w.weight() * l.wordCost(s.plain[i])
		}
		s.asciiCosts[l] = sum
	}
	return sum
}

// differences is the number of words that two readings give differently.
func (r *reading) differences(other reading) (n int) {
	for i, w := range r.words {
		if !slices.Equal(w.runes, other.words[i].runes) {
			n++
		}
	}
	return n
}

// highCost is what all characters beyond ASCII cost, each word in the language in which it costs less, and their number.
func (r *reading) highCost() (sum, chars int) {
	for _, w := range r.words {
		cost, n := r.first.highCost(w)
		if r.second != nil {
			other, _ := r.second.highCost(w)
			cost = min(cost, other)
		}
		sum += cost
		chars += n
	}
	return sum, chars
}

// What makes sense, and what damage costs.
const (
	// plausibleCost is the largest mean cost of a character beyond ASCII in a text that makes sense.
	plausibleCost = 12_500
	// chanceCost is the mean cost from which many Chinese, Japanese or Korean characters are what any bytes give, and
	// fewForChance is the number below which it may be chance.
	chanceCost   = 8_300
	fewForChance = 40
	// damageCost is what damage costs in a text of ASCII, less than a letter that nobody writes there, and
	// damagedByteCost what each further byte of it does: any of 128 is as likely.
	damageCost      = 9_600
	damagedByteCost = 4_850
)

// plausible reports whether a text makes sense of which so many characters beyond ASCII cost so much.
func (r *reading) plausible(sum, chars int) bool {
	ideographs := r.first.script == nil || r.second != nil && r.second.script == nil
	if ideographs && chars >= fewForChance && sum > chanceCost*chars {
		return false
	}
	return sum <= plausibleCost*chars
}

// damageCost is what it costs if all bytes beyond ASCII are damage.
func (s *sample) damageCost() (sum int) {
	for _, w := range s.high {
		for i := 0; i < len(w.text); i++ {
			switch {
			case w.text[i] < utf8.RuneSelf:
			case i == 0 || w.text[i-1] < utf8.RuneSelf:
				sum += damageCost
			default:
				sum += damagedByteCost
			}
		}
	}
	return sum
}

// highCost is what the characters of a word beyond ASCII cost, and their number. A frequent word is no damage.
func (l *language) highCost(w decoded) (sum, chars int) {
	if l.spells(w.lower) {
		sum -= spelledGain
	}
	for i, c := range w.runes {
		if c >= utf8.RuneSelf {
			sum += l.runeCost(w.runes, i)
			chars++
		}
	}
	return sum, chars
}
