package cli

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// reportOptions are the flags of verbatim report.
type reportOptions struct {
	surveyOptions
	pictureOptions // of which a page needs fonts, colours and a title
	format         string
	quotes         bool
}

// newReportCommand binds the flags of report, which shows everything that the
// other commands give, for every open-ended question.
func newReportCommand(s *Streams) *cobra.Command {
	o := reportOptions{surveyOptions: surveyOptions{Options: study.Default(), hash: true}}
	o.Redact = true
	c := command("report", filesNeeded, func(c *cobra.Command, files []string) error { return runReport(c.Context(), s, &o, files) })
	f := c.Flags()
	o.surveyOptions.bind(f)
	bindCount(f, &o.Options)
	bindLimits(f, &o.Options)
	bindIntervals(f, &o.Options)
	bindBy(f, &o.Options)
	f.StringArrayVarP(&o.outputs, "output", "o", nil, "write the report to `FILE` ("+prose.Alternatives(report.ReportFormats().Extensions())+"); - is standard output; repeatable")
	f.StringVar(&o.format, "format", "", "`"+strings.Join(report.ReportFormats().Names(), "|")+"` (default html, or as the output's name says)")
	f.BoolVar(&o.quotes, "quotes", false, "quote the answers behind the most frequent terms, as they were written")
	f.StringVar(&o.title, "title", "", "`TEXT` at the head of the page")
	f.StringVar(&o.palette, "palette", "", "`NAME|#rrggbb,…`: colours of the pictures; names: "+paletteNames())
	f.StringArrayVar(&o.fonts, "font", nil, "draw words with this font `FILE` (.ttf, .otf, .ttc) first; repeatable")
	f.BoolVar(&o.systemFonts, "system-fonts", false, "use fonts of this machine for characters that no other font has")
	return c
}

// runReport counts and draws one question after the other, and writes the page
// at the end. A question with nothing to show is named in the report, and does
// not stop the others.
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
	var outputs []outfile.File
	for i, path := range o.outputs {
		var data bytes.Buffer
		if err := document.Write(&data, formats[i]); err != nil {
			return err
		}
		outputs = append(outputs, outfile.File{Path: path, Data: data.Bytes()})
	}
	if err := s.write(outputs...); err != nil {
		return err
	}
	return o.summarize(s, document.Write)
}

// documents gives the format of each output, before anything is read.
func (o *reportOptions) documents(s *Streams, files []string) (formats []report.Format, err error) {
	if len(o.outputs) == 0 {
		return nil, &notice.UsageError{Where: "report", What: "no output given", Hint: "name a file: -o report.html"}
	}
	for i, path := range o.outputs {
		format, err := o.formatOf(path)
		if err != nil {
			return nil, err
		}
		if err := outfile.Distinct(path, o.outputs[:i]); err != nil {
			return nil, err
		}
		if err := s.checkOutput(path, slices.Concat(o.inputFiles(files), o.fonts)); err != nil {
			return nil, err
		}
		formats = append(formats, format)
	}
	return formats, nil
}

// formatOf is the format of one output: what its name says, or --format, which may not be at odds with it.
func (o *reportOptions) formatOf(path string) (report.Format, error) {
	formats := report.ReportFormats()
	told, asked := formats.Of(path), report.Format(o.format)
	switch {
	case asked != "" && !slices.Contains(formats.Names(), o.format):
		return "", &notice.UsageError{Where: "--format", What: "unknown value " + quoted(o.format), Hint: "use " + prose.Alternatives(formats.Names())}
	case told == "" && asked != "":
		return asked, nil
	case told == "" && path == "-":
		return report.HTML, nil
	case told == "":
		return "", &notice.UsageError{Where: path, What: "the name says no format that a report is written in", Hint: "use " + prose.Alternatives(formats.Extensions())}
	case asked != "" && asked != told:
		return "", &notice.UsageError{Where: path, What: "the name says " + string(told) + ", but --format says " + string(asked), Hint: "leave one of them out"}
	}
	return told, nil
}

// report counts and draws every question asked for.
func (o *reportOptions) report(ctx context.Context, s *Streams, a *artist, files []string) (*report.Report, []notice.Warning, error) {
	in, err := o.open(ctx, s, files)
	if err != nil {
		return nil, nil, err
	}
	defer in.stop()
	questions, err := o.chosen(in.export)
	if err != nil {
		return nil, nil, err
	}
	r := &reporter{reportOptions: o, artist: a, export: in.export}
	for i, q := range questions {
		if err := r.add(ctx, i, q); err != nil {
			return nil, nil, err
		}
	}
	if len(r.document.Questions) == 0 {
		return nil, nil, r.nothing
	}
	sums, err := in.hashed()
	if err != nil {
		return nil, nil, err
	}
	in.stop()
	o.tellReplaced(s, r.redacted.Shown(o.Suppress), "before anything was counted", o.Suppress)
	o.tellLeftOut(s, r.document.LeftOut)
	o.tellSingles(s, r.shown)
	return r.finished(sums), r.warnings, nil
}

// chosen are the questions that -q picks, as one, or all that are open-ended.
func (o *reportOptions) chosen(e *survey.Export) ([]survey.Question, error) {
	var open []survey.Question
	for _, q := range e.Questions {
		if q.Kind == survey.KindOpen {
			open = append(open, q)
		}
	}
	if len(o.questions) > 0 || len(open) < 2 {
		q, err := study.Select(e, o.questions...)
		return []survey.Question{q}, err
	}
	if !e.Complete && slices.Contains(e.Files, "-") {
		return nil, &notice.InputError{Name: "-", What: "is too long to be read once for each question", Hint: "write it to a file first, or pick one question with -q"}
	}
	return open, nil
}
