package survey

import (
	"context"
	"slices"
	"sync"

	"verbatim/internal/notice"
)

// Open finds out how an export is written and what it asks. Several inputs of one
// shape are one survey. It reads at most 8 MiB of each. The error is a
// *notice.InputError if one cannot be read. A file with only header rows can be
// opened: it has no rows.
func Open(ctx context.Context, inputs []Input, opt Options) (*Export, error) {
	if err := opt.check(); err != nil {
		return nil, err
	}
	if len(inputs) == 0 {
		return nil, &notice.InputError{Name: "input", What: "no file given"}
	}
	var heads []*head
	for _, in := range inputs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		h, err := readHead(in, opt)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(heads, func(other *head) bool { return h.sample.Table.IsSame(other.sample.Table) }) {
			return nil, &notice.UsageError{Where: in.Name, What: "given twice", Hint: "each respondent would count twice"}
		}
		if len(heads) > 0 {
			if err := h.sameShape(heads[0]); err != nil {
				return nil, err
			}
		}
		heads = append(heads, h)
	}
	return newExport(heads, opt.Selected), nil
}

// newExport judges the questions of files of one shape. The answers are read twice:
// the first pass finds which columns are boxes and what the platform writes for a
// missing answer, and the second needs both. selected is as in Options.
func newExport(heads []*head, selected bool) *Export {
	first := heads[0]
	e := &Export{Dialect: first.dialect, Complete: true, columns: first.columns, platform: first.platform, states: findStates(first.columns, first.platform), judging: new(sync.Mutex)}
	for _, h := range heads {
		t := h.sample.Table
		e.files = append(e.files, file{t, h.skip, h.footer})
		e.Files = append(e.Files, t.Name)
		e.Complete = e.Complete && t.Whole
		e.Warnings = append(e.Warnings, h.warnings...)
	}
	cells := newAnswers(heads, plainReading(rune(e.Delimiter), e.platform))
	families := findBoxes(e.columns, cells, e.platform, boxesByWeight)
	var missing []string
	e.readings, missing = newReadings(rune(e.Delimiter), e.platform, e.columns, cells.profiles, families)
	e.Evidence = append(e.Evidence, missing...)
	e.warn(guessMissing(e.readings, first, cells.profiles, cells.respondents))
	e.warn(longFormat(e.columns, cells))
	e.tellsShown = cells.marksShown
	e.found = cells.reread(heads, e.readings)
	e.Questions = e.questionsFrom(families, selected && !first.doubted)
	e.indices, e.questionAt = newIndices(e.columns, e.Questions, e.readings), questionsAt(len(e.columns), e.Questions)
	for i, q := range e.Questions {
		e.Questions[i].Answered = e.found.answeredBy(q.Columns)
		e.Questions[i].Select = e.selectorOf(q)
		e.Questions[i].conceal(first.doubted)
	}
	return e
}

// warn adds warnings about the survey as a whole; they name its first file.
func (e *Export) warn(warnings []notice.Warning) {
	for _, w := range warnings {
		w.File = e.Files[0]
		e.Warnings = append(e.Warnings, w)
	}
}

// selectorOf returns the first of the question's selectors that picks exactly its
// columns.
func (e *Export) selectorOf(q Question) string {
	for _, s := range q.selectors() {
		columns, several := e.exactly(s)
		if columns == nil && several == nil {
			columns, _ = e.pickNumbers(s)
		}
		if slices.Equal(columns, q.Columns) {
			return s
		}
	}
	return ""
}
