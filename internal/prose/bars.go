package prose

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// The caption of a chart begins as that of a cloud. Then it says what the length of a bar is, of whom, and what is not to
// be read into it: shares of one question may add up to more than 100 %, and groups of a few people tell little.

// Bars is the caption of a chart of terms. Groups are those that it has panels for, nil where it is of all people.
func Bars(t *tally.Tally, groups []tally.Group, intervals bool) []string {
	return slices.Concat(ofBars(t, groups, intervals, "said a term"), chosen(t), Denied(t.Terms))
}

// ThemeBars is the caption of a chart of themes; cut is how many themes that fewer people named are not in it.
func ThemeBars(t *tally.Tally, groups []tally.Group, intervals bool, cut int) []string {
	sentences := ofBars(t, groups, intervals, "named a theme, each person once")
	if cut > 0 {
		sentences = append(sentences, fmt.Sprintf("Not shown: %s that fewer named.", Count(cut, "theme")))
	}
	if t.Uncoded > 0 { // nor withheld
		sentences = append(sentences, fmt.Sprintf("What %d of them said is in no theme.", t.Uncoded))
	}
	return sentences
}

// ofBars says what the bars show, and of whom; did is what the people have done whose share a bar is.
func ofBars(t *tally.Tally, groups []tally.Group, intervals bool, did string) []string {
	sentences := []string{answered(t.Base)}
	switch {
	case t.RankBy == tally.Mentions:
		often := "how often a term was said"
		if isWeighted(t) {
			often += ", weighted"
		}
		sentences = append(sentences, "Bars show "+often+", the share beside them how many people said it; one person may say it several times.")
	case groups != nil:
		sentences = append(sentences, "Bars show the share of the people of a group who "+did+", on one scale; the number beside it counts them.")
	default:
		sentences = append(sentences, "Bars show the share of these who "+did+"; they add up to more than 100 % where people named several.")
	}
	return slices.Concat(sentences, weightedShares(t), whiskers(intervals), smallGroups(groups), withheldWords(t), setAside(t))
}

// PageBars is the caption of a chart on a page that has the question already.
func PageBars(t *tally.Tally, intervals bool) []string {
	of := fmt.Sprintf("The share of the %s who gave an answer that named a term, and how many they are.", People(t.Base.Valid))
	return slices.Concat([]string{of}, weightedShares(t), whiskers(intervals))
}

// whiskers says what the lines at the ends of bars are, where there are any.
func whiskers(intervals bool) []string {
	if !intervals {
		return nil
	}
	return []string{"Whiskers are 95 % intervals; they hold for probability samples."}
}

// smallGroups names the groups that tell little, and counts the people in none.
func smallGroups(groups []tally.Group) (sentences []string) {
	var small []string
	nobody := -1
	for i, g := range groups {
		switch n := g.Tally.Base.Valid; {
		case n == 0:
		case g.Value == "" && n > 0:
			nobody = i
		case n < tally.SmallGroup:
			small = append(small, Shorten(g.Value, nameLength))
		}
	}
	if len(small) > 0 {
		sentences = append(sentences, fmt.Sprintf("Groups of fewer than %d people tell little: %s.", tally.SmallGroup, strings.Join(small, ", ")))
	}
	if nobody >= 0 {
		sentences = append(sentences, fmt.Sprintf("In no group: %s who answered.", People(groups[nobody].Tally.Base.Valid)))
	}
	return sentences
}

// BarAlt describes a chart to people who do not see it: names are those of the bars, in order, each with its figures;
// panels is how many groups it has panels for.
func BarAlt(t *tally.Tally, question string, panels int, names []string) string {
	const top = 10
	kind := fmt.Sprintf("Bar chart of the answers of %d people", t.Base.Valid)
	if panels > 0 {
		kind += fmt.Sprintf(" in %d groups", panels)
	}
	return fmt.Sprintf("%s: %s.\nQuestion: %s", kind, strings.Join(names[:min(top, len(names))], ", "), Plain(question))
}

// Bar says how often something was said, for the pointer that rests on its bar. Mentions may be withheld.
func Bar(name string, mentions tally.Figure, respondents, valid int, share float64) string {
	often := ""
	if !mentions.IsWithheld() {
		often = Count(mentions, "mention") + ", "
	}
	return fmt.Sprintf("%s: %s%d of %d people, %s", name, often, respondents, valid, Percent(share))
}
