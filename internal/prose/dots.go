package prose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/tally"
)

// The texts of a dot plot. The title is the finding, since a question says nothing of groups; the
// question opens the base:
//
//	Villages: more often “buses”; Town: more often “cycling”                    title
//	What should the council spend more on? 221 of 240 people answered. …        base
//	○ Town (117 people)  □ Villages (104)                                       key
//	By “area”. 30 terms tested, of 5 people or more; 2 differ beyond chance …   note

// SmallBase is the number of people below which a group has an asterisk.
const SmallBase = 30

// shortColumn is how much of a column's name a note of two lines has, in characters.
const shortColumn = 50

// longestFinding is how long a finding may be as a title, in characters: as much as two lines hold.
const longestFinding = 105

// Titles are the finding as the title of a picture, ever shorter: with all terms that set a drawn
// group apart; with the first of each group; their number, with those of the clearest two groups.
func (c *Comparison) Titles() (list []string) {
	names, total := c.apartByGroup(), c.significant()
	if len(names) == 0 {
		return []string{c.none()}
	}
	for _, most := range [...]int{total, 3, 2, 1} {
		title := strings.Join(Texts(names, func(g []string) string {
			n := min(most, len(g)-1)
			return say("%s: more often %s%s", g[0], strings.Join(g[1:n+1], ", "), clause(len(g)-1 > n, " and %d more", len(g)-1-n))
		}), "; ")
		if utf8.RuneCountInString(title) <= longestFinding && !slices.Contains(list, title) {
			list = append(list, title)
		}
	}
	count := say("%d of %s %s groups apart", total, Count(c.Family, deedOf(c.Chosen).term), Agree(total, "sets", "set"))
	first := Texts(names[:min(2, len(names))], func(g []string) string { return say("%s (%s)", g[1], g[0]) })
	if title := count + ", most of all " + enumerate(first); utf8.RuneCountInString(title) <= longestFinding {
		list = append(list, title)
	}
	return append(list, count)
}

// none says that no drawn group stands apart.
func (c *Comparison) none() string {
	if c.significant() > 0 {
		return "No clear difference between the groups that are drawn"
	}
	return "No clear difference between the groups"
}

// apartByGroup are the drawn groups that a term sets apart, each with its name first and then the
// terms, in quotation marks; the group of the clearest difference comes first.
func (c *Comparison) apartByGroup() (list [][]string) {
	place := map[int]int{} // in the list, by group
	for i := range c.Terms {
		x := &c.Terms[i]
		for _, g := range c.Setting(x) {
			at, known := place[g]
			if !known {
				at, place[g] = len(list), len(list)
				list = append(list, []string{Shorten(x.Groups[g].Value, nameLength)})
			}
			list[at] = append(list[at], "“"+Shorten(x.Label, termLength)+"”")
		}
	}
	return list
}

// DotBase are ways to say the base of a dot plot, ever shorter: how many people answered, and what a
// symbol stands for.
func DotBase(t *tally.Tally, options bool) []string {
	d, weights := deedOf(options), clause(isWeighted(t), ", weighted")
	answered := say("%d of %d people answered.", t.Base.Valid, t.Base.Respondents)
	if t.RankBy == tally.Mentions {
		return []string{answered + " How often people of a group " + d.did + " " + d.aTerm + weights + ".", answered}
	}
	return []string{answered + " Share of each group who " + d.did + " " + d.aTerm + weights + ".", answered + " Share of each group" + weights + ".", answered}
}

// GroupBase is how many people a group has, in the key of a picture: the first with the unit, a small
// group with an asterisk.
func GroupBase(people int, first bool) string {
	n := Grouped(people)
	if first {
		n = People(people)
	}
	return "(" + n + clause(people < SmallBase, "*") + ")"
}

// DotValue is the share beside a filled symbol, with the name of its group.
func DotValue(group string, share float64) string {
	return Shorten(group, 24) + " " + Percent(share)
}

// Difference is a difference of two shares in a column: "27 pts".
func Difference(one, two float64) string {
	n := strings.TrimPrefix(Points(two-one), "+")
	if n == "1" || n == "<1" {
		return n + " pt"
	}
	return n + " pts"
}

// The heads of the blocks of a comparison, and of the column of differences.
const (
	BeyondChance   = "Beyond chance"
	MayBeChance    = "May be chance"
	DifferenceHead = "difference"
)

// Withheld stands for a number that disclosure control withholds.
const Withheld = "[c]"

// HiddenGroups says of which groups the number of a term is withheld, in short and in full; "" is none.
func HiddenGroups(label string, names []string) (short, full string) {
	switch len(names) {
	case 0:
		return "", ""
	case 1:
		short = Shorten(names[0], 16) + " " + Withheld
	default:
		short = say("%d groups %s", len(names), Withheld)
	}
	return short, say("%s: withheld of %s", label, enumerate(names))
}

// InGroup says how many people of a group said a term: the text that a pointer on its symbol brings up.
func (c *Comparison) InGroup(x *tally.KeyTerm, group int) string {
	g, base := x.Groups[group], c.Comparison.Groups[group]
	if g.Withheld {
		return say("%s: %s in %s", Label(x.Label), Withheld, Label(g.Value))
	}
	others := ""
	if c.Overlap {
		others = say("; %s %s", c.elsewhere(), Percent(g.NotPicked.Share))
	}
	return say("%s: %d of %d people in %s, %s%s%s", Label(x.Label), g.Respondents, base.Valid, Label(g.Value), weighted(c.Tally), Percent(g.Share), others)
}

// Alt is the alternative text of a picture of a comparison: its kind, and the finding.
func (c *Comparison) Alt(kind string) string {
	drawn := c.Drawn()
	var names []string
	for i := range c.Terms {
		x := &c.Terms[i]
		for _, g := range c.Setting(x) {
			names = append(names, say("%s more in %s (%s)", Label(x.Label), Label(x.Groups[g].Value), Percent(x.Groups[g].Share)))
		}
	}
	found := c.none() + "."
	if len(names) > 0 {
		found = Capitalized(strings.Join(names[:min(altTop, len(names))], ", ")) + "."
	}
	return alt(say("%s of %d groups, %d of %d people.", kind, len(drawn), c.Tally.Base.Valid, c.Tally.Base.Respondents), c.Question, found)
}

// GroupDotAlt is the alternative text of a dot plot of groups that are not tested.
func GroupDotAlt(t *tally.Tally, question string, groups int, names []string) string {
	return alt(say("Dot plot of %d groups, %d of %d people.", groups, t.Base.Valid, t.Base.Respondents), question, strings.Join(names[:min(altTop, len(names))], ", ")+".")
}

// DotNote is what a dot plot shows, for its note.
type DotNote struct {
	Beyond, Chance int  // terms that set a drawn group apart; other terms
	Intervals      bool // are drawn
	Withheld       bool // a number is
	Overlap        bool // the groups are options
	Bars           bool // the picture has bars instead of symbols
	Least          int  // people, of disclosure control
}

// GroupDots is the note of a dot plot of groups that are not tested; all also has the people of no group.
func GroupDots(t *tally.Tally, column string, groups []tally.ComparedGroup, all []tally.Group, d DotNote, options bool) []string {
	drawn := tally.Drawn(groups, d.Overlap)
	return slices.Concat(
		when(column != "", "By “%s”.", Shorten(column, shortColumn)), dotSigns(groups, drawn, d), undrawn(groups, drawn), Voice{}.inNone(all), Voice{}.withheldTerms(t, options),
		Voice{}.optionOrder(t), Voice{}.covered(t), Voice{}.weightedShares(t), Voice{}.denied(t.Terms))
}

// DrawnTerms says which terms are in a picture, if a limit cut the list.
func DrawnTerms(t *tally.Tally, options bool) []string {
	return slices.Concat(Voice{}.drawn(t, options), Voice{}.leftOut(t, options))
}

// ThemesLeftOut counts the themes that are not in a picture, and the people of no theme.
func ThemesLeftOut(t *tally.Tally, cut int) []string {
	less := "that fewer people named"
	if t.RankBy == tally.Mentions {
		less = "named less often"
	}
	return slices.Concat(when(cut > 0, "Left out: %s %s.", Count(cut, "theme"), less),
		when(t.Uncoded > 0, "The %s of %d of them %s in no theme.", Agree(t.Uncoded, "answer", "answers"), t.Uncoded, Agree(t.Uncoded, "is", "are"))) // and it is not withheld
}

// Dots is the note of a dot plot of a comparison: what was tested comes first, then what the signs
// mean, then what is not drawn.
func (c *Comparison) Dots(d DotNote) []string {
	drawn := c.Drawn()
	return slices.Concat(
		[]string{c.groupedBy(), c.corrected()}, dotSigns(c.Comparison.Groups, drawn, d), undrawn(c.Comparison.Groups, drawn),
		when(d.Bars, "Grey: may be chance."), when(!d.Bars && d.Beyond > 0 && len(drawn) > 2, "Coloured: more often than %s.", c.against("in all other groups together")), c.termsLeftOut(d),
		c.inNone(c.Groups),
		c.fewPicked(c.LeftOut), c.optionOrder(c.Tally), c.covered(c.Tally), c.weightedShares(c.Tally), c.denied(c.Shown))
}

// groupedBy says what the groups are, in few words: the note of a picture has two lines.
func (c *Comparison) groupedBy() string {
	column := Shorten(c.Column, shortColumn)
	if c.Overlap {
		return say("By “%s”: people could pick several; each is compared with those who did not pick it.", column)
	}
	return say("By “%s”.", column)
}

// corrected says how many terms were tested, and how many differ.
func (c *Comparison) corrected() string {
	n := c.significant()
	differ := clause(n == 0, "none differs") + clause(n > 0, "%d %s", n, Agree(n, "differs", "differ"))
	return say("%s tested, of %d people or more; %s beyond chance (%s, corrected, 5%%).", Count(c.Family, deedOf(c.Chosen).term), tally.LeastTested, differ, Count(c.Tests, "test"))
}

// dotSigns explain the signs of a dot plot: lines, asterisks, and what stands for a withheld number.
func dotSigns(groups []tally.ComparedGroup, drawn []int, d DotNote) []string {
	small := slices.ContainsFunc(drawn, func(i int) bool { return groups[i].Valid < SmallBase })
	return slices.Concat(
		when(d.Withheld, Withheld+" Withheld: fewer than %s.", People(d.Least)),
		when(small, "* Fewer than %d people.", SmallBase),
		when(d.Intervals, "Lines: 95%% intervals, valid for a random sample only."))
}

// undrawn names the groups that are not drawn: the small ones, and those beyond the largest.
func undrawn(groups []tally.ComparedGroup, drawn []int) []string {
	const most = 4
	var small, others []string
	for i, g := range groups {
		switch {
		case slices.Contains(drawn, i):
		case g.Small:
			small = append(small, Shorten(g.Value, nameLength))
		default:
			others = append(others, say("%s (%d)", Shorten(g.Value, nameLength), g.Valid))
		}
	}
	return slices.Concat(
		when(len(small) > 0, "Not drawn, fewer than %d people: %s.", tally.SmallGroup, named(small, most, "%d more")),
		when(len(others) > 0, "Not drawn, smaller than these: %s.", named(others, most, "%d more")))
}

// termsLeftOut counts the tested terms that are not drawn. Where nothing differs the most common are drawn.
func (c *Comparison) termsLeftOut(d DotNote) []string {
	cut := c.Family - d.Beyond - d.Chance
	if d.Beyond == 0 {
		return when(cut > 0, "Drawn: the %d %s by most people.", d.Chance, deedOf(c.Chosen).done)
	}
	return when(cut > 0, "Not drawn: %d that %s less clearly.", cut, Agree(cut, "differs", "differ"))
}
