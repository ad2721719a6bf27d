package study

import (
	"cmp"
	"slices"

	"verbatim/internal/tally"
)

// Quoting says which answers to quote: those with a term, of a theme, or both.
type Quoting struct {
	Term   string // in any written form; "" is any
	Theme  string // of the list of themes; "" is any
	Sample int    // how many at most; 0 is all
	Seed   uint64
	Most   int // characters of an answer, about, around what was asked for; 0 is all of it
}

// Quotes are the answers behind a term or a theme.
type Quotes struct {
	Asked    Quoting
	Term     string       // the label; as asked for if it is not a ranked term
	Forms    []tally.Form // written forms of what is marked, as in a tally
	Answers  int          // that have it, quoted or not
	People   int          // who gave them
	Mentions tally.Figure
	Quotes   []Quote // in the order of the export
}

// A Quote is one answer, cut where what was asked for begins and ends. What was
// taken out of it is spelled out ("[e-mail]"), and words that may not be shown
// are "…".
type Quote struct {
	File  string
	Line  int
	ID    string // where there is a column for it
	Parts []Part

	hash, place uint64
}

// A Part is a piece of an answer.
type Part struct {
	Text  string
	Match bool
}

// A sampler draws quotes. Each has a hash that depends only on the seed and on its
// position, and the sample is the quotes with the smallest hashes. So it does not
// depend on the order of reading, and the number of quotes need not be known in
// advance:
//
//	hash    17  88  03  54  61  29     a sample of two
//	kept    ──      ──                 03 and 17, in the order of the export
//
// The zero value keeps all quotes.
type sampler struct {
	size   int // 0 is all
	seed   uint64
	worst  uint64 // no quote of a greater hash is in the sample; 0: not known yet
	quotes []Quote
}

// keep adds a quote to the sample. parts puts its text together, and is called only
// if the quote may belong to the sample.
func (s *sampler) keep(q Quote, parts func() []Part) {
	if s.worst > 0 && q.hash > s.worst {
		return
	}
	q.Parts = parts()
	s.quotes = append(s.quotes, q)
	// The list is cut when it has twice the size of the sample. So memory stays
	// bounded, and sorts are rare.
	if s.size > 0 && len(s.quotes) >= 2*s.size {
		slices.SortFunc(s.quotes, byHash)
		s.quotes = s.quotes[:s.size]
		s.worst = s.quotes[s.size-1].hash
	}
}

// drawn is the sample, in the order of the export.
func (s *sampler) drawn() []Quote {
	slices.SortFunc(s.quotes, byHash)
	if s.size > 0 {
		s.quotes = s.quotes[:min(len(s.quotes), s.size)]
	}
	slices.SortFunc(s.quotes, func(a, b Quote) int { return cmp.Compare(a.place, b.place) })
	return s.quotes
}

// byHash orders quotes as they are drawn. The place decides between equal hashes,
// so that the sample does not depend on the order of reading.
func byHash(a, b Quote) int {
	return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.place, b.place))
}

// scattered is a number that depends only on the seed and the position, and is as
// evenly spread as a random one: the finisher of SplitMix64, once for each of them.
func scattered(seed uint64, places ...uint64) uint64 {
	h := seed
	for _, p := range places {
		h = (h ^ p) + 0x9E3779B97F4A7C15
		h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
		h = (h ^ h>>27) * 0x94D049BB133111EB
		h ^= h >> 31
	}
	return h
}
