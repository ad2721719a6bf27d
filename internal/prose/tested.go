package prose

import (
	"fmt"
	"verbatim/internal/tally"
)

// The finding tells at most three terms, those with the largest z; the notes tell how it was tested, in the words of
// statistics, for those who want to check it (tally/keyness.go has the formulas and the sources).

// Finding says which terms set groups apart most, if any do.
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
	case c.Family == 0 && c.Suppress > 0:
		return by + fmt.Sprintf("there is nothing to compare: no term that is shown was used by %s or more.", People(tally.LeastTested))
	case c.Family == 0:
		return by + fmt.Sprintf("there is nothing to compare: no term was used by %s or more.", People(tally.LeastTested))
	case len(apart) == 0:
		return by + fmt.Sprintf("nothing sets the groups apart beyond what chance would bring, among %s tested.", Count(c.Family, "term")) + c.untested()
	case c.apart() > len(apart):
		return by + fmt.Sprintf("%s were named more by one group than by the others, most of all %s.", Count(c.apart(), "term"), Enumerate(apart)) + c.untested()
	}
	return by + "one group named more than the others: " + Enumerate(apart) + "." + c.untested()
}

// untested says how many terms could not be tested, as a further sentence.
func (c *Comparison) untested() string {
	if c.Withheld == 0 {
		return ""
	}
	return fmt.Sprintf(" %s not tested, since the number of a group is withheld.", Were(c.Withheld, "term"))
}

// Notes say what was tested, and how.
func (c *Comparison) Notes() []string {
	allowed := ""
	if c.Suppress > 0 {
		allowed = fmt.Sprintf(", as far as --suppress %d shows them", c.Suppress)
	}
	each := ""
	if c.Tests > c.Family {
		each = fmt.Sprintf(", each in every group against all others together, which makes %s", Count(c.Tests, "test"))
	}
	notes := []string{fmt.Sprintf("%s tested: all that at least %d people used%s%s. %s at 5 %%, after correction for so many tests (Benjamini and Hochberg).",
		Were(c.Family, "term"), tally.LeastTested, allowed, each, setApart(c.apart()))}
	if cut := c.Family - len(c.Shown); cut > 0 {
		notes = append(notes, fmt.Sprintf("Not listed: %s, less telling.", Count(cut, "more term")))
	}
	if c.Withheld > 0 {
		notes = append(notes, fmt.Sprintf("Not tested: %s of which the number of a group is withheld.", Count(c.Withheld, "term")))
	}
	against := "the other"
	if len(c.Comparison.Groups) > 2 {
		against = "all others together"
	}
	notes = append(notes, fmt.Sprintf("Shares are of the people of a group who gave an answer. Log odds and z are of the group that uses the term more, against %s, with a prior of ten people a group; p is that of z, or of Fisher's exact test where fewer than five people would be expected in a cell.", against))
	if isWeighted(c.Tally) {
		notes = append(notes, "Shares are weighted; in the tests the people of a group count as many as are effective, (Σw)² / Σw², and in Fisher's as the nearest whole number of them.")
	}
	if c.Blank > 0 {
		notes = append(notes, fmt.Sprintf("%s who gave an answer: no value in this column, so in no group.", People(c.Blank)))
	}
	if c.Banner {
		notes = append(notes, fmt.Sprintf("A letter beside a share of a theme: it is higher than that of the column with the letter, at 95 %% (z test of two column proportions, not corrected for the number of pairs). * base under %d, ** base under %d, not tested.",
			tally.SmallColumn, tally.SmallGroup))
	}
	if c.Intervals {
		notes = append(notes, "The intervals, in JSON and CSV, hold for probability samples, not for samples that chose themselves.")
	}
	return notes
}

// setApart says how many terms set a group apart.
func setApart(n int) string {
	switch n {
	case 0:
		return "None sets a group apart"
	case 1:
		return "1 sets a group apart"
	}
	return fmt.Sprintf("%d set a group apart", n)
}
