package prose

import (
	"fmt"
	"slices"

	"verbatim/internal/study"
)

// Quotes say how many answers match, how many of them are quoted and by which seed, so that the
// sample can be drawn again, and in which forms the term was written. Forms are these forms, each
// with its count.
func Quotes(q *study.Quotes, forms []string, o *study.Options) []string {
	const mostForms = 12
	quoted, theme := len(q.Quotes), clause(q.Asked.Theme != "" && q.Asked.Theme != q.Term, " and the theme %q", Plain(q.Asked.Theme))
	often := clause(!q.Mentions.IsWithheld(), ", %s", Count(q.Mentions, "mention"))
	drawn := clause(quoted < q.Answers, " %d of them %s quoted, drawn with --seed %s.", quoted, Agree(quoted, "is", "are"), fmt.Sprint(q.Asked.Seed))
	return slices.Concat(
		when(true, "%q%s: %s by %s%s.%s", Plain(q.Term), theme, Count(q.Answers, "answer"), People(q.People), often, drawn),
		when(len(forms) > 1, "Written as %s.", named(forms, mostForms, "%d more")),
		Voice{}.withheldWords(o))
}

// withheldWords says what stands for words that disclosure control keeps out of an answer.
func (v Voice) withheldWords(o *study.Options) []string {
	return v.When(o.Withholds(), "Words that fewer than %d people said are replaced by “…”.", o.Suppress)
}

// PageQuotes says how the answers on a page were chosen, and what was replaced in them: readers
// should not take a sample for all answers, nor a replacement for the words of a respondent.
func (v Voice) PageQuotes(o *study.Options) string {
	return Sentences(slices.Concat(
		v.When(true, "Answers as they were written, drawn at random, at most 20 for a term; long ones are cut (…)."),
		v.When(true, "At first, the page shows one of the longer answers for each of the most frequent terms."),
		v.When(o.Redact, "Addresses and numbers by which people could be identified are replaced."),
		v.withheldWords(o)))
}
