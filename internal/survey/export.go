package survey

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"verbatim/internal/notice"
)

// Options override what is detected; the zero value detects everything.
type Options struct {
	Platform   string // one of Platforms
	Encoding   string // one of Encodings
	Delimiter  rune   // an ASCII character
	HeaderRows int    // 1 or more
	NoHeader   bool   // the first row is a respondent; columns are called column 1, column 2
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

	sources []*source
	columns []column      // in the order of the file
	states  []stateColumn // where the platform says whether a response is finished
	// tellsShown says that a blank cell tells whether the question was shown: a
	// quoted one was, one without quotes was not.
	tellsShown bool

	// What follows is about the part that detection read.

	profiles    []*profile // by column
	respondents int        // rows that are not blank
	answeredIn  []bitset   // by column: which of these respondents answered
}

// Open finds out how an export is written and what it asks. Several inputs of
// one shape are one survey. It reads at most 8 MiB of each. What cannot be
// read is an *notice.InputError. A file of nothing but header rows can be opened: it
// has no rows.
func Open(ctx context.Context, inputs []Input, opt Options) (*Export, error) {
	if err := opt.check(); err != nil {
		return nil, err
	}
	e := &Export{Complete: true}
	for _, in := range inputs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := e.addFile(in, opt); err != nil {
			return nil, err
		}
	}
	if len(inputs) == 0 {
		return nil, &notice.InputError{Name: "input", What: "no file given"}
	}
	// The answers are looked at twice: only when it is known which columns are
	// boxes and what the platform writes for a missing answer can the others be
	// counted.
	e.profileHeads()
	families := findBoxes(e.columns, e.profiles, e.Platform)
	for _, f := range families {
		f.tick(e.columns)
	}
	e.findMissing()
	e.profileHeads()
	for i := range e.columns {
		e.columns[i].detach()
		e.profiles[i].detach()
	}
	for _, src := range e.sources {
		src.forget()
	}
	e.Questions = e.group(families)
	for i, q := range e.Questions {
		e.Questions[i].Answered = e.answeredBy(q.Columns)
		e.Questions[i].Select = e.selector(q)
	}
	return e, nil
}

// Settled gives the export without what questions are judged from, megabytes of
// answers, for when all questions have been selected. Of columns that Select
// unites from then on it does not tell kind and counts.
func (e *Export) Settled() *Export {
	settled := *e
	settled.profiles, settled.answeredIn = nil, nil
	return &settled
}

// check refuses values that no option has.
func (o Options) check() error {
	switch {
	case o.Platform != "" && !slices.Contains(Platforms(), o.Platform):
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

// addFile detects one file and adds its head to the profiles.
func (e *Export) addFile(in Input, opt Options) error {
	src, err := openSource(in, opt)
	if err != nil {
		return err
	}
	d := Dialect{Encoding: src.encoding.name, BOM: src.encoding.bom > 0}
	var why, above string
	var width int
	src.syntax, width, why = detectSyntax(src.head, src.whole, opt.Delimiter)
	if d.Delimiter = rune(src.syntax.delimiter); d.Delimiter == noDelimiter {
		d.Delimiter = ',' // what a file of one column would have if it had two
	}
	d.Evidence = []string{src.encoding.evidence, why}
	if opt.HeaderRows > 0 || opt.NoHeader {
		width = 0 // then nothing that has words is called a title
	}
	if src.skip, above = src.above(width); above != "" {
		d.Evidence = append(d.Evidence, above)
	}
	columns, err := src.detectTable(&d, opt)
	if err != nil {
		return err
	}
	if e.sources == nil {
		e.Dialect, e.columns = d, columns
		e.states = findStates(columns, d.Platform)
	} else if err := e.sameShape(in.Name, columns); err != nil {
		return err
	}
	e.sources = append(e.sources, src)
	e.Files = append(e.Files, in.Name)
	e.Complete = e.Complete && src.whole
	e.Warnings = append(e.Warnings, e.headTroubles(src)...)
	return nil
}

// sameShape refuses a file whose columns differ from those of the first, be it in
// the wording of one question only. Delimiter, encoding, blanks and punctuation
// may differ: they say how a file was saved, not what it asks.
func (e *Export) sameShape(name string, columns []column) error {
	hint := "count files of different surveys apart"
	if len(columns) != len(e.columns) {
		what := fmt.Sprintf("has %d columns where %s has %d", len(columns), e.Files[0], len(e.columns))
		return &notice.InputError{Name: name, What: what, Hint: hint}
	}
	// "C++" and "C#" are two options.
	sharp := strings.NewReplacer("+", "plus", "#", "sharp")
	for i, c := range columns {
		if key(sharp.Replace(c.text())) != key(sharp.Replace(e.columns[i].text())) {
			what := fmt.Sprintf("asks %q in column %d where %s asks %q", c.text(), c.number, e.Files[0], e.columns[i].text())
			return &notice.InputError{Name: name, What: what, Hint: hint}
		}
	}
	return nil
}

// answeredBy counts the respondents, in the part that detection read, with an
// answer in any of the columns.
func (e *Export) answeredBy(columns []int) int {
	var some bitset
	for _, c := range columns {
		some.or(e.answeredIn[c-1])
	}
	return some.count()
}

// answer gives the answer that stands in a column, from 1, trimmed; "" where
// there is none: nothing there, the platform's mark for missing, a box that is
// not ticked. Whatever counts answers asks here.
func (e *Export) answer(cells []cell, column int) string {
	a := cellAt(cells, column)
	if a == "" {
		return ""
	}
	c := &e.columns[column-1]
	if c.box != nil {
		return c.box.read(a)
	}
	if slices.Contains(c.missing, a) {
		return ""
	}
	if e.Platform == limeSurvey {
		a = e.unmask(a)
	}
	return a
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
