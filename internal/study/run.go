package study

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"verbatim/internal/decision"
	"verbatim/internal/ids"
	"verbatim/internal/lists"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/segment"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
	"verbatim/internal/value"
)

// run is what every reading of the answers uses: the options as counting needs
// them, with columns by number, lists read, and, once they are made, the
// decisions.
//
//	Options ─ newRun ─▶ run ─ prepare ─▶ run with Decisions ─ count ─▶ Count
//
// A Count keeps its run. Each further reading of the answers uses it, and so finds
// exactly what was counted.
type run struct {
	export    *survey.Export
	question  survey.Question
	opt       Options
	aside     []string // kinds of words that are not ranked
	terms     term.Options
	themes    []term.ThemeTerm
	masked    []lists.Word
	where     []condition
	rank      tally.Ranking
	closed    *survey.Splitting // how the options of a closed question are written, which are the terms; nil: words are
	rowsOf    ids.RowsOf
	waiting   ids.Waiting      // of the count
	otherwise string           // a hint at another way to write a value of --where, if it leaves nobody; "": none
	warned    []notice.Warning // about who is counted

	by, weight, id survey.Question   // without a column: not asked for; of one column, but for a multiple choice by
	choice         *survey.Splitting // how the options are written that are the groups; nil: a group is a value
	written        decision.Writings // of the groups, in the rows that stand for all
	bins           bins
	rereadable     bool // the export can be read more than once

	decisions decision.Decisions // what the answers decided
	ahead     decoder            // of these
	watch     []tally.Name       // terms to count the people of together; nil: those that lead in the first block
	workers   []*worker
}

// A condition holds for respondents with, or without, a value in a column.
type condition struct {
	column survey.Question
	value  string
	not    bool
}

// query names the columns to read: the question, and the columns by which
// respondents are chosen, grouped, weighted and named. Those who read their cells
// rely on the order of the extra columns:
//
//	Extra   where 1 │ where 2 │ … │ group │ weight │ id       those that there are
func (r *run) query() survey.Query {
	q := survey.Query{Columns: r.question.Columns, FinishedOnly: r.opt.Finished}
	for _, c := range r.where {
		q.Extra = append(q.Extra, c.column.Columns...)
	}
	q.Extra = slices.Concat(q.Extra, r.by.Columns, r.weight.Columns, r.id.Columns)
	return q
}

// grouped, weighted and named report whether the options have a column of groups, of
// weights and of ids.
func (r *run) grouped() bool  { return r.by.Columns != nil }
func (r *run) weighted() bool { return r.weight.Columns != nil }
func (r *run) named() bool    { return r.id.Columns != nil }

// keeps reports whether all conditions hold for a respondent.
func (r *run) keeps(response *survey.Response) bool {
	for i, c := range r.where {
		if (response.Extra[i] == c.value) == c.not {
			return false
		}
	}
	return true
}

// groupCell and weightCell are the group and the weight of a row, as they are written.
func (r *run) groupCell(row *survey.Response) string { return row.Extra[len(r.where)] }
func (r *run) weightCell(row *survey.Response) string {
	return row.Extra[len(r.where)+len(r.by.Columns)]
}

// idOf is the id of a respondent; "" if there is no column of ids, or the cell is
// blank.
func (r *run) idOf(response *survey.Response) string {
	if !r.named() {
		return ""
	}
	return response.Extra[len(response.Extra)-1]
}

// shownID is the id of a respondent where ids are shown. Of the things to be redacted only
// addresses are looked for: the digits of an id are no telephone number.
func (r *run) shownID(response *survey.Response) string {
	if !r.opt.ShowIDs {
		return ""
	}
	id := r.idOf(response)
	if r.opt.Redact && !r.opt.AllowNames && strings.Contains(id, "@") {
		return segment.Spelled(new(privacy.Redactor).Redact(id))
	}
	return id
}

// listed reports whether each answer is taken as it is, or is a list. Then there
// are no sentences, and so no phrases and no filler words.
func (r *run) listed() bool { return r.terms.Whole || r.terms.Split != "" }

// A decoder takes blocks apart, and markup and personal data out of their answers. It keeps
// its memory from block to block, so a batch is valid until the next one.
type decoder struct {
	survey   survey.Decoder
	redactor privacy.Redactor
	labels   privacy.Redactor       // of the groups
	markup   int                    // answers that markup was taken out of
	noNumber int                    // cells that are in no bin
	spelled  map[string]*groupValue // of groups, as they are written
}

// kept takes a block apart, and keeps the rows for which all conditions hold.
func (r *run) kept(b *survey.Block, d *decoder) (survey.Batch, error) {
	batch, err := d.survey.Decode(b)
	if err != nil {
		return batch, fmt.Errorf("decode: %w", err)
	}
	if len(r.where) == 0 {
		return batch, nil
	}
	rows := batch.Responses
	batch.Responses = rows[:0]
	for i := range rows {
		if r.keeps(&rows[i]) {
			batch.Responses = append(batch.Responses, rows[i])
		}
	}
	batch.LeftOut += len(rows) - len(batch.Responses)
	return batch, nil
}

// decode takes a block apart. This is where every answer comes from, so that
// personal data, where it is to be taken out, reaches no other stage.
func (r *run) decode(b *survey.Block, d *decoder) (survey.Batch, error) {
	batch, err := r.kept(b, d)
	if err != nil {
		return batch, err
	}
	if r.closed == nil { // options are as the export writes them
		for i := range batch.Responses {
			d.stripMarkup(&batch.Responses[i])
		}
	}
	if r.bins.ofQuestion() || r.bins.ofGroups() && r.grouped() {
		for i := range batch.Responses {
			d.bin(r, &batch.Responses[i])
		}
	}
	// Redaction comes after the removal of markup, since an address that is split by
	// tags is one address only without them.
	if r.opt.Redact {
		for _, response := range batch.Responses {
			for i, answer := range response.Answers {
				if !r.bins.ofQuestion() { // a bin is no number of a person
					response.Answers[i] = d.redactor.Redact(answer)
				}
			}
		}
	}
	if r.grouped() && !r.bins.groups && (r.opt.Redact || r.choice != nil) {
		for i := range batch.Responses {
			d.label(r, &batch.Responses[i])
		}
	}
	if r.unites() {
		for i := range batch.Responses {
			d.spell(&batch.Responses[i].Extra[len(r.where)])
		}
	}
	return batch, nil
}

// stripMarkup takes markup out of answers. An answer that was only markup is no
// answer.
func (d *decoder) stripMarkup(r *survey.Response) {
	kept := r.Answers[:0]
	for _, answer := range r.Answers {
		text, changed := value.WithoutMarkup(answer)
		if changed {
			d.markup++
		}
		if text != "" {
			kept = append(kept, text)
		}
	}
	r.Answers = kept
}

// batches yields the decoded blocks of a query, each valid until the next.
// Iteration ends with the first error.
func (r *run) batches(ctx context.Context, q survey.Query) iter.Seq2[survey.Batch, error] {
	return func(yield func(survey.Batch, error) bool) {
		var d decoder
		for block, err := range r.export.Blocks(ctx, q) {
			var batch survey.Batch
			if err == nil {
				batch, err = r.decode(block, &d)
			}
			if !yield(batch, err) || err != nil {
				return
			}
		}
	}
}

// each reads the answers once more, and calls visit for every respondent that is
// counted, in the order of the export. Reading again takes time and no memory: the
// answers themselves are never kept, and may not fit.
func (r *run) each(ctx context.Context, visit func(*survey.Response)) error {
	waiting := make(ids.Waiting)
	for batch, err := range r.batches(ctx, r.query()) {
		if err != nil {
			return err
		}
		r.rowsOf.Unite(&batch, waiting, r.idOf)
		for i := range batch.Responses {
			visit(&batch.Responses[i])
		}
	}
	return nil
}
