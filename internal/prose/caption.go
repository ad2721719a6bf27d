package prose

import (
	"slices"

	"verbatim/internal/tally"
)

// A caption says what a picture shows: of how many people, what size means, and what is not in the
// picture. A reader who meets the picture without its page has nothing else. Each function here
// makes one of its sentences.

// How much of a text a caption quotes, in characters: of the question, of a column's name, of a
// term, of a group's name.
const (
	questionLength = 160
	columnLength   = 80
	termLength     = 40
	nameLength     = 30
)

// Question is the text of a question as a caption begins with it.
func Question(text string) string { return Shorten(text, questionLength) }

// answered is the base: how many people the picture is about.
func answered(b tally.Base) string {
	nothing := clause(b.NilAnswers > 0, "; %d of them said “nothing”", b.NilAnswers)
	return say("%d of %d people gave an answer%s.", b.Valid, b.Respondents, nothing)
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

// chosen says which terms, or options, are in the picture, if a limit cut the list. They may stand in
// the order of a scale.
func chosen(t *tally.Tally, options bool) []string {
	if t.Cut.Terms == 0 {
		return nil
	}
	d := deedOf(options)
	term, said := d.term, d.done
	last := t.Terms[0].By(t.RankBy)
	for _, x := range t.Terms {
		last = min(last, x.By(t.RankBy))
	}
	n, others := len(t.Terms), t.Cut.Terms-t.Cut.Lone
	what, less := Agree(n, "This is the one "+term, "These are the "+Count(n, term))+" "+said+" "+atLeast(last, t.RankBy), said+" by fewer"
	switch {
	case isWeighted(t): // a limit on counts goes by unweighted ones, so no order of weights holds between those left out and the others
		what, less = "The picture shows "+Count(n, term), "other "+Agree(others, term, term+"s")
	case t.RankBy == tally.Mentions:
		less = said + " less often"
	}
	return slices.Concat(
		when(true, "%s%s.", what, clause(others > 0, "; %d %s %s left out", others, less, Agree(others, "is", "are"))),
		when(t.Cut.Lone > 0, "%s that one person alone %s %s left out.", Count(t.Cut.Lone, term), d.did, Agree(t.Cut.Lone, "is", "are")))
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

// setAside names the words that are not ranked because the survey or the question is about them:
// readers would look for them in the picture. It also names filler that is as frequent as words in
// the picture, so that a reader can disagree.
func setAside(t *tally.Tally) (sentences []string) {
	const most = 4
	least, short := 3, func(name string) string { return Shorten(name, nameLength) }
	for _, reason := range reasons {
		if reason.name == "filler" && len(t.Terms) > 0 {
			least = max(least, t.Terms[len(t.Terms)-1].By(t.RankBy))
		}
		names := asideNames(t, reason.name, least, short)
		sentences = append(sentences, when(len(names) > 0, "Set aside %s: %s.", reason.as, named(names, most, "%d more"))...)
	}
	return sentences
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
