// Package prose writes every sentence about a survey: captions of pictures, notes below tables,
// findings, cautions, the accounts of a report. It also turns numbers into text. No other package
// does, so a wording is changed in one place, and a reader meets the same figure in the same words
// everywhere:
//
//	figures ─▶ numbers (number.go), lists (list.go) ─┐
//	text of answers ─▶ Plain (plain.go) ─────────────┴─▶ caption.go, cloud.go, bars.go, comparison.go   pictures
//	                                                     notes.go, quotes.go                            lists and pages
//	                                                     finding.go                                     findings
//	                                                     account.go, inspect.go, explain.go             who and what is counted
//
// Every text that comes from an answer passes through Plain before it becomes part of a
// sentence. Messages about flags and files belong to the command line.
//
// A function that may have nothing to say returns a list of sentences, which is then empty; callers
// put lists together.
package prose

import (
	"verbatim/internal/privacy"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// A Result is what findings and notes are made of: the figures that may be shown of a counted
// question, how it was counted, and the facts that a reader needs to judge it.
type Result struct {
	Voice        // of what a page says; notes below a list are English
	*tally.Tally // of the terms shown; Uncoded is withheld if there are no themes
	study.Found
	Options    study.Options
	FewPicked  int                // options of a multiple choice whose groups are not listed
	Themeless  []tally.Term       // terms of no theme, shown or not, in order
	Associated []tally.Phrase     // phrases found by association, counted or not, the strongest first
	Spoken     Spoken             // what is known of the language of the answers
	Replaced   []privacy.Redacted // in the answers, before they were counted
}

// isWeighted reports whether answers have weights.
func (r *Result) isWeighted() bool { return r.Options.Weight != "" }
