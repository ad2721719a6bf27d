package prose

import (
	"slices"
	"strings"

	"verbatim/internal/privacy"
	"verbatim/internal/tally"
)

// Quotes are answers with a term, of a theme, or both, of which some are quoted.
type Quotes struct {
	Term, Theme     string
	Answers, People int // that have it
	Mentions        tally.Figure
	Quoted          int
	Seed            uint64   // by which the quoted ones were drawn
	Forms           []string // as written, each with its count
	Least           privacy.Least
}

// Notes say how many answers match, how many of them are quoted and by which seed, so that the sample can be drawn again,
// and in which forms the term was written.
func (q Quotes) Notes() []string {
	const mostForms = 12
	theme := clause(q.Theme != "" && q.Theme != q.Term, " and the theme %q", Plain(q.Theme))
	often := clause(!q.Mentions.IsWithheld(), ", %s", Count(q.Mentions, "mention"))
	drawn := clause(q.Quoted < q.Answers, " %d of them %s quoted, drawn with --seed %d.", q.Quoted, Agree(q.Quoted, "is", "are"), q.Seed)
	return slices.Concat(
		when(true, "%q%s: %s by %s%s.%s", Plain(q.Term), theme, Count(q.Answers, "answer"), People(q.People), often, drawn),
		when(len(q.Forms) > 1, "Written as %s.", strings.Join(named(q.Forms, mostForms), ", ")),
		withheldWords(q.Least))
}

// withheldWords says what stands for words that disclosure control keeps out of an answer.
func withheldWords(least privacy.Least) []string {
	return when(least.Withholds(), "Words that fewer than %d people said are replaced by “…”.", least)
}

// PageQuotes says how the answers on a page were chosen, and what was replaced in them: readers should not take a sample
// for all answers, nor a replacement for the words of a respondent.
func PageQuotes(redacted bool, least privacy.Least) string {
	return strings.Join(slices.Concat(
		when(true, "Answers as they were written, drawn at random, at most 20 for a term; long ones are cut (…). "+
			"At first, the page shows one of the longer answers for each of the most frequent terms."),
		when(redacted, "Addresses and numbers by which people could be identified are replaced."),
		withheldWords(least)), " ")
}
