package cli

import (
	"cmp"
	"context"
	"errors"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"verbatim/internal/figure"
	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// reportOptions are the flags of verbatim report.
type reportOptions struct {
	surveyOptions
	pictureOptions // of which a page needs fonts, colours and a title
	format         report.Format
	compact        bool
	quotes         bool
	figures        string // folder for files of figures; "" is none
	only, exclude  string // lists of questions, with commas between
	logo, accent   string
	organisation   string
	date           string
}

// newReportCommand binds the flags of report, which shows everything that the
// other commands give, for every open-ended question.
func newReportCommand(s *Streams) *cobra.Command {
	o := reportOptions{surveyOptions: surveyOptions{Options: study.Default(), hash: true}, pictureOptions: pictureOptions{labelled: true}}
	o.Redact, o.Lister = true, "report -o FILE.json"
	c := command("report", filesNeeded, func(c *cobra.Command, files []string) error { return runReport(c.Context(), s, &o, files) })
	f := c.Flags()
	o.surveyOptions.bind(f, bindCount, bindLimits, bindIntervals, bindBy, bindMask)
	f.StringArrayVarP(&o.outputs, "output", "o", nil, "write the report to `FILE` ("+prose.Alternatives(report.ReportFormats().Extensions())+"); - is standard output; repeatable")
	bindFormat(f, &o.format, report.ReportFormats(), report.HTML)
	bindCompact(f, &o.compact)
	f.BoolVar(&o.quotes, "quotes", false, "quote the answers behind the most frequent terms, as they were written")
	f.StringVar(&o.title, "title", "", "`TEXT` at the head of the page")
	f.StringVar(&o.figures, "figures", "", "write the figures of Markdown into the folder `DIR`, and the Markdown so that pandoc makes Word documents and slides of it")
	f.StringVar(&o.only, "questions", "", "report on the questions of `LIST` alone: selectors as for -q, with commas between")
	f.StringVar(&o.exclude, "exclude", "", "leave out the questions of `LIST`")
	f.StringVar(&o.organisation, "organisation", "", "`TEXT` that says whose report it is")
	f.StringVar(&o.date, "date", "", "`TEXT` that says from when it is; no date is written without")
	f.StringVar(&o.logo, "logo", "", "put the picture in `FILE` (.png, .jpg, .svg) at the head of the page")
	f.StringVar(&o.accent, "accent", "", "`COLOR` of what leads, and of links")
	o.bindTextLang(f, prose.PageLanguages())
	bindPalette(f, &o.palette)
	o.bindFonts(f)
	f.Lookup("strict").Usage = strictPictures
	f.Lookup("top").Usage = "show the `N` most frequent terms of each question, 0 for all; terms that tie at the cut are all left out, unless none would remain (default all)"
	return c
}

// runReport counts and draws one question after the other, and writes the page at
// the end. A question with nothing to show is named in the report and does not stop
// the others.
func runReport(ctx context.Context, s *Streams, o *reportOptions, files []string) error {
	if err := o.check(s, files); err != nil {
		return err
	}
	r, err := o.reporter()
	if err != nil {
		return err
	}
	document, err := r.report(ctx, s, files)
	if err != nil {
		return err
	}
	drawn := &figure.Picture{Picture: render.Picture{Layout: &layout.Layout{Unplaced: r.unplaced}}}
	if err := o.WarnAll(s, slices.Concat(r.warnings, r.asked), drawn); err != nil {
		return err
	}
	var outputs []outfile.File
	for _, path := range o.outputs {
		format, _ := o.formatOf(path) // checked before
		outputs = append(outputs, s.Document(path, format, lined(path, o.compact, document.Write)))
	}
	if o.figures != "" {
		if err := os.MkdirAll(o.figures, 0o777); err != nil {
			return outfile.Failed(o.figures, err)
		}
	}
	if err := s.Write(append(outputs, r.figured...)...); err != nil {
		return err
	}
	return o.Summarize(s, document.Write)
}

// check refuses, before anything is read, what cannot be counted or written.
func (o *reportOptions) check(s *Streams, files []string) error {
	if len(o.outputs) == 0 {
		return &notice.UsageError{Where: "report", What: "no output given", Hint: "name a file: -o report.html"}
	}
	for _, path := range o.outputs {
		if _, err := o.formatOf(path); err != nil {
			return err
		}
	}
	if folder, err := os.Stat(o.figures); err == nil && !folder.IsDir() {
		return outfile.Failed(o.figures, errors.New("is a file and no folder"))
	}
	return cmp.Or(outfile.Check(o.outputs, slices.Concat(o.inputFiles(files), o.fonts, []string{o.logo}), s.In), o.surveyOptions.check())
}

// formatOf is the format of one output, which a file has to name.
func (o *reportOptions) formatOf(path string) (report.Format, error) {
	usual := report.HTML
	if path != "-" {
		usual = ""
	}
	return formatOf(path, o.format, usual, report.ReportFormats())
}

// reporter checks the flags on pictures, and begins a report. Without --palette
// the ground of pictures is that of the page, dark or light.
func (o *reportOptions) reporter() (r *reporter, err error) {
	r = &reporter{reportOptions: o, look: figure.Look{DPI: 96, Letters: &render.Letters{}}, document: report.Report{LeftOut: []report.LeftOut{}, Organisation: o.organisation, Date: o.date}}
	background := ""
	if o.palette == "" {
		background = "transparent"
	}
	if r.look.Palette, err = render.NewPalette(o.palette, background, false); err != nil {
		return nil, &notice.UsageError{Where: "--palette", What: err.Error()}
	}
	dark := figure.DarkInks(r.look.Palette)
	if o.accent != "" {
		palette, night, err := r.look.Palette.WithAccent(o.accent)
		if err != nil {
			return nil, &notice.UsageError{Where: "--accent", What: err.Error()}
		}
		r.look.Palette, r.document.Accent = palette, [2]string{render.Hex(palette.Accent()), render.Hex(night)}
		dark = append(figure.DarkInks(palette), r.document.Accent)
	}
	if o.palette == "" {
		r.document.Dark = dark
	}
	if r.document.Logo, err = o.readLogo(); err != nil {
		return nil, err
	}
	r.document.Illustrated = o.figures != ""
	if r.print = r.look; background != "" {
		r.print.Palette, err = render.NewPalette("", "", false)
		if o.accent != "" {
			r.print.Palette, _, err = r.print.Palette.WithAccent(o.accent)
		}
	}
	return r, cmp.Or(err, o.setFonts(&r.look), o.setFonts(&r.print))
}

// readLogo reads the picture at the head of the page; "" is none.
func (o *reportOptions) readLogo() (address string, err error) {
	if o.logo == "" {
		return "", nil
	}
	data, err := os.ReadFile(o.logo)
	if err != nil {
		return "", &notice.InputError{Name: o.logo, What: notice.Cause(err), Err: err}
	}
	if address, err = render.LogoAddress(data); err != nil {
		return "", &notice.InputError{Name: o.logo, What: err.Error()}
	}
	return address, nil
}

// report counts and draws every question asked for.
func (r *reporter) report(ctx context.Context, s *Streams, files []string) (*report.Report, error) {
	in, tallies, err := sorted(ctx, s, files, "")
	if err != nil {
		return nil, err
	}
	add := r.addSurvey
	if tallies {
		add = r.addTallies
	}
	if err := add(ctx, s, in); err != nil {
		return nil, err
	}
	if len(r.document.Questions) == 0 {
		return nil, r.nothing
	}
	r.TellReplaced(s, r.redacted.Shown(r.Suppress), "before anything was counted", r.Suppress)
	r.TellLeftOut(s, r.document.LeftOut)
	r.TellSingles(s, r.shown)
	return r.finished(), nil
}

// addSurvey counts the questions of a survey.
func (r *reporter) addSurvey(ctx context.Context, s *Streams, in []survey.Input) error {
	if err := cmp.Or(checkRules(r.flags, surveyRules, isGiven), r.decisions.load(&r.Options)); err != nil {
		return err
	}
	export, reading, err := openFiles(ctx, s, in, &r.Reading, &r.Messages, r.hash, false)
	if err != nil {
		return err
	}
	defer reading.Stop()
	questions, err := r.chosen(export)
	if err != nil {
		return err
	}
	r.files = export.Files
	if err, ok := errors.AsType[*privacy.WithheldError](r.CheckQuotes()); ok && r.quotes {
		r.quotes = false
		r.warnings = append(r.warnings, notice.Warning{Code: notice.QuotesWithheld, Message: "no answers are quoted: quotes " + err.What})
	}
	for _, q := range questions {
		if err := r.add(ctx, s, export, q); err != nil {
			return err
		}
	}
	if len(r.drafts) > 0 {
		r.hashes, err = reading.Hashed()
	}
	return cmp.Or(err, r.complete(ctx))
}

// chosen are the questions that -q picks, as one, or those of the lists, or all that are open-ended.
func (o *reportOptions) chosen(e *survey.Export) ([]survey.Question, error) {
	lists := o.only != "" || o.exclude != ""
	if len(o.questions) > 0 || len(e.OpenQuestions()) < 2 && !lists {
		q, err := study.Select(e, o.questions...)
		return []survey.Question{q}, err
	}
	chosen, err := study.Choice{Only: o.only, Without: o.exclude}.Questions(e)
	if err == nil && len(chosen) > 1 && !e.Complete && slices.Contains(e.Files, "-") {
		return nil, &notice.InputError{Name: "-", What: "is too long to be read once for each question", Hint: "write it to a file first, or pick one question with -q"}
	}
	return chosen, err
}
