package cli

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"verbatim/internal/console"
	"verbatim/internal/report"
	"verbatim/internal/study"
)

// inspectOptions are the flags of verbatim inspect.
type inspectOptions struct {
	study.Options // of which reading and privacy count
	console.Messages
	// samples is how many answers of each question are shown; 0 is none.
	samples int
	out     documentOutput
}

// newInspectCommand binds the flags of inspect: those on reading and on
// privacy, and no others, since nothing is counted.
func newInspectCommand(s *Streams) *cobra.Command {
	var o inspectOptions
	o.Redact, o.Lister = true, "inspect --format json"
	c := command("inspect", filesNeeded, func(c *cobra.Command, files []string) error { return runInspect(c.Context(), s, &o, files) })
	bindReading(c.Flags(), &o.Reading)
	bindPrivacy(c.Flags(), &o.Options)
	bindMessages(c.Flags(), &o.Messages)
	c.Flags().IntVar(&o.samples, "samples", 0, "show `N` answers of each question")
	o.out.bind(c.Flags(), report.DocumentFormats(), report.Table)
	return c
}

// runInspect reads the whole export once and writes what was found. Answers are
// shown only if --samples asks for them, and then with personal data replaced.
func runInspect(ctx context.Context, s *Streams, o *inspectOptions, files []string) error {
	if err := cmp.Or(o.out.resolve(s, files), notNegative("--samples", o.samples), o.CheckPrivacy()); err != nil {
		return err
	}
	in, _, err := sorted(ctx, s, files, "inspect")
	if err != nil {
		return err
	}
	export, r, err := openFiles(ctx, s, in, &o.Reading, &o.Messages, false, false)
	if err != nil {
		return err
	}
	facts, err := study.Inspect(ctx, export, o.Options, o.samples)
	r.Stop() // before anything else is written there
	if err != nil {
		return err
	}
	if facts.SamplesWithheld {
		o.Note(s, "no answers are shown: --suppress withholds what one person said")
	}
	o.TellReplaced(s, facts.Redacted, "in the answers shown", o.Suppress)
	document := report.NewInspection(facts)
	if err := o.Warn(s, append(facts.Warnings, report.CutTexts(document, o.out.format)...)); err != nil {
		return err
	}
	return o.out.finish(s, &o.Messages, document.Write)
}
