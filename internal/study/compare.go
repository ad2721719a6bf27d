package study

import (
	"fmt"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/tally"
)

// Compare finds what sets the groups of a count apart. It is a
// *notice.NothingError if there are not at least two or no term was tested, a
// *notice.UsageError if there are too many, and a *privacy.WithheldError where
// disclosure control leaves nothing to compare.
func (c *Count) Compare() (*privacy.Comparison, error) {
	column, err := c.Export.Select(c.Options.By)
	if err != nil {
		return nil, err
	}
	found := c.Shown.Compare(column.Text)
	if err := c.withheld(found.Nothing()); err != nil {
		return nil, err
	}
	e := &notice.NothingError{Where: c.where()}
	// Disclosure control has been asked: these messages give exact numbers.
	switch n := len(found.Groups); {
	case n > privacy.MostGroups:
		return nil, TooManyGroups(n)
	case n == 0:
		e.What, e.Hint = "nobody who gave an answer has a value in "+quoted(column.Text), "verbatim inspect lists the columns"
	case n == 1:
		e.What = fmt.Sprintf("all %d who gave an answer are in one group, %s", found.Groups[0].Valid, quoted(found.Groups[0].Value))
		e.Hint = "choose another column: verbatim inspect lists them"
	case found.Family == 0 && found.Banner == nil:
		e.What = fmt.Sprintf("no term was used by %d people or more, so there is nothing to compare", tally.LeastTested)
		e.Hint = "--themes compares nets of several terms"
	default:
		return found, nil
	}
	return nil, e
}

// TooManyGroups refuses a column with more values than can be told apart.
func TooManyGroups(n int) error {
	return &notice.UsageError{Where: "--by", What: fmt.Sprintf("the column has %d values, and at most %d groups can be compared", n, privacy.MostGroups),
		Hint: "choose another column, or keep some respondents with --where"}
}
