package prose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// A finding claims no more than the answers support. The number of people who named any of the
// first terms is a count of people, never a sum of shares; small numbers of people are not given in
// per cent; and if no term stands out, that is the finding. From strong to weak:
//
//	a term has 10 people and 15%      the first terms were named most
//	a term has 15%, under 10 people   it was named most; the answers tell little more
//	no term has 15%                   the answers are varied
//	no term has 2 people               they have to be read one by one
//
// Where more people said a word that is set aside, as filler is, that is said besides.

// fewPeople is the number of answers below which people are counted instead of given in per cent.
const fewPeople = 30

// Findings are the sentences that a question's section begins with, the first of them on its terms.
func (r *Result) Findings() []string {
	b, themes := r.Base, r.leadingThemes()
	findings := append([]string{Sentences(append([]string{r.popular()}, r.saidMore()...))}, r.When(int(b.NilAnswers)*10 >= b.Valid && b.NilAnswers > 0, "%d of the %d people said “nothing” or the like.", b.NilAnswers, b.Valid)...)
	if themes != "" {
		findings = append(findings, themes)
	}
	return findings
}

// Brief is the finding in a line of an overview: the first few terms, or "" if none was named
// twice.
func (r *Result) Brief() string {
	if len(r.Terms) == 0 || r.Terms[0].By(r.RankBy) < 2 {
		return ""
	}
	return r.firstTerms(r.beforeTie(min(3, len(r.Terms))))
}

// popular says which terms were the most popular, or that none was.
func (r *Result) popular() string {
	if len(r.Terms) == 0 {
		return r.Say("Of the answers of %d people, no single term can be shown.", r.Base.Valid)
	}
	most, first, valid := mostNamed(r.Terms), largestShare(r.Terms), r.Base.Valid
	switch {
	case r.areOptions():
		return r.chosen()
	case valid == 1:
		return r.Say("One person gave an answer.")
	case most.Respondents == 1:
		return r.Say("No two of the %d people named the same: these answers have to be read one by one.", valid)
	case vary(r.Terms):
		return r.varied(most.Respondents, first.Share)
	case most.Respondents < 10 && valid < fewPeople:
		return r.thin(most.Respondents) + " " + r.Say("So few answers tell little more.")
	case most.Respondents < 10:
		return r.thin(most.Respondents) + " " + r.Say("Themes and quotes tell more than single words.")
	case first.Root == r.Terms[0].Root:
		return r.popularTerms() + " " + r.Say("%s came first, named by %s.", Capitalized(first.Label), r.withShare(first.Respondents, first.Share))
	}
	return r.popularTerms() + " " + r.Say("More people named %s than any other: %s.", Plain(first.Label), r.withShare(first.Respondents, first.Share))
}

// varied is the finding where no term has much: the most people of a term, and the largest share. Of
// weighted answers that need not be the share of the largest number.
func (r *Result) varied(most int, share float64) string {
	text := either(r.isWeighted(), "Answers were varied: no term was named by more than %d of the %d people, or by more than %s of them, weighted.",
		"Answers were varied: no term was named by more than %d of the %d people (%s).")
	return strings.Join([]string{
		r.Say(text, most, r.Base.Valid, r.Percent(share)),
		r.Say(r.saidMost("%[1]s were named most.", "%[1]s were said most often."), Capitalized(r.firstTerms(min(3, len(r.Terms)))), min(3, len(r.Terms))),
		r.Say("Themes and quotes tell more."),
	}, " ")
}

// saidMore names the words that are counted but not ranked and that more people said than the term that
// is named first, since in plain language they were named most.
func (r *Result) saidMore() []string {
	text := either(r.RankBy == tally.Mentions, "Not ranked, although said more often: %s.", "Not ranked, although said by more people: %s.")
	words := r.ahead(r.Tally)
	if len(words) == 0 {
		return nil
	}
	return r.When(true, text, r.series(words))
}

// saidMost chooses the text for what ranks the terms.
func (r *Result) saidMost(people, mentions Text) Text {
	return either(r.RankBy == tally.Mentions, mentions, people)
}

// chosen is the finding of a multiple choice. There the order of the options matters; that nearly
// everybody chose one of the first options says little.
func (r *Result) chosen() string {
	names := Texts(r.Terms[:r.beforeTie(min(3, len(r.Terms)))], func(x tally.Term) string {
		return fmt.Sprintf("%s (%s)", Plain(x.Label), r.asShare(x.Respondents, x.Share))
	})
	return r.Say("Chosen most often, among %d people: %s.", r.Base.Valid, r.enumerate(names))
}

// popularTerms is the finding if terms stand out: how many people named any of them, each person
// counted once.
func (r *Result) popularTerms() string {
	valid, any := r.Base.Valid, r.anyOf()
	if any == nil {
		n := r.beforeTie(min(5, len(r.Terms)))
		if n == 1 {
			return r.Say("%s stood out among the terms of %d people.", Capitalized(r.Terms[0].Label), valid)
		}
		return r.Say(r.saidMost("%s were named most, among %d people.", "%s were said most often, among %d people."), Capitalized(r.firstTerms(n)), valid)
	}
	text := r.saidMost("%s were named most", "%s were said most often")
	if tally.Tied(r.Terms, any.Top) {
		text = r.saidMost("%s were among those named most", "%s were among those said most often")
	}
	return r.Say("%s; %s", r.Say(text, Capitalized(r.firstTerms(any.Top))), r.namedAny(any))
}

// namedAny says how many people named any of the first terms.
func (r *Result) namedAny(any *tally.AnyOf) string {
	switch {
	case r.Base.Valid < fewPeople:
		return r.Say("%d of %d people named at least one of them.", any.Respondents, r.Base.Valid)
	case r.isWeighted():
		return r.Say("%s (weighted) of %d people named at least one of them.", r.Percent(any.Share), r.Base.Valid)
	}
	return r.Say("%s of %d people named at least one of them.", r.Percent(any.Share), r.Base.Valid)
}

// anyOf is the count of people for the first five terms, or for three if five would split a tie;
// nil if neither is known.
func (r *Result) anyOf() (found *tally.AnyOf) {
	for i, a := range r.AnyOfTop {
		if a.Top <= 5 && a.Top <= len(r.Terms) && (found == nil || !tally.Tied(r.Terms, a.Top)) {
			found = &r.AnyOfTop[i]
		}
	}
	return found
}

// beforeTie is the largest number of first terms up to n that splits no tie, or n if every number
// splits one.
func (r *Result) beforeTie(n int) int {
	for k := n; k > 0; k-- {
		if !tally.Tied(r.Terms, k) {
			return k
		}
	}
	return n
}

// thin is the finding of few answers: the terms that most people named, unless too many terms share
// that place.
func (r *Result) thin(most int) string {
	var names []string
	for _, x := range r.Terms {
		if x.Respondents == most {
			names = append(names, Plain(x.Label))
		}
	}
	valid := r.Base.Valid
	switch {
	case most == valid:
		return r.Say("All %d people named %s.", most, r.enumerate(names[:min(5, len(names))]))
	case len(names) == 1:
		return r.Say("%s was named most, by %d of %d people.", Capitalized(names[0]), most, valid)
	case len(names) <= 3:
		return r.Say("%s were named most, each by %d of %d people.", Capitalized(r.enumerate(names)), most, valid)
	}
	return r.Say("Nothing stands out: no term was named by more than %d of %d people.", most, valid)
}

// Numbers goes on after the headline of a question, of which so many terms lead all others: with the next
// terms if one leads and its number is told, else with the first ones. "" where these would split a tie, or no two
// people named one.
func (r *Result) Numbers(leading int) string {
	isTold := leading == 1 && r.RankBy != tally.Mentions
	from, most := 0, 3
	if isTold {
		from, most = 1, 4
	}
	n := r.beforeTie(min(most, len(r.Terms)))
	if n <= from || tally.Tied(r.Terms, n) {
		return ""
	}
	terms := slices.DeleteFunc(slices.Clone(r.Terms[from:n]), func(x tally.Term) bool { return x.Respondents < 2 })
	if len(terms) == 0 {
		return ""
	}
	list := r.enumerate(Texts(terms, func(x tally.Term) string {
		return fmt.Sprintf("%s (%s)", Plain(x.Label), r.asShare(x.Respondents, x.Share))
	}))
	if isTold {
		return r.Say("Next: %s.", list)
	}
	return Capitalized(list) + "."
}

// firstTerms names the first n terms: "trust, openness and respect".
func (r *Result) firstTerms(n int) string {
	return r.enumerate(Texts(r.Terms[:n], func(x tally.Term) string { return Plain(x.Label) }))
}

// One answer may touch several themes, so their shares are not parts of a whole. Therefore
// sentences say "more than of any other" and not "most", unless more than half of the people named
// the theme. Themes with equal shares are named together or not at all, since an order among them
// would mean nothing.

// leadingThemes names the themes that most people touched. Its wording depends on the first:
// whether more than half of the people touched it, more than any other theme, or as many as
// another. "" if nobody touched any.
func (r *Result) leadingThemes() string {
	themes := slices.DeleteFunc(slices.Clone(r.Themes), func(x tally.Theme) bool { return x.Respondents == 0 })
	slices.SortStableFunc(themes, func(a, b tally.Theme) int { return cmp.Compare(b.Share, a.Share) })
	if len(themes) == 0 {
		return ""
	}
	first := 1 // how many share the first place
	for first < len(themes) && themes[first].Share == themes[0].Share {
		first++
	}
	leading, next := r.themeShares(themes[:min(first, 3)]), r.nextThemes(themes[first:], 3-first)
	switch {
	case len(themes) == 1:
		return r.Say("By theme, people spoke of %s.", leading)
	case first > 3:
		return r.Say(either(first < len(themes), "By theme, equally many people (%s) spoke of each of %d, more than of any other.", "By theme, equally many people (%s) spoke of each of %d."),
			r.asShare(themes[0].Respondents, themes[0].Share), first)
	case first == len(themes):
		return r.Say("By theme, equally many people spoke of %s.", leading)
	case first > 1:
		return r.then(next, "By theme, equally many people spoke of %s, more than of any other.", "By theme, equally many people spoke of %s, more than of any other, then of %s.", leading)
	case themes[0].Share > 0.5:
		return r.then(next, "By theme, most people spoke of %s.", "By theme, most people spoke of %s, then of %s.", leading)
	}
	return r.then(next, "By theme, more people spoke of %s than of any other.", "By theme, more people spoke of %s than of any other, then of %s.", leading)
}

// then is the text with the next themes, if there are any, or else the one without.
func (r *Result) then(next string, without, with Text, leading string) string {
	if next == "" {
		return r.Say(without, leading)
	}
	return r.Say(with, leading, next)
}

// nextThemes are the themes after the first, up to a limit, and fewer rather than splitting a tie; ""
// is none.
func (r *Result) nextThemes(themes []tally.Theme, most int) string {
	n := max(0, min(most, len(themes)))
	for 0 < n && n < len(themes) && themes[n].Share == themes[n-1].Share {
		n--
	}
	return r.themeShares(themes[:n])
}

// themeShares names themes with their people, or with their shares if enough people gave an answer.
func (r *Result) themeShares(themes []tally.Theme) string {
	return r.enumerate(Texts(themes, func(x tally.Theme) string {
		return fmt.Sprintf("%s (%s)", Plain(x.Theme), r.asShare(x.Respondents, x.Share))
	}))
}

// asShare is a number of people, in per cent if enough people gave an answer. A weighted share does not
// follow from the numbers next to it, so it is marked.
func (r *Result) asShare(n int, share float64) string {
	switch {
	case r.Base.Valid < fewPeople:
		return r.People(n)
	case r.isWeighted():
		return r.Say("%s, weighted", r.Percent(share))
	}
	return r.Percent(share)
}

// withShare is a number of people, with their share in brackets if enough people gave an answer.
func (r *Result) withShare(n int, share float64) string {
	if r.Base.Valid < fewPeople {
		return r.People(n)
	}
	return fmt.Sprintf("%s (%s)", r.People(n), r.asShare(n, share))
}

// OutsideThemes counts the people whose words are in no theme, and names terms that a further theme
// might have; none if the number is not known.
func (r *Result) OutsideThemes() []string {
	if r.Uncoded.IsWithheld() {
		return nil
	}
	outside := r.Say("Every answer with words is in a theme.")
	if r.Uncoded > 0 {
		outside = r.Say("The answers of %d people are in no theme.", r.Uncoded)
	}
	return append([]string{outside}, r.themeless()...)
}

// Coding sums up coded data: themes are their names, each with its number of the valid answers, and
// sample are some answers of no theme, from which the themes can be improved.
func (r *Result) Coding(x *study.Coding, themes, sample []string) []string {
	rest := "withheld"
	switch {
	case x.Uncoded == 0:
		rest = "nobody"
	case !x.Uncoded.IsWithheld():
		rest = say("%d (%s)", x.Uncoded, Percent(float64(x.Uncoded)/float64(max(1, x.Valid))))
	}
	return slices.Concat(
		when(true, "%s coded: %s.", Count(x.Valid, "answer"), strings.Join(themes, ", ")),
		[]string{Sentences(append(when(true, "In no theme: %s.", rest), r.themeless()...))},
		Texts(sample, func(answer string) string { return "in no theme, " + answer }),
		when(x.Withheld > 0, "Withheld: %s; people who named nothing else are in no theme here.", Count(x.Withheld, "theme")))
}

// themeless names the most frequent terms of no theme, which a further theme might have.
func (r *Result) themeless() []string {
	const most = 8
	names := withCounts(r.Voice, r.Themeless[:min(most, len(r.Themeless))], r.RankBy, func(x tally.Term) string { return x.Label }, func(x tally.Term) int { return x.By(r.RankBy) })
	return r.When(len(names) > 0, "The most frequent terms of no theme: %s.", strings.Join(names, ", "))
}
