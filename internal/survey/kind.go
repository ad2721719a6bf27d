package survey

import (
	"math"
	"verbatim/internal/value"
)

// Kinds are judged from the answers, never from the place of the column, and
// from its name only where it is one of metadata (meta.go) or one that a platform
// gives to what people type (typed.go). The forms of the answers decide first
// (numbers, dates, ids), then whether they fall into options, and last whether
// they repeat themselves, and how they are worded (wording.go).

// A Kind says what sort of question it is, judged from the answers.
type Kind string

// The kinds, as the interface spells them.
const (
	KindOpen     Kind = "open"     // answered in the respondents' own words
	KindSingle   Kind = "single"   // one of a few answers
	KindMultiple Kind = "multiple" // any of a few answers
	KindNumber   Kind = "number"
	KindDate     Kind = "date"
	KindMeta     Kind = "meta"  // about the response, not an answer: ids, times, addresses
	KindEmpty    Kind = "empty" // nobody answered
)

// A hint is what is known of a question beside its answers.
type hint struct {
	// typed says that the platform has this column for what people type.
	typed bool
	// asked says that the header calls for an answer in words; it tips the scales
	// where there are too few answers to tell.
	asked bool
	// id says that the column is called like one of ids.
	id bool
	// codes says that the platform writes the codes of ticked options into one
	// cell with spaces between.
	codes bool
}

// judge tells the kind of a question from its answers, and how the options of a
// multiple choice lie in one cell.
func (p *profile) judge(h hint) (Kind, splitting) {
	switch {
	case p.answered == 0:
		return KindEmpty, splitting{}
	case p.mostly(p.numbers):
		return KindNumber, splitting{}
	case p.mostly(p.dates), p.mostly(p.numbers+p.dates) && p.dates > p.numbers:
		return KindDate, splitting{} // a spreadsheet may have made numbers of some
	case p.mostly(p.numbers + p.dates):
		return KindNumber, splitting{}
	case p.looksLikeIDs(h.id):
		return KindMeta, splitting{}
	case h.typed && !p.share(isMark):
		return KindOpen, splitting{}
	}
	if s, ok := p.findSplitting(h.codes); ok {
		return KindMultiple, s
	}
	// Codes that come again are no words: versions, areas.
	if !p.share(value.IsCode) && p.isOpen(h.asked || h.typed) {
		return KindOpen, splitting{}
	}
	return KindSingle, splitting{}
}

// isOpen says that the answers are the respondents' own words: the next answer
// would likely be one that nobody gave before. By Good and Turing the chance of
// that is the share of answers that were given once. A choice among few answers
// repeats itself, a free answer hardly, and the fewer answers there are the
// more of them must be new to tell. Words that come again are told from options
// by their spelling (wording.go).
func (p *profile) isOpen(asked bool) bool {
	w := p.wording()
	n, once, texts := float64(w.answers), float64(w.once), float64(w.texts)
	switch {
	case n == 0:
		return asked // comments are full of "none", choices are not
	case n < fewAnswers && w.labels > 0:
		return false
	case asked && (n < 4 || once >= 0.25*n || texts >= 5 && texts >= min(0.25*n, manyTexts)):
		return true
	case texts >= manyTexts && w.variants*4 >= w.texts, n >= 4 && once >= 0.2*n && texts >= 5 && w.variants > 0:
		return true // spelled by hand
	case n < 4:
		return once == n && p.meanWords() >= 3
	case n >= 6 && n < fewAnswers && texts >= 0.7*n && !w.titled:
		return true
	case float64(w.long) >= max(8, 0.15*n), w.texts > mostOptions:
		return true // "any comments?", to which most people said no
	}
	return once >= newness(n, p.meanWords(), w.titled)*n
}

// fewAnswers is the number of answers below which their share says little;
// manyTexts is more than a form lets people choose from, as a rule.
const fewAnswers, manyTexts = 10, 20

// mostOptions is the length of the longest lists to choose from: of countries.
const mostOptions = 250

// notAvailable counts the answers that only say that there is none.
func (p *profile) notAvailable() (n int) {
	for v := range words().notAvailable {
		n += p.count(v)
	}
	return n
}

// newness is the share of answers given once from which a question is open: a
// third of thirty to a hundred answers, seven tenths of ten or fewer (nine tenths
// if they are single words, which a few choices are too), and a straight line
// between. Of more answers fewer are new, in a vocabulary as in a list of
// countries, but in the list far fewer: the share falls a little slower than the
// root of their number. Words that all begin as labels do must be newer then.
func newness(n, words float64, titled bool) float64 {
	const few, some, many, atFew, atSome, fall = fewAnswers, 30, 100, 0.7, 0.33, 0.6
	short := words < 2.5
	switch {
	case n < few && short:
		return 0.9
	case n <= few:
		return atFew
	case n < some:
		return atFew + (atSome-atFew)*(n-few)/(some-few)
	}
	share := atSome * math.Pow(max(n, many)/many, -fall)
	if titled && short {
		share *= 1.3
	}
	return share
}
