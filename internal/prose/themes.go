package prose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/study"
	"verbatim/internal/tally"
)

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
		return fmt.Sprintf("By theme, equally many people (%s) spoke of each of %d%s.", r.asShare(themes[0].Respondents, themes[0].Share), first, than)
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
		return fmt.Sprintf("%s (%s)", Plain(x.Theme), r.asShare(x.Respondents, x.Share))
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
		rest = fmt.Sprintf("%d (%s)", x.Uncoded, Percent(float64(x.Uncoded)/float64(max(1, x.Valid))))
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
	names := Texts(r.Themeless[:min(most, len(r.Themeless))], func(x tally.Term) string { return mentioned(x.Term, x.Mentions) })
	return clause(len(names) > 0, " The most frequent terms of no theme: %s.", strings.Join(names, ", "))
}
