package prose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"verbatim/internal/tally"
)

// One answer may touch several themes, so their shares are not parts of a whole, and the sentences say "than of any other"
// rather than "most" unless more than half of the people named a theme. Themes with equal shares are named together or
// not at all: no order of theirs would mean anything.

// leadingThemes names the themes that most people touched: what is said of the first holds, whether it was touched by more
// than half of the people, by more than any other was, or by as many as another.
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
	leading, next, than := r.themeShares(themes[:min(first, 3)]), r.nextThemes(themes[first:], 3-first), ""
	if first < len(themes) {
		than = ", more than of any other"
	}
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

// nextThemes goes on with at most so many of the themes that come after the first, where that splits no tie.
func (r *Result) nextThemes(themes []tally.Theme, most int) string {
	n := max(0, min(most, len(themes)))
	for 0 < n && n < len(themes) && themes[n].Share == themes[n-1].Share {
		n--
	}
	if n == 0 {
		return ""
	}
	return ", then of " + r.themeShares(themes[:n])
}

// themeShares names themes with their people.
func (r *Result) themeShares(themes []tally.Theme) string {
	var names []string
	for _, x := range themes {
		names = append(names, fmt.Sprintf("%s (%s)", Plain(x.Theme), r.asShare(x.Respondents, x.Share)))
	}
	return Enumerate(names)
}

// asShare is a number of people, in per cent where there are enough of them.
func (r *Result) asShare(n int, share float64) string {
	if r.Base.Valid < fewPeople {
		return People(n)
	}
	return Percent(share) + r.weighted()
}

// inPercent adds a share in brackets, where there are enough people.
func (r *Result) inPercent(share float64) string {
	if r.Base.Valid < fewPeople {
		return ""
	}
	return " (" + Percent(share) + r.weighted() + ")"
}

// weighted marks a share in brackets that is not of people as they were counted.
func (r *Result) weighted() string {
	if r.Weight == "" {
		return ""
	}
	return ", weighted"
}

// OutsideThemes says how many people's words are in no theme, and what might be a further one; "" where that is not known.
func (r *Result) OutsideThemes() string {
	if r.NoTheme == nil {
		return ""
	}
	return r.outside(People(*r.NoTheme))
}

// outside is OutsideThemes of people who go by a name.
func (r *Result) outside(who string) string {
	if *r.NoTheme == 0 {
		return "Everyone who said something is in a theme." + r.themeless("Said beside it most often")
	}
	return fmt.Sprintf("What %s said is in no theme.%s", who, r.themeless("The most frequent terms of no theme"))
}

// Coding says what coded data hold: how many of the valid answers each theme has (themes, each with its number), and what
// is in none, to improve the themes by. That number may be withheld.
func (r *Result) Coding(themes []string, valid int, uncoded tally.Figure) []string {
	rest, what := "withheld", "The most frequent terms of no theme"
	switch {
	case uncoded == 0:
		rest, what = "nobody", "Said beside the themes most often"
	case !uncoded.IsWithheld():
		rest = fmt.Sprintf("%d (%s)", uncoded, Percent(float64(uncoded)/float64(max(1, valid))))
	}
	return []string{
		fmt.Sprintf("%s coded: %s.", Count(valid, "answer"), strings.Join(themes, ", ")),
		fmt.Sprintf("In no theme: %s.%s", rest, r.themeless(what)),
	}
}

// themeless names the most frequent terms of no theme, after what they are: what
// a further theme might be about.
func (r *Result) themeless(what string) string {
	const most = 8
	var names []string
	for _, x := range r.Themeless[:min(most, len(r.Themeless))] {
		names = append(names, fmt.Sprintf("%s (%d)", Plain(x.Term), x.Mentions))
	}
	if len(names) == 0 {
		return ""
	}
	return " " + what + ": " + strings.Join(names, ", ") + "."
}
