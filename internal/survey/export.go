package survey

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"verbatim/internal/notice"
	"verbatim/internal/rows"
)

// Options override what is detected; the zero value detects everything.
type Options struct {
	Platform   string // one of Platforms
	Encoding   string // one of Encodings
	Delimiter  rune   // an ASCII character
	HeaderRows int    // 1 or more
	NoHeader   bool   // the first row is a respondent; columns are called column 1, column 2

	catalogue catalogue // the platforms to choose from; nil: all that are known
}

// platforms gives the platforms to choose from.
func (o Options) platforms() catalogue {
	if o.catalogue != nil {
		return o.catalogue
	}
	return knownPlatforms()
}

// A Dialect is how an export is written, and why that is believed.
type Dialect struct {
	Platform   string   // one of Platforms
	Evidence   []string // one line for each guess
	Encoding   string   // one of Encodings
	BOM        bool     // the file begins with a byte order mark
	Delimiter  rune
	HeaderRows int // 0: there is none
	Columns    int // of the header
}

// An Export is a survey whose shape is known; its rows have not been kept. It
// does not change any more, and its methods may be called in several goroutines,
// but for one thing: a stream that is longer than what detection read can be
// read once only, by Blocks or by Inspect.
type Export struct {
	Dialect          // of the first file
	Files   []string // names, in the order given
	// Questions are in the order of their first columns; the counts are those of
	// the part that detection read.
	Questions []Question
	// Complete says that detection read everything, so the counts are final.
	Complete bool
	Warnings []notice.Warning

	platform *platform
	files    []file
	columns  []column      // in the order of the file
	readings []reading     // by column: what its cells say
	states   []stateColumn // where the platform says whether a response is finished
	// tellsShown says that a blank cell tells whether the question was shown: a
	// quoted one was, one without quotes was not.
	tellsShown bool
	found      *answers // in the part that detection read; nil once settled
}

// A file is one table of the export.
type file struct {
	table *rows.Table
	skip  int // records before the first respondent
}

// Open finds out how an export is written and what it asks. Several inputs of
// one shape are one survey. It reads at most 8 MiB of each. What cannot be
// read is an *notice.InputError. A file of nothing but header rows can be opened: it
// has no rows.
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
		if len(heads) > 0 {
			if err := h.sameShape(heads[0]); err != nil {
				return nil, err
			}
		}
		heads = append(heads, h)
	}
	return newExport(heads), nil
}

// newExport judges the questions of files of one shape. The answers are looked at
// twice: only when it is known which columns are boxes and what the platform
// writes for a missing answer can the others be counted.
func newExport(heads []*head) *Export {
	first := heads[0]
	e := &Export{Dialect: first.dialect, Complete: true, columns: first.columns, platform: first.platform, states: findStates(first.columns, first.platform)}
	for _, h := range heads {
		t := h.sample.Table
		e.files = append(e.files, file{t, h.skip})
		e.Files = append(e.Files, t.Name)
		e.Complete = e.Complete && t.Whole
		e.Warnings = append(e.Warnings, h.warnings...)
	}
	cells := newAnswers(heads, plainReading(e.Dialect, e.platform))
	families := findBoxes(e.columns, cells.profiles, e.platform)
	var missing []string
	e.readings, missing = newReadings(e.Dialect, e.platform, e.columns, cells.profiles, families)
	e.Evidence = append(e.Evidence, missing...)
	e.tellsShown = cells.marksShown
	e.found = cells.read(heads, e.readings)
	e.Questions = e.group(families)
	for i, q := range e.Questions {
		e.Questions[i].Answered = e.found.answeredBy(q.Columns)
		e.Questions[i].Select = e.selector(q)
	}
	return e
}

// Settled gives the export without what questions are judged from, megabytes of
// answers, for when all questions have been selected. Of columns that Select
// unites from then on it does not tell kind and counts.
func (e *Export) Settled() *Export {
	settled := *e
	settled.found = nil
	return &settled
}

// check refuses values that no option has.
func (o Options) check() error {
	switch {
	case o.Platform != "" && o.platforms().named(o.Platform) == nil:
		return fmt.Errorf("unknown platform %q: one of %s", o.Platform, strings.Join(Platforms(), ", "))
	case o.Encoding != "" && !slices.Contains(Encodings(), o.Encoding):
		return fmt.Errorf("unknown encoding %q: one of %s", o.Encoding, strings.Join(Encodings(), ", "))
	case o.Delimiter < 0 || o.Delimiter > 0x7e || o.Delimiter == '"' || o.Delimiter == '\n' || o.Delimiter == '\r':
		return fmt.Errorf("%q cannot be a delimiter", o.Delimiter)
	case o.HeaderRows < 0:
		return fmt.Errorf("%d header rows are not possible", o.HeaderRows)
	}
	return nil
}

// cells takes a record of the export apart.
func (e *Export) cells(t *rows.Table, cells []rows.Cell, rec rows.Record) []rows.Cell {
	return t.Cells(cells, rec, e.Columns)
}

// answer gives the answer that stands in a column, from 1, trimmed; "" where
// there is none. Whatever counts answers asks here.
func (e *Export) answer(cells []rows.Cell, column int) string {
	return e.readings[column-1].answer(rows.At(cells, column))
}

// selector gives the first of the question's selectors that picks exactly its
// columns.
func (e *Export) selector(q Question) string {
	for _, s := range q.selectors() {
		if columns, err := e.pick(s); err == nil {
			slices.Sort(columns)
			if slices.Equal(columns, q.Columns) {
				return s
			}
		}
	}
	return ""
}
