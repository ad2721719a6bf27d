package survey

import (
	"slices"
	"strconv"
	"strings"
	"verbatim/internal/rows"
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

// A stateRule says what one of the platform's own columns tells of the state.
type stateRule struct {
	platform   string
	name       string   // of the column, as key gives it; "…x": all that end in x
	unfinished []string // values in lower case; "" is a blank cell
	test       []string
}

// stateRules are the columns in which platforms keep the state. In Qualtrics,
// Status is exported as words or as numbers.
var stateRules = [...]stateRule{
	{qualtrics, "status", nil, []string{"1", "2", "8", "9", "12", "17", "survey preview", "survey test", "spam", "survey preview spam", "imported spam", "offline survey preview"}},
	{qualtrics, "distributionchannel", nil, []string{"preview", "test"}},
	{qualtrics, "finished", []string{"0", "false"}, nil},
	{limeSurvey, "submitdate", []string{"", "{question_not_shown}"}, nil}, // and limeSubmitted
	{typeform, "responsetype", []string{"partial", "started"}, nil},
	{alchemer, "status", []string{"partial", "disqualified"}, []string{"deleted", "test"}},
	{redcap, "…complete", []string{"0", "incomplete"}, nil},
	{odk, "reviewstate", nil, []string{"rejected"}},
	{koboToolbox, "validationstatus", nil, []string{"not approved", "validation_status_not_approved"}},
}

// A stateColumn is a column of this export that tells of the state.
type stateColumn struct {
	number   int // from 1
	rule     stateRule
	progress bool // per cent: below 100 is unfinished
}

// findStates finds the columns that tell of the state.
func findStates(columns []column, platform string) (out []stateColumn) {
	for _, c := range columns {
		if !c.meta {
			continue
		}
		if platform == qualtrics && key(c.id) == "progress" {
			out = append(out, stateColumn{number: c.number, progress: true})
		}
		for _, rule := range stateRules {
			if rule.platform == platform && rule.names(c) {
				out = append(out, stateColumn{number: c.number, rule: rule})
			}
		}
	}
	return out
}

// names says that the rule is about this column.
func (r stateRule) names(c column) bool {
	if end, ok := strings.CutPrefix(r.name, "…"); ok {
		return strings.HasSuffix(key(c.id), end)
	}
	if r.platform == limeSurvey {
		return slices.Contains(limeSubmitted[:], key(c.id))
	}
	return key(c.id) == r.name || key(c.header) == r.name || key(c.question) == r.name
}

// stateOf tells the state of a record.
func (e *Export) stateOf(cells []rows.Cell) state {
	// A test is a test even if it was finished; else the worst counts.
	worst := finished
	for _, s := range e.states {
		value := strings.ToLower(rows.At(cells, s.number))
		switch {
		case s.progress:
			if n, err := strconv.Atoi(value); err == nil && n < 100 {
				worst = max(worst, unfinished)
			}
		case slices.Contains(s.rule.test, value):
			return test
		case slices.Contains(s.rule.unfinished, value):
			worst = max(worst, unfinished)
		}
	}
	return worst
}
