package study

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/segment"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// Coded data are the survey for other programs: one row a respondent, and for each theme whether they named it.
// The columns add up to the people of the themes in the tally.
//
//	line  id   trust  tools  uncoded
//	   2  a7       1      1        0     named both
//	   3  a9       0      0        1     has words, but of no theme
//	   4  b2                             no answer: not valid
//
// The rows are not kept: each is passed on as it is read. With disclosure control they are read twice, first to
// find the columns that may be shown, then to write them. A reader of the rows can count any combination of
// columns.

// A CodedRow says which themes one respondent named.
type CodedRow struct {
	File    string
	Line    int
	ID      string       // where there is a column for it
	Answer  string       // their answer as it was written, personal data replaced as in the count; only with Coding.Answers
	Valid   bool         // gave an answer; else the fields below tell nothing
	Themes  []bool       // in the order of Coding.Themes
	Uncoded tally.Figure // 1: an answer with words that named no theme; else 0, or withheld of all rows

	themes uint64 // those of Themes, a bit each
}

// A Coding sorts the respondents into themes. Rows fills in what it sums up.
type Coding struct {
	Themes   []tally.Theme // those that may have a column
	Withheld int           // how many may not
	Valid    int           // people who gave an answer
	Uncoded  tally.Figure  // of the valid
	Sample   []Quote       // of answers of no theme, in the order of the export; none with disclosure control
	Warnings []notice.Warning
	Answers  bool // rows have the answers

	coder        worker
	draw         sampler
	numbers      []int // of the themes shown, in the whole list
	uncodedShown bool  // whether a row shows that it is of no theme
	nilIsUncoded bool  // few people answered "nothing": they are like those of no theme
	noID         int   // respondents whose id is blank
}

// Code prepares the coding of a count by themes, with a sample of the given size of what is in none. With
// disclosure control it reads the answers first: a reader can count the rows, so not every theme that the tally
// shows may have a column. The error is a *privacy.WithheldError if none may.
func (c *Count) Code(ctx context.Context, sample int) (*Coding, error) {
	x, err := c.newCoding(c.Shown.Tally().Themes, sample)
	if err != nil || c.run.opt.Suppress == 0 {
		return x, err
	}
	shown, uncoded, err := x.shown(ctx)
	if err != nil {
		return nil, err
	}
	if len(shown) == 0 {
		return nil, c.withheld(&privacy.WithheldError{Least: c.run.opt.Suppress})
	}
	x, err = c.newCoding(shown, 0)
	if err == nil {
		x.uncodedShown = uncoded
	}
	return x, err
}

// newCoding is a coding by some of the themes.
func (c *Count) newCoding(shown []tally.Theme, sample int) (*Coding, error) {
	w, err := c.run.reader()
	if err != nil {
		return nil, err
	}
	x := &Coding{Themes: shown, coder: w, draw: sampler{size: sample, seed: 1}, uncodedShown: true,
		nilIsUncoded: c.Shown.Tally().Base.NilAnswers.IsWithheld()}
	names := w.themes.Names()
	for _, t := range shown {
		x.numbers = append(x.numbers, slices.Index(names, t.Theme))
	}
	x.Withheld = len(names) - len(shown)
	return x, nil
}

// shown returns the themes that may have a column, and reports whether a row may show that it is of no theme.
func (x *Coding) shown(ctx context.Context) (themes []tally.Theme, uncoded bool, err error) {
	// Rows with the same themes look alike, so the people of each combination are all that has to be kept: at
	// most as many entries as there are rows.
	rows, nils := make(map[uint64]int), 0 // people, by the themes they named, a bit each
	err = x.Rows(ctx, func(r CodedRow) error {
		if !r.Valid {
			return nil
		}
		rows[r.themes]++
		if r.themes == 0 && r.Uncoded == 0 {
			nils++
		}
		return nil
	})
	columns, uncoded := privacy.ShownCodes(rows, nils, len(x.Themes), x.coder.run.opt.Suppress)
	for i, t := range x.Themes {
		if columns[i] {
			themes = append(themes, t)
		}
	}
	return themes, uncoded, err
}

// Rows reads the answers once more, codes every respondent in the order of the export, and calls visit for each
// row. The error is one of reading or of visit.
func (x *Coding) Rows(ctx context.Context, visit func(CodedRow) error) error {
	var failed error
	err := x.coder.run.each(ctx, func(r *survey.Response) {
		if failed == nil {
			failed = visit(x.row(r))
		}
	})
	if err == nil {
		err = failed
	}
	if !x.uncodedShown {
		x.Uncoded = tally.Withheld
	}
	x.Sample = x.draw.drawn()
	x.warn()
	return err
}

// row codes one respondent.
func (x *Coding) row(r *survey.Response) CodedRow {
	row := CodedRow{File: r.File, Line: r.Line, ID: x.coder.run.shownID(r), Themes: make([]bool, len(x.numbers))}
	if x.coder.run.named() && row.ID == "" {
		x.noID++
	}
	if x.Answers {
		row.Answer = written(r)
	}
	class := x.coder.said(r.Answers)
	if len(r.Answers) == 0 || class == lang.NonResponse {
		return row
	}
	x.Valid++
	row.Valid = true
	// A nil answer is valid and names no theme. It counts as uncoded only where the tally may not tell the
	// number of nil answers.
	if class == lang.Substantive {
		x.coder.themes.Match(x.coder.tokens, func(theme int) {
			if i := slices.Index(x.numbers, theme); i >= 0 {
				row.Themes[i] = true
				row.themes |= 1 << i
			}
		})
	}
	if row.themes == 0 && (class == lang.Substantive || x.nilIsUncoded) {
		row.Uncoded = 1
		x.Uncoded++
		x.quote(r)
	}
	if !x.uncodedShown {
		row.Uncoded = tally.Withheld
	}
	return row
}

// quote may keep an answer of no theme for the sample.
func (x *Coding) quote(r *survey.Response) {
	if x.draw.size == 0 || x.coder.run.opt.Withholds() {
		return
	}
	// The number among the valid answers serves as the position, since a row is one respondent and may hold
	// several answers.
	place := uint64(x.Valid)
	x.draw.keep(Quote{File: strings.Clone(r.File), Line: r.Line, place: place, hash: scattered(x.draw.seed, place)}, func() []Part {
		return []Part{{Text: strings.Clone(written(r))}}
	})
}

// written is what a respondent wrote, in one text.
func written(r *survey.Response) string {
	return segment.Spelled(strings.Join(r.Answers, "; "))
}

// warn warns of ids that are missing, unless the count has: other programs join such rows wrongly, and do not
// report it.
func (x *Coding) warn() {
	if x.noID > 0 && len(x.coder.run.rowsOf) == 0 {
		x.Warnings = append(x.Warnings, notice.Warning{Code: notice.MissingIDs, Message: fmt.Sprintf("%d respondents have no id, and cannot be joined by it", x.noID)})
	}
}
