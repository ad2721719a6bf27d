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
		[]string{r.base()}, r.binned(), r.Overlapping(r.Overlap, r.FewPicked),
		when(!r.isWeighted(), "%s", Sentences(r.Ranked())),
		when(r.isWeighted(), "Shares are weighted by %s; mentions and people are not. %s "+
			"The answers tell as much as %.1f answers with equal weights (effective n).", Column(cmp.Or(r.WeightColumn, r.Options.Weight)), Sentences(r.Ranked()), b.EffectiveN),
		when(unfinished != "", "The responses in the file include %s; %s.", unfinished, left),
		when(b.NilAnswers > 0, `Of the people who answered, %d said "none", "nothing" or the like, which is an answer but no term.`, b.NilAnswers),
		when(r.Cut.Terms > 0, "Not listed: %s with %s%s.", Count(r.Cut.Terms, "more "+deedOf(r.areOptions()).term), Count(r.Cut.Mentions, "mention"), r.tied()),
		r.withheld(), r.covered(r.Tally), r.denied(r.Terms), r.unranked(), r.words())
}

// optionOrder says that options stand in an order of their own.
func (v Voice) optionOrder(t *tally.Tally) []string {
	return v.When(len(t.OptionOrder) > 0, either(t.OrderFrom == tally.FromValues, "Options stand in the order of the questionnaire.", "Options stand in the order of their scale."))
}

// areOptions reports whether the terms are the options of a closed question.
func (r *Result) areOptions() bool { return r.TermsAre == "options" }

// covered says how many terms have a word that a list covers, and how many people said one.
func (v Voice) covered(t *tally.Tally) []string {
	if t.Masked == nil {
		return nil
	}
	return append(v.When(true, "Words are masked in %d terms (•••).", t.Masked.Terms),
		v.When(!t.Masked.Respondents.IsWithheld(), "%d people said a masked word.", t.Masked.Respondents)...)
}

// sumsBeyond reports whether the shares of terms may add up to more than a whole; they do not if no more
// terms were counted than people answered. If that is withheld, terms may be several, of which one person
// named two.
func sumsBeyond(t *tally.Tally, options bool) bool {
	counted := t.Tokens.Counted
	return counted.IsWithheld() && !options || int(counted) > t.Base.Valid
}

// several says why shares add up to more than a whole. Where nobody has two, they do not.
func (r *Result) several() string {
	switch {
	case !sumsBeyond(r.Tally, r.areOptions()):
		return ""
	case r.areOptions():
		return "; they add up to more than 100%, since people chose several options"
	}
	return "; they add up to more than 100% if people named several terms"
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
	return clause(r.Cut.Tied > 0, "; %s of them tie%s", which, clause(!r.isWeighted(), " with %s each", r.Counted(r.Cut.TiedAt, r.RankBy)))
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
	return slices.Concat(notes, paragraph(r.OutsideThemes()), r.hinted(), r.intervals(), paragraph(r.Spoken.in(r.Voice)), r.partly())
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
		if names := asideNames(r.Voice, r.Tally, reason.name, 0, Plain); len(names) > 0 {
			lists = append(lists, "as "+string(reason.plain)+" "+named(names, most, "%d more"))
		}
	}
	return strings.Join(lists, "; ")
}
