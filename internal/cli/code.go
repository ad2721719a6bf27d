package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/privacy"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// Coded data are the way into SPSS, R and Excel: one row for each respondent,
// in the order of the export, so that they join with it by id or by line.

// codeOptions are the flags of verbatim code.
type codeOptions struct {
	surveyOptions
	out documentOutput
	// sample is how many answers in no theme the summary quotes; 0 is none.
	sample int
}

// newCodeCommand binds the flags of code. Personal data is replaced by default,
// because the summary quotes answers.
func newCodeCommand(s *Streams) *cobra.Command {
	o := codeOptions{surveyOptions: surveyOptions{Options: study.Default(), unranked: true}}
	o.Redact = true
	c := command("code", filesNeeded, func(c *cobra.Command, files []string) error { return runCode(c.Context(), s, &o, files) })
	f := c.Flags()
	o.surveyOptions.bind(f)
	f.StringVar(&o.ID, "id", "", "name respondents by `COLUMN` instead of by file and line")
	f.IntVar(&o.sample, "sample", 5, "show `N` of the answers in no theme")
	o.bindHash(f)
	bindDocument(f, &o.out)
	f.Lookup("format").Usage = formatUsage("csv")
	return c
}

// runCode counts the question, and writes one row for each respondent. There
// may be millions of rows, so they go to a spool instead of memory; it becomes
// the output only once every row is there.
func runCode(ctx context.Context, s *Streams, o *codeOptions, files []string) error {
	format, err := o.check(s, files)
	if err != nil {
		return err
	}
	rows, err := outfile.NewSpool(cmp.Or(o.out.path, "-"))
	if err != nil {
		return err
	}
	defer rows.Discard()
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
		if rows.Path == "-" && s.OutIsTerminal {
			columns = s.Columns
		}
		if _, err := fmt.Fprintln(rows, report.Paragraphs(columns, summary)); err != nil {
			return outfile.Failed(rows.Path, err)
		}
	}
	if err := rows.Commit(s.Out); err != nil {
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
func (o *codeOptions) read(ctx context.Context, s *Streams, files []string, rows *outfile.Spool, format report.Format) (*counted, *study.Coding, error) {
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
func (r *counting) writeRows(ctx context.Context, rows *outfile.Spool, format report.Format, c *study.Count, coding *study.Coding) error {
	if format == report.Table {
		return coding.Rows(ctx, func(study.CodedRow) error { return nil })
	}
	sums, err := r.hashed()
	if err != nil {
		return err
	}
	coded := report.NewCoded(c, coding, report.NewTally(c, tally.Limits{}, sums))
	if err := coded.Begin(rows, format); err != nil {
		return outfile.Failed(rows.Path, err)
	}
	err = coding.Rows(ctx, func(row study.CodedRow) error {
		if err := coded.Row(row); err != nil {
			return outfile.Failed(rows.Path, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return coded.End()
}
