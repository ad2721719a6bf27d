// Package kind judges from the answers of a column what sort of question it is:
// open, a choice of one or several, a number, a date, metadata. A Profile sums up
// the answers in memory that has a bound; Judge gives the verdict.
package kind

import (
	"fmt"
	"strings"

	"verbatim/internal/evidence"
	"verbatim/internal/value"
)

// Kinds are judged from the answers, never from the position of the column. The name of a
// column counts only if it is one that a platform gives to what people type (Hint). The forms
// of the answers decide first (numbers, dates, ids), then whether they fall into options, and
// last whether they repeat themselves, and how they are worded (wording.go).

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

// A Verdict is the kind of a question, and why.
type Verdict struct {
	Kind    Kind
	Why     string    // "because …", or "against: …"; empty if nothing speaks for or against it
	Options Splitting // how the options of a multiple choice are written in one cell
	Sure    bool      // of a single choice: its options are counted as they are written

	// Tried holds what the weights were applied to, for fitting them: the features
	// of each separator that was tried, and those of an open question. It is empty
	// if no weights were needed.
	Tried []Trial
	Seen  []int
}

// A Trial is a separator and the features of the answers cut at it.
type Trial struct {
	Separator string
	Features  []int
}

// A single choice is sure with such odds, in hundredths of their logarithm (evidence.Decide), and so many
// answers: if nearly all begin as labels do, or else come again so often that nobody typed them. A survey
// of one word each may look like a choice; then words are what is said.
var sure = []struct {
	odds, answers int
	labels        bool
}{{-400, 14, true}, {-250, 100, true}, {-1000, 100, false}}

// fewSmall and manyAlike are what "nearly all" and "so often" mean: one in so many begins with a small
// letter, and so many people gave each answer.
const fewSmall, manyAlike = 20, 30

// isSure reports whether answers are options beyond doubt.
func (p *Profile) isSure(odds int) bool {
	for _, s := range sure {
		if odds > s.odds || p.Answered < s.answers { // most columns of words end here
			continue
		}
		w := p.wording()
		labels, alike := w.small*fewSmall <= w.answers, w.texts*manyAlike <= w.answers
		if s.labels && labels || !s.labels && alike {
			return true
		}
	}
	return false
}

// Judge decides the kind of a question from its answers. Hard facts come first: the
// forms of the answers, and what the platform says of the column. Then weights
// decide whether answers fall into options, and whether they are open. It is asked several
// times of a column that may be a box.
func (p *Profile) Judge(h Hint) Verdict {
	if p.verdict == nil || p.by != p.Answered || p.hint != h {
		v := p.judge(h)
		p.verdict, p.by, p.hint = &v, p.Answered, h
	}
	return *p.verdict
}

// judge decides it anew.
func (p *Profile) judge(h Hint) Verdict {
	form := func(k Kind, n int) Verdict {
		return Verdict{Kind: k, Why: "because " + evidence.Of(n, p.tested, fmt.Sprintf("answers were %ss", k))}
	}
	switch {
	case p.Answered == 0:
		return Verdict{Kind: Empty, Why: "because nobody answered"}
	case h.Listed:
		return Verdict{Kind: Multiple, Options: Splitting{Separator: listed}, Why: "because the file has lists of options there"}
	case p.mostly(p.numbers):
		return form(Number, p.numbers)
	case p.mostly(p.dates), p.mostly(p.numbers+p.dates) && p.dates > p.numbers:
		return form(Date, p.dates) // a spreadsheet may have made numbers of some
	case p.mostly(p.numbers + p.dates):
		return form(Number, p.numbers)
	case p.looksLikeIDs(h.ID):
		return Verdict{Kind: Meta, Why: "because the answers are addresses or codes that point at a person"}
	case !h.Asked && !h.Typed && !h.Question && p.areNumbered():
		return Verdict{Kind: Meta, Why: "because the answers are one text with a number each"}
	case h.Typed && !p.share(isMark):
		return Verdict{Kind: Open, Why: "because the platform has the column for what people type"}
	}
	if h.Labelled {
		return Verdict{Kind: Single, Sure: true, Why: "because the file has labels for the values there"}
	}
	v, several := p.severalOptions(h)
	if several {
		return v
	}
	// Codes that repeat are not words: versions, areas.
	if p.share(value.IsCode) {
		return Verdict{Kind: Single, Sure: true, Why: "because the answers are codes that come again"}
	}
	features := p.openFeatures(h)
	odds, why := evidence.Decide("open", features, "because ")
	v.Kind, v.Why, v.Seen = Single, strings.TrimPrefix(why, "; "), evidence.Values(features)
	v.Sure = p.isSure(odds)
	if odds >= 0 {
		v.Kind = Open
	}
	return v
}

// severalOptions tries the separators that may stand between options in a cell,
// the first that fits.
func (p *Profile) severalOptions(h Hint) (v Verdict, several bool) {
	for s, features := range p.splittings(h.Codes) {
		v.Tried = append(v.Tried, Trial{s.Separator, evidence.Values(features)})
		if odds, why := evidence.Decide("several", features, "because "); odds >= 0 {
			v.Kind, v.Options, v.Why = Multiple, s, strings.TrimPrefix(why, "; ")
			return v, true
		}
	}
	return v, false
}

// Titled reports whether all answers begin as labels do, with a capital or a
// digit.
func (p *Profile) Titled() bool { return p.wording().titled }
