package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/value"
)

// What costs, in thousandths of a natural logarithm: 2,300 is one in ten, 6,900 one in a thousand.
const (
	// invalidCost is for bytes that are no character, and for control characters: hardly in any text.
	invalidCost = 17_000
	// symbolCost is for characters that are neither letters nor marks that people write, such as ¦ or ┤.
	symbolCost = 13_000
	// unusualCost is for a letter of the right script that the language does not use: in foreign names.
	unusualCost = 11_500
	// ideographCost is for a character of Chinese, Japanese or Korean that is not among the frequent ones.
	ideographCost = 8_800
	// foreignCost is for a letter of a script that the language is not written in.
	foreignCost = 14_000
	// upperCost is for a capital where one may stand, and misplacedCost for one inside a word, after a small letter.
	// Among capitals one more is no surprise.
	upperCost     = 2_300
	capitalsCost  = 200
	misplacedCost = 9_000
	// mixedCost is for a letter that touches one of another alphabet: no word is written so.
	mixedCost = 9_000
	// loneCost is for a letter with none beside it, alone or at a number: rather a sign, unless it is a word in Latin letters.
	loneCost = 5_000
	// besideCost is for a Chinese, Japanese or Korean character beside a small letter of ASCII.
	besideCost = 3_000
	// insideCost is for a mark between two letters that does not join words, and dashCost for one that may.
	insideCost = 8_000
	dashCost   = 2_500
	// asideCost is for a quotation mark that stands on the wrong side of a word or a number.
	asideCost = 3_000
	// placeGain is what a mark takes off that stands where it usually stands: ° behind a number.
	placeGain = 2_500
	// seldomCost is for a letter of ASCII that the language has in foreign words only.
	seldomCost = 2_000
	// guestCost is for a text of which the language is seldom written in the encoding.
	guestCost = 4_000
	// oldEndsCost is for lines that end as on old Macs, in an encoding of other systems.
	oldEndsCost = 4_000
	// secondCost is for a text in two languages, and switchCost for each word of the second.
	secondCost = 3_000
	switchCost = 1_000
	// wordGain is what a frequent word of the language takes off, and spelledGain one with letters beyond ASCII: hardly
	// any other reading makes such a word. loneGain is for one letter alone, which may be a word by chance.
	wordGain    = 2_000
	spelledGain = 4_000
	loneGain    = 1_000
	// sequenceGain is what a sequence of letters takes off that many words of the language have.
	sequenceGain = 600
	// longWord is the length from which a word is not looked up: it is none.
	longWord = 40
)

// A decoded word is one in the characters of an encoding.
type decoded struct {
	runes []rune
	lower string // in small letters, without marks at its ends; "" if it is too long to be looked up
}

func newDecoded(text string) decoded {
	d := decoded{runes: []rune(text)}
	if len(d.runes) < longWord {
		d.lower = strings.ToLower(strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }))
	}
	return d
}

// wordCost says how unlikely a word is in a language. Of ASCII alone only the letters and known words count.
func (l *language) wordCost(word decoded) int {
	sum, text := -l.gain(word.lower), word.runes
	for i, r := range text {
		switch {
		case r >= 0x80:
			sum += l.runeCost(text, i)
		case isASCIILetter(r):
			sum += l.ascii
			if strings.ContainsRune(l.seldom, r|0x20) {
				sum += seldomCost
			}
		}
	}
	return sum
}

// gain is what a word takes off that is a frequent one of the language, or has sequences of letters as many have.
func (l *language) gain(word string) (sum int) {
	switch {
	case l.spells(word):
		return spelledGain
	case l.words[word] && value.BeyondASCII(word):
		return loneGain
	case l.words[word]:
		return wordGain
	}
	for _, s := range l.sequences {
		if sum < wordGain && strings.Contains(word, s) {
			sum += sequenceGain
		}
	}
	return min(sum, wordGain)
}

// spells reports whether a word is a frequent one of the language with letters beyond ASCII.
func (l *language) spells(word string) bool {
	return l.words[word] && value.BeyondASCII(word) && utf8.RuneCountInString(word) > 1
}

// runeCost says how unlikely a character beyond ASCII is in its place.
func (l *language) runeCost(text []rune, i int) int {
	r := text[i]
	if c, ok := l.runes[r]; ok && !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return c
	}
	switch {
	case r == unicode.ReplacementChar, unicode.IsControl(r):
		return invalidCost
	case marks().cost[r] > 0 && !l.has(r): // some are letters for Unicode: º
		return markCost(text, i)
	case unicode.Is(unicode.Lm, r) && !l.has(r):
		return symbolCost
	case unicode.IsLetter(r), unicode.IsMark(r):
		return l.letterCost(text, i)
	}
	return markCost(text, i)
}

// has reports whether the language uses a letter, small or capital.
func (l *language) has(r rune) bool {
	_, ok := l.runes[r]
	return ok
}

// letterCost says how unlikely a letter is, by itself and beside its neighbours.
func (l *language) letterCost(text []rune, i int) (sum int) {
	r := text[i]
	before, after := at(text, i-1), at(text, i+1)
	c, known := l.runes[r]
	if !known {
		c, known = l.runes[unicode.ToLower(r)]
	}
	switch {
	case known:
		sum = c
	case l.script == nil && isIdeographic(r):
		sum = ideographCost
	case l.script != nil && unicode.Is(l.script, r):
		sum = unusualCost
	default:
		sum = foreignCost
	}
	switch {
	case unicode.IsUpper(r) && unicode.IsLower(before):
		sum += misplacedCost
	case unicode.IsUpper(r) && (unicode.IsUpper(before) || unicode.IsUpper(after)):
		sum += capitalsCost
	case unicode.IsUpper(r):
		sum += upperCost
	case unicode.IsLower(r) && unicode.IsUpper(after) && after < 0x80:
		sum += misplacedCost
	}
	if l.script != nil && unicode.IsLetter(r) && !isWordRune(before) && !isWordRune(after) && !(l.script == unicode.Latin && l.words[string(unicode.ToLower(r))]) {
		sum += loneCost
	}
	if l.script == nil && (isSmallASCII(before) || isSmallASCII(after)) {
		sum += besideCost
	}
	if mixed(before, r) || after < 0x80 && mixed(r, after) || l.script != unicode.Latin && unicode.Is(unicode.Inherited, r) && isASCIILetter(before) {
		sum += mixedCost
	}
	return sum
}

// markCost says how unlikely a character is that is no letter, by itself and beside its neighbours.
func markCost(text []rune, i int) int {
	r := text[i]
	c, ok := marks().cost[r]
	if !ok {
		c = symbolCost
	}
	left, right := at(text, i-1), at(text, i+1)
	before, after := unicode.IsLetter(left), unicode.IsLetter(right)
	switch {
	case before && after && marks().between[r]:
		c += dashCost
	case before && after && !marks().inside[r]:
		c += insideCost
	case marks().opening[r] && isFilled(left) && !isFilled(right), marks().closing[r] && isFilled(right) && !isFilled(left):
		c += asideCost
	case marks().inPlace(r, left, right):
		c -= placeGain
	}
	return c
}

// inPlace reports whether a mark stands where it usually stands.
func (m *markSet) inPlace(r, before, after rune) bool {
	return m.alone[r] && before == ' ' && after == ' ' ||
		m.behindDigit[r] && unicode.IsDigit(before) || m.atDigit[r] && unicode.IsDigit(after) ||
		m.behindLetter[r] && unicode.IsLetter(before) || m.atQuote[r] && (m.opening[before] || m.closing[after])
}

// isFilled reports whether a character is part of a word or a number.
func isFilled(r rune) bool { return unicode.IsDigit(r) || isWordRune(r) }

// isWordRune reports whether a character is part of a word.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'' || r == '’' || r == '-'
}

// at gives a character of a word, and a blank beyond its ends.
func at(text []rune, i int) rune {
	if i < 0 || i >= len(text) {
		return ' '
	}
	return text[i]
}

func isASCIILetter(r rune) bool { return isSmallASCII(r | 0x20) }

func isSmallASCII(r rune) bool { return r >= 'a' && r <= 'z' }

// mixed reports whether two letters are of different alphabets. Chinese characters, kana and Hangul stand beside letters
// of any.
func mixed(a, b rune) bool {
	x, y := scriptOf(a), scriptOf(b)
	return x != nil && y != nil && x != y
}

// scriptOf is the alphabet of a letter; nil for what is no letter of one.
func scriptOf(r rune) *unicode.RangeTable {
	if r < 0x80 {
		if isASCIILetter(r) {
			return unicode.Latin
		}
		return nil
	}
	for _, s := range alphabets() {
		if unicode.Is(s, r) && !unicode.IsPunct(r) {
			return s
		}
	}
	return nil
}

func isIdeographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}
