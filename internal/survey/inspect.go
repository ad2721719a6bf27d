package survey

import (
	"context"
	"slices"

	"verbatim/internal/kind"
	"verbatim/internal/notice"
	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// InspectOptions say what Inspect shows.
type InspectOptions struct {
	// Samples is the number of answers to show of each question that is not
	// metadata; 0: none.
	Samples int
}

// An Inspection is all that can be said about an export without counting words.
type Inspection struct {
	Files []rows.Facts `json:"files"`
	Dialect
	Rows        int `json:"rows"`        // records after the header; empty lines at the end do not count
	BlankRows   int `json:"blank_rows"`  // those that hold nothing
	Respondents int `json:"respondents"` // the others
	// Unfinished and Tests count respondents who did not come to the end, and
	// tests, previews and rejected responses, as far as the platform says so.
	Unfinished int              `json:"unfinished,omitempty"`
	Tests      int              `json:"tests,omitempty"`
	Questions  []Question       `json:"questions"`
	Warnings   []notice.Warning `json:"warnings"`
}

// Inspect reads everything once and gives the final facts.
func (e *Export) Inspect(ctx context.Context, opt InspectOptions) (*Inspection, error) {
	c := &census{Inspection: &Inspection{Dialect: e.Dialect}, export: e, samples: opt.Samples}
	c.Questions = slices.Clone(e.Questions)
	c.log.Add(e.Warnings...)
	if !e.Complete {
		for i := range c.Questions {
			c.profiles = append(c.profiles, kind.NewProfile())
			c.Questions[i].Answered = 0
		}
	}
	for _, f := range e.files {
		if err := c.addFile(ctx, f); err != nil {
			return nil, err
		}
	}
	c.Respondents = c.Rows - c.BlankRows
	c.Warnings = append(c.Warnings, c.log.List()...)
	c.settle()
	return c.Inspection, nil
}

// A census counts the answers to all questions at once. Its memory grows with
// the questions, up to the bounds of a profile each, and not with the rows.
type census struct {
	*Inspection
	export   *Export
	samples  int
	log      notice.Log
	profiles []*kind.Profile // one a question; none if detection has counted all answers
	cells    []rows.Cell
}

// addFile counts one file.
func (c *census) addFile(ctx context.Context, f file) error {
	for block, err := range f.table.Blocks(ctx, f.skip) {
		if err != nil {
			return err
		}
		c.Rows += block.Empty
		c.BlankRows += block.Empty
		c.log.Add(block.Warnings...)
		for _, rec := range block.Records {
			if f.ends(rec) {
				return c.addFacts(f)
			}
			c.addRecord(f.table, rec)
		}
	}
	return c.addFacts(f)
}

// addFacts notes the size and the hash of a file.
func (c *census) addFacts(f file) error {
	facts, err := f.table.Facts()
	c.Files = append(c.Files, facts)
	return err
}

// addRecord counts one record.
func (c *census) addRecord(t *rows.Table, rec rows.Record) {
	c.Rows++
	if t.IsBlankRow(rec) {
		c.BlankRows++
		return
	}
	c.cells = t.Cells(c.cells[:0], rec, c.export.Columns)
	c.log.Add(t.Troubles(rec, c.cells, c.export.Columns)...)
	switch stateOf(c.export.states, c.cells) {
	case stateUnfinished:
		c.Unfinished++
	case stateTest:
		c.Tests++
	}
	for i := range c.Questions {
		q, some := &c.Questions[i], false
		if c.export.wasNotShown(c.cells, q.Columns) {
			q.NotShown++
		}
		for _, column := range q.Columns {
			if a := c.export.answerIn(c.cells, column); a != "" {
				c.look(t, rec, column, rows.At(c.cells, column), q.Kind == kind.Date || c.export.columns[column-1].dated)
				if c.profiles != nil {
					c.profiles[i].Add(a)
				}
				if q.Kind != kind.Meta && !q.Personal && len(q.Samples) < c.samples {
					q.Samples = append(q.Samples, a)
				}
				some = true
			}
		}
		if some && c.profiles != nil {
			q.Answered++
		}
	}
}

// look warns of a cell that a spreadsheet has damaged. dated says that the column
// holds dates.
func (c *census) look(t *rows.Table, rec rows.Record, column int, answer string, dated bool) {
	d := value.Damage(answer)
	if d == "" && dated && value.IsSerialDate(answer) {
		d = answer + " is the number by which a spreadsheet counts days"
	}
	if d != "" {
		c.log.Add(notice.Warning{Code: notice.DamagedCell, File: t.Name, Line: rec.Line, Column: column, Message: d})
	}
}

// settle sets the final counts.
func (c *census) settle() {
	for i, p := range c.profiles {
		q := &c.Questions[i]
		answered := q.Answered
		q.fillCounts(p)
		// Detection decides the kinds, so that all commands agree on them. If it
		// saw no answer, there was nothing to judge, and the kind is decided here.
		if q.Kind == kind.Empty && answered > 0 {
			q.Kind = ""
			q.describe(p, c.export.columns[q.Columns[0]-1])
		}
		q.Answered = answered
	}
}
