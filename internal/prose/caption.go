package prose

import (
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// A picture says above what it shows, and below what a reader has to know besides. A reader who meets
// it without its page has nothing else:
//
//	title   the question (wording.Titles), or the finding (headline.go)
//	base    how many people answered, and what size or length means, in one line: ever shorter ways to say it
//	note    what is left out and why, the most important sentence first: pictures show what two lines have
//	        room for, and describe the rest for people who do not see them
//
// Each function here makes one of its sentences.

// How much of a text a caption quotes, in characters: of a column's name, of a term, of a group's
// name.
const (
	columnLength = 80
	termLength   = 40
	nameLength   = 30
)

// answered is the base: how many people the picture is about.
func (v Voice) answered(b tally.Base) string {
	return v.Say("%d of %d people gave an answer.", b.Valid, b.Respondents)
}

// bases are ways to say the base, ever shorter: with what size or length means, and more about it; in
// brief; and with no further sentence.
func (v Voice) bases(t *tally.Tally, brief, what string, more ...string) (list []string) {
	answered, weighted := v.answered(t.Base), v.When(isWeighted(t), "Weighted.")
	for _, sentences := range [][]string{append([]string{what}, more...), {what}, {brief}} {
		if base := Sentences(slices.Concat([]string{answered}, sentences, weighted)); !slices.Contains(list, base) {
			list = append(list, base)
		}
	}
	return append(list, answered)
}

// saidNothing counts the people whose answer is that there is nothing, if they are one in twenty.
func (v Voice) saidNothing(b tally.Base) []string {
	return v.When(int(b.NilAnswers)*20 >= b.Valid && b.NilAnswers > 0, "%d of those who answered said “nothing”.", b.NilAnswers)
}

// A deed is what people did to be counted with a term: they said it, or chose it where it is an option.
type deed struct{ term, aTerm, words, did, done string }

// deedOf is the deed by which options, or else terms of answers, are counted.
func deedOf(options bool) deed {
	if options {
		return deed{"option", "an option", "options", "chose", "chosen"}
	}
	return deed{"term", "a term", "words", "said", "said"}
}

// drawn says which terms, or options, are in the picture, if a limit cut the list. They may stand in
// the order of a scale. Of weighted answers a limit goes by unweighted counts, so no order of weights
// holds between those left out and the others.
func (v Voice) drawn(t *tally.Tally, options bool) []string {
	n := len(t.Terms)
	switch {
	case t.Cut.Terms == 0:
		return nil
	case isWeighted(t):
		return v.When(true, either(options, "%d options are drawn.", "%d terms are drawn."), n)
	case t.RankBy == tally.Mentions:
		return v.When(true, either(options, "The %d options chosen at least %d times are drawn.", "The %d terms said at least %d times are drawn."), n, leastCount(t))
	}
	return v.When(true, either(options, "The %d options chosen by at least %d people are drawn.", "The %d terms said by at least %d people are drawn."), n, leastCount(t))
}

// leastCount is that of the term in the picture with the lowest one.
func leastCount(t *tally.Tally) int {
	least := t.Terms[0].By(t.RankBy)
	for _, x := range t.Terms {
		least = min(least, x.By(t.RankBy))
	}
	return least
}

// leftOut says what is not in the picture: rarer terms, and words that are counted but not ranked. Of
// these it names those that are at least as frequent as the largest drawn, since readers would look
// for them, so that a reader can disagree; of the others it says that there are some.
func (v Voice) leftOut(t *tally.Tally, options bool) []string {
	rarer := either(options, "%d rarer options", "%d rarer terms")
	switch {
	case isWeighted(t):
		rarer = either(options, "%d other options", "%d other terms")
	case t.Cut.Lone > 0:
		rarer = either(options, "%d rarer options (%d of one person)", "%d rarer terms (%d of one person)")
	}
	var parts []string
	if t.Cut.Terms > 0 {
		parts = append(parts, v.Say(rarer, t.Cut.Terms, t.Cut.Lone))
	}
	for _, reason := range reasons {
		parts = append(parts, v.aside(t, reason.name, reason.plain)...)
	}
	if parts == nil {
		return nil
	}
	return v.When(true, "Left out: %s.", v.series(parts))
}

// series joins parts of a sentence with semicolons.
func (v Voice) series(parts []string) string {
	all := parts[0]
	for _, part := range parts[1:] {
		all = v.Say("%s; %s", all, part)
	}
	return all
}

// reasons are why a term is counted but not ranked, in the order of sentences and pages: as tallies
// name them, in a sentence after "set aside", and as a heading on a page.
var reasons = []struct {
	name        string
	plain, page Text
}{
	{"subject", "the subject", "what the survey is about"},
	{"echo", "words of the question", "words of the question"},
	{"keys", "runs of keys", "runs of keys"},
	{"filler", "filler", "words that carry no answer"},
}

// asideNames are the terms that are set aside for a reason and have at least a given count, of what
// ranks, the largest first. Label may shorten them.
func asideNames(v Voice, t *tally.Tally, reason string, least int, label func(string) string) []string {
	rare := func(a tally.AsideTerm) bool { return a.Reason != reason || a.By(t.RankBy) < least }
	return withCounts(v, slices.DeleteFunc(slices.Clone(t.SetAside), rare), t.RankBy,
		func(a tally.AsideTerm) string { return label(a.Term) }, func(a tally.AsideTerm) int { return a.By(t.RankBy) })
}

// aside names the terms that are set aside for a reason and are as frequent as the largest drawn; as
// says what they are.
func (v Voice) aside(t *tally.Tally, reason string, as Text) []string {
	if !slices.ContainsFunc(t.SetAside, func(a tally.AsideTerm) bool { return string(a.Reason) == reason }) {
		return nil
	}
	names := asideNames(v, t, reason, largest(t), v.brief)
	return []string{strings.TrimSpace(v.Say(as) + " " + v.named(names, 3))}
}

// ahead names the terms that are set aside and are more frequent than the largest drawn, by reason, each
// with what it is.
func (v Voice) ahead(t *tally.Tally) (lists []string) {
	for _, reason := range reasons {
		if names := asideNames(v, t, reason.name, largest(t)+1, v.brief); len(names) > 0 {
			lists = append(lists, v.Say(reason.plain)+" "+v.named(names, 3))
		}
	}
	return lists
}

// brief is a term as a sentence has it among others.
func (v Voice) brief(name string) string { return v.Quote(Shorten(name, nameLength)) }

// largest is the count of the most frequent term, or 1.
func largest(t *tally.Tally) int {
	most := 1
	for _, x := range t.Terms {
		most = max(most, x.By(t.RankBy))
	}
	return most
}

// withheldTerms counts the terms that disclosure control keeps out of the picture; the number of
// their mentions is not shown.
func (v Voice) withheldTerms(t *tally.Tally, options bool) []string {
	return v.When(t.Suppressed.Terms > 0, either(options, "Options chosen by few people are withheld (%d).", "Words said by few people are withheld (%d)."), t.Suppressed.Terms)
}

// mostDenied is how many denied terms a caption names.
const mostDenied = 4

// denied says which terms count the mentions that deny a word. Of a single one it says how many people
// say the word at all.
func (v Voice) denied(terms []tally.Term) []string {
	var labels []string
	var last *tally.Term
	for i := range terms {
		if x := &terms[i]; x.Denied {
			labels, last = append(labels, v.Quote(Shorten(x.Label, termLength))), x
		}
	}
	switch len(labels) {
	case 0:
		return nil
	case 1:
		text := either(last.Either > 0, "%[1]s counts the mentions that deny %[2]s; %[3]d people say one or the other.", "%[1]s counts the mentions that deny %[2]s.")
		return v.When(true, text, labels[0], v.Quote(Shorten(last.Term, termLength)), last.Either)
	}
	return v.When(true, "Mentions that deny a word are a term of their own: %s.", v.named(labels, mostDenied))
}

// isWeighted reports whether answers have weights.
func isWeighted(t *tally.Tally) bool { return t.Base.EffectiveN > 0 }

// weighted is the word before a unit of weighted answers, with its space; "" if answers have no
// weights.
func weighted(t *tally.Tally) string { return clause(isWeighted(t), "weighted ") }

// weightedShares says that shares are weighted, if they are.
func (v Voice) weightedShares(t *tally.Tally) []string {
	return v.When(isWeighted(t), "Shares are weighted, numbers of people are not.")
}

// Unit is the unit of the counts that size the words of a cloud, as layout files have it: the value
// of --count, "weighted" before it where answers are.
func Unit(t *tally.Tally) string { return weighted(t) + string(t.RankBy) }

// SizeUnit is the same unit in a picture: "people", "weighted mentions".
func (v Voice) SizeUnit(t *tally.Tally) string {
	if isWeighted(t) {
		return v.WeightedUnit(t.RankBy)
	}
	return v.Say(either(t.RankBy == tally.Mentions, "mentions", "people"))
}

// WeightedUnit is the unit of weighted counts in a table: "weighted people", "weighted mentions".
func (v Voice) WeightedUnit(by tally.Count) string {
	return v.Say(either(by == tally.Mentions, "weighted mentions", "weighted people"))
}

// Size is the count that ranks and sizes a term.
func (v Voice) Size(x tally.Term, t *tally.Tally) string {
	if isWeighted(t) {
		return v.tenths(x.Weighted(t.RankBy))
	}
	return v.Number(x.By(t.RankBy))
}
