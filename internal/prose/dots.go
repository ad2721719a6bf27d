package prose

import (
	"slices"
	"strconv"
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
		title := c.series(Texts(names, func(g []string) string { return c.setApart(g[0], g[1:], most) }))
		if utf8.RuneCountInString(title) <= longestFinding && !slices.Contains(list, title) {
			list = append(list, title)
		}
	}
	count := c.Say(either(c.Chosen, "%d of %d options set groups apart", "%d of %d terms set groups apart"), total, c.Family)
	first := Texts(names[:min(2, len(names))], func(g []string) string { return c.Say("%s (%s)", g[1], g[0]) })
	if title := c.Say("%s, most of all %s", count, c.enumerate(first)); utf8.RuneCountInString(title) <= longestFinding {
		list = append(list, title)
	}
	return append(list, count)
}

// setApart says which terms a group has more often, and names so many of them.
func (v Voice) setApart(group string, terms []string, most int) string {
	n := min(most, len(terms))
	if others := len(terms) - n; others > 0 {
		return v.Say("%s: more often %s and %d more", group, strings.Join(terms[:n], ", "), others)
	}
	return v.Say("%s: more often %s", group, strings.Join(terms, ", "))
}

// none says that no drawn group stands apart.
func (c *Comparison) none() string {
	if c.significant() > 0 {
		return c.Say("No clear difference between the groups that are drawn")
	}
	return c.Say("No clear difference between the groups")
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
			list[at] = append(list[at], c.Quote(Shorten(x.Label, termLength)))
		}
	}
	return list
}

// DotBase are ways to say the base of a dot plot, ever shorter: how many people answered, and what a
// symbol stands for.
func (v Voice) DotBase(t *tally.Tally, options bool) []string {
	answered, weighted := v.Say("%d of %d people answered.", t.Base.Valid, t.Base.Respondents), v.When(isWeighted(t), "Weighted.")
	base := func(text Text) string { return Sentences(slices.Concat([]string{answered, v.Say(text)}, weighted)) }
	if t.RankBy == tally.Mentions {
		return []string{base(either(options, "How often people of a group chose an option.", "How often people of a group said a term.")), answered}
	}
	return []string{base(either(options, "Share of each group who chose an option.", "Share of each group who said a term.")), base("Share of each group."), answered}
}

// GroupBase is how many people a group has, in the key of a picture: the first with the unit, a small
// group with an asterisk.
func (v Voice) GroupBase(people int, first bool) string {
	n := v.Number(people)
	if first {
		n = v.People(people)
	}
	return "(" + n + clause(people < SmallBase, "*") + ")"
}

// DotValue is the share beside a filled symbol, with the name of its group.
func (v Voice) DotValue(group string, share float64) string {
	return Shorten(group, 24) + " " + v.Percent(share)
}

// Difference is a difference of two shares in a column: "27 pts".
func (v Voice) Difference(one, two float64) string {
	points, err := strconv.Atoi(strings.TrimPrefix(Points(two-one), "+"))
	if err != nil {
		return v.Say("<1 pt")
	}
	return v.Say("%d pts", points)
}

// The heads of the blocks of a comparison, and of the column of differences.
const (
	BeyondChance   Text = "Beyond chance"
	MayBeChance    Text = "May be chance"
	DifferenceHead Text = "difference"
)

// Withheld stands for a number that disclosure control withholds.
const Withheld = "[c]"

// HiddenGroups says of which groups the number of a term is withheld, in short and in full; "" is none.
func (v Voice) HiddenGroups(label string, names []string) (short, full string) {
	switch len(names) {
	case 0:
		return "", ""
	case 1:
		short = Shorten(names[0], 16) + " " + Withheld
	default:
		short = v.Say("%d groups %s", len(names), Withheld)
	}
	return short, v.Say("%s: withheld of %s", label, v.enumerate(names))
}

// InGroup says how many people of a group said a term: the text that a pointer on its symbol brings up.
func (c *Comparison) InGroup(x *tally.KeyTerm, group int) string {
	g := x.Groups[group]
	switch {
	case g.Withheld:
		return c.Say("%s: %s in %s", Label(x.Label), Withheld, Label(g.Value))
	case c.Overlap:
		return c.besides(c.people(x, group), g.NotPicked.Share)
	}
	return c.people(x, group)
}

// people says how many people of a group said a term.
func (c *Comparison) people(x *tally.KeyTerm, group int) string {
	g, share := x.Groups[group], c.Percent(x.Groups[group].Share)
	if isWeighted(c.Tally) {
		share = c.Say("%s, weighted", share)
	}
	return c.Say("%s: %d of %d people in %s, %s", Label(x.Label), g.Respondents, c.Comparison.Groups[group].Valid, Label(g.Value), share)
}

// besides adds the share of the other people.
func (c *Comparison) besides(text string, share float64) string {
	return c.Say(either(c.Overlap, "%s; of the others %s", "%s; elsewhere %s"), text, c.Percent(share))
}

// The kinds of pictures of groups, in their alternative texts: with people who answered, all, and groups.
const (
	DotPlot       Text = "Dot plot of %[3]d groups, %[1]d of %[2]d people."
	GroupBars     Text = "Bar chart of %[3]d groups, %[1]d of %[2]d people."
	DifferentBars Text = "Bar chart of the differences between %[3]d groups, %[1]d of %[2]d people."
	GroupClouds   Text = "Word clouds of %[3]d groups, %[1]d of %[2]d people."
)

// Alt is the alternative text of a picture of a comparison: its kind, and the finding.
func (c *Comparison) Alt(kind Text) string {
	drawn := c.Drawn()
	var names []string
	for i := range c.Terms {
		x := &c.Terms[i]
		for _, g := range c.Setting(x) {
			names = append(names, c.Say("%s more in %s (%s)", Label(x.Label), Label(x.Groups[g].Value), c.Percent(x.Groups[g].Share)))
		}
	}
	found := c.none() + "."
	if len(names) > 0 {
		found = Capitalized(strings.Join(names[:min(altTop, len(names))], ", ")) + "."
	}
	return alt(c.Say(kind, c.Tally.Base.Valid, c.Tally.Base.Respondents, len(drawn)), c.Question, found)
}

// GroupDotAlt is the alternative text of a dot plot of groups that are not tested.
func (v Voice) GroupDotAlt(t *tally.Tally, question string, groups int, names []string) string {
	return alt(v.Say(DotPlot, t.Base.Valid, t.Base.Respondents, groups), question, strings.Join(names[:min(altTop, len(names))], ", ")+".")
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
func (v Voice) GroupDots(t *tally.Tally, column string, groups []tally.ComparedGroup, all []tally.Group, d DotNote, options bool) []string {
	drawn := tally.Drawn(groups, d.Overlap)
	return slices.Concat(
		v.When(column != "", "By %s.", v.Quote(Shorten(column, shortColumn))), v.dotSigns(groups, drawn, d), v.undrawn(groups, drawn), v.inNone(all), v.withheldTerms(t, options),
		v.optionOrder(t), v.covered(t), v.weightedShares(t), v.denied(t.Terms))
}

// DrawnTerms says which terms are in a picture, if a limit cut the list.
func (v Voice) DrawnTerms(t *tally.Tally, options bool) []string {
	return slices.Concat(v.drawn(t, options), v.leftOut(t, options))
}

// Dots is the note of a dot plot of a comparison: what was tested comes first, then what the signs
// mean, then what is not drawn.
func (c *Comparison) Dots(d DotNote) []string {
	drawn := c.Drawn()
	coloured := either(c.Overlap, "Coloured: more often than those who did not pick it.", "Coloured: more often than in all other groups together.")
	return slices.Concat(
		[]string{c.groupedBy(), c.corrected()}, c.dotSigns(c.Comparison.Groups, drawn, d), c.undrawn(c.Comparison.Groups, drawn), c.unrounded(c.Shown),
		c.When(d.Bars, "Grey: may be chance."), c.When(!d.Bars && d.Beyond > 0 && len(drawn) > 2, coloured), c.termsLeftOut(d),
		c.inNone(c.Groups),
		c.fewPicked(c.LeftOut), c.optionOrder(c.Tally), c.covered(c.Tally), c.weightedShares(c.Tally), c.denied(c.Shown))
}

// groupedBy says what the groups are, in few words: the note of a picture has two lines.
func (c *Comparison) groupedBy() string {
	return c.Say(either(c.Overlap, "By %s: people could pick several; each is compared with those who did not pick it.", "By %s."), c.Quote(Shorten(c.Column, shortColumn)))
}

// corrected says how many terms were tested, with how many tests, and how many differ: without that,
// nobody could judge how many differences chance alone would bring.
func (c *Comparison) corrected() string {
	n := c.significant()
	if n == 0 {
		return c.Say(either(c.Chosen, "%d options tested, of %d people or more; none differs beyond chance (%d tests, corrected, 5%%).",
			"%d terms tested, of %d people or more; none differs beyond chance (%d tests, corrected, 5%%)."), c.Family, tally.LeastTested, c.Tests)
	}
	return c.Say(either(c.Chosen, "%d options tested, of %d people or more; %d differ beyond chance (%d tests, corrected, 5%%).",
		"%d terms tested, of %d people or more; %d differ beyond chance (%d tests, corrected, 5%%)."), c.Family, tally.LeastTested, n, c.Tests)
}

// dotSigns explain the signs of a dot plot: lines, asterisks, and what stands for a withheld number.
func (v Voice) dotSigns(groups []tally.ComparedGroup, drawn []int, d DotNote) []string {
	small := slices.ContainsFunc(drawn, func(i int) bool { return groups[i].Valid < SmallBase })
	return slices.Concat(
		v.When(d.Withheld, "%s Withheld: fewer than %d people.", Withheld, d.Least),
		v.When(small, "* Fewer than %d people.", SmallBase),
		v.whiskers(d.Intervals))
}

// undrawn names the groups that are not drawn: the small ones, and those beyond the largest.
func (v Voice) undrawn(groups []tally.ComparedGroup, drawn []int) []string {
	const most = 4
	var small, others []string
	for i, g := range groups {
		switch {
		case slices.Contains(drawn, i):
		case g.Small:
			small = append(small, Shorten(g.Value, nameLength))
		default:
			others = append(others, v.Say("%s (%d)", Shorten(g.Value, nameLength), g.Valid))
		}
	}
	return slices.Concat(
		v.When(len(small) > 0, "Not drawn, fewer than %d people: %s.", tally.SmallGroup, v.named(small, most)),
		v.When(len(others) > 0, "Not drawn, smaller than these: %s.", v.named(others, most)))
}

// termsLeftOut counts the tested terms that are not drawn. Where nothing differs the most common are drawn.
func (c *Comparison) termsLeftOut(d DotNote) []string {
	cut := c.Family - d.Beyond - d.Chance
	if d.Beyond == 0 {
		return c.When(cut > 0, either(c.Chosen, "Drawn: the %d chosen by most people.", "Drawn: the %d said by most people."), d.Chance)
	}
	return c.When(cut > 0, "Not drawn: %d that differ less clearly.", cut)
}
