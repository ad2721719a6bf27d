package survey

import (
	"strings"

	"verbatim/internal/rows"
	"verbatim/internal/survey/platforms"
	"verbatim/internal/value"
)

// Not every row is a finished response: there are previews, tests and people who
// gave up. They are always counted, and left out on demand. Some platforms have
// columns for this. Without such a column every response is taken for finished.

// A state says whether a response counts as one.
type state int

const (
	stateFinished   state = iota
	stateUnfinished       // the respondent did not come to the end
	stateTest             // a preview, a test, spam, or rejected by the survey's owner
)

// A stateColumn is a column of this export that shows the state.
type stateColumn struct {
	number int // from 1
	rule   platforms.StateRule
	means  state
}

// findStates finds the columns that show the state.
func findStates(columns []column, p *platforms.Platform) (out []stateColumn) {
	for _, c := range columns {
		about := func(r platforms.StateRule) bool {
			return c.meta && (r.Columns.Has(value.Key(c.id)) || r.Columns.Has(value.Key(c.header)) || r.Columns.Has(value.Key(c.question)))
		}
		for _, rule := range p.IfUnfinished {
			if about(rule) {
				out = append(out, stateColumn{c.number, rule, stateUnfinished})
			}
		}
		for _, rule := range p.IfTest {
			if about(rule) {
				out = append(out, stateColumn{c.number, rule, stateTest})
			}
		}
	}
	return out
}

// stateOf returns the state of a record. A test is a test even if it was finished.
func stateOf(states []stateColumn, cells []rows.Cell) state {
	worst := stateFinished
	for _, s := range states {
		if s.means > worst && s.rule.Fits(strings.ToLower(rows.At(cells, s.number))) {
			worst = s.means
		}
	}
	return worst
}
