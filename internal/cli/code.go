package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/notice"
	"verbatim/internal/pipeline"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// codeOptions are the flags of verbatim code.
type codeOptions struct {
	surveyOptions
	out    documentOutput
	format report.Format
	id     string
	sample int

	rows     *spool
	coding   *pipeline.Coding
	withheld bool // who is in no theme
}

func newCodeCommand(s *Streams) *cobra.Command {
	var o codeOptions
	o.redact, o.themesWillDo, o.unranked = true, true, true
	c := &cobra.Command{
		Use:   "code FILE... --themes FILE -o FILE",
		Short: "Code the answers: one row a respondent, one 0/1 column a theme",
		Long: `code writes one row for each respondent, in the order of the export, with one
column for each theme: 1 where the respondent named it, 0 where not. A last
column, uncoded, is 1 where an answer is in no theme. The cells of those who gave
no answer (blank, "don't know") are empty; those of who answered "nothing" are
all 0. The rows join with the export by --id, else by file and line.

What is in no theme is summed up on standard error, with a sample of it; --format
table writes that instead of the rows. With --suppress N no column has, or leaves
out, fewer than N people, and not fewer are in none: themes go where that needs it,
or the cells of uncoded are empty. What a row says of a person it still says.

` + exitStatusHelp,
		Example: `  verbatim code testdata/partnerships.csv --themes testdata/partnerships-themes.csv --id id -o coded.csv
  verbatim code testdata/partnerships.csv --themes testdata/partnerships-themes.csv --format table`,
		Args: filesNeeded,
		RunE: func(c *cobra.Command, files []string) error { return runCode(c.Context(), s, &o, files) },
	}
	f := c.Flags()
	o.surveyOptions.bind(f)
	o.leaveIdle("top", "min-count", "count", "intervals", "population")
	f.StringVar(&o.id, "id", "", "name respondents by this `COLUMN` instead of by file and line")
	f.IntVar(&o.sample, "sample", 5, "show `N` of the answers in no theme")
	f.BoolVar(&o.hash, "hash", false, "write the SHA-256 of the files into the JSON")
	bindDocument(f, &o.out)
	f.Lookup("format").Usage = "`table|csv|json|markdown` (default csv, or as the output's name says)"
	return c
}

func runCode(ctx context.Context, s *Streams, o *codeOptions, files []string) error {
	if err := o.check(s, files); err != nil {
		return err
	}
	rows, err := newSpool(o.path())
	if err != nil {
		return err
	}
	defer rows.discard()
	o.rows, o.second = rows, o.again
	question, err := o.run(ctx, s, files)
	if err != nil {
		return err
	}
	if err := o.warn(s, question.Warnings); err != nil {
		return err
	}
	summary := o.summary(question)
	if o.format == report.Table {
		columns := 0
		if o.path() == "-" && s.OutIsTerminal {
			columns = s.Columns
		}
		if _, err := fmt.Fprintln(rows, report.Paragraphs(columns, summary)); err != nil {
			return notWritten(o.path(), err)
		}
	}
	if err := rows.commit(s); err != nil {
		return err
	}
	if o.format != report.Table && !o.quiet {
		for _, line := range summary {
			s.message("%s", line)
		}
	}
	return o.summarize(s, func(w io.Writer, _ report.Format) error { return report.WriteParagraphs(w, summary) })
}

func (o *codeOptions) path() string {
	if o.out.path == "" {
		return "-"
	}
	return o.out.path
}

// check refuses, before anything is read, what cannot be coded or written.
func (o *codeOptions) check(s *Streams, files []string) error {
	if o.themes == "" {
		return &usageError{where: "code", what: "no list of themes given", hint: "add --themes FILE, a CSV with the header theme,term"}
	}
	if o.sample < 0 {
		return &usageError{where: "--sample", what: fmt.Sprintf("%d is less than 0", o.sample)}
	}
	if told, err := formatOf(o.out.path); err == nil && told == "" && o.out.format == "" {
		o.out.format = string(report.CSV)
	}
	var err error
	if o.format, err = o.out.resolve(s, o.reading(files)); err != nil {
		return err
	}
	return o.surveyOptions.check()
}

// again codes the answers, row by row.
func (o *codeOptions) again(ctx context.Context, c *counted) (err error) {
	if c.opt.ID, err = columnOf(c.export, "--id", o.id); err != nil {
		return err
	}
	if o.suppress > 0 {
		if err := o.withhold(ctx, c); err != nil {
			return err
		}
	}
	of := c.document(c.Tally, &o.surveyOptions, tally.Limits{})
	coded := &report.Coded{Source: of.Source, Question: of.Question, Options: of.Options, HasID: o.id != "", Withheld: o.withheld}
	for _, t := range c.Tally.Themes {
		coded.Themes = append(coded.Themes, t.Theme)
	}
	write := coded.Row
	if o.format == report.Table {
		write = func(report.CodedRow) error { return nil }
	} else if err := coded.Begin(o.rows, o.format); err != nil {
		return notWritten(o.path(), err)
	}
	names := c.names()
	o.coding, err = pipeline.Code(ctx, c.export, c.question, c.opt, c.Result, o.sample, func(r pipeline.CodedRow) error {
		if err := write(o.row(r, names)); err != nil {
			return notWritten(o.path(), err)
		}
		return nil
	})
	if err == nil && o.format != report.Table {
		err = coded.End()
	}
	if err == nil && o.coding.NoID > 0 && o.id != "" {
		c.Warnings = append(c.Warnings, notice.Warning{Code: notice.MissingIDs, Message: fmt.Sprintf("%d respondents have no id, and cannot be joined by it", o.coding.NoID)})
	}
	if n := o.sharedIDs(c); err == nil && n > 0 {
		c.Warnings = append(c.Warnings, notice.Warning{
			Code: notice.SharedIDs, Message: fmt.Sprintf("the ids of --id are not unique: %d respondents share one with others, and joining by it multiplies rows", n)})
	}
	return err
}

// withhold takes out the themes that --suppress leaves no column, by going through
// the answers beforehand.
func (o *codeOptions) withhold(ctx context.Context, c *counted) error {
	rows, nils := make(map[uint64]int), 0
	_, err := pipeline.Code(ctx, c.export, c.question, c.opt, c.Result, 0, func(r pipeline.CodedRow) error {
		if !r.Valid {
			return nil
		}
		var ticks uint64
		for i, ticked := range r.Themes {
			if ticked {
				ticks |= 1 << i
			}
		}
		rows[ticks]++
		if ticks == 0 && !r.Uncoded {
			nils++
		}
		return nil
	})
	if err != nil {
		return err
	}
	t := *c.Tally
	t.Themes = nil
	shown, uncoded := privacy.ShownCodes(rows, nils, len(c.Tally.Themes), o.suppress)
	for i, x := range c.Tally.Themes {
		if shown[i] {
			t.Themes = append(t.Themes, x)
		}
	}
	if len(t.Themes) == 0 {
		return &withheldError{where: strings.Join(c.export.Files, ", "), n: o.suppress}
	}
	c.Tally, o.withheld = &t, !uncoded
	return nil
}

// sharedIDs is how many respondents have an id that another has, as far as detection has read.
func (o *codeOptions) sharedIDs(c *counted) int {
	if o.id == "" {
		return 0
	}
	q, err := c.export.Select(o.id)
	if err != nil || q.DistinctCapped {
		return 0
	}
	return q.Answered - q.Distinct
}

func (o *codeOptions) row(r pipeline.CodedRow, names report.Names) report.CodedRow {
	row := report.CodedRow{Name: names.Of(r.File), Line: r.Line, Valid: r.Valid, Themes: r.Themes, Uncoded: r.Uncoded}
	if o.id != "" {
		row.Name = r.ID
	}
	return row
}

// summary says what is coded, and what is in no theme.
func (o *codeOptions) summary(c *counted) []string {
	var sample []report.Quote
	names := c.names()
	for _, q := range o.coding.Sample {
		var answer bytes.Buffer
		for _, p := range q.Parts {
			answer.WriteString(p.Text)
		}
		sample = append(sample, report.NewQuote(names.Of(q.File), q.Line, q.ID, []report.Piece{{Text: answer.String()}}, 0))
	}
	uncoded := o.coding.Uncoded
	if o.withheld {
		uncoded = tally.Withheld
	}
	said := report.CodingSummary(c.document(c.Tally, &o.surveyOptions, tally.Limits{}), o.coding.Valid, uncoded, sample)
	if n := themesIn(c.opt.Themes) - len(c.Tally.Themes); n > 0 {
		said = append(said, fmt.Sprintf("Withheld: %s; who named nothing else is in no theme here.", prose.Count(n, "theme")))
	}
	return said
}

// themesIn is how many themes a list has.
func themesIn(list []term.ThemeTerm) int {
	names := make(map[string]bool)
	for _, x := range list {
		names[x.Theme] = true
	}
	return len(names)
}
