package charset

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// The numbers of different words that are looked at: they decide, and the rest would only take time. A word with a byte
// that no word before had is always taken.
const (
	mostASCII = 200
	mostHigh  = 1000
	// mostBytes is the length of all words of a sort together, and longest that of one, in bytes: the rest of a longer
	// one is passed over.
	mostBytes = 64 << 10
	longest   = 600
)

// asciiPart is the length of the beginning from which words of ASCII are taken, in bytes.
const asciiPart = 256 << 10

// A sample is what a reading is judged by: the different words of a text.
type sample struct {
	high  []word // those with bytes beyond ASCII
	ascii []word
	// oldEnds says that lines end in a carriage return alone.
	oldEnds    bool
	plain      []decoded         // the words of ASCII again
	asciiCosts map[*language]int // what the words of ASCII cost, once it is known
}

// A word is a run of letters and digits, in bytes.
type word struct {
	text  string
	count int
}

// weight is how often a word counts. The same word many times says hardly more than once: the repeats have one author,
// or one cause.
func (w word) weight() int { return bits.Len(uint(w.count)) }

// newSample takes the words out of a text. A character of two or more bytes may have bytes below 0x80, but none below
// 0x30 nor between 0x3a and 0x3f, so that words end there in any encoding.
func newSample(text string) *sample {
	s := &sample{asciiCosts: map[*language]int{}}
	s.oldEnds = strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\r') >= 0
	places := map[string]*word{}
	var order [2][]*word // those of ASCII, the others
	var length [2]int
	var seen [256]bool
	for at := 0; at < len(text); {
		start, high, fresh := at, 0, false
		for at < len(text) && !endsWord(text[at]) {
			if b := text[at]; b >= utf8.RuneSelf {
				high = 1
				fresh = fresh || !seen[b]
				seen[b] = true
			}
			at++
		}
		if start == at {
			at++
			continue
		}
		w := text[start:min(at, start+longest)]
		if high == 0 && start > asciiPart {
			continue
		}
		switch known := places[w]; {
		case known != nil:
			known.count++
		case fresh || length[high] < mostBytes && len(order[high]) < mostASCII+high*(mostHigh-mostASCII):
			length[high] += len(w)
			known = &word{w, 1}
			places[w], order[high] = known, append(order[high], known)
		}
	}
	s.ascii, s.high = values(order[0]), values(order[1])
	for _, w := range s.ascii {
		s.plain = append(s.plain, newDecoded(w.text))
	}
	return s
}

// begin returns the sample with the first n words beyond ASCII.
func (s *sample) begin(n int) *sample {
	part := *s
	part.high = s.high[:n]
	return &part
}

// values are what pointers point to.
func values(words []*word) []word {
	all := make([]word, len(words))
	for i, w := range words {
		all[i] = *w
	}
	return all
}

// endsWord reports whether a byte is never part of a word.
func endsWord(b byte) bool {
	return b < '0' && b != '\'' && b != '-' && b != escape || b > '9' && b < '@'
}

// escape begins the change to another set of characters in encodings of 7 bits.
const escape = 0x1b
