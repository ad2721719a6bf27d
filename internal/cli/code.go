package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// Coded data are the way into SPSS, R and Excel: one row for each respondent, in the order of the export, so
// that they join with it by id or by line.

// codeOptions are the flags of verbatim code.
type codeOptions struct {
	surveyOptions
	out documentOutput
	// sample is how many answers in no theme the summary quotes; 0 is none.
	sample int
	text   bool
}

// newCodeCommand binds the flags of code. Personal data is replaced by default, because the summary quotes
// answers.
func newCodeCommand(s *Streams) *cobra.Command {
	o := codeOptions{surveyOptions: surveyOptions{Options: study.Default(), unranked: true, answers: "code"}}
	o.Redact = true
	c := command("code", filesNeeded, func(c *cobra.Command, files []string) error { return runCode(c.Context(), s, &o, files) })
	f := c.Flags()
	o.surveyOptions.bind(f, bindCount)
	showIDs(f, &o.Options)
	f.IntVar(&o.sample, "sample", 5, "show `N` of the answers in no theme")
	f.BoolVar(&o.text, "text", false, "put the answers beside the codes, personal data replaced as --redact says")
	o.bindHash(f)
	o.out.bind(f, report.CodedFormats(), report.CSV)
	return c
}

// runCode counts the question, and writes one row for each respondent. There may be millions of rows, so they
// go to a spool instead of memory; it becomes the output only once every row is there.
func runCode(ctx context.Context, s *Streams, o *codeOptions, files []string) error {
	if err := o.check(s, files); err != nil {
		return err
	}
	rows, err := outfile.NewSpool(cmp.Or(o.out.path, "-"))
	if err != nil {
		return err
	}
	defer rows.Discard()
	var coding *study.Coding
	var cut []notice.Warning
	question, err := o.run(ctx, s, files, func(c *counted) (err error) {
		if coding, err = c.Code(ctx, o.sample); err != nil {
			return err
		}
		coding.Answers = o.text
		if cut, err = writeRows(ctx, rows, o.out, c, coding); err != nil {
			return err
		}
		if err = c.Nothing(); isWithheld(err) {
			return nil // no term is shown, but themes are
		}
		return err
	})
	if err != nil {
		return err
	}
	if err := o.Warn(s, slices.Concat(question.warnings, coding.Warnings, cut)); err != nil {
		return err
	}
	summary := report.CodingSummary(question.document(tally.Limits{}), coding)
	isTable := o.out.format == report.Table
	if isTable {
		fmt.Fprintln(rows, report.Paragraphs(s.Width(rows.Path), summary)) // Commit reports an error
	}
	if err := s.Write(); err != nil { // what goes beside the rows
		return err
	}
	if err := rows.Commit(s.Out); err != nil {
		return err
	}
	for _, line := range summary {
		if !isTable {
			o.Note(s, "%s", line)
		}
	}
	return o.Summarize(s, func(w io.Writer, _ report.Format) error { return report.WriteParagraphs(w, summary) })
}

// check refuses, before anything is read, what cannot be coded or written.
func (o *codeOptions) check(s *Streams, files []string) error {
	if p := o.decisions.path; p != "" && p == o.out.path {
		return outfile.Distinct(p, []string{p})
	}
	if o.Themes == "" {
		return &notice.UsageError{Where: "code", What: "no list of themes given", Hint: "add --themes FILE, a CSV with the header theme,term"}
	}
	return cmp.Or(notNegative("--sample", o.sample), o.out.resolve(s, o.inputFiles(files)), o.surveyOptions.check())
}

// writeRows writes a row for each respondent, and warns of answers that it cut. An error of writing stays in
// the spool's buffer, which tells it from one of reading.
func writeRows(ctx context.Context, rows *outfile.Spool, out documentOutput, c *counted, coding *study.Coding) ([]notice.Warning, error) {
	visited := func(visit func(study.CodedRow) error) error { return coding.Rows(ctx, visit) }
	coded := report.NewCoded(c.Count, coding, report.NewTally(c.Count, tally.Limits{}, c.hashes), visited)
	err := lined(out.path, out.compact, coded.Write)(rows, out.format)
	return coded.CutTexts(), cmp.Or(outfile.Failed(rows.Path, rows.Flush()), err)
}
