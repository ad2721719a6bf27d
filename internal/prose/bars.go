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

// A Barred is what a bar stands for.
type Barred int

// The kinds of bars.
const (
	Terms Barred = iota
	Options
	Themes
)

// barTexts say what the length of a bar means, for what bars stand for: how often it was named, a share
// of a group, a share of all; and that a person may name several.
var barTexts = [...]struct{ often, grouped, share, several Text }{
	Terms: {"Bars show how often a term was said.", "Bars show the share of a group who said a term.",
		"Bars show the share of them who said a term.", "One person may say several."},
	Options: {"Bars show how often an option was chosen.", "Bars show the share of a group who chose an option.",
		"Bars show the share of them who chose an option.", "One person may choose several."},
	Themes: {"Bars show how often a theme was named.", "Bars show the share of a group who named a theme.",
		"Bars show the share of them who named a theme.", "One person may name several."},
}

// optionsOr are options if something holds, else terms.
func optionsOr(options bool) Barred {
	if options {
		return Options
	}
	return Terms
}

// BarBase says how many people answered, and what the length of a bar means: of terms, or of the
// options that people chose.
func (v Voice) BarBase(t *tally.Tally, grouped, options bool) []string {
	return v.barBase(t, grouped, optionsOr(options), sumsBeyond(t, options))
}

// ThemeBase is BarBase for themes.
func (v Voice) ThemeBase(t *tally.Tally, grouped bool) []string {
	return v.barBase(t, grouped, Themes, true)
}

// barBase says what bars show; several is whether people may have done that more than once.
func (v Voice) barBase(t *tally.Tally, grouped bool, what Barred, several bool) []string {
	texts := barTexts[what]
	switch {
	case t.RankBy == tally.Mentions:
		return v.bases(t, v.Say("Bars: number of mentions."), v.Say(texts.often), v.Say("The share is that of people."))
	case grouped:
		return v.bases(t, v.Say("Bars: share of the group."), v.Say(texts.grouped), v.Say("All groups are on one scale."))
	}
	return v.bases(t, v.Say("Bars: the share of them."), v.Say(texts.share), v.When(several, texts.several)...)
}

// ColumnHeads are the heads of the columns of a chart: of the values, where intervals keep them from
// the ends of their bars, and of the people, or their share if bars show mentions.
func (v Voice) ColumnHeads(t *tally.Tally) [2]string {
	if t.RankBy == tally.Mentions {
		return [2]string{v.SizeUnit(t), v.Say("of people")}
	}
	return [2]string{v.Say("share"), v.Say("people")}
}

// Bars is the note of a chart of terms. Groups are the panels; nil means that the chart is of all
// people. The terms may be options that people chose.
func (v Voice) Bars(t *tally.Tally, groups []tally.Group, intervals, options bool) []string {
	return slices.Concat(v.ofBars(t, groups, intervals, options), v.drawn(t, options), v.leftOut(t, options), v.optionOrder(t), v.covered(t), v.saidNothing(t.Base), v.denied(t.Terms))
}

// ThemeBars is the note of a chart of themes; cut is the number of themes that were left out as less
// frequent.
func (v Voice) ThemeBars(t *tally.Tally, groups []tally.Group, intervals bool, cut int) []string {
	return slices.Concat(v.ofBars(t, groups, intervals, false), v.ThemesLeftOut(t, cut), v.saidNothing(t.Base))
}

// ThemesLeftOut counts the themes that are not in a picture, and the people of no theme.
func (v Voice) ThemesLeftOut(t *tally.Tally, cut int) []string {
	less := either(t.RankBy == tally.Mentions, "Left out: %d themes named less often.", "Left out: %d themes that fewer people named.")
	return slices.Concat(v.When(cut > 0, less, cut), v.When(t.Uncoded > 0, "The answers of %d people are in no theme.", t.Uncoded)) // and it is not withheld
}

// ofBars are the sentences that no chart may lack.
func (v Voice) ofBars(t *tally.Tally, groups []tally.Group, intervals, options bool) []string {
	return slices.Concat(v.whiskers(intervals), v.withheldTerms(t, options), v.smallGroups(groups), v.weightedShares(t))
}

// PageBars is the caption of a chart on a page, which has the question, the base and the cut
// elsewhere.
func (v Voice) PageBars(t *tally.Tally, options, intervals bool) []string {
	of := either(options, "Of the %d people who gave an answer: the share who chose an option, and their number.", "Of the %d people who gave an answer: the share who named a term, and their number.")
	return slices.Concat(v.When(true, of, t.Base.Valid), v.optionOrder(t), v.covered(t), v.weightedShares(t), v.whiskers(intervals))
}

// whiskers explains the lines on bars, if there are any.
func (v Voice) whiskers(intervals bool) []string {
	return v.When(intervals, "Lines are 95%% intervals; they hold for random samples only.")
}

// smallGroups names the groups that tell little, and counts the people in no group.
func (v Voice) smallGroups(groups []tally.Group) []string {
	var small []string
	for _, g := range groups {
		if n := g.Tally.Base.Valid; g.Value != "" && 0 < n && n < tally.SmallGroup {
			small = append(small, Shorten(g.Value, nameLength))
		}
	}
	return slices.Concat(
		v.When(len(small) > 0, "Groups of fewer than %d people (%s) tell little.", tally.SmallGroup, strings.Join(small, ", ")), v.inNone(groups))
}

// inNone counts the people who answered and are in no group.
func (v Voice) inNone(groups []tally.Group) []string {
	for _, g := range groups {
		if g.Value == "" {
			return v.When(g.Tally.Base.Valid > 0, "In no group: %d people who answered.", g.Tally.Base.Valid)
		}
	}
	return nil
}

// BarAlt is the alternative text of a chart, for people who do not see it: names are the bars in
// order, each with its figures; panels is the number of groups.
func (v Voice) BarAlt(t *tally.Tally, question string, panels int, names []string) string {
	head := either(panels > 0, "Bar chart of %[3]d groups, %[1]d of %[2]d people.", "Bar chart, %[1]d of %[2]d people.")
	return alt(v.Say(head, t.Base.Valid, t.Base.Respondents, panels), question, strings.Join(names[:min(altTop, len(names))], ", ")+".")
}

// Bar says how often a term or theme was said: the text that a pointer on its bar brings up.
// Mentions may be withheld.
func (v Voice) Bar(name string, mentions tally.Figure, respondents, valid int, share float64) string {
	if mentions.IsWithheld() {
		return v.Say("%s: %d of %d people, %s", name, respondents, valid, v.Percent(share))
	}
	return v.Say("%s: %d mentions, %d of %d people, %s", name, mentions, respondents, valid, v.Percent(share))
}
