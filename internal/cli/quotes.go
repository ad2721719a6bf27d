package cli

import (
	"cmp"
	"context"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/notice"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// quotesOptions are the flags of verbatim quotes.
//
// Quotes are the answers behind a figure. They are shown as they were written,
// except that personal data is replaced unless --redact=false is given.
type quotesOptions struct {
	surveyOptions
	out   documentOutput
	ask   study.Quoting
	width int // characters before and after the first match; 0 is all
}

// newQuotesCommand binds the flags of quotes. Its last argument is a term and
// not a file, unless --theme is given.
func newQuotesCommand(s *Streams) *cobra.Command {
	o := quotesOptions{surveyOptions: surveyOptions{Options: study.Default(), unranked: true, answers: "quotes"}}
	o.Redact = true
	c := command("quotes", filesNeeded, func(c *cobra.Command, args []string) error { return runQuotes(c.Context(), s, &o, args) })
	f := c.Flags()
	o.surveyOptions.bind(f, bindMask)
	showIDs(f, &o.Options)
	f.StringVar(&o.ask.Theme, "theme", "", "show the answers of the theme `NAME`")
	f.IntVar(&o.ask.Sample, "sample", 20, "show at most `N` answers, 0 for all")
	f.Uint64Var(&o.ask.Seed, "seed", 1, "draw the sample by the number `N`; another number draws another sample")
	f.IntVar(&o.width, "width", 40, "show `N` characters before and after the term, 0 for all")
	o.bindHash(f)
	o.out.bind(f, report.DocumentFormats(), report.Table)
	return c
}

// runQuotes counts the question and then reads the answers again for those that have the term.
func runQuotes(ctx context.Context, s *Streams, o *quotesOptions, args []string) error {
	files, err := o.words(args)
	if err != nil {
		return err
	}
	if err := cmp.Or(o.out.resolve(s, o.inputFiles(files)), o.check()); err != nil {
		return err
	}
	var quotes *study.Quotes
	question, err := o.run(ctx, s, files, func(c *counted) (err error) {
		quotes, err = c.Quotes(ctx, o.ask)
		return cmp.Or(err, c.Nothing())
	})
	if err != nil {
		return err
	}
	document := report.NewQuotes(question.document(tally.Limits{}), question.names(), quotes, o.width)
	if err := o.Warn(s, append(question.warnings, report.CutTexts(document, o.out.format)...)); err != nil {
		return err
	}
	document.Marks, document.Whole = o.marks(s), o.flags.Changed("width") // what was asked for, a narrow terminal shows, too
	return o.out.finish(s, &o.Messages, document.Write)
}

// words separates the files from the term, which is the last argument. With --theme
// the term may be left out: then the last argument is a file, if that file exists.
func (o *quotesOptions) words(args []string) (files []string, err error) {
	last := len(args) - 1
	if o.ask.Theme != "" {
		if _, err := os.Stat(args[last]); last == 0 || err == nil || args[last] == "-" {
			return args, nil
		}
	}
	if o.ask.Term = strings.TrimSpace(args[last]); last == 0 || o.ask.Term == "" {
		return nil, &notice.UsageError{Where: "quotes", What: "no term given", Hint: "usage: verbatim quotes FILE... TERM; or --theme NAME"}
	}
	return args[:last], nil
}

// check refuses values that no quotes can be found with.
func (o *quotesOptions) check() error {
	if o.ask.Sample < 0 || o.width < 0 {
		return &notice.UsageError{Where: "--sample, --width", What: "less than 0"}
	}
	return cmp.Or(o.surveyOptions.check(), o.CheckQuotes())
}

// marks are bold if a person sees them and has not switched that off.
func (o *quotesOptions) marks(s *Streams) report.Marks {
	if s.OutIsTerminal && !s.NoColor && !o.NoColor && (o.out.path == "" || o.out.path == "-") {
		return report.TerminalMarks()
	}
	return report.PlainMarks()
}
