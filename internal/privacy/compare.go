package privacy

import (
	"verbatim/internal/tally"
)

// MostGroups is how many groups can be compared: each has a letter.
const MostGroups = 26

// A Comparison is what may be shown of what sets the groups of a question apart.
// Only Shown.Compare makes one.
type Comparison struct {
	*tally.Comparison
	Banner *tally.Banner // themes by groups; nil without themes
	Column string        // whose values are the groups
	shown  *Shown
}

// Compare tests what sets the groups apart, which are the values of a column.
func (s *Shown) Compare(column string) *Comparison {
	return &Comparison{tally.Compare(s.whole, s.groups, s.rank), tally.NewBanner(s.whole, s.groups), column, s}
}

// Nothing is a *WithheldError where disclosure control leaves nothing to compare.
func (c *Comparison) Nothing() error {
	if c.shown.least > 0 && (len(c.Groups) < 2 || c.Family == 0 && c.Banner == nil) {
		return &WithheldError{Least: c.shown.least}
	}
	return nil
}
