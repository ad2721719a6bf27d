// Package kind judges from the answers of a column what sort of question it is:
// open, a choice of one or several, a number, a date, metadata. A Profile sums up
// the answers in memory that has a bound; Judge gives the verdict.
package kind

import (
	"math"
	"verbatim/internal/value"
)

// Kinds are judged from the answers, never from the place of the column, and
// from its name only where a platform gives it to what people type (Hint). The forms of the answers decide first
// (numbers, dates, ids), then whether they fall into options, and last whether
// they repeat themselves, and how they are worded (wording.go).

// A Kind says what sort of question it is, judged from the answers.
type Kind string

// The kinds, as the interface spells them.
const (
	Open     Kind = "open"     // answered in the respondents' own words
	Single   Kind = "single"   // one of a few answers
	Multiple Kind = "multiple" // any of a few answers
	Number   Kind = "number"
	Date     Kind = "date"
	Meta     Kind = "meta"  // about the response, not an answer: ids, times, addresses
	Empty    Kind = "empty" // nobody answered
)

// A Hint is what is known of a question beside its answers.
type Hint struct {
	// Typed says that the platform has this column for what people type.
	Typed bool
	// Asked says that the header calls for an answer in words; it tips the scales
	// where there are too few answers to tell.
	Asked bool
	// ID says that the column is called like one of ids.
	ID bool
	// Codes says that the platform writes the codes of ticked options into one
	// cell with spaces between.
	Codes bool
}

// A Verdict is the kind of a question, and how the options of a multiple choice
// lie in one cell.
type Verdict struct {
	Kind    Kind
	Options Splitting
}

// Judge tells the kind of a question from its answers.
func (p *Profile) Judge(h Hint) Verdict {
	switch {
	case p.Answered == 0:
		return Verdict{Kind: Empty}
	case p.mostly(p.numbers):
		return Verdict{Kind: Number}
	case p.mostly(p.dates), p.mostly(p.numbers+p.dates) && p.dates > p.numbers:
		return Verdict{Kind: Date} // a spreadsheet may have made numbers of some
	case p.mostly(p.numbers + p.dates):
		return Verdict{Kind: Number}
	case p.looksLikeIDs(h.ID):
		return Verdict{Kind: Meta}
	case h.Typed && !p.share(isMark):
		return Verdict{Kind: Open}
	}
	if s, ok := p.findSplitting(h.Codes); ok {
		return Verdict{Multiple, s}
	}
	// Codes that come again are no words: versions, areas.
	if !p.share(value.IsCode) && p.isOpen(h.Asked || h.Typed) {
		return Verdict{Kind: Open}
	}
	return Verdict{Kind: Single}
}

// Titled reports whether all answers begin as labels do, with a capital or a
// digit.
func (p *Profile) Titled() bool { return p.wording().titled }

// isOpen says that the answers are the respondents' own words: the next answer
// would likely be one that nobody gave before. By Good and Turing the chance of
// that is the share of answers that were given once. A choice among few answers
// repeats itself, a free answer hardly, and the fewer answers there are the
// more of them must be new to tell. Words that come again are told from options
// by their spelling (wording.go).
func (p *Profile) isOpen(asked bool) bool {
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
		return once == n && p.MeanWords() >= 3
	case n >= 6 && n < fewAnswers && texts >= 0.7*n && !w.titled:
		return true
	case float64(w.long) >= max(8, 0.15*n), w.texts > mostOptions:
		return true // "any comments?", to which most people said no
	}
	return once >= newness(n, p.MeanWords(), w.titled)*n
}

// fewAnswers is the number of answers below which their share says little;
// manyTexts is more than a form lets people choose from, as a rule.
const fewAnswers, manyTexts = 10, 20

// mostOptions is the length of the longest lists to choose from: of countries.
const mostOptions = 250

// notAvailable counts the answers that only say that there is none.
func (p *Profile) notAvailable() (n int) {
	for v := range words().notAvailable {
		n += p.Count(v)
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
