package cli

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/pipeline"
	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// tallyOptions are the flags of verbatim tally.
type tallyOptions struct {
	surveyOptions
	out     documentOutput
	explain string

	explanation *tally.Explanation
}

func newTallyCommand(s *Streams) *cobra.Command {
	var o tallyOptions
	c := &cobra.Command{
		Use:   "tally FILE...",
		Short: "Count the terms of one question",
		Long: `tally counts the words that people used in their answers to one question: how
often each appears, and how many people said it. Words with one stem count
together and are shown in the form that people wrote most often.

` + exitStatusHelp,
		Example: `  verbatim tally testdata/partnerships.csv
  verbatim tally testdata/partnerships.csv --count respondents -o terms.csv`,
		Args: filesNeeded,
		RunE: func(c *cobra.Command, files []string) error { return runTally(c.Context(), s, &o, files) },
	}
	o.bind(c.Flags())
	o.bindBy(c.Flags())
	c.Flags().BoolVar(&o.hash, "hash", false, "write the SHA-256 of the files into the JSON")
	bindDocument(c.Flags(), &o.out)
	c.Flags().StringVar(&o.explain, "explain", "", "say what led to the count of this `TERM`, given in any form, and in which lines it stands")
	return c
}

// tableTop is how many terms a table shows unless --top says otherwise.
const tableTop = 20

func runTally(ctx context.Context, s *Streams, o *tallyOptions, files []string) error {
	format, err := o.out.resolve(s, files)
	if err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return err
	}
	if o.explain = strings.TrimSpace(o.explain); o.explain != "" {
		if format != report.Table && format != report.JSON {
			return &usageError{where: "--explain", what: "writes no " + string(format), hint: "use --format table or json"}
		}
		o.second = o.again
	}
	question, err := o.run(ctx, s, files)
	if err != nil {
		return err
	}
	limits := tally.Limits{MinCount: o.minCount, Top: o.top}
	if limits.Top == 0 && format == report.Table {
		limits.Top = tableTop
	}
	terms, err := question.limit(limits)
	if err != nil {
		return err
	}
	if err := o.warn(s, question.Warnings); err != nil {
		return err
	}
	document := question.document(terms, &o.surveyOptions, limits)
	if o.explanation != nil {
		explanation := report.NewExplanation(document, o.explanation)
		return o.out.put(s, func(w io.Writer) error { return explanation.Write(w, format) })
	}
	return o.out.put(s, func(w io.Writer) error { return document.Write(w, format) })
}

// again is what --explain asks of the answers.
func (o *tallyOptions) again(ctx context.Context, c *counted) (err error) {
	o.explanation, err = pipeline.Explain(ctx, c.export, c.question, c.opt, c.Result, o.explain)
	return err
}
