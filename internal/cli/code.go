package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// codeOptions are the flags of verbatim code.
type codeOptions struct {
	surveyOptions
	out    documentOutput
	sample int
}

func newCodeCommand(s *Streams) *cobra.Command {
	o := codeOptions{surveyOptions: surveyOptions{Options: study.Default(), unranked: true}}
	o.Redact = true
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
	f.StringVar(&o.ID, "id", "", "name respondents by this `COLUMN` instead of by file and line")
	f.IntVar(&o.sample, "sample", 5, "show `N` of the answers in no theme")
	o.bindHash(f)
	bindDocument(f, &o.out)
	f.Lookup("format").Usage = formatUsage("csv")
	return c
}

func runCode(ctx context.Context, s *Streams, o *codeOptions, files []string) error {
	format, err := o.check(s, files)
	if err != nil {
		return err
	}
	rows, err := newSpool(cmp.Or(o.out.path, "-"))
	if err != nil {
		return err
	}
	defer rows.discard()
	question, coding, err := o.read(ctx, s, files, rows, format)
	if err != nil {
		return err
	}
	if err := o.warn(s, append(question.warnings, coding.Warnings...)); err != nil {
		return err
	}
	summary := report.CodingSummary(question.document(tally.Limits{}), coding)
	if format == report.Table {
		columns := 0
		if rows.path == "-" && s.OutIsTerminal {
			columns = s.Columns
		}
		if _, err := fmt.Fprintln(rows, report.Paragraphs(columns, summary)); err != nil {
			return notWritten(rows.path, err)
		}
	}
	if err := rows.commit(s); err != nil {
		return err
	}
	if format != report.Table && !o.quiet {
		for _, line := range summary {
			s.message("%s", line)
		}
	}
	return o.summarize(s, func(w io.Writer, _ report.Format) error { return report.WriteParagraphs(w, summary) })
}

// check refuses, before anything is read, what cannot be coded or written.
func (o *codeOptions) check(s *Streams, files []string) (report.Format, error) {
	if o.Themes == "" {
		return "", &notice.UsageError{Where: "code", What: "no list of themes given", Hint: "add --themes FILE, a CSV with the header theme,term"}
	}
	if o.sample < 0 {
		return "", &notice.UsageError{Where: "--sample", What: fmt.Sprintf("%d is less than 0", o.sample)}
	}
	if told, err := formatOf(o.out.path); err == nil && told == "" && o.out.format == "" {
		o.out.format = string(report.CSV)
	}
	format, err := o.out.resolve(s, o.inputFiles(files))
	if err != nil {
		return "", err
	}
	return format, o.surveyOptions.check()
}

// read counts the question, and codes its answers, each row written as it comes.
func (o *codeOptions) read(ctx context.Context, s *Streams, files []string, rows *spool, format report.Format) (*counted, *study.Coding, error) {
	r, err := o.open(ctx, s, files)
	if err != nil {
		return nil, nil, err
	}
	defer r.stop()
	c, err := r.count(ctx)
	if err != nil {
		return nil, nil, err
	}
	coding, err := c.Code(ctx, o.sample)
	if err != nil {
		return nil, nil, err
	}
	if err := r.writeRows(ctx, rows, format, c, coding); err != nil {
		return nil, nil, err
	}
	nothing := c.Nothing()
	if errors.As(nothing, new(*privacy.WithheldError)) {
		nothing = nil // no term, but themes
	}
	question, err := r.done(c, nothing)
	return question, coding, err
}

// writeRows writes a row for each respondent; a table has none. What can be read
// once more has been read to its end, or can be, so it is hashed beforehand.
func (r *counting) writeRows(ctx context.Context, rows *spool, format report.Format, c *study.Count, coding *study.Coding) error {
	if format == report.Table {
		return coding.Rows(ctx, func(study.CodedRow) error { return nil })
	}
	sums, err := r.hashed()
	if err != nil {
		return err
	}
	coded := report.NewCoded(c, coding, report.NewTally(c, tally.Limits{}, sums))
	if err := coded.Begin(rows, format); err != nil {
		return notWritten(rows.path, err)
	}
	err = coding.Rows(ctx, func(row study.CodedRow) error {
		if err := coded.Row(row); err != nil {
			return notWritten(rows.path, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return coded.End()
}
