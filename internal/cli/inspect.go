package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/internal/privacy"
	"verbatim/internal/report"
	"verbatim/internal/survey"
	"verbatim/internal/term"
)

// inspectOptions are the flags of verbatim inspect.
type inspectOptions struct {
	readingOptions
	messageOptions
	privacyOptions
	samples int
	out     documentOutput
}

func newInspectCommand(s *Streams) *cobra.Command {
	var o inspectOptions
	o.redact, o.lister = true, "inspect"
	c := &cobra.Command{
		Use:   "inspect FILE...",
		Short: "Say what is in an export: platform, encoding, questions and their kinds",
		Long: `inspect reads a whole export and says how it was read and why, how many people
are in it, and which questions it holds, each with its kind, its number of
answers and the -q that picks it.

` + exitStatusHelp,
		Example: `  verbatim inspect testdata/partnerships.csv
  verbatim inspect testdata/partnerships.csv --format json`,
		Args: filesNeeded,
		RunE: func(c *cobra.Command, files []string) error { return runInspect(c.Context(), s, &o, files) },
	}
	o.readingOptions.bind(c.Flags())
	o.messageOptions.bind(c.Flags())
	o.privacyOptions.bind(c.Flags())
	c.Flags().IntVar(&o.samples, "samples", 0, "show `N` answers of each question")
	bindDocument(c.Flags(), &o.out)
	return c
}

// bindDocument adds the flags that say where a document goes.
func bindDocument(f *pflag.FlagSet, d *documentOutput) {
	f.StringVarP(&d.path, "output", "o", "", "write to `FILE` (.csv, .json, .md) instead of standard output")
	f.StringVar(&d.format, "format", "", "`table|csv|json|markdown` (default table, or as the output's name says)")
}

func runInspect(ctx context.Context, s *Streams, o *inspectOptions, files []string) error {
	format, err := o.out.resolve(s, files)
	if err != nil {
		return err
	}
	if o.samples < 0 {
		return &usageError{where: "--samples", what: fmt.Sprintf("%d is less than 0", o.samples)}
	}
	if err := o.check(); err != nil {
		return err
	}
	in := inputs(ctx, s, files)
	stop := s.progress(&o.messageOptions, in)
	facts, err := o.inspect(ctx, in)
	stop() // before anything else is written there
	if err != nil {
		return err
	}
	if told := o.keepPrivate(facts); told != "" && !o.quiet {
		s.message("%s", told)
	}
	if err := o.warn(s, facts.Warnings); err != nil {
		return err
	}
	document := report.NewInspection(facts)
	if err := o.out.put(s, func(w io.Writer) error { return document.Write(w, format) }); err != nil {
		return err
	}
	return o.summarize(s, document.Write)
}

func (o *inspectOptions) inspect(ctx context.Context, in []survey.Input) (*survey.Inspection, error) {
	export, err := o.open(ctx, in)
	if err != nil {
		return nil, err
	}
	return export.Inspect(ctx, survey.InspectOptions{Samples: o.samples})
}

// keepPrivate takes personal data out of the answers shown, and with --suppress
// all of them, with the warnings that quote cells: each was given by few people.
// It says what it does.
func (o *inspectOptions) keepPrivate(facts *survey.Inspection) string {
	var redactor privacy.Redactor
	for i := range facts.Questions {
		q := &facts.Questions[i]
		switch {
		case o.suppress > 1:
			q.Samples = nil
		case o.redact:
			for j, answer := range q.Samples {
				q.Samples[j] = term.Spelled(redactor.Redact(answer))
			}
		}
	}
	if o.suppress > 1 {
		facts.Warnings = withoutCells(facts.Warnings)
		if o.samples > 0 {
			return "no answers are shown: --suppress withholds what one person said"
		}
	}
	return o.redactions(redactor.Found, "in the answers shown")
}
