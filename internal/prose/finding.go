package prose

import (
	"cmp"
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

// fewPeople is the number of answers below which people are counted instead of given in per cent.
const fewPeople = 30

// Findings are the sentences that a question's section begins with, the first of them on its terms.
func (r *Result) Findings() []string {
	b, themes := r.Base, r.leadingThemes()
	return slices.Concat([]string{r.popular()},
		when(int(b.NilAnswers)*10 >= b.Valid && b.NilAnswers > 0, "%d of the %s said “nothing” or the like.", b.NilAnswers, People(b.Valid)),
		when(themes != "", "%s", themes))
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
		return say("Of the answers of %s, no single term can be shown.", People(r.Base.Valid))
	}
	most, first, valid := mostNamed(r.Terms), largestShare(r.Terms), r.Base.Valid
	switch {
	case r.areOptions():
		return r.chosen()
	case valid == 1:
		return "One person gave an answer."
	case most.Respondents == 1:
		return say("No two of the %s named the same: these answers have to be read one by one.", People(valid))
	case first.Share < 0.15:
		return say("Answers were varied: no term was named by more than %d of the %s%s. %s were %s. Themes and quotes tell more.",
			most.Respondents, People(valid), r.atMost(first.Share), Capitalized(r.firstTerms(min(3, len(r.Terms)))), r.saidMost())
	case most.Respondents < 10 && valid < fewPeople:
		return r.thin(most.Respondents) + " So few answers tell little more."
	case most.Respondents < 10:
		return r.thin(most.Respondents) + " Themes and quotes tell more than single words."
	case first.Root == r.Terms[0].Root:
		return r.popularTerms() + say(" %s came first, named by %s%s.", Capitalized(first.Label), People(first.Respondents), r.inPercent(first.Share))
	}
	return r.popularTerms() + say(" More people named %s than any other: %d%s.", Plain(first.Label), first.Respondents, r.inPercent(first.Share))
}

// saidMost says of the first terms what ranks them.
func (r *Result) saidMost() string {
	if r.RankBy == tally.Mentions {
		return "said most often"
	}
	return "named most"
}

// atMost adds the largest share, in brackets. Of weighted answers it need not be that of the largest number.
func (r *Result) atMost(share float64) string {
	if r.isWeighted() {
		return say(", or by more than %s of them, weighted", Percent(share))
	}
	return " (" + Percent(share) + ")"
}

// chosen is the finding of a multiple choice. There the order of the options matters; that nearly
// everybody chose one of the first options says little.
func (r *Result) chosen() string {
	names := Texts(r.Terms[:r.beforeTie(min(3, len(r.Terms)))], func(x tally.Term) string {
		return say("%s (%s)", Plain(x.Label), r.asShare(x.Respondents, x.Share))
	})
	return say("Chosen most often, among %s: %s.", People(r.Base.Valid), enumerate(names))
}

// popularTerms is the finding if terms stand out: how many people named any of them, each person
// counted once.
func (r *Result) popularTerms() string {
	valid := r.Base.Valid
	any := r.anyOf()
	if any == nil {
		n := r.beforeTie(min(5, len(r.Terms)))
		if n == 1 {
			return say("%s stood out among the terms of %s.", Capitalized(r.Terms[0].Label), People(valid))
		}
		return say("%s were %s, among %s.", Capitalized(r.firstTerms(n)), r.saidMost(), People(valid))
	}
	among := clause(tally.Tied(r.Terms, any.Top), "among those ")
	who := say("%d of %s", any.Respondents, People(valid))
	if valid >= fewPeople {
		who = say("%s%s of %s", Percent(any.Share), clause(r.isWeighted(), " (weighted)"), People(valid))
	}
	return say("%s were %s%s; %s named at least one of them.", Capitalized(r.firstTerms(any.Top)), among, r.saidMost(), who)
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
	of := say("%d of %s", most, People(r.Base.Valid))
	switch {
	case most == r.Base.Valid:
		return say("All %s named %s.", People(most), enumerate(names[:min(5, len(names))]))
	case len(names) == 1:
		return say("%s was named most, by %s.", Capitalized(names[0]), of)
	case len(names) <= 3:
		return say("%s were named most, each by %s.", Capitalized(enumerate(names)), of)
	}
	return say("Nothing stands out: no term was named by more than %s.", of)
}

// firstTerms names the first n terms: "trust, openness and respect".
func (r *Result) firstTerms(n int) string {
	return enumerate(Texts(r.Terms[:n], func(x tally.Term) string { return Plain(x.Label) }))
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
	than := clause(first < len(themes), ", more than of any other")
	switch {
	case len(themes) == 1:
		return "By theme, people spoke of " + leading + "."
	case first > 3:
		return say("By theme, equally many people (%s) spoke of each of %d%s.", r.asShare(themes[0].Respondents, themes[0].Share), first, than)
	case first > 1:
		return "By theme, equally many people spoke of " + leading + than + next + "."
	case themes[0].Share > 0.5:
		return "By theme, most people spoke of " + leading + next + "."
	}
	return "By theme, more people spoke of " + leading + " than of any other" + next + "."
}

// nextThemes continues with the themes after the first, up to a limit, and fewer rather than
// splitting a tie.
func (r *Result) nextThemes(themes []tally.Theme, most int) string {
	n := max(0, min(most, len(themes)))
	for 0 < n && n < len(themes) && themes[n].Share == themes[n-1].Share {
		n--
	}
	return clause(n > 0, ", then of %s", r.themeShares(themes[:n]))
}

// themeShares names themes with their people, or with their shares if enough people gave an answer.
func (r *Result) themeShares(themes []tally.Theme) string {
	return enumerate(Texts(themes, func(x tally.Theme) string {
		return say("%s (%s)", Plain(x.Theme), r.asShare(x.Respondents, x.Share))
	}))
}

// asShare is a number of people, in per cent if enough people gave an answer.
func (r *Result) asShare(n int, share float64) string {
	if r.Base.Valid < fewPeople {
		return People(n)
	}
	return Percent(share) + r.weighted()
}

// inPercent adds a share in brackets, if enough people gave an answer.
func (r *Result) inPercent(share float64) string {
	return clause(r.Base.Valid >= fewPeople, " (%s%s)", Percent(share), r.weighted())
}

// weighted marks a share in brackets as weighted: it does not follow from the number of people next
// to it.
func (r *Result) weighted() string { return clause(r.isWeighted(), ", weighted") }

// OutsideThemes counts the people whose words are in no theme, and names terms that a further theme
// might have; "" if the number is not known.
func (r *Result) OutsideThemes() string {
	return strings.Join(r.outside(Agree(r.Uncoded, "person", "people")), "")
}

// outside is OutsideThemes as a list, with a word for the people.
func (r *Result) outside(who string) []string {
	n := r.Uncoded
	return slices.Concat(
		when(n == 0, "Every answer with words is in a theme.%s", r.themeless()),
		when(n > 0, "The %s of %d %s %s in no theme.%s", Agree(n, "answer", "answers"), n, who, Agree(n, "is", "are"), r.themeless()))
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
		when(true, "In no theme: %s.%s", rest, r.themeless()),
		Texts(sample, func(answer string) string { return "in no theme, " + answer }),
		when(x.Withheld > 0, "Withheld: %s; people who named nothing else are in no theme here.", Count(x.Withheld, "theme")))
}

// themeless names the most frequent terms of no theme, which a further theme might have.
func (r *Result) themeless() string {
	const most = 8
	names := withCounts(r.Themeless[:min(most, len(r.Themeless))], r.RankBy, func(x tally.Term) string { return x.Label }, func(x tally.Term) int { return x.By(r.RankBy) })
	return clause(len(names) > 0, " The most frequent terms of no theme: %s.", strings.Join(names, ", "))
}
