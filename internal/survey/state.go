package survey

import (
	"slices"
	"strconv"
	"strings"
	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// Not every row is a finished response: previews, tests and people who gave up
// stand among them. They are always counted, and left out on demand. What a
// platform says about it is in its own columns; where it says nothing, every
// response is taken for finished.

// A state says whether a response counts as one.
type state int

const (
	finished   state = iota
	unfinished       // the respondent did not come to the end
	test             // a preview, a test, spam, or rejected by the survey's owner
)

// A stateRule says what one of the platform's own columns tells of the state. A
// line of its file is "column: value, value"; a value may be "<100".
type stateRule struct {
	columns names
	values  []string // in lower case; "" is a blank cell
	below   int      // or a number below this; 0: none
}

// newStateRules reads the lines of a section.
func newStateRules(lines [][]string) (out []stateRule) {
	for _, line := range lines {
		column, first, _ := strings.Cut(line[0], ": ")
		rule := stateRule{columns: newNames([]string{column})}
		for _, v := range append([]string{first}, line[1:]...) {
			if n, err := strconv.Atoi(strings.TrimPrefix(v, "<")); err == nil && v[0] == '<' {
				rule.below = n
			} else {
				rule.values = append(rule.values, v)
			}
		}
		out = append(out, rule)
	}
	return out
}

// fits reports whether a value, in lower case, is what the rule is about.
func (r stateRule) fits(v string) bool {
	if r.below > 0 {
		n, err := strconv.Atoi(v)
		return err == nil && n < r.below
	}
	return slices.Contains(r.values, v)
}

// A stateColumn is a column of this export that tells of the state.
type stateColumn struct {
	number int // from 1
	rule   stateRule
	means  state
}

// findStates finds the columns that tell of the state.
func findStates(columns []column, p *platform) (out []stateColumn) {
	for _, c := range columns {
		about := func(r stateRule) bool {
			return c.meta && (r.columns.has(value.Key(c.id)) || r.columns.has(value.Key(c.header)) || r.columns.has(value.Key(c.question)))
		}
		for _, rule := range p.unfinished {
			if about(rule) {
				out = append(out, stateColumn{c.number, rule, unfinished})
			}
		}
		for _, rule := range p.test {
			if about(rule) {
				out = append(out, stateColumn{c.number, rule, test})
			}
		}
	}
	return out
}

// stateOf tells the state of a record. A test is a test even if it was finished.
func (e *Export) stateOf(cells []rows.Cell) state {
	worst := finished
	for _, s := range e.states {
		if s.means > worst && s.rule.fits(strings.ToLower(rows.At(cells, s.number))) {
			worst = s.means
		}
	}
	return worst
}
