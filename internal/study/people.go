package study

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/ids"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/value"
)

// With --id the rows of one id are one respondent (package ids). What their cells say has to agree.

// enrol finds the ids that come again, of the rows that the conditions keep.
func (r *run) enrol(ctx context.Context) error {
	if !r.named() {
		return nil
	}
	if !r.rereadable {
		return &notice.InputError{Name: "-", What: "is too long to be read twice, for --id", Hint: "write it to a file first"}
	}
	var register ids.Register
	var d decoder
	q, blank := r.query(), 0
	q.Columns = r.id.Columns // a mark for missing is no id
	for block, err := range r.export.Blocks(ctx, q) {
		if err != nil {
			return err
		}
		batch, err := r.kept(block, &d)
		if err != nil {
			return err
		}
		for i := range batch.Responses {
			if x := &batch.Responses[i]; len(x.Answers) > 0 {
				register.Add(r.idOf(x))
			} else {
				blank++
			}
		}
		block.Free()
	}
	r.rowsOf = register.Repeated()
	r.warnOfIDs(register.Rows(), blank, register.SpelledApart())
	return nil
}

// warnOfIDs warns where uniting rows by their ids may not be what is meant.
func (r *run) warnOfIDs(rows, blank, spelled int) {
	warn := func(code notice.Code, format string, args ...any) {
		r.warned = append(r.warned, notice.Warning{Code: code, File: r.export.Files[0], Column: r.id.Columns[0], Message: fmt.Sprintf(format, args...)})
	}
	if spelled > 0 {
		warn(notice.IDSpellings, "numbers that are ids in two spellings, such as 5 and 5.0 or 005: %d; each spelling is counted as a respondent", spelled)
	}
	if len(r.rowsOf) == 0 {
		return
	}
	if blank > 0 {
		warn(notice.MissingIDs, "rows without an id: %d; each is counted as a respondent", blank)
	}
	if k := r.id.Kind; k == survey.KindSingle || k == survey.KindMultiple {
		warn(notice.SharedIDs, "%q looks like a question, and not like ids: its %d values are counted as the ids of %d rows", r.id.Text, r.id.Distinct, rows)
	}
}

// aboutFiles are the warnings about the files. A count of people by their ids has no need of one that rows are
// answers, nor a count of one question of one about codes in the column of another.
func (r *run) aboutFiles() []notice.Warning {
	read := slices.Concat(r.question.Columns, r.by.Columns, r.weight.Columns)
	isIdle := func(w notice.Warning) bool {
		return w.Code == notice.LongFormat && r.named() || w.Code == notice.MissingCode && w.Column > 0 && !slices.Contains(read, w.Column)
	}
	return slices.DeleteFunc(slices.Clone(r.export.Warnings), isIdle)
}

// weightOf is the weight of a respondent. Rows that leave it blank take that of the others, and rows that
// differ are refused: no rule would say which of them is right.
func (r *run) weightOf(x *survey.Response) (weight tally.Weight, err error) {
	var found *survey.Response
	for row := range x.EachRow {
		if r.weightCell(row) == "" {
			continue
		}
		w, err := r.weightIn(row)
		if err != nil {
			return 0, err
		}
		if found != nil && w != weight {
			return 0, &notice.InputError{Name: row.File, What: fmt.Sprintf("%s %d: the weight is not that of %[1]s %[3]d, of the same respondent", r.export.Unit(), row.Line, found.Line),
				Hint: "all rows of an id need the same weight; --where leaves rows out"}
		}
		found, weight = row, w
	}
	if found == nil {
		return r.weightIn(x)
	}
	return weight, nil
}

// weightIn is the weight in a row.
func (r *run) weightIn(row *survey.Response) (tally.Weight, error) {
	cell := r.weightCell(row)
	if n, ok := value.Number(cell); ok && r.export.Dialect.Container != "" && strings.Contains(cell, ",") && !strings.HasSuffix(cell, "%") {
		cell = strconv.FormatFloat(n, 'f', -1, 64) // shown with thousands; in CSV "1,234" may have a decimal comma
	}
	weight, err := tally.ParseWeight(cell)
	if err != nil {
		err = &notice.InputError{Name: row.File, What: fmt.Sprintf("%s %d: %v", r.export.Unit(), row.Line, err),
			Hint: "every respondent needs a weight of 0 or more; --where leaves respondents out"}
	}
	return weight, err
}

// groupOf is the group of a respondent: the value of all rows that are not blank. It is not one if there are
// several.
func (r *run) groupOf(x *survey.Response) (value string, isOne bool) {
	for row := range x.EachRow {
		cell := r.groupCell(row)
		if value != "" && cell != "" && cell != value {
			return "", false
		}
		if cell != "" {
			value = cell
		}
	}
	return value, true
}

// inSeveralGroups warns of respondents whose rows are in several groups, as they are where --by is the column
// of the questions. It refuses them under disclosure control, which goes by groups that add up to the whole.
func (r *run) inSeveralGroups() error {
	people := 0
	for _, w := range r.workers {
		people += w.inSeveral
	}
	switch {
	case people == 0:
		return nil
	case r.opt.Withholds():
		return &notice.UsageError{Where: "--suppress", What: "some respondents have rows in several groups of " + quoted(r.by.Text),
			Hint: "leave out --by, or pick the rows of one group with --where"}
	}
	r.warned = append(r.warned, notice.Warning{Code: notice.SeveralGroups,
		Message: fmt.Sprintf("respondents with rows in several groups of %q: %d; each is counted in all of these, so the groups have more people than the whole, and a test takes them for different people", r.by.Text, people)})
	return nil
}

// addressesOfGroups refuses groups whose values hold addresses or numbers of people, and warns where these were
// replaced.
func (r *run) addressesOfGroups() error {
	var shown privacy.Redactor
	var replaced privacy.Redactions
	if r.bins.ofGroups() {
		return nil
	}
	for _, w := range r.workers {
		replaced.Add(w.decoder.labels.Found)
		for value := range w.groups {
			shown.Redact(value)
		}
	}
	if shown.Found.Addresses() && !r.opt.AllowNames {
		return &NamesError{Files: r.export.Files, Flag: "--by", Text: r.by.Text}
	}
	if replaced != (privacy.Redactions{}) {
		r.warned = append(r.warned, notice.Warning{Code: notice.RedactedGroups,
			Message: fmt.Sprintf("addresses and numbers of people in the groups of %q are replaced; groups that differ in nothing else are one", r.by.Text)})
	}
	return nil
}
