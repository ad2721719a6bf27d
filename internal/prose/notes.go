package prose

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// Notes stand below a list of terms and give what a reader needs to judge it: the base of the
// shares first, then what is left out of the list and why, then what was counted but not ranked,
// and last how every word was counted. They name a flag if it would show what is left out. A page
// has the base and the words as tables, so it has Method instead of Notes.
//
//	47 of 50 respondents gave an answer. Shares are of these 47; …       base
//	Not listed: 53 more terms with 53 mentions.                          the cut
//	Counted but not ranked: as filler get (2), good (2), …               set aside
//	62% of those who answered named at least one of the first five terms.             people, counted once each
//	Language: English, found from the answers.                           how words were read
//	Of 316 words, 176 are counted. Left out: 139 stop words, …           every word

// Notes are the sentences below the terms: the base of the shares, and what is not in the list.
func (r *Result) Notes() []string {
	b := r.Base
	left := "--finished leaves them out"
	if r.Options.Finished {
		left = "they are left out here"
	}
	unfinished := parts([]part{{tally.Figure(b.Unfinished), "unfinished one", "unfinished ones"}, {tally.Figure(b.Tests), "test or preview", "tests or previews"}})
	return slices.Concat(
		[]string{r.base()}, r.binned(), Overlapping(r.Overlap, r.FewPicked),
		when(!r.isWeighted(), "%s", r.ranked()),
		when(r.isWeighted(), "Shares are weighted by %s; mentions and people are not. %s "+
			"The answers tell as much as %.1f answers with equal weights (effective n).", Column(cmp.Or(r.WeightColumn, r.Options.Weight)), r.ranked(), b.EffectiveN),
		when(unfinished != "", "The responses in the file include %s; %s.", unfinished, left),
		when(b.NilAnswers > 0, `Of the people who answered, %d said "none", "nothing" or the like, which is an answer but no term.`, b.NilAnswers),
		when(r.Cut.Terms > 0, "Not listed: %s with %s%s.", Count(r.Cut.Terms, "more "+deedOf(r.areOptions()).term), Count(r.Cut.Mentions, "mention"), r.tied()),
		r.withheld(), covered(r.Tally), denied(r.Terms), r.unranked(), r.words())
}

// Ranking is what ranks the terms: "the number of people who said them".
func (r *Result) Ranking() string { return counted(r.Tally, "them", r.areOptions()) }

// ranked says what ranks the terms.
func (r *Result) ranked() string {
	ranked := Capitalized(deedOf(r.areOptions()).term) + "s are ranked by " + r.Ranking() + "."
	if len(r.OptionOrder) == 0 {
		return ranked
	}
	_, rank, _ := strings.Cut(ranked, " ")
	return strings.TrimSuffix(optionOrder(r.Tally)[0], ".") + ", and " + rank
}

// optionOrder says that options stand in an order of their own.
func optionOrder(t *tally.Tally) []string {
	of := "their scale"
	if t.OrderFrom == tally.FromValues {
		of = "the questionnaire"
	}
	return when(len(t.OptionOrder) > 0, "Options stand in the order of %s.", of)
}

// areOptions reports whether the terms are the options of a closed question.
func (r *Result) areOptions() bool { return r.TermsAre == "options" }

// binned says how numbers became bands.
func (r *Result) binned() []string {
	return when(r.Options.Bins != "", "Numbers are cut at %s; each of these values begins a bin.", strings.ReplaceAll(r.Options.Bins, ",", ", "))
}

// covered says how many terms have a word that a list covers, and how many people said one.
func covered(t *tally.Tally) []string {
	if t.Masked == nil {
		return nil
	}
	n := t.Masked.Terms
	people := clause(!t.Masked.Respondents.IsWithheld(), "; %s said a word of the list", People(int(t.Masked.Respondents)))
	return when(true, "Words are masked in %s (•••)%s.", Count(n, "term"), people)
}

// several says why shares add up to more than a whole. Where nobody has two, they do not.
func (r *Result) several() string {
	return beyondWhole(r.Tally, r.areOptions(), "; they", "several terms")
}

// beyondWhole says why the shares of terms add up to more than a whole; "" if no more terms were counted
// than people answered. If that is withheld, terms may be several, of which one person named two.
func beyondWhole(t *tally.Tally, options bool, shares, terms string) string {
	counted := t.Tokens.Counted
	switch {
	case !counted.IsWithheld() && int(counted) <= t.Base.Valid, counted.IsWithheld() && options:
		return ""
	case options:
		return shares + " add up to more than 100%, since people chose several options"
	}
	return shares + " add up to more than 100% if people named " + terms
}

// base says how many people the shares are of, and what the other people did.
func (r *Result) base() string {
	const nonResponse = `wrote "don't know", "n/a" or the like`
	b := r.Base
	others := parts([]part{{b.Unanswered, "left it blank", "left it blank"}, {b.NonResponse, nonResponse, nonResponse}})
	return say("%d of %s gave an answer.", b.Valid, Count(b.Respondents, "respondent")) +
		clause(b.Valid > 1, " Shares are of these %d%s.", b.Valid, r.several()) +
		clause(others != "", " The others: %s.", others) +
		clause(b.FurtherRows > 0, " Rows with the same id are one respondent; these %d have %d rows.", b.Respondents, b.Respondents+b.FurtherRows)
}

// words says how the words read were counted, or why not. It says nothing if a total is withheld,
// since the parts would reveal it.
func (r *Result) words() []string {
	k := r.Tokens
	left := parts([]part{{k.StopWords, "stop word", "stop words"}, {k.Numbers, "number", "numbers"}, {k.Addresses, "address", "addresses"},
		{k.InPhrases, "further word of a phrase", "further words of phrases"}, {k.Dropped, "without meaning or dropped", "without meaning or dropped"}})
	return when(left != "" && !k.Total.IsWithheld() && !k.Counted.IsWithheld(),
		"Of %s, %d %s counted. Left out: %s.", Count(k.Total, "word"), k.Counted, Agree(k.Counted, "is", "are"), left)
}

// tied says why the list is shorter than requested: a tie is never split, so all of its terms are
// left out.
func (r *Result) tied() string {
	which := say("the first %d", r.Cut.Tied)
	if r.Cut.Tied == r.Cut.Terms {
		which = "all"
	}
	return clause(r.Cut.Tied > 0, "; %s of them tie%s", which, clause(!r.isWeighted(), " with %s each", Counted(r.Cut.TiedAt, r.RankBy)))
}

// unranked are the sentences about everything that the ranking does not show: people who named any
// of the first terms, words set aside, answers of no theme, phrases that could be terms, intervals,
// and the language.
func (r *Result) unranked() (notes []string) {
	if a := r.head(); a != nil {
		named, terms := r.anyNamed()
		notes = when(true, "%s of those who answered %s at least one of the first %s %s.", Percent(a.Share), named, map[int]string{3: "three", 5: "five"}[a.Top], terms)
	}
	aside := r.aside()
	notes = slices.Concat(notes,
		when(r.AnyOfTopReason != "", "%s.", Capitalized(r.AnyOfTopReason)),
		when(aside != "", "Counted but not ranked: %s.", aside))
	return slices.Concat(notes, r.outside("of them"), r.hinted(), r.intervals(), r.language(), r.partly())
}

// hinted names the phrases that are not counted, since they would take too little of one of their
// words, the strongest first. Numbers are left out: they are those of the answers that decided.
func (r *Result) hinted() []string {
	hints := slices.DeleteFunc(slices.Clone(r.Associated), func(p tally.Phrase) bool { return p.Counted })
	return when(len(hints) > 0, "Hint: %s %s not counted as one term, since fewer than a third of those who say one of the words say it there; --phrase counts %s so.",
		named(Texts(hints, func(p tally.Phrase) string { return say("%q", Plain(p.Phrase)) }), mostHinted, "%d more"), Agree(len(hints), "is a phrase", "are phrases"), Agree(len(hints), "it", "them"))
}

// anyNamed is what people did with any of the first terms, and what these are.
func (r *Result) anyNamed() (did, terms string) {
	if r.areOptions() {
		return "chose", "options"
	}
	return "named", "terms"
}

// mostHinted is how many phrases that are not counted are named.
const mostHinted = 5

// intervals says what the intervals hold for, if there are any.
func (r *Result) intervals() []string {
	return when(r.Options.Intervals, "The intervals hold for probability samples, not for self-selected samples, and take no account of clusters.")
}

// language is the sentence on the language of the answers, if there is one.
func (r *Result) language() []string { return when(r.Spoken != "", "%s", r.Spoken) }

// head is the count of people for the first five terms, or for three if five would split a tie; nil
// if three would, too, or if all had an option, which says nothing.
func (r *Result) head() (found *tally.AnyOf) {
	for i, a := range r.AnyOfTop {
		if a.Top <= 5 && !a.Tied && !(r.areOptions() && a.Respondents == r.Base.Valid) {
			found = &r.AnyOfTop[i]
		}
	}
	return found
}

// aside lists the terms that are set aside, by reason, the most frequent first. Six of each are
// enough to judge whether the reason is right; the page of a report and JSON have all.
func (r *Result) aside() string {
	const most = 6
	var lists []string
	for _, reason := range reasons {
		if names := asideNames(r.Tally, reason.name, 0, Plain); len(names) > 0 {
			lists = append(lists, "as "+reason.plain+" "+named(names, most, "%d more"))
		}
	}
	return strings.Join(lists, "; ")
}

// withheld says what disclosure control leaves out, if it is on. It says so even if nothing is left
// out: a reader has to know that a term of few people would not be in the list.
func (r *Result) withheld() []string {
	cut := r.Suppressed
	terms := clause(cut.Terms > 0, ": %s", Count(cut.Terms, deedOf(r.areOptions()).term)) +
		clause(cut.Terms > 0 && !cut.Mentions.IsWithheld(), " with %s", Count(cut.Mentions, "mention"))
	return when(r.Options.Withholds(), "What fewer than %d people %s is withheld, and every figure that it would follow from%s.", r.Options.Suppress, deedOf(r.areOptions()).did, terms)
}

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
	notes := append(r.binned(), r.ranked()+" Shares are of the people who gave an answer"+r.several()+".", r.terms())
	did, terms := r.anyNamed()
	for _, a := range r.AnyOfTop {
		notes = append(notes, when(!tally.Tied(r.Terms, a.Top), "%s (%s) %s at least one of the first %d %s; each person is counted once.",
			People(a.Respondents), Percent(a.Share), did, a.Top, terms)...)
	}
	anyDenied := slices.ContainsFunc(r.Terms, func(x tally.Term) bool { return x.Negated > 0 && !x.Denied })
	return slices.Concat(notes,
		when(anyDenied, "“Denied” counts the mentions right after “not”, “no” or the like, which are too few for a term of their own."),
		denied(r.Terms), r.intervals(), r.language(), r.partly(), r.withheld(), r.replaced())
}

// terms says what one term is.
func (r *Result) terms() string {
	switch r.TermsAre {
	case "words":
		how := "Words with one stem count together, in the form that people wrote most often" +
			clause(r.Decisions == nil || !r.Decisions.Writing.AsWritten, ", and with a capital if people write them as names")
		if r.Options.NoStem {
			how = "Each word counts on its own, in capital and small letters alike"
		}
		how += clause(!r.Options.NoStopwords, "; words without meaning of their own (the, of, is) are left out")
		how += clause(r.Options.NoStopwords && r.Options.Stopwords != "", "; of the words without meaning of their own, only those of a list are left out")
		return how + ". Words that carry no answer, and words that repeat the question, are counted but not ranked." + r.joined()
	case "options":
		return "Each option counts as it is written."
	}
	return "Terms are whole " + r.TermsAre + "."
}

// joined says what several words count as, where phrases or words written apart are counted.
func (r *Result) joined() string {
	phrases := len(r.Options.Phrase) > 0 || r.Options.Phrases.File() != "" || slices.ContainsFunc(r.Associated, func(p tally.Phrase) bool { return p.Counted })
	return clause(phrases, " A phrase counts as one term, and does not count for the words in it.") +
		clause(r.Decisions != nil && len(r.Decisions.Twins) > 0, " What some people write in several words, and others in one, counts together.")
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
