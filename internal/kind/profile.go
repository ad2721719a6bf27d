package kind

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"verbatim/internal/value"
)

// The bounds of a profile. However long the file, a column takes at most
// judged*keyCap bytes for what it is judged from (usually far less: answers are
// short) and 128 kB for counting: about 300 kB. Counts are exact up to
// distinctCap, except for the chance of 1 in 10^11 that two of that many 64-bit
// hashes are equal.
const (
	// judged is the number of distinct answers that a kind is judged from.
	judged = 2000
	// distinctCap is where counting distinct answers stops.
	distinctCap = 10000
	// keyCap is the number of bytes that are kept of a distinct answer.
	keyCap = 400
)

// A Profile sums up the answers of one column, in memory that has a bound.
type Profile struct {
	Answered int // not blank, not missing
	words    int // in all answers together
	numbers  int // of the tested answers, those that are one number, or one with a unit
	dates    int // of the tested answers, those that are a date or a time
	tested   int // answers that were tested for numbers and dates
	// Values counts each distinct answer until judged of them are known, in the
	// order in which they came. seen is the number of answers that are counted in
	// Values.
	Values []Answer
	seen   int
	// places has the places in Values, from 1, once there are many: each where the last bits of
	// its hash say, or in the next free one behind that.
	places []int32
	last   int     // place of the answer before
	Beside int     // answers, among those seen, that are the same as the one before
	more   *hashes // of all distinct answers, once Values is full
	Capped bool    // more than distinctCap
	// verdict is the last one of Judge, by so many answers and this hint.
	verdict *Verdict
	by      int
	hint    Hint
}

// NewProfile returns the profile of no answers.
func NewProfile() *Profile { return &Profile{last: -1} }

// hashSeed differs in every run. No output depends on it, since hashes are only
// counted.
var hashSeed = maphash.MakeSeed()

// Add counts a trimmed cell; a blank one is not an answer.
func (p *Profile) Add(cell string) {
	if cell == "" {
		return
	}
	p.Answered++
	known := cell
	if len(cell) > keyCap {
		known = cell[:keyCap] + hashText(cell)
	}
	a := &Answer{}
	if at := p.distinct(known); at >= 0 {
		a = &p.Values[at]
	}
	if a.words == 0 { // what comes again is looked at once
		a.words = int32(value.CountWords(cell))
	}
	p.words += int(a.words)
	// Testing stops after 1000 answers if few of them were numbers or dates.
	if p.tested >= 1000 && (p.numbers+p.dates)*10 < p.tested {
		return
	}
	if a.form == 0 {
		a.form = formOf(cell)
	}
	switch a.form {
	case number:
		p.numbers++
	case date:
		p.dates++
	case notAvailable:
		return
	}
	p.tested++
}

// A form is what a cell looks like; 0: not tested.
type form uint8

const (
	number form = iota + 1 // one number, or one with a unit
	date                   // a date or a time
	notAvailable
	otherForm
)

// formOf tests a cell.
func formOf(cell string) form {
	switch {
	case value.IsCompactDay(cell), value.IsStamp(cell):
		return date
	case value.IsNumber(cell), value.IsQuantity(cell), value.IsAmount(cell):
		return number
	case value.IsDate(cell), value.IsPeriod(cell):
		return date
	case IsNotAvailable(cell):
		return notAvailable
	}
	return otherForm
}

// distinct counts the answer among the distinct ones, by its text while few are known, by its
// hash from then on, and returns its place in Values; -1: it has none.
func (p *Profile) distinct(known string) int {
	if p.more != nil {
		p.addHash(known)
		return -1
	}
	at := p.place(known)
	if at < 0 && len(p.Values) >= judged {
		// This is one more than can be kept: from here on only hashes are.
		p.more = p.hashes()
		p.addHash(known)
		return -1
	}
	p.seen++
	switch {
	case at < 0:
		at = len(p.Values)
		p.keep(Answer{Value: strings.Clone(known)})
	case at == p.last:
		p.Beside++
	}
	p.last = at
	p.Values[at].Count++
	return at
}

// fewPlaces is the number of distinct answers up to which going through them is faster than a map.
const fewPlaces = 16

// place returns the place of an answer in Values, -1 if it is not known.
func (p *Profile) place(answer string) int {
	if p.places != nil {
		return int(p.places[p.slot(answer)]) - 1
	}
	for at := range p.Values {
		if p.Values[at].Value == answer {
			return at
		}
	}
	return -1
}

// slot returns where the place of an answer is in places, or would be.
func (p *Profile) slot(answer string) uint64 {
	last := uint64(len(p.places) - 1)
	at := maphash.String(hashSeed, answer) & last
	for p.places[at] != 0 && p.Values[p.places[at]-1].Value != answer {
		at = (at + 1) & last
	}
	return at
}

// keep adds an answer that is not known yet.
func (p *Profile) keep(a Answer) {
	p.Values = append(p.Values, a)
	switch n := len(p.Values); {
	case n <= fewPlaces:
	case 2*n > len(p.places):
		p.places = make([]int32, max(4*fewPlaces, 2*len(p.places)))
		for at, v := range p.Values {
			p.places[p.slot(v.Value)] = int32(at + 1)
		}
	default:
		p.places[p.slot(a.Value)] = int32(n)
	}
}

// Count gives how often an answer was given, among those seen.
func (p *Profile) Count(answer string) int {
	if at := p.place(answer); at >= 0 {
		return p.Values[at].Count
	}
	return 0
}

// Has reports whether an answer was given, whatever its case, among those seen.
func (p *Profile) Has(answer string) bool {
	return p.Any(func(v string) bool { return strings.EqualFold(v, answer) })
}

// Any reports whether some answer is so, among those seen.
func (p *Profile) Any(is func(string) bool) bool {
	return slices.ContainsFunc(p.Values, func(v Answer) bool { return is(v.Value) })
}

// Most is how often the most frequent answer was given, among those seen.
func (p *Profile) Most() (n int) {
	for _, v := range p.Values {
		n = max(n, v.Count)
	}
	return n
}

// hashText returns the hash of a long answer, which replaces its end. It has
// sixteen lower-case letters in every run, since evidence counts the digits and the
// letters of answers.
func hashText(cell string) string {
	h, text := maphash.String(hashSeed, cell), make([]byte, 16)
	for i := range text {
		text[i] = 'a' + byte(h>>(4*i)&15)
	}
	return string(text)
}

// addHash notes the hash of an answer, until there are too many.
func (p *Profile) addHash(known string) {
	if !p.Capped {
		p.more.add(maphash.String(hashSeed, known))
		p.Capped = p.more.n >= distinctCap
	}
}

// Distinct returns the number of distinct answers; if Capped, there are at least
// that many.
func (p *Profile) Distinct() int {
	if p.more == nil {
		return len(p.Values)
	}
	return p.more.n
}

// mostly reports whether n, the number of answers of one form, is nearly all.
func (p *Profile) mostly(n int) bool { return n > 0 && n*10 >= p.tested*9 }

// MostlyNumbers reports whether nearly all answers are numbers, MostlyDates
// whether they are dates or times.
func (p *Profile) MostlyNumbers() bool { return p.mostly(p.numbers) }
func (p *Profile) MostlyDates() bool   { return p.mostly(p.dates) }

// IsBox reports whether all answers are the same text, which is neither a number
// nor a date.
func (p *Profile) IsBox() bool {
	return p.Distinct() == 1 && p.Answered > 1 && !p.mostly(p.numbers+p.dates)
}

// MeanWords gives the mean number of words of an answer.
func (p *Profile) MeanWords() float64 {
	if p.Answered == 0 {
		return 0
	}
	return float64(p.words) / float64(p.Answered)
}

// Merge adds the answers of another column of the same question.
func (p *Profile) Merge(q *Profile) {
	p.Answered += q.Answered
	p.words += q.words
	p.numbers += q.numbers
	p.dates += q.dates
	p.tested += q.tested
	p.seen += q.seen
	for _, v := range q.Values {
		if at := p.place(v.Value); at >= 0 {
			p.Values[at].Count += v.Count
		} else {
			p.keep(v)
		}
	}
	if p.more == nil && q.more == nil {
		return
	}
	p.more = p.hashes()
	p.more.addAll(q.hashes())
	p.Capped = p.Capped || q.Capped || p.more.n >= distinctCap
}

// hashes returns the distinct answers as hashes, in a new set.
func (p *Profile) hashes() *hashes {
	if p.more != nil {
		return p.more.clone()
	}
	out := new(hashes)
	for _, v := range p.Values {
		out.add(maphash.String(hashSeed, v.Value))
	}
	return out
}

// Singletons counts the answers that were given once, among those seen.
func (p *Profile) Singletons() (n int) {
	for _, v := range p.Values {
		if v.Count == 1 {
			n++
		}
	}
	return n
}

// Seen returns the number of answers that Values counts: all, or those before it was
// full.
func (p *Profile) Seen() int { return p.seen }

// Varied reports whether nearly all answers seen differ.
func (p *Profile) Varied() bool { return len(p.Values)*10 >= p.seen*9 }

// Texts lists the distinct answers, in the order in which they came, among those seen.
func (p *Profile) Texts() []string {
	texts := make([]string, len(p.Values))
	for i, v := range p.Values {
		texts[i] = v.Value
	}
	return texts
}

// An Answer is a distinct answer and how often it was given.
type Answer struct {
	Value string
	Count int
	words int32 // of it; 0: not counted
	form  form  // as formOf says
}

// Common lists the distinct answers, the most frequent first, ties in the order
// of their bytes.
func (p *Profile) Common() []Answer {
	out := slices.Clone(p.Values)
	slices.SortFunc(out, func(a, b Answer) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return out
}
