package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/segment"
	"verbatim/internal/trigram"
)

// How much of an answer is read, and how much a word and an answer may say. Evidence is what a
// language is worse than the best one, in steps (trigram.Nat). No word may rule a language
// out alone, since names and borrowed words are in all languages; and no answer, so that
// respondents who write much do not decide for all.
const (
	MaxLook     = 600              // bytes of an answer that are read
	wordCap     = 6 * trigram.Nat  // of evidence against a language, from one word
	answerCap   = 18 * trigram.Nat // and from one answer
	questionCap = 6 * trigram.Nat  // and from the question, which may be in another language than the answers
	rare        = 3 * trigram.Nat  // against each language that is not supported: surveys in it are rarer
	otherTopic  = 2 * trigram.Nat  // against a language, from a word that is known as one of answers in others
	ordinary    = trigram.Nat / 2  // against a language with letters of its own, from a word without them
	unlisted    = 3 * trigram.Nat  // against a language without letters in the table, from a word that its lists do not have
)

// A Detector tells languages apart: by script, by the letters of their words and, for a language of
// which the table has no letters, by the words of its lists. It remembers words, and is not
// safe for concurrent use.
type Detector struct {
	codes     []string // the languages: first those of the letters, then the others
	main      []string // the code that each counts under: "no" for "nn"
	supported []bool
	library   *library
	letters   *trigram.Model
	scripts   []script
	words     map[string][]int    // the languages without letters that list a word
	listed    int                 // the first of them among the codes
	topics    map[string][]string // the languages in which people often answer with a word
	own       map[string]string   // letters of one language alone, by its code
	seen      map[string]*wordEvidence
}

// wordEvidence is what a word says.
type wordEvidence struct {
	against []uint8  // each language, up to wordCap
	odd     []uint16 // surprise in the languages of the letters; nil where the script tells
	letters int
}

// mostSeen is how many words a detector remembers. The words of a survey without end must not
// fill the memory.
const mostSeen = 4096

// NewDetector makes a detector of the languages that are part of the program.
func NewDetector() *Detector { return newDetector(builtin()) }

// newDetector makes a detector of the languages of a library. Lists that cannot be read are left
// out: they are part of the program, and a test reads them all.
func newDetector(lib *library) *Detector {
	d := &Detector{library: lib, letters: trigram.New(), words: make(map[string][]int), seen: make(map[string]*wordEvidence)}
	d.scripts, d.own = lib.others().scripts, lib.others().letters
	d.topics, _ = lib.topics()
	d.codes = slices.Clone(d.letters.Codes)
	for _, s := range d.scripts {
		d.place(s.code)
	}
	d.listed = len(d.codes)
	for _, code := range lib.codes() {
		if !slices.Contains(d.codes, code) {
			d.learn(lib, code)
		}
	}
	for _, code := range d.codes {
		d.main, d.supported = append(d.main, lib.mainCode(code)), append(d.supported, lib.load[code] != nil)
	}
	return d
}

// place is the place of a language among the codes. It is added where it is new.
func (d *Detector) place(code string) int {
	if i := slices.Index(d.codes, code); i >= 0 {
		return i
	}
	d.codes = append(d.codes, code)
	return len(d.codes) - 1
}

// learn adds a supported language that the table does not have, by its function words.
func (d *Detector) learn(lib *library, code string) {
	l := lib.heads[code]
	l.words = make(map[string]Trait)
	r := &listReader{files: lib.files, lang: &l, wanted: func(section string) bool { return section == "stop" }}
	if r.both() != nil {
		return
	}
	at := d.place(code)
	for word := range l.words {
		d.words[word] = append(d.words[word], at)
	}
}

// wordsOf are the words of a text that are evidence, in small letters. Short words in capitals,
// products and runs of keys are the same in all languages.
func wordsOf(text string) (words []string) {
	if len(text) > MaxLook {
		text = text[:MaxLook]
	}
	text = segment.Normalised(text)
	shouted := segment.AllCapitals(text)
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !segment.IsWordRune(r) && r != '\'' }) {
		word = strings.Trim(word, "'")
		small := strings.ToLower(word)
		switch {
		case small == "", strings.IndexFunc(small, unicode.IsDigit) >= 0:
		case !shouted && IsShort(word) && small != word && word == strings.ToUpper(word):
		case segment.IsProduct(small), segment.IsKeys(small):
		default:
			words = append(words, small)
		}
	}
	return words
}

// IsShort reports whether a word in capitals may be an abbreviation, which says nothing of a language.
func IsShort(word string) bool { return len(word) < 6 && utf8.RuneCountInString(word) > 1 }

// of is what a word says.
func (d *Detector) of(word string) *wordEvidence {
	if e, ok := d.seen[word]; ok {
		return e
	}
	if len(d.seen) == mostSeen {
		clear(d.seen)
		d.letters.Forget()
	}
	e := &wordEvidence{against: slices.Repeat([]uint8{wordCap}, len(d.codes))}
	d.seen[strings.Clone(word)] = e
	if code := scriptOf(d.scripts, word); code != "" {
		e.against[slices.Index(d.codes, code)] = 0
		return e
	}
	e.odd = make([]uint16, len(d.letters.Codes))
	e.letters = d.letters.Surprise(word, e.odd)
	least := slices.Min(e.odd)
	for k, odd := range e.odd {
		e.against[k] = uint8(min(odd-least, wordCap))
	}
	for k := d.listed; k < len(d.codes); k++ {
		e.against[k] = unlisted
	}
	for _, k := range d.words[word] {
		e.against[k] = 0
	}
	d.spell(word, e.against)
	d.hear(word, e.against)
	return e
}

// spell is what a word says by letters that one language alone has.
func (d *Detector) spell(word string, against []uint8) {
	for k, code := range d.main {
		switch letters := d.own[code]; {
		case letters == "":
		case !strings.ContainsAny(word, letters):
			against[k] = min(against[k]+ordinary, wordCap)
		default:
			for other := range against {
				against[other] = wordCap
			}
			against[k] = 0
		}
	}
}

// hear is what a word says that people often answer with in some languages.
func (d *Detector) hear(word string, against []uint8) {
	codes := d.topics[word]
	if len(codes) == 0 {
		return
	}
	for k, code := range d.main {
		if slices.Contains(codes, code) {
			against[k] = 0
		} else {
			against[k] = min(against[k]+otherTopic, wordCap)
		}
	}
}

// against is what words say against each language, together at most the cap.
func (d *Detector) against(words []string, most int) []int {
	sum := make([]int, len(d.codes))
	for _, word := range words {
		for k, n := range d.of(word).against {
			sum[k] += int(n)
		}
	}
	least := slices.Min(sum)
	for k := range sum {
		sum[k] = min(sum[k]-least, most)
	}
	return sum
}

// ownStop is evidence for a language, from each word that is a stop word in it.
const ownStop = 2 * trigram.Nat

// Leads is by how much a word as written speaks for each of some languages, against the main one of
// its survey; nil if it tells nothing.
func (d *Detector) Leads(form string, main *Language, others []*Language) []int16 {
	words := wordsOf(strings.ToLower(form))
	if len(words) == 0 {
		return nil
	}
	leads := make([]int16, len(others))
	for _, word := range words {
		against := d.evidenceAgainst(main, word)
		for i, l := range others {
			leads[i] += int16(against - d.evidenceAgainst(l, word))
		}
	}
	return leads
}

// evidenceAgainst is what a word says against a language, by its letters and as a stop word.
func (d *Detector) evidenceAgainst(l *Language, word string) int {
	least := wordCap
	for k, n := range d.of(word).against {
		if d.main[k] == l.Code {
			least = min(least, int(n))
		}
	}
	if l.IsStop(l.Fold(word)) {
		least -= ownStop
	}
	return least
}

// least is the place of the least number among those that count.
func (d *Detector) least(total []int, counts func(k int) bool) int {
	best := -1
	for k, n := range total {
		if counts(k) && (best < 0 || n < total[best]) {
			best = k
		}
	}
	return best
}
