package prose

import (
	"slices"
	"strconv"
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
	a, b, d := c.Comparison.Groups[0], c.Comparison.Groups[1], deedOf(c.Chosen)
	sentences := []string{
		say("Bars show by how many percentage points more people of one group %s %s%s; next to them are the shares, “%s” : “%s”.",
			d.did, d.aTerm, clause(c.Tally.OptionOrder == nil, ", the clearest difference first"), Shorten(a.Value, nameLength), Shorten(b.Value, nameLength)),
		"Hollow bars: the difference may be chance. " + c.tested(),
	}
	cut := c.Family - len(shown)
	return slices.Concat(sentences, c.optionOrder(c.Tally), c.covered(c.Tally), c.weightedShares(c.Tally), when(cut > 0, "Not shown: %d with less clear differences.", cut), c.denied(shown), c.smallGroups(c.Groups))
}

// Clouds is the note of the clouds of groups, for the terms shown.
func (c *Comparison) Clouds(shown []tally.KeyTerm, missing []Missing) []string {
	d, drawn := deedOf(c.Chosen), c.Drawn()
	words := Texts(missing, func(m Missing) string { return Shorten(m.Text, termLength) })
	return slices.Concat(
		[]string{c.corrected()}, undrawn(c.Comparison.Groups, drawn), when(len(words) > 0, "Not drawn: %s.", strings.Join(words, ", ")),
		[]string{
			Capitalized(d.words) + " that people of a group " + d.did + " more often than " + c.against("all others") + "; grey: may be chance.",
			"Letter height: square root of the share of the group, for each group at a scale of its own.",
		}, dotSigns(c.Comparison.Groups, drawn, DotNote{}), c.fewPicked(c.LeftOut), c.inNone(c.Groups), c.covered(c.Tally), c.weightedShares(c.Tally), c.denied(shown))
}

// Base says how many people answered, and what the groups are.
func (c *Comparison) Base() []string {
	return []string{c.Voice.answered(c.Tally.Base) + " " + c.by(), c.Voice.answered(c.Tally.Base)}
}

// by says what the groups are.
func (c *Comparison) by() string {
	if c.Overlap {
		return say("Groups are the options of “%s”. %s.", Shorten(c.Column, columnLength), comparedOptions)
	}
	return say("Groups by “%s”.", Shorten(c.Column, columnLength))
}

// comparedOptions says with whom the people of an option are compared.
const comparedOptions = "People could pick several; each option is compared with those who did not pick it"

// against is with whom a group is compared: the usual ones, or those who did not pick the option.
func (c *Comparison) against(usual string) string {
	if c.Overlap {
		return "those who did not pick it"
	}
	return usual
}

// elsewhere follows the share of those.
func (c *Comparison) elsewhere() string {
	if c.Overlap {
		return "of the others"
	}
	return "elsewhere"
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

// tested says how many terms were tested, with how many tests, and at which level: without that,
// nobody could judge how many differences chance alone would bring.
func (c *Comparison) tested() string {
	tests := "the number of tests"
	if c.Tests > c.Family {
		tests = say("%s, one for each term and group", Count(c.Tests, "test"))
	}
	return say("Of %s tested, %s at 5%% after correction for %s.", Count(c.Family, deedOf(c.Chosen).term), setApart(c.significant()), tests)
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
		return say("%s: %s of the people of every group", Label(x.Label), Percent(x.Elsewhere))
	}
	h, base := x.Groups[x.Higher], c.Comparison.Groups[x.Higher]
	return say("%s: %d of %d people in %s, %s%s; %s %s; z %.2f, adjusted p %.3f",
		Label(x.Label), h.Respondents, base.Valid, Label(h.Value), weighted(c.Tally), Percent(h.Share), c.elsewhere(), Percent(x.Elsewhere), x.Z, x.Adjusted)
}

// The finding of a comparison names at most three terms, the ones with the smallest p. The notes
// describe the tests in the terms of statistics, for readers who want to check them;
// tally/keyness.go has the formulas and the sources.

// Finding says which terms set groups apart most, if any do. That none does is a finding, too, and
// so is that nothing could be tested; the three are never confused.
func (c *Comparison) Finding() string {
	var apart []string
	for i := range c.Shown {
		if x := &c.Shown[i]; x.Apart() && c.Comparison.Headline(x.Higher) && len(apart) < 3 {
			apart = append(apart, say("%s in %s (%s against %s %s)", Plain(x.Label), Plain(x.HigherIn), Percent(x.Groups[x.Higher].Share), Percent(x.Elsewhere), c.elsewhere()))
		}
	}
	by, d := "By "+Column(c.Column)+", ", deedOf(c.Chosen)
	named, did, used := "named", "named", "used"
	if c.Chosen {
		named, did, used = d.done, d.did, d.done
	}
	switch {
	case c.Family == 0 && c.Withheld > 0:
		return by + "nothing is compared." + c.untested()
	case c.Family == 0:
		return by + say("there is nothing to compare: no %s %swas %s by %s or more.", d.term, clause(c.Options.Withholds(), "that is shown "), used, People(tally.LeastTested))
	case len(apart) == 0 && c.significant() > 0:
		return by + say("no term that is listed sets one of the largest groups apart; %s others apart.", Count(c.significant(), d.term)+" "+Agree(c.significant(), "sets", "set")) + c.untested()
	case c.Overlap && len(apart) > 0:
		return by + say("%s %s more by those who picked an option than by those who did not%s. %s.", were(c.significant(), d.term), named,
			clause(c.significant() > len(apart), ", most of all")+": "+enumerate(apart), comparedOptions) + c.untested()
	case len(apart) == 0:
		return by + say("nothing sets the groups apart beyond chance, among %s tested.", Count(c.Family, d.term)) + c.untested()
	case c.significant() > len(apart):
		return by + say("%s were %s more by one group than by the others, most of all %s.", Count(c.significant(), d.term), named, enumerate(apart)) + c.untested()
	}
	return by + "one group " + did + " more than the others: " + enumerate(apart) + "." + c.untested()
}

// untested counts the terms that could not be tested, in a further sentence; "" if there are none.
func (c *Comparison) untested() string {
	return clause(c.Withheld > 0, " %s not tested, since the number of a group is withheld.", were(c.Withheld, "term"))
}

// Notes say what was tested, how, and on which conditions the result holds.
func (c *Comparison) Notes() []string {
	against := "the other"
	if len(c.Comparison.Groups) > 2 {
		against = "all others together"
	}
	cut := c.Family - len(c.Shown)
	return slices.Concat(
		c.optionOrder(c.Tally), c.covered(c.Tally), when(c.Overlap, comparedOptions+"."), []string{c.testedTerms()}, c.fewPicked(c.LeftOut),
		when(cut > 0, "Not listed: %s with less clear differences.", Count(cut, "more term")),
		when(c.Withheld > 0, "Not tested: %s for which the number of a group is withheld.", Count(c.Withheld, "term")),
		when(true, "Shares are of the people of a group who gave an answer. Log odds and z compare the group that uses the term more with %s, "+
			"with a prior of ten people in each group; p is from z, or from Fisher's exact test if fewer than five people would be expected in a cell.", c.against(against)),
		when(isWeighted(c.Tally), "Shares are weighted; the tests use the effective number of people in a group, (Σw)² / Σw², "+
			"rounded to a whole number for Fisher's test."),
		when(c.Blank > 0, "%s who gave an answer %s no value in this column, and %s in no group.", People(c.Blank), Agree(c.Blank, "has", "have"), Agree(c.Blank, "is", "are")),
		when(c.Overlap && c.Options.Withholds() && c.Blank == 0, "People who left the choice blank, if fewer than %d did, are among those who did not pick an option.", c.Options.Suppress),
		when(c.Banner != nil && c.Overlap, "Options have people in common, so their shares of a theme are not tested against each other."),
		when(c.Banner != nil && !c.Overlap, "A letter next to the share of a theme says that the share is higher than in the column with that letter, at 95%% "+
			"(z test of two column proportions, not corrected for the number of pairs). * is a base under %d; ** is a base under %d, not tested.",
			tally.SmallColumn, tally.SmallGroup),
		when(c.Options.Intervals, "The intervals, in JSON and CSV, hold for probability samples, not for self-selected samples."))
}

// testedTerms says which terms were tested, in how many tests, and how many of them set a group
// apart. These three numbers are given together since none means anything without the others.
func (c *Comparison) testedTerms() string {
	allowed := clause(c.Options.Withholds(), ", if --suppress %s shows them", strconv.Itoa(c.Options.Suppress))
	each := clause(c.Tests > c.Family, ", each in every group against %s, which makes %s", c.against("all others together"), Count(c.Tests, "test"))
	return say("%s tested: all that at least %d people used%s%s. %s at 5%%, after correction for the number of tests (Benjamini and Hochberg).",
		were(c.Family, "term"), tally.LeastTested, allowed, each, Capitalized(setApart(c.significant())))
}

// setApart says that n terms set groups apart.
func setApart(n int) string {
	if n == 0 {
		return "none sets a group apart"
	}
	return say("%d %s", n, Agree(n, "sets a group apart", "set groups apart"))
}
