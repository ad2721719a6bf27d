package study

import (
	"cmp"
	"encoding/csv"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/survey"
	"verbatim/internal/wording"
)

// A Choice of questions for a report: lists of selectors with commas between; one with a comma of its own stands in
// quotation marks. "" is no list.
type Choice struct {
	Only    string // these, whatever their kind; "" is all that are open-ended
	Without string // not these
}

// Questions are the chosen questions in the order of the questionnaire, which is that of their columns. A follow-up,
// "Other (please specify)", stands under its question where that is among them. The error is one of a selector, or says
// that no question is left.
func (c Choice) Questions(e *survey.Export) ([]survey.Question, error) {
	chosen := e.OpenQuestions()
	if c.Only != "" {
		chosen = nil
	}
	err := c.each(c.Only, e, func(q survey.Question) {
		if !slices.ContainsFunc(chosen, func(x survey.Question) bool { return slices.Equal(x.Columns, q.Columns) }) {
			chosen = append(chosen, q)
		}
	})
	if err != nil {
		return nil, err
	}
	err = c.each(c.Without, e, func(q survey.Question) {
		chosen = slices.DeleteFunc(slices.Clone(chosen), func(x survey.Question) bool { return slices.Equal(x.Columns, q.Columns) })
	})
	if err == nil && len(chosen) == 0 && c.Without != "" {
		err = &notice.UsageError{Where: "--exclude", What: "leaves no question", Hint: "verbatim inspect lists the questions"}
	}
	return outline(chosen), err
}

// each hands on the question of each selector of a list.
func (c Choice) each(list string, e *survey.Export, take func(survey.Question)) error {
	if strings.TrimSpace(list) == "" {
		return nil
	}
	in := csv.NewReader(strings.NewReader(list))
	in.TrimLeadingSpace, in.LazyQuotes = true, true
	selectors, err := in.Read()
	if err != nil {
		return err
	}
	for _, selector := range selectors {
		q, err := Select(e, strings.TrimSpace(selector))
		if err != nil {
			return err
		}
		take(q)
	}
	return nil
}

// outline puts questions in order.
func outline(questions []survey.Question) (list []survey.Question) {
	sorted := slices.SortedStableFunc(slices.Values(questions), func(a, b survey.Question) int { return cmp.Compare(a.Columns[0], b.Columns[0]) })
	under := make(map[string][]survey.Question) // follow-ups, by the text of their question
	texts := make(map[string]bool)
	for _, q := range sorted {
		texts[q.Text] = true
	}
	for _, q := range sorted {
		if asked, _ := wording.FollowUp(q.Text); asked != "" && texts[asked] {
			under[asked] = append(under[asked], q)
		} else {
			list = append(list, q)
		}
	}
	for i := len(list) - 1; i >= 0; i-- {
		list = slices.Insert(list, i+1, under[list[i].Text]...)
		delete(under, list[i].Text)
	}
	return list
}
