package tally

import (
	"cmp"
	"slices"
)

// MostDrawn is how many groups a picture or a finding has at most: as many as there are symbols that
// readers can tell apart.
const MostDrawn = 6

// Drawn are the indexes of the groups that pictures show and findings speak of, in their order: the
// largest, at most MostDrawn, without small ones, whose shares say little and may tell who said it.
// If fewer than two are left (one, where groups overlap and each is compared by itself), small ones
// are drawn too.
//
//	people   120  85  9  40  33  31  12  11        drawn: all but the third, and the last of eight
func Drawn(groups []ComparedGroup, overlap bool) (list []int) {
	for i := range groups {
		list = append(list, i)
	}
	large := slices.DeleteFunc(slices.Clone(list), func(i int) bool { return groups[i].Small })
	if len(large) >= 2 || overlap && len(large) == 1 {
		list = large
	}
	slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(groups[b].Valid, groups[a].Valid) })
	list = list[:min(MostDrawn, len(list))]
	slices.Sort(list)
	return list
}

// Drawn are the groups of the comparison that pictures show and findings speak of.
func (c *Comparison) Drawn() []int { return Drawn(c.Groups, c.Overlap) }

// Headline reports whether findings may speak of a group: it is drawn, and not small.
func (c *Comparison) Headline(group int) bool {
	return group >= 0 && !c.Groups[group].Small && slices.Contains(c.Drawn(), group)
}
