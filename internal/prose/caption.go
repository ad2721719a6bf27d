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
func answered(b tally.Base) string {
	return say("%d of %d people gave an answer.", b.Valid, b.Respondents)
}

// bases are ways to say the base, the one with the longest sentence first and the one without any last.
func bases(b tally.Base, sentences ...string) (list []string) {
	for _, s := range sentences {
		list = append(list, answered(b)+" "+s)
	}
	return append(list, answered(b))
}

// saidNothing counts the people whose answer is that there is nothing, if they are one in twenty.
func saidNothing(b tally.Base) []string {
	return when(int(b.NilAnswers)*20 >= b.Valid && b.NilAnswers > 0, "%d of those who answered said “nothing”.", b.NilAnswers)
}

// A deed is what people did to be counted with a term: they said it, or chose it where it is an option.
type deed struct{ term, aTerm, aWord, words, does, did, done string }

// deedOf is the deed by which options, or else terms of answers, are counted.
func deedOf(options bool) deed {
	if options {
		return deed{"option", "an option", "an option", "options", "choose", "chose", "chosen"}
	}
	return deed{"term", "a term", "a word", "words", "say", "said", "said"}
}

// drawn says which terms, or options, are in the picture, if a limit cut the list. They may stand in
// the order of a scale.
func drawn(t *tally.Tally, options bool) []string {
	if t.Cut.Terms == 0 {
		return nil
	}
	d, n := deedOf(options), len(t.Terms)
	if isWeighted(t) { // a limit on counts goes by unweighted ones, so no order of weights holds between those left out and the others
		return when(true, "%s %s drawn.", Count(n, d.term), Agree(n, "is", "are"))
	}
	return when(true, "%s %s %s drawn.", Agree(n, "The one "+d.term, "The "+Count(n, d.term)), d.done+" "+atLeast(leastCount(t), t.RankBy), Agree(n, "is", "are"))
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
func leftOut(t *tally.Tally, options bool) []string {
	d := deedOf(options)
	parts := when(t.Cut.Terms > 0, "%d rarer %s%s", t.Cut.Terms, Agree(t.Cut.Terms, d.term, d.term+"s"), clause(t.Cut.Lone > 0, " (%d of one person)", t.Cut.Lone))
	if isWeighted(t) {
		parts = when(t.Cut.Terms > 0, "%d other %s", t.Cut.Terms, Agree(t.Cut.Terms, d.term, d.term+"s"))
	}
	for _, reason := range reasons {
		parts = append(parts, aside(t, reason.name, reason.plain)...)
	}
	return when(len(parts) > 0, "Left out: %s.", strings.Join(parts, "; "))
}

// aside names the terms that are set aside for a reason and are as frequent as the largest drawn; as
// says what they are.
func aside(t *tally.Tally, reason, as string) []string {
	if !slices.ContainsFunc(t.SetAside, func(a tally.AsideTerm) bool { return string(a.Reason) == reason }) {
		return nil
	}
	most := 1
	for _, x := range t.Terms {
		most = max(most, x.By(t.RankBy))
	}
	names := asideNames(t, reason, most, func(name string) string { return "“" + Shorten(name, nameLength) + "”" })
	return when(true, "%s%s", as, clause(len(names) > 0, " %s", named(names, 3, "%d more")))
}

// atLeast says by how many people, or how often, words with a count of n or more were said.
func atLeast(n int, by tally.Count) string {
	switch {
	case by != tally.Mentions && n == 1:
		return "by at least one person"
	case by != tally.Mentions:
		return "by at least " + People(n)
	case n == 1:
		return "at least once"
	case n == 2:
		return "at least twice"
	}
	return "at least " + Count(n, "time")
}

// withheldTerms counts the terms that disclosure control keeps out of the picture; the number of
// their mentions is not shown.
func withheldTerms(t *tally.Tally, d deed) []string {
	return when(t.Suppressed.Terms > 0, "%s %s by few people are withheld (%d).", Capitalized(d.words), d.done, t.Suppressed.Terms)
}

// mostDenied is how many denied terms a caption names.
const mostDenied = 4

// denied says which terms count the mentions that deny a word. Of a single one it says how many people
// say the word at all.
func denied(terms []tally.Term) []string {
	var labels []string
	var last *tally.Term
	for i := range terms {
		if x := &terms[i]; x.Denied {
			labels, last = append(labels, "“"+Shorten(x.Label, termLength)+"”"), x
		}
	}
	switch len(labels) {
	case 0:
		return nil
	case 1:
		word := Shorten(last.Term, termLength)
		return []string{say("%s counts the mentions that deny “%s”%s.", labels[0], word, clause(last.Either > 0, "; %s say one or the other", People(last.Either)))}
	}
	return []string{say("Mentions that deny a word are a term of their own: %s.", named(labels, mostDenied, "%d more"))}
}

// isWeighted reports whether answers have weights.
func isWeighted(t *tally.Tally) bool { return t.Base.EffectiveN > 0 }

// weighted is the word before a unit of weighted answers, with its space; "" if answers have no
// weights.
func weighted(t *tally.Tally) string { return clause(isWeighted(t), "weighted ") }

// weightedShares says that shares are weighted, if they are.
func weightedShares(t *tally.Tally) []string {
	return when(isWeighted(t), "Shares are weighted, numbers of people are not.")
}

// Unit is the unit of the counts that size the words of a cloud, as layout files have it: the value
// of --count, "weighted" before it where answers are.
func Unit(t *tally.Tally) string { return weighted(t) + string(t.RankBy) }

// SizeUnit is the same unit in a picture: "people", "weighted mentions".
func SizeUnit(t *tally.Tally) string { return weighted(t) + unit(t.RankBy) }

// WeightedUnit is the unit of weighted counts in a table: "weighted people", "weighted mentions".
func WeightedUnit(by tally.Count) string { return "weighted " + unit(by) }

// unit is what is counted.
func unit(by tally.Count) string {
	if by == tally.Mentions {
		return "mentions"
	}
	return "people"
}

// counted says in full what ranks and sizes a term, for the word that stands for it: "number of
// people who said it".
func counted(t *tally.Tally, word string, options bool) string {
	if t.RankBy == tally.Mentions {
		return "the " + weighted(t) + "number of times that people " + deedOf(options).did + " " + word
	}
	return "the " + weighted(t) + "number of people who " + deedOf(options).did + " " + word
}

// Size is the count that ranks and sizes a term.
func Size(x tally.Term, t *tally.Tally) string {
	if isWeighted(t) {
		return tenths(x.Weighted(t.RankBy))
	}
	return Grouped(x.By(t.RankBy))
}
