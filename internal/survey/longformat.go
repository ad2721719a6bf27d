package survey

import (
	"fmt"

	"verbatim/internal/kind"
	"verbatim/internal/notice"
	"verbatim/internal/value"
	"verbatim/internal/wording"
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
	question, asked := -1, (*kind.Profile)(nil)
	for i, c := range columns {
		p := found.profiles[i]
		if question < 0 && wording.Words().QuestionColumns[value.Key(c.header)] && p.Distinct() > 1 && p.Distinct()*3 <= p.Answered {
			question, asked = i, p
		}
	}
	if question < 0 {
		return nil
	}
	sure := asked.Any(wording.EndsAsQuestion) || asked.Any(value.HasDigit) && !wording.Words().ItemColumns[value.Key(columns[question].header)]
	id := -1
	for i, c := range columns {
		p := found.profiles[i]
		if i == question || p.Distinct() < 3 || p.Distinct()*5 > p.Answered*4 {
			continue
		}
		if c.idName || c.meta && p.Distinct()*2 <= p.Answered && p.Singletons()*10 <= p.Distinct() {
			id = i
			break
		}
		if (p.EachHas(asked.Distinct()) || sure && p.AreIDs(asked.Distinct())) && (id < 0 || p.Distinct() > found.profiles[id].Distinct()) {
			id = i
		}
	}
	if id < 0 {
		return nil
	}
	c, p := columns[id], found.profiles[id]
	return []notice.Warning{{Code: notice.LongFormat, Column: c.number,
		Message: fmt.Sprintf("%q has %d values in %d rows, several rows each: a row is an answer, and not a respondent", c.header, p.Distinct(), p.Answered),
		Hint:    fmt.Sprintf("--id %q counts people, and --where %q the answers to one question", c.header, columns[question].header+"=…")}}
}
