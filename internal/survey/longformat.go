package survey

import (
	"fmt"
	"slices"

	"verbatim/internal/kind"
	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// In the long format a row is an answer, and a respondent has as many rows as there
// are questions:
//
//	respondent  question  answer
//	7           Why?      trust
//	7           Where?    at home
//	8           Why?      time
//
// It is read as any table, with a warning that says how people are counted: the answers
// of one column are to several questions, and what is counted are rows.

// longFormat warns of an export in the long format. Its signs are a column that says
// which question it is, by its name, and ids that come again.
func longFormat(columns []column, found *sampled) []notice.Warning {
	question := -1
	for i, c := range columns {
		p := found.profiles[i]
		if words().questionColumns[value.Key(c.header)] && p.Distinct() > 1 && p.Distinct()*3 <= p.Answered {
			question = i
			break
		}
	}
	if question < 0 {
		return nil
	}
	for i, c := range columns {
		p := found.profiles[i]
		named := (c.idName || c.meta) && p.Singletons()*10 <= p.Distinct()
		if i == question || p.Distinct() < 3 || p.Distinct()*2 > p.Answered || !named && !inEach(p, found.profiles[question].Distinct()) {
			continue
		}
		return []notice.Warning{{Code: notice.LongFormat, Column: c.number,
			Message: fmt.Sprintf("%q has %d values in %d rows, several rows each: a row is an answer, and not a respondent", c.header, p.Distinct(), p.Answered),
			Hint:    fmt.Sprintf("--id %q counts people, and --where %q the answers to one question", c.header, columns[question].header+"=…")}}
	}
	return nil
}

// inEach reports whether the values of a column are ids, whatever its name: ten or more, none of
// which has more rows than there are questions, and most of which have nearly as many.
func inEach(p *kind.Profile, questions int) bool {
	tooMany := func(v kind.Answer) bool { return v.Count > questions }
	return p.Distinct() >= 10 && p.Answered*10 >= p.Distinct()*questions*6 && !slices.ContainsFunc(p.Values, tooMany)
}
