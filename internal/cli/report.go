package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/layout"
	"verbatim/internal/pipeline"
	"verbatim/internal/privacy"
	"verbatim/internal/report"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// reportOptions are the flags of verbatim report.
type reportOptions struct {
	surveyOptions
	pictureOptions // of which a page needs fonts, colours and a title
	format         string
	quotes         bool
}

func newReportCommand(s *Streams) *cobra.Command {
	var o reportOptions
	o.redact = true
	c := &cobra.Command{
		Use:   "report FILE... -o FILE",
		Short: "Write one page on every open-ended question: finding, cloud, chart, table",
		Long: `report says in plain language what was answered, to each open-ended question or
to the one that -q picks, and shows what that rests on: cloud, chart, every term,
themes, groups, and who is counted. The page is one HTML file that asks for
nothing from elsewhere. A name that ends in .md or .json gives the same as
Markdown or JSON.

` + exitStatusHelp,
		Example: `  verbatim report testdata/partnerships.csv -o report.html
  verbatim report testdata/partnerships.csv --themes testdata/partnerships-themes.csv --by sector -o report.html
  verbatim report testdata/partnerships.csv -o report.md`,
		Args: filesNeeded,
		RunE: func(c *cobra.Command, files []string) error { return runReport(c.Context(), s, &o, files) },
	}
	o.surveyOptions.bind(c.Flags())
	o.bindBy(c.Flags())
	f := c.Flags()
	f.StringArrayVarP(&o.outputs, "output", "o", nil, "write the report to `FILE` (.html, .md or .json); - is standard output; repeatable")
	f.StringVar(&o.format, "format", "", "`html|markdown|json` (default html, or as the output's name says)")
	f.BoolVar(&o.quotes, "quotes", false, "quote the answers behind the most frequent terms, as they were written")
	f.StringVar(&o.title, "title", "", "`TEXT` at the head of the page")
	f.StringVar(&o.palette, "palette", "", "`NAME|#rrggbb,…`: colours of the pictures; names: "+paletteNames())
	f.StringArrayVar(&o.fonts, "font", nil, "draw words with this font `FILE` (.ttf, .otf, .ttc) first; repeatable")
	f.BoolVar(&o.systemFonts, "system-fonts", false, "look among this machine's fonts for characters that no other font has")
	return c
}

func runReport(ctx context.Context, s *Streams, o *reportOptions, files []string) error {
	formats, err := o.documents(s, files)
	if err != nil {
		return err
	}
	if err := o.surveyOptions.check(); err != nil {
		return err
	}
	artist, err := o.artist()
	if err != nil {
		return err
	}
	document, warnings, err := o.report(ctx, s, artist, files)
	if err != nil {
		return err
	}
	warned, drawn := o.warn(s, warnings), o.warnCloud(s, &layout.Layout{Unplaced: artist.unplaced})
	if err := cmp.Or(drawn, warned); err != nil {
		return err
	}
	var outputs []output
	for i, path := range o.outputs {
		var data bytes.Buffer
		if err := document.Write(&data, formats[i]); err != nil {
			return err
		}
		outputs = append(outputs, output{path, data.Bytes()})
	}
	if err := s.write(outputs...); err != nil {
		return err
	}
	return o.summarize(s, document.Write)
}

// documents gives the format of each output, before anything is read.
func (o *reportOptions) documents(s *Streams, files []string) (formats []report.Format, err error) {
	if len(o.outputs) == 0 {
		return nil, &usageError{where: "report", what: "no output given", hint: "name a file: -o report.html"}
	}
	for i, path := range o.outputs {
		format, err := o.formatOf(path)
		if err != nil {
			return nil, err
		}
		if err := notTwice(path, o.outputs[:i]); err != nil {
			return nil, err
		}
		if err := s.checkOutput(path, slices.Concat(files, []string{o.synonyms, o.themes, o.stopwords})); err != nil {
			return nil, err
		}
		formats = append(formats, format)
	}
	return formats, nil
}

// formatOf is the format of one output: what its name says, or --format, which may not be at odds with it.
func (o *reportOptions) formatOf(path string) (report.Format, error) {
	byName := map[string]report.Format{".html": report.HTML, ".htm": report.HTML, ".md": report.Markdown, ".markdown": report.Markdown, ".json": report.JSON}
	told, asked := byName[strings.ToLower(filepath.Ext(path))], report.Format(o.format)
	switch {
	case asked != "" && asked != report.HTML && asked != report.Markdown && asked != report.JSON:
		return "", &usageError{where: "--format", what: "unknown value " + quoted(o.format), hint: "use html, markdown or json"}
	case told == "" && asked != "":
		return asked, nil
	case told == "" && path == "-":
		return report.HTML, nil
	case told == "":
		return "", &usageError{where: path, what: "the name says no format that a report is written in", hint: "use .html, .md or .json"}
	case asked != "" && asked != told:
		return "", &usageError{where: path, what: "the name says " + string(told) + ", but --format says " + string(asked), hint: "leave one of them out"}
	}
	return told, nil
}

// report counts and draws every question asked for.
func (o *reportOptions) report(ctx context.Context, s *Streams, a *artist, files []string) (*report.Report, []survey.Warning, error) {
	in := inputs(ctx, s, files)
	defer s.progress(&o.messageOptions, in)()
	hashed := hashes(in, true)
	export, err := o.open(ctx, in)
	if err != nil {
		return nil, nil, err
	}
	questions, err := o.chosen(export, files)
	if err != nil {
		return nil, nil, err
	}
	r := &reporter{reportOptions: o, artist: a, export: export, files: files}
	for i, q := range questions {
		if err := r.add(ctx, i, q); err != nil {
			return nil, nil, err
		}
	}
	if len(r.document.Questions) == 0 {
		return nil, nil, r.nothing
	}
	if told := o.redactions(r.redacted, "before anything was counted"); told != "" && !o.quiet {
		s.message("%s", told)
	}
	o.tellSinglesOf(s, r.singles, r.terms)
	sums, err := hashed()
	if err != nil {
		return nil, nil, err
	}
	return r.finished(sums), r.warnings, nil
}

// chosen are the questions that -q picks, as one, or all that are open-ended.
func (o *reportOptions) chosen(e *survey.Export, files []string) ([]survey.Question, error) {
	var open []survey.Question
	for _, q := range e.Questions {
		if q.Kind == survey.KindOpen {
			open = append(open, q)
		}
	}
	if len(o.questions) > 0 || len(open) < 2 {
		q, err := e.Select(o.questions...)
		var unclear *survey.SelectError
		if errors.As(err, &unclear) {
			err = &selectError{files: files, SelectError: unclear, sampled: !e.Complete}
		}
		return []survey.Question{q}, err
	}
	if !e.Complete && slices.Contains(files, "-") {
		return nil, &survey.InputError{Name: "-", What: "is too long to be read once for each question", Hint: "write it to a file first, or pick one question with -q"}
	}
	return open, nil
}

// reporter gathers the sections of a report.
type reporter struct {
	*reportOptions
	*artist
	export   *survey.Export
	files    []string
	document report.Report
	warnings []survey.Warning // of the files; each is told once
	lists    []survey.Warning // of the lists of words, as far as all questions so far have them
	redacted privacy.Redactions
	singles  int   // of the terms shown, those that one person said
	terms    int   // shown
	nothing  error // why a question has no section
}

// add counts one question and draws it. A question with nothing to count is named in the report.
func (r *reporter) add(ctx context.Context, i int, q survey.Question) error {
	o := r.surveyOptions // a copy: what a question finds is its own
	c, err := o.tallied(ctx, r.export, q, r.files)
	if err != nil {
		return err
	}
	known := varied(c.Tally) // the findings say so
	cautions := r.sort(i, slices.DeleteFunc(c.Warnings, func(w survey.Warning) bool { return slices.Contains(known, w) }))
	limits := tally.Limits{MinCount: o.minCount, Top: o.top}
	terms := c.Tally
	if err = o.nothing(c); err == nil {
		terms, err = c.limit(limits)
	}
	if reason := whyNothing(err); reason != "" {
		r.nothing = cmp.Or(r.nothing, err)
		r.document.LeftOut = append(r.document.LeftOut, report.LeftOut{
			Question: report.Question{Columns: q.Columns, ID: q.ID, Text: q.Text}, Reason: reason,
		})
		return nil
	} else if err != nil {
		return err
	}
	r.redacted.Add(c.Redacted)
	r.singles, r.terms = r.singles+singles(terms.Terms), r.terms+len(terms.Terms)
	section := report.Section{Tally: c.document(terms, &o, limits), Cautions: cautions}
	if err := r.fill(ctx, &section, c, terms, limits); err != nil {
		return err
	}
	r.document.Questions = append(r.document.Questions, section)
	return nil
}

// whyNothing says why a question has nothing to show; "" if the error is another.
func whyNothing(err error) string {
	var nothing *nothingError
	var withheld *withheldError
	switch {
	case errors.As(err, &nothing):
		return nothing.what
	case errors.As(err, &withheld):
		return (&withheldError{n: withheld.n, what: withheld.what}).Error()
	}
	return ""
}

// fill adds what a section has beside its tally.
func (r *reporter) fill(ctx context.Context, s *report.Section, c *counted, terms *tally.Tally, limits tally.Limits) (err error) {
	n := len(r.document.Questions) + 1
	if s.Cloud, err = r.cloud(ctx, c, terms, n); err != nil {
		return err
	}
	if s.Chart, err = r.chart(c, terms, n); err != nil {
		return err
	}
	if r.quotes {
		if s.Quotes, err = r.quoted(ctx, c, s.Tally); err != nil {
			return err
		}
	}
	return r.compare(ctx, s, c, limits, n)
}

// How many terms of a question are quoted, and how many answers of each: what a reader may look through.
const (
	quotedTerms  = 100
	quotesOfTerm = 20
)

// quoted draws answers behind the terms that the cloud has, for a report by the first seed.
func (r *reporter) quoted(ctx context.Context, c *counted, t *report.Tally) (list []*report.Quotes, err error) {
	if !c.opt.Rereadable {
		return nil, &survey.InputError{Name: "-", What: "is too long to be read twice, for quotes", Hint: "write it to a file first, or leave --quotes out"}
	}
	ask := pipeline.Quoting{Sample: quotesOfTerm, Seed: 1}
	found, err := pipeline.FindQuotesOf(ctx, c.export, c.question, c.opt, c.Result, t.Terms[:min(quotedTerms, len(t.Terms))], ask)
	for _, q := range found {
		list = append(list, quotesDocument(t, q, ask, 0))
	}
	return list, err
}

// compare holds the groups of a question against each other, where there is anything to compare.
func (r *reporter) compare(ctx context.Context, s *report.Section, c *counted, limits tally.Limits, n int) error {
	if r.by == "" {
		return nil
	}
	found, err := c.compare(r.by)
	if whyNothing(err) != "" {
		return nil
	} else if err != nil {
		return err
	}
	s.Compare = report.NewCompare(s.Tally, found.column, found.Comparison, limits, found.banner)
	s.Apart, err = r.comparison(ctx, found, n)
	return err
}

// sort tells the warnings of a question that are about the files from those about its answers, which stand beside them
// in the report. An entry of a list is worth a warning only where no question has it.
func (r *reporter) sort(i int, all []survey.Warning) (cautions []string) {
	var lists []survey.Warning
	for _, w := range all {
		switch {
		case w.File == "":
			cautions = append(cautions, w.Message)
		case !slices.Contains(r.export.Files, w.File):
			lists = append(lists, w)
		case !slices.Contains(r.warnings, w):
			r.warnings = append(r.warnings, w)
		}
	}
	if i > 0 {
		lists = slices.DeleteFunc(lists, func(w survey.Warning) bool { return !slices.Contains(r.lists, w) })
	}
	r.lists = lists
	return cautions
}

// finished is the report with what is known last.
func (r *reporter) finished(sums []string) *report.Report {
	d := &r.document
	d.Schema, d.Title, d.Dark = report.ReportSchema, r.title, r.dark
	for i, name := range r.export.Files {
		d.Files = append(d.Files, report.ReportFile{Name: name, SHA256: sums[i]})
	}
	r.warnings = append(r.warnings, r.lists...)
	d.Warnings = report.Warnings(r.warnings)
	d.Respondents = d.Questions[0].Tally.Base.Respondents
	if d.LeftOut == nil {
		d.LeftOut = []report.LeftOut{}
	}
	return d
}
