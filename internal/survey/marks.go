package survey

import (
	"strings"
	"verbatim/internal/kind"
)

// Marks: what stands in the cell of a box where the option itself does not.

// namesMarks says that an option of the group may be called like a mark for "not
// ticked": no column has such a mark that is not its own option.
func namesMarks(columns []column, profiles []*kind.Profile, group []int, cut cut) bool {
	for _, i := range group {
		_, option, _ := cut(columns[i])
		for _, v := range profiles[i].Values {
			if kind.IsOff(v.Value) && !(strings.EqualFold(v.Value, option) && len(profiles[i].Values) == 1) {
				return false
			}
		}
	}
	return true
}

// marks gives the values of a column that are no mark for "not ticked", at most
// two of them, and whether there is such a mark. named says that the option is
// called like one.
func marks(p *kind.Profile, named bool) (on []string, off bool) {
	if p.Distinct() > 4 {
		return []string{"", ""}, false
	}
	for _, v := range p.Common() {
		if kind.IsOff(v.Value) && !named {
			off = true
		} else {
			on = append(on, v.Value)
		}
	}
	return on[:min(len(on), 2)], off
}
