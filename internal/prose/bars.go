package prose

import (
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// The caption of a chart begins like the caption of a cloud. Then it says what the length of a bar
// means, and warns of two misreadings: shares of one question may add up to more than 100%, and
// groups of a few people tell little.
//
//	97 of 120 people gave an answer.                                   the base
//	Bars show the share of these people who said a term; …             the length
//	Shares are weighted, numbers of people are not.                    if there are weights
//	Whiskers are 95% intervals; they hold for probability samples.    if there are whiskers
//	Groups of fewer than 10 people (East) tell little.                 if there are panels

// Bars is the caption of a chart of terms. Groups are the panels; nil means that the chart is of
// all people. The terms may be options that people chose.
func Bars(t *tally.Tally, groups []tally.Group, intervals, options bool) []string {
	d := deedOf(options)
	return slices.Concat(ofBars(t, groups, intervals, d, d.did+" "+d.aTerm, beyondWhole(t, options, andShares, "several")), optionOrder(t), covered(t), chosen(t, options), denied(t.Terms))
}

// ThemeBars is the caption of a chart of themes; cut is the number of themes that were left out as
// less frequent.
func ThemeBars(t *tally.Tally, groups []tally.Group, intervals bool, cut int) []string {
	less := "that fewer people named"
	if t.RankBy == tally.Mentions {
		less = "named less often"
	}
	return slices.Concat(ofBars(t, groups, intervals, deedOf(false), "named a theme, each person once", andShares+" add up to more than 100% if people named several"),
		when(cut > 0, "Not shown: %s %s.", Count(cut, "theme"), less),
		when(t.Uncoded > 0, "The %s of %d of them %s in no theme.", Agree(t.Uncoded, "answer", "answers"), t.Uncoded, Agree(t.Uncoded, "is", "are"))) // and it is not withheld
}

// andShares begins what a caption adds on the sum of the shares.
const andShares = "; the shares"

// ofBars says what the bars show; d is what people do to be counted, did what the people of a bar's share did, and sum what the shares
// add up to.
func ofBars(t *tally.Tally, groups []tally.Group, intervals bool, d deed, did, sum string) []string {
	sentences := []string{answered(t.Base)}
	switch {
	case t.RankBy == tally.Mentions:
		sentences = append(sentences, "Bars show how often "+d.aTerm+" was "+d.done+clause(isWeighted(t), ", weighted")+"; the share next to a bar shows how many people "+d.did+" it. One person may be counted several times.")
	case groups != nil:
		sentences = append(sentences, "Bars show the share of the people of a group who "+did+", on one scale for all groups; next to it is their number.")
	default:
		sentences = append(sentences, "Bars show the share of these people who "+did+sum+".")
	}
	return slices.Concat(sentences, weightedShares(t), whiskers(intervals), smallGroups(groups), withheldTerms(t, d), setAside(t))
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

// whiskers explains the lines at the ends of bars, if there are any.
func whiskers(intervals bool) []string {
	return when(intervals, "Whiskers are 95%% intervals; they hold for probability samples.")
}

// smallGroups names the groups that tell little, and counts the people in no group.
func smallGroups(groups []tally.Group) []string {
	var small []string
	inNone := 0 // people
	for _, g := range groups {
		switch n := g.Tally.Base.Valid; {
		case g.Value == "":
			inNone = n
		case 0 < n && n < tally.SmallGroup:
			small = append(small, Shorten(g.Value, nameLength))
		}
	}
	return slices.Concat(
		when(len(small) > 0, "Groups of fewer than %d people (%s) tell little.", tally.SmallGroup, strings.Join(small, ", ")),
		when(inNone > 0, "In no group: %s who answered.", People(inNone)))
}

// BarAlt is the alternative text of a chart, for people who do not see it: names are the bars in
// order, each with its figures; panels is the number of groups.
func BarAlt(t *tally.Tally, options bool, question string, panels int, names []string) string {
	const top = 10
	return say("Bar chart of the answers of %s%s, by %s: %s.\nQuestion: %s", People(t.Base.Valid), clause(panels > 0, " in %d groups", panels), counted(t, "it", options),
		strings.Join(names[:min(top, len(names))], ", "), Plain(question))
}

// Bar says how often a term or theme was said: the text that a pointer on its bar brings up.
// Mentions may be withheld.
func Bar(name string, mentions tally.Figure, respondents, valid int, share float64) string {
	often := clause(!mentions.IsWithheld(), "%s, ", Count(mentions, "mention"))
	return say("%s: %s%d of %d people, %s", name, often, respondents, valid, Percent(share))
}
