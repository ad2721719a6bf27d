package survey

import (
	"context"
	"verbatim/internal/kind"
	"verbatim/internal/notice"
	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// InspectOptions say what Inspect shows.
type InspectOptions struct {
	// Samples is the number of answers to show of each question, but of metadata;
	// 0: none.
	Samples int
}

// An Inspection is all there is to say about an export without counting words.
type Inspection struct {
	Files []rows.Facts
	Dialect
	Rows        int // records after the header; empty lines at the end are none
	BlankRows   int // those that hold nothing
	Respondents int // the others
	// Unfinished and Tests count respondents who did not come to the end, and
	// tests, previews and rejected responses, as far as the platform says so.
	Unfinished, Tests int
	Questions         []Question
	Warnings          []notice.Warning
}

// Inspect reads everything once and gives the final facts.
func (e *Export) Inspect(ctx context.Context, opt InspectOptions) (*Inspection, error) {
	in := &Inspection{Dialect: e.Dialect}
	c := newCensus(e, opt.Samples)
	for _, f := range e.files {
		facts, err := c.addFile(ctx, f)
		if err != nil {
			return nil, err
		}
		in.Files = append(in.Files, facts)
	}
	in.Rows, in.BlankRows = c.rows, c.blankRows
	in.Respondents = c.rows - c.blankRows
	in.Unfinished, in.Tests = c.unfinished, c.tests
	in.Warnings = append(in.Warnings, c.warnings.List()...)
	in.Questions = c.settled()
	return in, nil
}

// A census counts the answers to all questions at once. Its memory grows with
// the questions, up to the bounds of a profile each, and not with the rows.
type census struct {
	export     *Export
	samples    int
	rows       int
	blankRows  int
	unfinished int
	tests      int
	warnings   notice.Log
	profiles   []*kind.Profile // one a question
	answered   []int           // respondents, one a question
	notShown   []int           // respondents, one a question
	shown      [][]string      // samples, one a question
	cells      []rows.Cell
}

func newCensus(e *Export, samples int) *census {
	c := &census{export: e, samples: samples}
	c.warnings.Add(e.Warnings...)
	c.answered = make([]int, len(e.Questions))
	c.notShown = make([]int, len(e.Questions))
	c.shown = make([][]string, len(e.Questions))
	for range e.Questions {
		c.profiles = append(c.profiles, kind.NewProfile())
	}
	return c
}

// addFile counts one file.
func (c *census) addFile(ctx context.Context, f file) (rows.Facts, error) {
	for block, err := range f.table.Blocks(ctx, f.skip) {
		if err != nil {
			return rows.Facts{}, err
		}
		c.rows += block.Empty
		c.blankRows += block.Empty
		for _, rec := range block.Records {
			c.addRecord(f.table, rec)
		}
	}
	return f.table.Facts()
}

// record counts one record.
func (c *census) addRecord(t *rows.Table, rec rows.Record) {
	c.rows++
	if t.IsBlankRow(rec) {
		c.blankRows++
		return
	}
	c.cells = c.export.takeApart(t, c.cells[:0], rec)
	c.warnings.Add(t.Troubles(rec, c.cells, c.export.Columns)...)
	switch c.export.stateOfRecord(c.cells) {
	case stateUnfinished:
		c.unfinished++
	case stateTest:
		c.tests++
	}
	for i, q := range c.export.Questions {
		some := false
		if c.export.wasNotShown(c.cells, q.Columns) {
			c.notShown[i]++
		}
		for _, column := range q.Columns {
			if a := c.export.answerIn(c.cells, column); a != "" {
				c.look(t, rec, column, rows.At(c.cells, column), q.Kind == KindDate || c.export.columns[column-1].dated)
				c.profiles[i].Add(a)
				if q.Kind != KindMeta {
					c.keepSample(i, a)
				}
				some = true
			}
		}
		if some {
			c.answered[i]++
		}
	}
}

// look warns of a cell that a spreadsheet has damaged; dated says that the column
// is one of dates.
func (c *census) look(t *rows.Table, rec rows.Record, column int, answer string, dated bool) {
	d := value.Damage(answer)
	if d == "" && dated && value.IsSerialDate(answer) {
		d = answer + " is the number by which a spreadsheet counts days"
	}
	if d != "" {
		c.warnings.Add(notice.Warning{Code: notice.DamagedCell, File: t.Name, Line: rec.Line, Column: column, Message: d})
	}
}

// sample keeps the first answers of a question.
func (c *census) keepSample(i int, answer string) {
	if len(c.shown[i]) < c.samples {
		c.shown[i] = append(c.shown[i], answer)
	}
}

// settled gives the questions with their final counts.
func (c *census) settled() []Question {
	out := make([]Question, len(c.profiles))
	for i, q := range c.export.Questions {
		q.fillCounts(c.profiles[i])
		q.Answered, q.NotShown, q.Samples = c.answered[i], c.notShown[i], c.shown[i]
		// Kinds are settled by detection, so that all commands agree on them; but
		// where nobody had answered yet, there was nothing to judge.
		if q.Kind == KindEmpty && q.Answered > 0 {
			q.Kind = ""
			q.describe(c.profiles[i], c.export.columns[q.Columns[0]-1])
			q.Answered = c.answered[i]
		}
		out[i] = q
	}
	return out
}
