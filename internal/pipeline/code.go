package pipeline

import (
	"context"
	"slices"
	"strings"

	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// A CodedRow says which themes one respondent named.
type CodedRow struct {
	File    string
	Line    int
	ID      string // where there is a column for it
	Valid   bool   // gave an answer; else the other fields say nothing
	Themes  []bool // in the order of Coding.Themes
	Uncoded bool   // gave an answer with words, and named no theme
}

// Coding sums coded rows up.
type Coding struct {
	Themes  []string // those that may be shown
	Valid   int
	Uncoded int     // of the valid
	NoID    int     // respondents whose id is blank
	Sample  []Quote // of answers of no theme, in the order of the export; none with Options.Suppress
}

// Code sorts every respondent into the themes, in the order of the export, by
// going through the answers once more, and has each row visited. The result is
// that of Tally with the same arguments. With Options.Suppress, themes that the
// tally withholds are as if they were not in the list. Of answers that are in no
// theme a sample is kept, of the given size, as for quotes. An error is one of
// reading, or of visit.
func Code(ctx context.Context, e *survey.Export, q survey.Question, opt Options, result *Result, sample int, visit func(CodedRow) error) (*Coding, error) {
	opt.Terms = result.Terms
	r := &run{export: e, question: q, opt: opt, options: result.options}
	analyzer, err := term.New(r.opt.Terms)
	if err != nil {
		return nil, err
	}
	x := &coder{quoter: quoter{worker: worker{run: r, analyzer: analyzer}, ask: Quoting{Sample: max(1, sample), Seed: 1}, files: make(map[string]uint64)},
		nilIsUncoded: result.Tally.Base.NilAnswers == tally.Withheld, sample: sample}
	x.worst = ^uint64(0)
	x.themes = analyzer.NewThemes(opt.Themes)
	for _, t := range result.Tally.Themes {
		x.coding.Themes = append(x.coding.Themes, t.Theme)
		x.numbers = append(x.numbers, slices.Index(x.themes.Names(), t.Theme))
	}
	err = r.each(ctx, func(r *survey.Response) {
		if x.failed == nil {
			x.failed = visit(x.row(r))
		}
	})
	if err == nil {
		err = x.failed
	}
	if err != nil {
		return nil, err
	}
	x.coding.Sample = x.sampled()
	return &x.coding, nil
}

// coder codes respondents.
type coder struct {
	quoter
	coding       Coding
	numbers      []int // of the themes shown, in the whole list
	nilIsUncoded bool  // few people answered "nothing": they are like those of no theme
	sample       int
	failed       error
}

// row codes one respondent.
func (x *coder) row(r *survey.Response) CodedRow {
	row := CodedRow{File: r.File, Line: r.Line, Themes: make([]bool, len(x.numbers))}
	if x.run.opt.ID > 0 {
		if row.ID = r.Extra[len(r.Extra)-1]; row.ID == "" {
			x.coding.NoID++
		}
	}
	class := x.said(r.Answers)
	if len(r.Answers) == 0 || class == term.NonResponse {
		return row
	}
	x.coding.Valid++
	row.Valid = true
	if class == term.Substantive {
		x.code(row.Themes)
	}
	row.Uncoded = (class == term.Substantive || x.nilIsUncoded) && !slices.Contains(row.Themes, true)
	if row.Uncoded {
		x.coding.Uncoded++
		x.uncoded(r)
	}
	return row
}

// code ticks the themes of the tokens at hand.
func (x *coder) code(ticks []bool) {
	var met uint64
	x.themes.Match(x.tokens, func(theme int) { met |= 1 << theme })
	for i, number := range x.numbers {
		ticks[i] = met&(1<<number) != 0
	}
}

// uncoded may keep an answer of no theme for the sample.
func (x *coder) uncoded(r *survey.Response) {
	if x.sample == 0 || x.run.opt.Suppress > 0 {
		return
	}
	place := uint64(x.coding.Valid)
	x.keep(Quote{File: strings.Clone(r.File), Line: r.Line, place: place, hash: scattered(x.ask.Seed, place)}, func() []Part {
		return []Part{{Text: strings.Clone(term.Spelled(term.Normalised(strings.Join(r.Answers, "; "))))}}
	})
}
