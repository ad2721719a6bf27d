package prose

import (
	"slices"

	"verbatim/internal/tally"
)

// The readers of a report did not run the program. So its account of the method names no flag, and
// explains what the notes of a list on a terminal take for granted: what a term is, what a share
// is, what is not counted.
//
//	ranking and shares ─ what a term is ─ people who named any of the first terms ─ what "denied" means
//	─ intervals ─ language ─ what is withheld ─ what was replaced
//
// A sentence is there only if it applies, so the account of a plain count is short.

// Method says how the terms of a question were counted, on the page of a report.
func (r *Result) Method() []string {
	unit := "Terms are ranked by mentions: how often they appear. "
	if r.RankBy == tally.Respondents {
		unit = "Terms are ranked by people: how many named them. "
	}
	notes := []string{unit + "Shares are of the people who gave an answer; they add up to more than 100 % if people named several terms.", r.terms()}
	for _, a := range r.AnyOfTop {
		notes = append(notes, when(!tally.Tied(r.Terms, a.Top), "%s (%s) named at least one of the first %d terms; each person is counted once.",
			People(a.Respondents), Percent(a.Share), a.Top)...)
	}
	anyDenied := slices.ContainsFunc(r.Terms, func(x tally.Term) bool { return x.Negated > 0 })
	return slices.Concat(notes,
		when(anyDenied, "“Denied” counts the mentions that “not”, “no” or the like negates in the same clause."),
		denied(r.Terms), r.intervals(), r.language(), r.withheld(), r.replaced())
}

// terms says what one term is.
func (r *Result) terms() string {
	switch r.TermsAre {
	case "words":
		how := "Words with one stem count together, in the form that people wrote most often"
		if r.Options.NoStem {
			how = "Each word counts on its own, in capital and small letters alike"
		}
		how += clause(!r.Options.NoStopwords, "; words without meaning of their own (the, of, is) are left out")
		return how + ". Words that carry no answer, and words of the question that many questions have (“improve”, “issue”), are counted but not ranked."
	case "options":
		return "Each option counts as it is written."
	}
	return "Terms are whole " + r.TermsAre + "."
}

// replaced says what was replaced in the answers, if anything was. A kind with a withheld count is
// still named: that names were there is no secret, how many of a few were is.
func (r *Result) replaced() []string {
	var parts []string
	for _, x := range r.Replaced {
		switch {
		case x.Count.IsWithheld():
			parts = append(parts, "a few of the kind “"+x.Kind+"”")
		case x.Count > 0:
			parts = append(parts, Count(x.Count, x.Kind))
		}
	}
	return when(len(parts) > 0, "Replaced before anything was counted: %s.", enumerate(parts))
}
