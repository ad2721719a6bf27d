package prose

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// What is said of groups is said of all terms tested, not of those that happen to be shown: how many tests there were
// decides how much a difference bears. So a Comparison keeps all terms, and captions are given those of their picture.

// A Comparison is what sets the groups of a question apart, for captions, findings and notes.
type Comparison struct {
	Tally    *tally.Tally  // of all people
	Groups   []tally.Group // of the answers, also those that are not compared
	Question string
	Column   string // whose values are the groups
	*tally.Comparison

	Shown     []tally.KeyTerm // in a list; captions are given those in their picture
	Suppress  int             // as in a Result
	Intervals bool            // are given
	Banner    bool            // there is a table of themes by groups
}

// apart is how many terms set a group apart, shown or not.
func (c *Comparison) apart() (n int) {
	for i := range c.Terms {
		if c.Terms[i].Apart() {
			n++
		}
	}
	return n
}

// Differences is the caption of a chart of the differences of two groups, of the terms shown.
func (c *Comparison) Differences(shown []tally.KeyTerm) []string {
	a, b := c.Comparison.Groups[0], c.Comparison.Groups[1]
	sentences := []string{
		c.by(),
		fmt.Sprintf("Bars show by how many percentage points more people of one group said a term, the most telling first; beside them the shares, “%s” : “%s”.",
			Shorten(a.Value, nameLength), Shorten(b.Value, nameLength)),
		"Hollow bars: the difference may be chance. " + c.tested(),
	}
	sentences = append(sentences, weightedShares(c.Tally)...)
	if cut := c.Family - len(shown); cut > 0 {
		sentences = append(sentences, fmt.Sprintf("Not shown: %d that set them apart less.", cut))
	}
	return slices.Concat(sentences, c.denied(shown), smallGroups(c.Groups))
}

// Clouds is the caption of clouds of groups, of the terms shown. Left out are groups that are too small for a cloud.
func (c *Comparison) Clouds(shown []tally.KeyTerm, leftOut []string, missing []Missing) []string {
	sentences := slices.Concat([]string{
		c.by(),
		"Each group's words are those that its people said more often than all others.",
		"Letter height grows with the square root of the share of the group's people who said the word, on one scale for all groups.",
		"Grey words: the difference may be chance. " + c.tested(),
	}, weightedShares(c.Tally), c.denied(shown))
	if len(leftOut) > 0 {
		var small []string
		for _, name := range leftOut {
			small = append(small, Shorten(name, nameLength))
		}
		sentences = append(sentences, fmt.Sprintf("Not drawn are groups of fewer than %d people: %s.", tally.SmallGroup, strings.Join(small, ", ")))
	} else {
		sentences = append(sentences, smallGroups(c.Groups)...)
	}
	if len(missing) > 0 {
		var names []string
		for _, m := range missing {
			names = append(names, Shorten(m.Text, termLength))
		}
		sentences = append(sentences, "Not drawn: "+strings.Join(names, ", ")+".")
	}
	return sentences
}

// by says what the groups are.
func (c *Comparison) by() string {
	return fmt.Sprintf("Groups by “%s”.", Shorten(c.Column, columnLength))
}

// tested says how many terms were tested, with how many tests, and at which level.
func (c *Comparison) tested() string {
	n := c.apart()
	apart := fmt.Sprintf("%d %s", n, Agree(n, "sets a group apart", "set groups apart"))
	if n == 0 {
		apart = "none sets a group apart"
	}
	tests := "so many tests"
	if c.Tests > c.Family {
		tests = fmt.Sprintf("%s, one for each term and group", Count(c.Tests, "test"))
	}
	return fmt.Sprintf("Of %s tested, %s at 5 %% after correction for %s.", Count(c.Family, "term"), apart, tests)
}

// denied is Denied of the terms of a question that are among those of a comparison.
func (c *Comparison) denied(shown []tally.KeyTerm) []string {
	return Denied(slices.DeleteFunc(slices.Clone(c.Tally.Terms), func(x tally.Term) bool {
		return !slices.ContainsFunc(shown, func(k tally.KeyTerm) bool { return k.Stem == x.Stem })
	}))
}

// Word says what the figures of a term are, for the pointer that rests on it.
func (c *Comparison) Word(x *tally.KeyTerm) string {
	if x.Higher < 0 {
		return fmt.Sprintf("%s: %s of the people of every group", Label(x.Term), Percent(x.Elsewhere))
	}
	h, base, weighted := x.Groups[x.Higher], c.Comparison.Groups[x.Higher], ""
	if isWeighted(c.Tally) {
		weighted = "weighted "
	}
	return fmt.Sprintf("%s: %d of %d people in %s, %s%s; elsewhere %s; z %.2f, adjusted p %.3f",
		Label(x.Term), h.Respondents, base.Valid, Label(h.Value), weighted, Percent(h.Share), Percent(x.Elsewhere), x.Z, x.Adjusted)
}

// Alt describes a picture of some terms of the comparison to people who do not see it.
func (c *Comparison) Alt(terms []tally.KeyTerm) string {
	const most = 10
	people := 0
	for _, g := range c.Comparison.Groups {
		people += g.Valid
	}
	var names []string
	for _, x := range terms[:min(most, len(terms))] {
		if x.Higher >= 0 {
			h := x.Groups[x.Higher]
			names = append(names, fmt.Sprintf("%s more in %s (%d people, %s against %s)", Label(x.Term), Label(x.HigherIn), h.Respondents, Percent(h.Share), Percent(x.Elsewhere)))
		}
	}
	about := strings.Join(append([]string{c.tested()}, weightedShares(c.Tally)...), " ")
	return fmt.Sprintf("Comparison of %d groups, of the answers of %d people: %s.\nQuestion: %s\n%s", len(c.Comparison.Groups), people,
		strings.Join(names, ", "), Plain(c.Question), about)
}
