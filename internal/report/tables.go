package report

import (
	"cmp"
	"fmt"
	"slices"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// listedGroups are the groups that people read: of the options of a multiple choice, those that enough picked.
// What respondents typed beside the options is in JSON and CSV alone.
func (d *Tally) listedGroups() []Group {
	return slices.DeleteFunc(slices.Clone(d.Groups), func(g Group) bool { return d.Overlap && g.Value != "" && g.Base.Valid < tally.LeastTested })
}

// groupTables are the terms of each group. Of a group of which none may be shown, that is said.
func (d *Tally) groupTables(v prose.Voice) (parts []section) {
	for _, g := range d.listedGroups() {
		title := fmt.Sprintf("%s (%s)", cmp.Or(g.Value, v.Say("(blank)")), v.Say("%d answers", g.Base.Valid))
		if len(g.Terms) == 0 && d.Options.Withholds() {
			parts = append(parts, section{title: title, heads: []any{literal(v.Say("withheld"))}})
			continue
		}
		parts = append(parts, d.termTable(v, title, g.Terms))
	}
	return parts
}

// termTable lists terms; columns that would be empty are left out. On a narrow terminal, the forms
// go first: they are the widest column, and tell least. Then the rank goes, which the order tells
// too, and then mentions, where these do not rank. What ranks stands next to the term.
func (d *Tally) termTable(v prose.Voice, title string, terms []tally.Term) section {
	by := d.Options.Count
	mentions := func(x tally.Term) any { return x.Mentions }
	return sectionOf(title, tally.ListedTerms(terms), []column[tally.Term]{
		{v.Say("rank"), true, 2, func(x tally.Term) any { return x.Rank }},
		{v.Say("term"), false, 0, func(x tally.Term) any { return x.Label }},
		{v.WeightedUnit(by), true, 0, given(d.Options.Weight != "", func(x tally.Term) any { return v.Say("%.1f", x.Weighted(by)) })},
		{v.Say("mentions"), true, 0, given(by == tally.Mentions, mentions)},
		{v.Say("people"), true, 0, func(x tally.Term) any { return x.Respondents }},
		{v.Say("share"), true, 0, func(x tally.Term) any { return percent(v, x.Share) }},
		{v.Say("mentions"), true, 3, given(by != tally.Mentions, mentions)},
		{v.Percent(0.95), false, 0, given(d.Options.Intervals, func(x tally.Term) any { return interval(v, x.Interval) })},
		{v.Say("written as"), false, 1, func(x tally.Term) any { return v.Forms(x) }},
		{v.Say("theme"), false, 4, given(d.Options.Themes != "", func(x tally.Term) any { return x.Theme })},
	})
}

// percent is a share in per cent.
func percent(v prose.Voice, share float64) literal { return literal(v.Percent(share)) }

// interval is an interval of shares in per cent; "" if none was asked for.
func interval(v prose.Voice, x tally.Interval) literal {
	if x.Low == nil {
		return ""
	}
	return percent(v, *x.Low) + " – " + percent(v, *x.High)
}

// themeTable lists themes in the order of their list. Mentions of a theme may be withheld even if
// its people are shown.
func themeTable(v prose.Voice, title string, themes []tally.Theme) section {
	return sectionOf(title, themes, []column[tally.Theme]{
		{v.Say("theme"), false, 0, func(x tally.Theme) any { return x.Theme }},
		{v.Say("people"), true, 0, func(x tally.Theme) any { return x.Respondents }},
		{v.Say("share"), true, 0, func(x tally.Theme) any { return percent(v, x.Share) }},
		{v.Say("mentions"), true, 0, func(x tally.Theme) any { return literal(prose.Figure(x.Mentions)) }},
	})
}
