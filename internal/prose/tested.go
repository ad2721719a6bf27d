package prose

import (
	"fmt"
	"slices"

	"verbatim/internal/tally"
)

// The finding of a comparison names at most three terms, the ones with the largest z. The notes
// describe the tests in the terms of statistics, for readers who want to check them;
// tally/keyness.go has the formulas and the sources.

// Finding says which terms set groups apart most, if any do. That none does is a finding, too, and
// so is that nothing could be tested; the three are never confused.
func (c *Comparison) Finding() string {
	var apart []string
	for i := range c.Shown {
		if x := &c.Shown[i]; x.Apart() && len(apart) < 3 {
			apart = append(apart, fmt.Sprintf("%s in %s (%s against %s elsewhere)", Plain(x.Term), Plain(x.HigherIn), Percent(x.Groups[x.Higher].Share), Percent(x.Elsewhere)))
		}
	}
	by := "By " + Column(c.Column) + ", "
	switch {
	case c.Family == 0 && c.Withheld > 0:
		return by + "nothing is compared." + c.untested()
	case c.Family == 0:
		return by + fmt.Sprintf("there is nothing to compare: no term %swas used by %s or more.", clause(c.Options.Withholds(), "that is shown "), People(tally.LeastTested))
	case len(apart) == 0:
		return by + fmt.Sprintf("nothing sets the groups apart beyond chance, among %s tested.", Count(c.Family, "term")) + c.untested()
	case c.significant() > len(apart):
		return by + fmt.Sprintf("%s were named more by one group than by the others, most of all %s.", Count(c.significant(), "term"), enumerate(apart)) + c.untested()
	}
	return by + "one group named more than the others: " + enumerate(apart) + "." + c.untested()
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
		[]string{c.testedTerms()},
		when(cut > 0, "Not listed: %s with less clear differences.", Count(cut, "more term")),
		when(c.Withheld > 0, "Not tested: %s for which the number of a group is withheld.", Count(c.Withheld, "term")),
		when(true, "Shares are of the people of a group who gave an answer. Log odds and z compare the group that uses the term more with %s, "+
			"with a prior of ten people in each group; p is from z, or from Fisher's exact test if fewer than five people would be expected in a cell.", against),
		when(isWeighted(c.Tally), "Shares are weighted; the tests use the effective number of people in a group, (Σw)² / Σw², "+
			"rounded to a whole number for Fisher's test."),
		when(c.Blank > 0, "%s who gave an answer %s no value in this column, and %s in no group.", People(c.Blank), Agree(c.Blank, "has", "have"), Agree(c.Blank, "is", "are")),
		when(c.Banner != nil, "A letter next to the share of a theme says that the share is higher than in the column with that letter, at 95 %% "+
			"(z test of two column proportions, not corrected for the number of pairs). * is a base under %d; ** is a base under %d, not tested.",
			tally.SmallColumn, tally.SmallGroup),
		when(c.Options.Intervals, "The intervals, in JSON and CSV, hold for probability samples, not for self-selected samples."))
}

// testedTerms says which terms were tested, in how many tests, and how many of them set a group
// apart. These three numbers are given together since none means anything without the others.
func (c *Comparison) testedTerms() string {
	allowed := clause(c.Options.Withholds(), ", if --suppress %d shows them", c.Options.Suppress)
	each := clause(c.Tests > c.Family, ", each in every group against all others together, which makes %s", Count(c.Tests, "test"))
	return fmt.Sprintf("%s tested: all that at least %d people used%s%s. %s at 5 %%, after correction for the number of tests (Benjamini and Hochberg).",
		were(c.Family, "term"), tally.LeastTested, allowed, each, Capitalized(setApart(c.significant())))
}

// setApart says that n terms set groups apart.
func setApart(n int) string {
	if n == 0 {
		return "none sets a group apart"
	}
	return fmt.Sprintf("%d %s", n, Agree(n, "sets a group apart", "set groups apart"))
}
