package prose

import "verbatim/internal/tally"

// A Result is what is shown of a counted question, with what a reader needs to judge it: what findings and notes are
// made of.
type Result struct {
	*tally.Tally                // of the terms shown; Uncoded is not looked at
	NoTheme      *int           // people whose words are of no theme; nil where withheld, or without themes
	Themeless    []tally.Term   // terms of no theme, shown or not, in order
	Phrases      []tally.Phrase // found by association
	NoAnyOf      string         // why nothing is told of people who named any of the first terms; "" if it is
	TermsAre     string         // words, options, items, answers
	Weight       string         // the column of weights; "" is none
	Language     string         // of the answers, in a sentence; "" tells nothing
	Replaced     []Replaced     // in the answers, before they were counted

	Finished       bool // unfinished responses are left out
	PhrasesCounted bool // as terms
	Intervals      bool
	Stems          bool // words of one stem count together
	StopWords      bool // are left out
	Suppress       int  // disclosure control: what fewer people said is withheld; 0: nothing is
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
