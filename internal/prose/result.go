package prose

import (
	"verbatim/internal/privacy"
	"verbatim/internal/tally"
)

// A Result is what findings and notes are made of: the figures that may be shown of a counted question, with the facts that
// a reader needs to judge them.
type Result struct {
	*tally.Tally                // of the terms shown; NoTheme stands for Uncoded
	NoTheme      *int           // people whose words are of no theme; nil if withheld, or without themes
	Themeless    []tally.Term   // terms of no theme, shown or not, in order
	Phrases      []tally.Phrase // found by association
	NoAnyOf      string         // why the number of people who named any of the first terms is unknown; "" if it is known
	TermsAre     string         // words, options, items, answers
	Weight       string         // the column of weights; "" is none
	Language     string         // of the answers, in a sentence; "" is none
	Replaced     []Replaced     // in the answers, before they were counted

	Finished       bool // unfinished responses are left out
	PhrasesCounted bool // as terms
	Intervals      bool
	Stems          bool          // words of one stem count together
	StopWords      bool          // are left out
	Least          privacy.Least // people, under disclosure control
}

// Replaced says how often something of a kind was replaced; the count may be withheld.
type Replaced struct {
	Kind  string
	Count tally.Figure
}

// RankUnit is what ranks the terms: "mentions", "weighted people".
func RankUnit(by tally.Count, weighted bool) string {
	unit := "mentions"
	if by == tally.Respondents {
		unit = "people"
	}
	if weighted {
		return "weighted " + unit
	}
	return unit
}
