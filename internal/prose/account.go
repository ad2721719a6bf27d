package prose

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// Two tables of a report's page show that nobody and nothing got lost: an account of the people,
// and one of the words. Each total has a line of its own, followed by its parts, which add up to
// it:
//
//	Respondents                                120
//	  left the question blank                   19
//	  wrote “don’t know”, “n/a” or the like      4
//	  gave an answer, the base of all shares       97
//
// Parts that are zero are left out; a withheld figure is a dash.

// A Line is one line of an account.
type Line struct {
	Name, Figure string
	Part         bool // of the last line that is a total
}

// account is a list of totals, each followed by its parts.
type account []Line

// total begins a sum. It is listed even if it is zero.
func total[N ~int](a *account, name string, n N) { *a = append(*a, Line{name, Grouped(n), false}) }

// plus adds one part of the last total.
func plus[N ~int](a *account, name string, n N) {
	if n != 0 {
		*a = append(*a, Line{name, Grouped(n), true})
	}
}

// PeopleAccount says who is counted and who is not, from the rows of the file to the people whose
// answers have a meaning.
func (r *Result) PeopleAccount() []Line {
	var a account
	b := r.Base
	total(&a, "Rows in the file", b.Rows)
	plus(&a, "blank rows", b.BlankRows)
	plus(&a, "left out on request", b.Filtered)
	plus(&a, "further rows of the same respondents", b.FurtherRows)
	plus(&a, "respondents", b.Respondents)
	total(&a, "Respondents", b.Respondents)
	plus(&a, "left the question blank", b.Unanswered)
	plus(&a, "wrote “don’t know”, “n/a” or the like", b.NonResponse)
	plus(&a, "gave an answer, the base of all shares", b.Valid)
	total(&a, "Gave an answer", b.Valid)
	plus(&a, "of these, said “nothing” or the like", b.NilAnswers)
	if b.EffectiveN > 0 {
		a = append(a, Line{"effective number, after weighting (Kish)", say("%.1f", b.EffectiveN), true})
	}
	if b.Unfinished != 0 || b.Tests != 0 {
		a = append(a, Line{"Marked by the platform", "", false})
		plus(&a, "responses not finished", b.Unfinished)
		plus(&a, "tests and previews", b.Tests)
	}
	return a
}

// WordAccount says how each word that was read was counted, or why it was not. Of mentions, the
// terms listed and the terms set aside are added up here, so the account also checks the list it
// stands with.
func (r *Result) WordAccount() []Line {
	var a account
	k, ranked, aside := r.Tokens, 0, 0
	for i := range r.Terms {
		ranked += r.Terms[i].Mentions
	}
	for i := range r.SetAside {
		aside += r.SetAside[i].Mentions
	}
	total(&a, Capitalized(cmp.Or(r.TermsAre, "words"))+" read", k.Total)
	plus(&a, "stop words", k.StopWords)
	plus(&a, "numbers", k.Numbers)
	plus(&a, "addresses", k.Addresses)
	plus(&a, "in phrases, beyond the first word", k.InPhrases)
	plus(&a, "without meaning or dropped", k.Dropped)
	plus(&a, "counted", k.Counted)
	total(&a, "Counted", k.Counted)
	plus(&a, "mentions of the terms listed", ranked)
	plus(&a, "set aside", aside)
	if r.Cut.Terms > 0 {
		plus(&a, say("of %s not listed", Count(r.Cut.Terms, "term")), r.Cut.Mentions)
	}
	if r.Suppressed.Terms > 0 {
		plus(&a, say("of %s withheld", Count(r.Suppressed.Terms, "term")), r.Suppressed.Mentions)
	}
	return a
}

// KeyFigures are the bases of all other figures, for the head of a section.
func (r *Result) KeyFigures() []Line {
	var a account
	b := r.Base
	total(&a, "gave an answer", b.Valid)
	plus(&a, "of them said “nothing”", b.NilAnswers)
	plus(&a, "left it blank", b.Unanswered)
	plus(&a, "wrote “don’t know” or the like", b.NonResponse)
	total(&a, "different terms", len(r.Terms)+r.Cut.Terms+r.Suppressed.Terms)
	return a
}

// reasons are why a term is counted but not ranked, in the order of sentences and pages: as tallies
// name them, in a sentence after "set aside", and as a heading on a page.
var reasons = []struct{ name, plain, page string }{
	{"subject", "the subject", "what the survey is about"},
	{"echo", "words of the question", "words of the question"},
	{"keys", "runs of keys", "runs of keys"},
	{"filler", "filler", "words that carry no answer"},
}

// asideNames are the terms that are set aside for a reason and have at least a given count, of what
// ranks, the largest first. Label may shorten them.
func asideNames(t *tally.Tally, reason string, least int, label func(string) string) []string {
	rare := func(a tally.AsideTerm) bool { return a.Reason != reason || a.By(t.RankBy) < least }
	return withCounts(slices.DeleteFunc(slices.Clone(t.SetAside), rare), t.RankBy,
		func(a tally.AsideTerm) string { return label(a.Term) }, func(a tally.AsideTerm) int { return a.By(t.RankBy) })
}

// AsideLists name all that is counted but not ranked, in a line for each reason.
func (r *Result) AsideLists() (lists []Line) {
	for _, reason := range reasons {
		if names := asideNames(r.Tally, reason.name, 0, Plain); len(names) > 0 {
			lists = append(lists, Line{Name: reason.page, Figure: strings.Join(names, ", ")})
		}
	}
	return lists
}

// Standing is the line below the title of a report: how many people answered what. A single
// question whose terms are options (termsAre) is a multiple choice and no open-ended one.
func Standing(questions int, termsAre string, respondents, withheld int) string {
	what := "an open-ended question"
	switch {
	case questions > 1:
		what = say("%d open-ended questions", questions)
	case termsAre == "options":
		what = "this question"
	}
	what += clause(withheld > 0, "; %s withheld", were(withheld, "question"))
	if respondents <= 0 {
		return "What people answered to " + what + "."
	}
	return say("What %s answered to %s.", Count(respondents, "respondent"), what)
}
