package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/pipeline"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// quotesOptions are the flags of verbatim quotes.
type quotesOptions struct {
	surveyOptions
	out   documentOutput
	id    string
	ask   pipeline.Quoting
	width int

	quotes *pipeline.Quotes
}

func newQuotesCommand(s *Streams) *cobra.Command {
	var o quotesOptions
	o.redact, o.unranked = true, true
	c := &cobra.Command{
		Use:   "quotes FILE... TERM",
		Short: "Show the answers behind a term or a theme",
		Long: `quotes shows the answers that have a term, given in any of its written forms, or
that belong to a theme (--theme NAME, of the list --themes FILE; then TERM may be
left out). What was asked for is marked. Where there are many answers, a sample
is drawn: the same seed draws the same answers.

Personal data in the answers is replaced (--redact=false shows it). With
--suppress N, words that fewer than N people said are shown as "…".

` + exitStatusHelp,
		Example: `  verbatim quotes testdata/partnerships.csv trust
  verbatim quotes testdata/partnerships.csv --themes testdata/partnerships-themes.csv --theme structure --sample 5`,
		Args: filesNeeded,
		RunE: func(c *cobra.Command, args []string) error { return runQuotes(c.Context(), s, &o, args) },
	}
	f := c.Flags()
	o.surveyOptions.bind(f)
	o.leaveIdle("top", "min-count", "count", "intervals", "population")
	f.StringVar(&o.id, "id", "", "name respondents by this `COLUMN` instead of by their lines")
	f.StringVar(&o.ask.Theme, "theme", "", "show the answers of the theme `NAME`")
	f.IntVar(&o.ask.Sample, "sample", 20, "show at most `N` answers; 0 shows all")
	f.Uint64Var(&o.ask.Seed, "seed", 1, "draw another sample with another number (`N`)")
	f.IntVar(&o.width, "width", 40, "show `N` characters before and after what was asked for; 0 shows all")
	f.BoolVar(&o.hash, "hash", false, "write the SHA-256 of the files into the JSON")
	bindDocument(f, &o.out)
	return c
}

func runQuotes(ctx context.Context, s *Streams, o *quotesOptions, args []string) error {
	files, err := o.words(args)
	if err != nil {
		return err
	}
	format, err := o.out.resolve(s, o.reading(files))
	if err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return err
	}
	o.second = o.again
	question, err := o.run(ctx, s, files)
	if err != nil {
		return err
	}
	if err := o.warn(s, question.Warnings); err != nil {
		return err
	}
	document := o.document(question)
	document.Marks, document.Whole = o.marks(s), o.given.Changed("width")
	if err := o.out.put(s, func(w io.Writer) error { return document.Write(w, format) }); err != nil {
		return err
	}
	return o.summarize(s, document.Write)
}

// words tells the files from the term, which is the last word. With --theme it
// may be left out: then the last word is a file, if it is there.
func (o *quotesOptions) words(args []string) (files []string, err error) {
	last := len(args) - 1
	if o.ask.Theme != "" {
		if _, err := os.Stat(args[last]); last == 0 || err == nil || args[last] == "-" {
			return args, nil
		}
	}
	if o.ask.Term = strings.TrimSpace(args[last]); last == 0 || o.ask.Term == "" {
		return nil, &usageError{where: "quotes", what: "no term given", hint: "usage: verbatim quotes FILE... TERM; or --theme NAME"}
	}
	return args[:last], nil
}

// check refuses values that no quotes can be found with.
func (o *quotesOptions) check() error {
	switch {
	case o.ask.Sample < 0 || o.width < 0:
		return &usageError{where: "--sample, --width", what: "less than 0"}
	case o.ask.Theme != "" && o.themes == "":
		return &usageError{where: "--theme", what: "no list of themes given", hint: "add --themes FILE"}
	}
	return o.surveyOptions.check()
}

// again looks for the quotes.
func (o *quotesOptions) again(ctx context.Context, c *counted) (err error) {
	if c.opt.ID, err = columnOf(c.export, "--id", o.id); err != nil {
		return err
	}
	if o.ask.Theme != "" {
		if err := o.knowsTheme(); err != nil {
			return err
		}
	}
	o.quotes, err = pipeline.FindQuotes(ctx, c.export, c.question, c.opt, c.Result, o.ask)
	if err != nil || o.quotes.Answers > 0 {
		return err
	}
	e := &nothingError{where: strings.Join(c.export.Files, ", "), what: "no answer has " + quoted(o.quotes.Term)}
	if o.ask.Theme != "" && o.ask.Term != "" {
		e.what = "no answer of the theme " + quoted(o.ask.Theme) + " has " + quoted(o.quotes.Term)
		e.hint = "without --theme it is looked for in all answers"
	} else if len(o.quotes.Near) > 0 {
		e.hint = "terms like it: " + nearest(o.quotes.Near)
	} else {
		e.hint = "verbatim tally lists the terms"
	}
	return e
}

// nearest lists terms with their counts.
func nearest(list []tally.Near) string {
	var names []string
	for _, n := range list {
		names = append(names, fmt.Sprintf("%s (%d)", prose.Plain(n.Term), n.Mentions))
	}
	return strings.Join(names, ", ")
}

// knowsTheme refuses a theme that is not in the list.
func (o *quotesOptions) knowsTheme() error {
	var names []string
	for _, t := range o.themeList {
		if t.Theme == o.ask.Theme {
			return nil
		}
		if len(names) == 0 || names[len(names)-1] != quoted(t.Theme) {
			names = append(names, quoted(t.Theme))
		}
	}
	return &usageError{where: "--theme", what: "there is no theme " + quoted(o.ask.Theme), hint: "the list has " + strings.Join(names, ", ")}
}

// marks are bold where a person sees them, unless they want no such thing.
func (o *quotesOptions) marks(s *Streams) report.Marks {
	if s.OutIsTerminal && !s.NoColor && !o.noColor && (o.out.path == "" || o.out.path == "-") {
		return report.TerminalMarks()
	}
	return report.PlainMarks()
}

// document is what was found with all that a reader needs to judge it.
func (o *quotesOptions) document(c *counted) *report.Quotes {
	return quotesDocument(c, c.document(c.Tally, &o.surveyOptions, tally.Limits{}), o.quotes, o.ask, o.width)
}

// quotesDocument is the document of quotes beside that of the tally.
func quotesDocument(c *counted, of *report.Tally, q *pipeline.Quotes, ask pipeline.Quoting, width int) *report.Quotes {
	d := &report.Quotes{
		Schema: report.QuotesSchema, Source: of.Source, Question: of.Question, Options: of.Options,
		Term: cmp.Or(q.Term, ask.Theme), Theme: ask.Theme, Forms: append([]tally.Form{}, q.Forms...), Matches: q.Answers, Respondents: q.People,
		Sample: ask.Sample, Seed: ask.Seed, Redacted: of.Redacted, Quotes: []report.Quote{}, Warnings: of.Warnings,
	}
	if q.Mentions != tally.Withheld {
		d.Mentions = &q.Mentions
	}
	names := c.names()
	for _, found := range q.Quotes {
		pieces := make([]report.Piece, len(found.Parts))
		for i, p := range found.Parts {
			pieces[i] = report.Piece(p)
		}
		d.Quotes = append(d.Quotes, report.NewQuote(names.Of(found.File), found.Line, found.ID, pieces, width))
	}
	return d
}
