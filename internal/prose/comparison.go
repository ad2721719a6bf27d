package prose

import (
	"math"
	"slices"
	"strings"

	"verbatim/internal/privacy"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// How much a difference between groups means depends on the number of tests, so sentences on groups
// are about all terms tested and not only about the terms shown. A Comparison therefore keeps all
// terms; captions also get the terms of their picture. The caption of a chart of differences:
//
//	Bars show by how many percentage points more people of one group …         what a bar means
//	Hollow bars: … Of 20 terms tested, 3 set groups apart at 5%, …            what may be chance
//	Not shown: 5 with less clear differences.                                  the cut
//	Groups of fewer than 10 people (East) tell little. In no group: 3 people …  the limits

// A Comparison is what sets the groups of a question apart, for captions, findings and notes.
type Comparison struct {
	Voice
	Tally    *tally.Tally  // of all people
	Groups   []tally.Group // of the answers, also those that are not compared
	Question string
	*privacy.Comparison

	Chosen  bool            // the terms are options of a closed question
	Shown   []tally.KeyTerm // in a list; captions get the terms of their picture
	Options study.Options   // for notes and findings; captions need none
}

// significant is the number of terms that set a group apart at 5%, shown or not.
func (c *Comparison) significant() (n int) {
	for i := range c.Terms {
		if c.Terms[i].Apart() {
			n++
		}
	}
	return n
}

// Setting are the drawn groups that a term sets apart: of two groups the one that uses it more, of
// several each that uses it more than all others together, or than those who did not pick the option.
func (c *Comparison) Setting(x *tally.KeyTerm) (groups []int) {
	for i := range x.Groups {
		if c.Comparison.Headline(i) && x.Groups[i].Apart() {
			groups = append(groups, i)
		}
	}
	return groups
}

// Differences is the caption of a chart of the differences between two groups, for the terms shown.
func (c *Comparison) Differences(shown []tally.KeyTerm) []string {
	a, b, cut := c.Comparison.Groups[0], c.Comparison.Groups[1], c.Family-len(shown)
	bars := either(c.Chosen, "Bars show by how many percentage points more people of one group chose an option; next to them are the shares, %s : %s.",
		"Bars show by how many percentage points more people of one group said a term; next to them are the shares, %s : %s.")
	return slices.Concat(
		c.When(true, bars, c.Quote(Shorten(a.Value, nameLength)), c.Quote(Shorten(b.Value, nameLength))),
		c.unrounded(shown), c.When(true, "Hollow bars: the difference may be chance."), []string{c.corrected()},
		c.When(cut > 0, "Not drawn: %d that differ less clearly.", cut), c.When(c.Tally.OptionOrder == nil, "The clearest difference comes first."),
		c.optionOrder(c.Tally), c.covered(c.Tally), c.weightedShares(c.Tally), c.denied(shown), c.smallGroups(c.Groups))
}

// unrounded says of two groups how differences are computed, if that of the rounded shares is another anywhere.
func (c *Comparison) unrounded(shown []tally.KeyTerm) []string {
	percent := func(share float64) int { return int(math.Floor(100*share + 0.5)) }
	differs := func(x tally.KeyTerm) bool {
		one, two := x.Groups[0].Share, x.Groups[1].Share
		return percent(max(one, two))-percent(min(one, two)) != percent(math.Abs(two-one))
	}
	pair := len(c.Comparison.Groups) == 2 && !c.Overlap
	return c.When(pair && slices.ContainsFunc(shown, differs), "Differences are those of the shares before rounding.")
}

// leftOutOfClouds counts the terms that a drawn group uses more than the others and that are not among those shown.
func (c *Comparison) leftOutOfClouds(shown []tally.KeyTerm) (n int) {
	drawn, has := c.Drawn(), make(map[string]bool)
	for i := range shown {
		has[shown[i].Key()] = true
	}
	for i := range c.Terms {
		if x := &c.Terms[i]; slices.Contains(drawn, x.Higher) && !has[x.Key()] {
			n++
		}
	}
	return n
}

// Clouds is the note of the clouds of groups, for the terms shown.
func (c *Comparison) Clouds(shown []tally.KeyTerm, missing []Missing) []string {
	drawn, cut := c.Drawn(), c.leftOutOfClouds(shown)
	words := Texts(missing, func(m Missing) string { return Shorten(m.Text, termLength) })
	return slices.Concat(
		[]string{c.corrected()}, c.undrawn(c.Comparison.Groups, drawn), c.When(len(words) > 0, "Not drawn: %s.", strings.Join(words, ", ")),
		c.When(true, "Each cloud has what is more frequent in its group than elsewhere."), c.When(true, "Grey: may be chance."), c.When(cut > 0, "Not drawn: %d that differ less clearly.", cut),
		c.When(true, "Letter height: square root of the share of the group, for each group at a scale of its own."),
		c.dotSigns(c.Comparison.Groups, drawn, DotNote{}), c.fewPicked(c.LeftOut), c.inNone(c.Groups), c.covered(c.Tally), c.weightedShares(c.Tally), c.denied(shown))
}

// Base says how many people answered, and what the groups are.
func (c *Comparison) Base() []string {
	return []string{c.answered(c.Tally.Base) + " " + c.groupedBy(), c.answered(c.Tally.Base)}
}

// ZoneBase is how many people a group has, below its name and above its cloud.
func (v Voice) ZoneBase(people int, empty bool) string {
	if empty {
		return v.Say("%s, no word more than elsewhere", v.People(people))
	}
	return v.People(people)
}

// fewPicked counts the options that are not compared.
func (v Voice) fewPicked(n int) []string {
	return v.When(n > 0, "Not compared: %d options that few people picked, or nearly all.", n)
}

// Overlapping says, of the panels of a chart or the tables of a list, that they are options of which a person may
// have picked several, and how many others there are.
func (v Voice) Overlapping(overlap bool, others int) []string {
	return slices.Concat(v.When(overlap, "Groups are options; people could pick several, and are in the group of each."),
		v.When(others > 0, "Not shown: %d options that few people picked, or nearly all.", others))
}

// denied explains the denied terms among the terms shown.
func (c *Comparison) denied(shown []tally.KeyTerm) []string {
	return c.Voice.denied(slices.DeleteFunc(slices.Clone(c.Tally.Terms), func(x tally.Term) bool {
		return !slices.ContainsFunc(shown, func(k tally.KeyTerm) bool { return k.Root == x.Root })
	}))
}

// Word gives the figures of a term: the text that a pointer on it brings up.
func (c *Comparison) Word(x *tally.KeyTerm) string {
	if x.Higher < 0 {
		return c.Say("%s: %s of the people of every group", Label(x.Label), c.Percent(x.Elsewhere))
	}
	return c.Say("%s; z %.2f, adjusted p %s", c.besides(c.people(x, x.Higher), x.Elsewhere), x.Z, c.Probability(x.Adjusted))
}
