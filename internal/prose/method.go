package prose

import (
	"slices"
	"strings"

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
	notes := slices.Concat(r.binned(), r.Ranked(), r.When(true, r.shares()), r.terms())
	options := r.areOptions()
	for _, a := range r.AnyOfTop {
		named := either(options, "%d people (%s) chose at least one of the first %d options; each person is counted once.", "%d people (%s) named at least one of the first %d terms; each person is counted once.")
		notes = append(notes, r.When(!tally.Tied(r.Terms, a.Top), named, a.Respondents, r.Percent(a.Share), a.Top)...)
	}
	anyDenied := slices.ContainsFunc(r.Terms, func(x tally.Term) bool { return x.Negated > 0 && !x.Denied })
	return slices.Concat(notes,
		r.When(anyDenied, "“Denied” counts the mentions right after “not”, “no” or the like, which are too few for a term of their own."),
		r.denied(r.Terms), r.intervals(), r.Spoken.in(r.Voice), r.partly(), r.withheld(), r.replaced())
}

// shares says what the shares are of, and why they may add up to more than a whole.
func (r *Result) shares() Text {
	switch {
	case !sumsBeyond(r.Tally, r.areOptions()):
		return "Shares are of the people who gave an answer."
	case r.areOptions():
		return "Shares are of the people who gave an answer; they add up to more than 100%%, since people chose several options."
	}
	return "Shares are of the people who gave an answer; they add up to more than 100%% if people named several terms."
}

// terms says what one term is.
func (r *Result) terms() []string {
	switch r.TermsAre {
	case "options":
		return r.When(true, "Each option counts as it is written.")
	case "answers":
		return r.When(true, "Terms are whole answers.")
	case "items":
		return r.When(true, "Terms are the items of the lists that people wrote.")
	}
	var how Text = "Words with one stem count together, in the form that people wrote most often, and with a capital if people write them as names."
	switch {
	case r.Options.NoStem:
		how = "Each word counts on its own, in capital and small letters alike."
	case r.Decisions != nil && r.Decisions.Writing.AsWritten:
		how = "Words with one stem count together, in the form that people wrote most often."
	}
	phrases := len(r.Options.Phrase) > 0 || r.Options.Phrases.File() != "" || slices.ContainsFunc(r.Associated, func(p tally.Phrase) bool { return p.Counted })
	return slices.Concat(r.When(true, how),
		r.When(!r.Options.NoStopwords, "Words without meaning of their own (the, of, is) are left out."),
		r.When(r.Options.NoStopwords && r.Options.Stopwords != "", "Of the words without meaning of their own, only those of a list are left out."),
		r.When(true, "Words that carry no answer, and words that repeat the question, are counted but not ranked."),
		r.When(phrases, "A phrase counts as one term, and does not count for the words in it."),
		r.When(r.Decisions != nil && len(r.Decisions.Twins) > 0, "What some people write in several words, and others in one, counts together."))
}

// replacedKinds are the things that are replaced in answers, as privacy names them.
var replacedKinds = map[string]struct{ count, few Text }{
	"e-mail address": {"%d e-mail addresses", "a few e-mail addresses"},
	"phone number":   {"%d phone numbers", "a few phone numbers"},
	"URL":            {"%d URLs", "a few URLs"},
	"handle":         {"%d handles", "a few handles"},
	"card number":    {"%d card numbers", "a few card numbers"},
	"bank number":    {"%d bank numbers", "a few bank numbers"},
	"IP address":     {"%d IP addresses", "a few IP addresses"},
}

// replaced says what was replaced in the answers, if anything was. A kind with a withheld count is
// still named: that names were there is no secret, how many of a few were is.
func (r *Result) replaced() []string {
	var parts []string
	for _, x := range r.Replaced {
		switch kind := replacedKinds[x.Kind]; {
		case x.Count.IsWithheld():
			parts = append(parts, r.Say(kind.few))
		case x.Count > 0:
			parts = append(parts, r.Say(kind.count, x.Count))
		}
	}
	return r.When(len(parts) > 0, "Replaced before anything was counted: %s.", r.enumerate(parts))
}

// rankedBy are the sentences on what ranks the terms, or the options: people or mentions, weighted or not.
var rankedBy = map[[3]bool]Text{ // options, mentions, weighted
	{}:                   "Terms are ranked by the number of people who said them.",
	{false, false, true}: "Terms are ranked by the weighted number of people who said them.",
	{false, true, false}: "Terms are ranked by the number of times that people said them.",
	{false, true, true}:  "Terms are ranked by the weighted number of times that people said them.",
	{true, false, false}: "Options are ranked by the number of people who chose them.",
	{true, false, true}:  "Options are ranked by the weighted number of people who chose them.",
	{true, true, false}:  "Options are ranked by the number of times that people chose them.",
	{true, true, true}:   "Options are ranked by the weighted number of times that people chose them.",
}

// Ranked says what ranks the terms, and in which order they stand.
func (r *Result) Ranked() []string {
	text := rankedBy[[3]bool{r.areOptions(), r.RankBy == tally.Mentions, isWeighted(r.Tally)}]
	return append(r.optionOrder(r.Tally), r.Say(text))
}

// binned says how numbers became bands.
func (r *Result) binned() []string {
	return r.When(r.Options.Bins != "", "Numbers are cut at %s; each of these values begins a bin.", strings.ReplaceAll(r.Options.Bins, ",", ", "))
}

// intervals says what the intervals hold for, if there are any.
func (r *Result) intervals() []string {
	return r.When(r.Options.Intervals, "The intervals hold for probability samples, not for self-selected samples, and take no account of clusters.")
}

// withheld says what disclosure control leaves out, if it is on. It says so even if nothing is left
// out: a reader has to know that a term of few people would not be in the list.
func (r *Result) withheld() []string {
	cut := r.Suppressed
	said := either(r.areOptions(), "What fewer than %d people chose is withheld, and every figure that it would follow from", "What fewer than %d people said is withheld, and every figure that it would follow from")
	head := r.Say(said, r.Options.Suppress)
	both := r.When(r.TermsAre == "words", "Terms that would be ranked and words that would be set aside are counted together there.")
	switch {
	case !r.Options.Withholds():
		return nil
	case cut.Terms == 0:
		return []string{head + "."}
	case cut.Mentions.IsWithheld():
		return slices.Concat(r.When(true, "%s: %s.", head, r.Say(either(r.areOptions(), "%d options", "%d terms"), cut.Terms)), both)
	}
	return slices.Concat(r.When(true, "%s: %s.", head, r.Say(either(r.areOptions(), "%d options with %d mentions", "%d terms with %d mentions"), cut.Terms, cut.Mentions)), both)
}

// ApartTable is the caption of the table of the terms that set groups apart.
func (v Voice) ApartTable(overlap bool) string {
	if overlap {
		return v.Say("What sets options apart most: the share of those who picked one that named a term, and of those who did not")
	}
	return v.Say("What sets groups apart most: the share of each that named a term. In bold: significantly more than in the other groups")
}
