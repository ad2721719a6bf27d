package prose

import (
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// The base of a chart says what the length of a bar means. Its note warns of two misreadings: an
// interval holds for random samples only, and groups of a few people tell little.
//
//	97 of 120 people gave an answer. Bars show the share of them who said a term; one person may say several.
//	Lines are 95% intervals; they hold for random samples only.        if there are intervals
//	Groups of fewer than 10 people (East) tell little.                 if there are panels

// BarBase says how many people answered, and what the length of a bar means: of terms, or of the
// options that people chose.
func BarBase(t *tally.Tally, grouped, options bool) []string {
	d := deedOf(options)
	several := clause(beyondWhole(t, options, "", "") != "", "; one person may %s several", d.does)
	return barBase(t, grouped, d.aTerm+" was "+d.done, d.did+" "+d.aTerm, several)
}

// ThemeBase is BarBase for themes.
func ThemeBase(t *tally.Tally, grouped bool) []string {
	return barBase(t, grouped, "a theme was named", "named a theme", "; one person may name several")
}

// barBase says what bars show; done is what was done to a term, did what people did with it, and
// several that they may do so again.
func barBase(t *tally.Tally, grouped bool, done, did, several string) []string {
	weighted := clause(isWeighted(t), ", weighted")
	switch {
	case t.RankBy == tally.Mentions:
		what := "Bars show how often " + done + weighted
		return bases(t.Base, what+"; the share is that of people.", what+".", "Bars: number of mentions.")
	case grouped:
		what := "Bars show the share of a group who " + did + weighted
		return bases(t.Base, what+", on one scale.", what+".", "Bars: share of the group.")
	}
	what := "Bars show the share of them who " + did + weighted
	return bases(t.Base, what+several+".", what+".", "Bars: the share of them.")
}

// ColumnHeads are the heads of the columns of a chart: of the values, where intervals keep them from
// the ends of their bars, and of the people, or their share if bars show mentions.
func ColumnHeads(t *tally.Tally) [2]string {
	if t.RankBy == tally.Mentions {
		return [2]string{SizeUnit(t), "of people"}
	}
	return [2]string{"share", "people"}
}

// Bars is the note of a chart of terms. Groups are the panels; nil means that the chart is of all
// people. The terms may be options that people chose.
func Bars(t *tally.Tally, groups []tally.Group, intervals, options bool) []string {
	return slices.Concat(ofBars(t, groups, intervals, options), drawn(t, options), leftOut(t, options), optionOrder(t), covered(t), saidNothing(t.Base), denied(t.Terms))
}

// ThemeBars is the note of a chart of themes; cut is the number of themes that were left out as less
// frequent.
func ThemeBars(t *tally.Tally, groups []tally.Group, intervals bool, cut int) []string {
	less := "that fewer people named"
	if t.RankBy == tally.Mentions {
		less = "named less often"
	}
	return slices.Concat(ofBars(t, groups, intervals, false),
		when(cut > 0, "Left out: %s %s.", Count(cut, "theme"), less),
		when(t.Uncoded > 0, "The %s of %d of them %s in no theme.", Agree(t.Uncoded, "answer", "answers"), t.Uncoded, Agree(t.Uncoded, "is", "are")), // and it is not withheld
		saidNothing(t.Base))
}

// ofBars are the sentences that no chart may lack.
func ofBars(t *tally.Tally, groups []tally.Group, intervals, options bool) []string {
	return slices.Concat(whiskers(intervals), withheldTerms(t, deedOf(options)), smallGroups(groups), weightedShares(t))
}

// PageBars is the caption of a chart on a page, which has the question, the base and the cut
// elsewhere.
func PageBars(t *tally.Tally, options, intervals bool) []string {
	named := "named a term"
	if d := deedOf(options); options {
		named = d.did + " " + d.aTerm
	}
	of := say("Of the %s who gave an answer: the share who %s, and their number.", People(t.Base.Valid), named)
	return slices.Concat([]string{of}, optionOrder(t), covered(t), weightedShares(t), whiskers(intervals))
}

// whiskers explains the lines on bars, if there are any.
func whiskers(intervals bool) []string {
	return when(intervals, "Lines are 95%% intervals; they hold for random samples only.")
}

// smallGroups names the groups that tell little, and counts the people in no group.
func smallGroups(groups []tally.Group) []string {
	var small []string
	for _, g := range groups {
		if n := g.Tally.Base.Valid; g.Value != "" && 0 < n && n < tally.SmallGroup {
			small = append(small, Shorten(g.Value, nameLength))
		}
	}
	return slices.Concat(
		when(len(small) > 0, "Groups of fewer than %d people (%s) tell little.", tally.SmallGroup, strings.Join(small, ", ")), inNone(groups))
}

// inNone counts the people who answered and are in no group.
func inNone(groups []tally.Group) []string {
	for _, g := range groups {
		if g.Value == "" {
			return when(g.Tally.Base.Valid > 0, "In no group: %s who answered.", People(g.Tally.Base.Valid))
		}
	}
	return nil
}

// BarAlt is the alternative text of a chart, for people who do not see it: names are the bars in
// order, each with its figures; panels is the number of groups.
func BarAlt(t *tally.Tally, question string, panels int, names []string) string {
	return alt("Bar chart"+clause(panels > 0, " of %d groups", panels), t.Base, question, strings.Join(names[:min(altTop, len(names))], ", ")+".")
}

// Bar says how often a term or theme was said: the text that a pointer on its bar brings up.
// Mentions may be withheld.
func Bar(name string, mentions tally.Figure, respondents, valid int, share float64) string {
	often := clause(!mentions.IsWithheld(), "%s, ", Count(mentions, "mention"))
	return say("%s: %s%d of %d people, %s", name, often, respondents, valid, Percent(share))
}
