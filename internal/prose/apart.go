package prose

import (
	"slices"
	"strconv"

	"verbatim/internal/tally"
)

// The finding of a comparison names at most three terms, the ones with the smallest p. The notes
// describe the tests in the terms of statistics, for readers who want to check them;
// tally/keyness.go has the formulas and the sources.

// Finding says which terms set groups apart most, if any do. That none does is a finding, too, and
// so is that nothing could be tested; the three are never confused.
func (c *Comparison) Finding() string {
	var apart []string
	for i := range c.Shown {
		if x := &c.Shown[i]; x.Apart() && c.Comparison.Headline(x.Higher) && len(apart) < 3 {
			text := either(c.Overlap, "%s in %s (%s against %s of the others)", "%s in %s (%s against %s elsewhere)")
			apart = append(apart, c.Say(text, Plain(x.Label), Plain(x.HigherIn), c.Percent(x.Groups[x.Higher].Share), c.Percent(x.Elsewhere)))
		}
	}
	return Sentences(slices.Concat(
		c.When(true, "By %s, %s", c.ColumnName(c.Column), c.found(apart)), c.When(c.Overlap && len(apart) > 0, comparedOptions),
		c.When(c.Withheld > 0, "%d terms were not tested, since the number of a group is withheld.", c.Withheld)))
}

// found is what the groups differ in. apart are the clearest of the terms that set groups apart.
func (c *Comparison) found(apart []string) string {
	n, list := c.significant(), c.enumerate(apart)
	most := n > len(apart) // of them are in the list
	switch {
	case c.Family == 0 && c.Withheld > 0:
		return c.Say("nothing is compared.")
	case c.Family == 0:
		return c.Say(c.untested(), tally.LeastTested)
	case len(apart) == 0 && n > 0:
		return c.Say(either(c.Chosen, "no option that is listed sets one of the largest groups apart; %d options set others apart.",
			"no term that is listed sets one of the largest groups apart; %d terms set others apart."), n)
	case len(apart) == 0:
		return c.Say(either(c.Chosen, "nothing sets the groups apart beyond chance, among %d options tested.", "nothing sets the groups apart beyond chance, among %d terms tested."), c.Family)
	case c.Overlap && most:
		return c.Say(either(c.Chosen, "%d options were chosen more by those who picked an option than by those who did not, most of all: %s.",
			"%d terms were named more by those who picked an option than by those who did not, most of all: %s."), n, list)
	case c.Overlap:
		return c.Say(either(c.Chosen, "%d options were chosen more by those who picked an option than by those who did not: %s.",
			"%d terms were named more by those who picked an option than by those who did not: %s."), n, list)
	case most:
		return c.Say(either(c.Chosen, "%d options were chosen more by one group than by the others, most of all %s.",
			"%d terms were named more by one group than by the others, most of all %s."), n, list)
	}
	return c.Say(either(c.Chosen, "one group chose more than the others: %s.", "one group named more than the others: %s."), list)
}

// untested says that there is nothing to test.
func (c *Comparison) untested() Text {
	if c.Options.Withholds() {
		return either(c.Chosen, "there is nothing to compare: no option that is shown was chosen by %d people or more.",
			"there is nothing to compare: no term that is shown was used by %d people or more.")
	}
	return either(c.Chosen, "there is nothing to compare: no option was chosen by %d people or more.", "there is nothing to compare: no term was used by %d people or more.")
}

// comparedOptions says with whom the people of an option are compared.
const comparedOptions Text = "People could pick several; each option is compared with those who did not pick it."

// Notes say what was tested, how, and on which conditions the result holds.
func (c *Comparison) Notes() []string {
	cut := c.Family - len(c.Shown)
	return slices.Concat(
		c.optionOrder(c.Tally), c.covered(c.Tally), c.When(c.Overlap, comparedOptions), paragraph(c.tested()), c.fewPicked(c.LeftOut),
		c.When(cut > 0, either(c.Chosen, "Not listed: %d more options with less clear differences.", "Not listed: %d more terms with less clear differences."), cut),
		c.When(c.Withheld > 0, "Not tested: %d terms for which the number of a group is withheld.", c.Withheld),
		paragraph(c.method()),
		c.When(isWeighted(c.Tally), "Shares are weighted; the tests use the effective number of people in a group, (Σw)² / Σw², rounded to a whole number for Fisher's test."),
		c.When(c.Blank > 0, "%d people who gave an answer have no value in this column, and are in no group.", c.Blank),
		c.When(c.Overlap && c.Options.Withholds() && c.Blank == 0, "People who left the choice blank, if fewer than %d did, are among those who did not pick an option.", c.Options.Suppress),
		c.When(c.Banner != nil && c.Overlap, "Options have people in common, so their shares of a theme are not tested against each other."),
		c.When(c.Banner != nil && !c.Overlap, "A letter next to the share of a theme says that the share is higher than in the column with that letter, at 95%% (z test of two column proportions, not corrected for the number of pairs). * is a base under %d; ** is a base under %d, not tested.", tally.SmallColumn, tally.SmallGroup),
		c.When(c.Options.Intervals, "The intervals, in JSON and CSV, hold for probability samples, not for self-selected samples."))
}

// tested says which terms were tested, in how many tests, and how many of them set a group apart. These
// three numbers are given together since none means anything without the others.
func (c *Comparison) tested() []string {
	against := either(c.Overlap, "Each was tested in every group against those who did not pick it, which makes %d tests.", "Each was tested in every group against all others together, which makes %d tests.")
	n := c.significant()
	return slices.Concat(
		c.When(!c.Options.Withholds(), "%d terms were tested: all that at least %d people used.", c.Family, tally.LeastTested),
		c.When(c.Options.Withholds(), "%d terms were tested: all that at least %d people used, if --suppress %s shows them.", c.Family, tally.LeastTested, strconv.Itoa(c.Options.Suppress)),
		c.When(c.Tests > c.Family, against, c.Tests),
		c.When(n > 0, "%d set groups apart at 5%%, after correction for the number of tests (Benjamini and Hochberg).", n),
		c.When(n == 0, "None sets a group apart at 5%%, after correction for the number of tests (Benjamini and Hochberg)."))
}

// method says what the shares and the numbers beside a term are.
func (c *Comparison) method() []string {
	var against Text
	switch {
	case c.Overlap:
		against = "Log odds and z compare the people who picked the option with those who did not, with a prior of ten people in each group."
	case len(c.Comparison.Groups) > 2:
		against = "Log odds and z compare the group that uses the term more with all others together, with a prior of ten people in each group."
	default:
		against = "Log odds and z compare the group that uses the term more with the other, with a prior of ten people in each group."
	}
	return slices.Concat(c.When(true, "Shares are of the people of a group who gave an answer."), c.When(true, against),
		c.When(true, "P values are from z, or from Fisher's exact test if fewer than five people would be expected in a cell."))
}
