package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/figure"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/privacy"
	"verbatim/internal/render"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// compareOptions are the flags of verbatim compare.
//
// The command shows which terms distinguish groups. The tests are in package tally
// (keyness.go), and package privacy decides what may be shown of them. Here they
// become tables and pictures.
type compareOptions struct {
	surveyOptions
	pictureOptions
	format  report.Format
	compact bool
	as      figure.As // how the picture is drawn
}

// newCompareCommand binds the flags of compare. Texts of flags that other
// commands share are replaced if they mean something else here.
func newCompareCommand(s *Streams) *cobra.Command {
	o := compareOptions{surveyOptions: surveyOptions{Options: study.Default(), unranked: true, compared: true}, pictureOptions: pictureOptions{labelled: true}, as: figure.AsDots}
	c := command("compare", filesNeeded, func(c *cobra.Command, files []string) error { return runCompare(c.Context(), s, &o, files) })
	f := c.Flags()
	o.surveyOptions.bind(f, bindLimits, bindIntervals, bindBy, bindMask)
	o.bindHash(f)
	o.pictureOptions.bind(f)
	bindFormat(f, &o.format, report.DocumentFormats(), report.Table)
	bindCompact(f, &o.compact)
	choose(f, (*string)(&o.as), "as", "how groups are drawn", string(figure.AsDots), string(figure.AsBars), string(figure.AsClouds))
	f.Lookup("strict").Usage = strictPictures
	f.Lookup("top").Usage = "show the `N` terms that set groups apart most, in clouds those of each group, 0 for all (default 20 in a table and in bars, as many as have room in dots, 12 of each group in clouds, else all)"
	f.Lookup("min-count").Usage = "leave out terms that fewer than `N` people used"
	f.Lookup("output").Usage = "write to `FILE` instead of standard output: " + strings.Join(report.DocumentFormats().Extensions(), ", ") + ", or a picture, " + pictureExtensions() + "; repeatable"
	f.Lookup("by").Usage = "the `COLUMN` whose values are the groups, or a multiple choice, whose options are"
	return c
}

// runCompare counts the question by groups, tests what sets them apart, and
// writes tables and pictures in one step, all or none.
func runCompare(ctx context.Context, s *Streams, o *compareOptions, files []string) error {
	documents, look, err := o.plan(s, files)
	if err != nil {
		return err
	}
	question, err := o.run(ctx, s, files, (*counted).Nothing)
	if err != nil {
		return err
	}
	found, err := question.Compare()
	if err != nil {
		return err
	}
	if err := o.listed(question, found); err != nil {
		return err
	}
	picture, outputs, err := o.draw(ctx, question, found, look)
	if err != nil {
		return err
	}
	document := func(format report.Format) *report.Compare {
		limits := o.limits(format)
		return report.NewCompare(question.document(limits), found, limits)
	}
	warnings := question.warnings
	for _, d := range documents {
		warnings = append(warnings, report.CutTexts(document(d.format), d.format)...)
		outputs = append(outputs, s.Document(d.path, d.format, lined(d.path, o.compact, document(d.format).Write)))
	}
	if err := o.WarnAll(s, warnings, picture); err != nil {
		return err
	}
	if err := s.Write(outputs...); err != nil {
		return err
	}
	return o.Summarize(s, document(report.Table).Write)
}

// plan checks every flag before a byte of the survey is read. It separates documents from
// pictures, which stay in o.outputs. If there are neither, a document goes to standard output.
func (o *compareOptions) plan(s *Streams, files []string) (documents []documentOutput, look figure.Look, err error) {
	if o.By == "" {
		return nil, look, &notice.UsageError{Where: "compare", What: "no groups to compare", Hint: "name the column that tells them: --by COLUMN; verbatim inspect lists those of a survey, and tallies have the one that they were counted by"}
	}
	inputs, paths := o.inputFiles(files), o.outputs
	if err := cmp.Or(o.check(), outfile.Check(paths, inputs, s.In)); err != nil {
		return nil, look, err
	}
	o.outputs = slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return !isPicture(path) })
	if len(o.outputs) > 0 {
		if look, err = o.look(s, "compare", inputs); err != nil {
			return nil, look, err
		}
	}
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	for _, path := range slices.DeleteFunc(slices.Clone(paths), isPicture) {
		format, err := formatOf(path, o.format, report.Table, report.DocumentFormats())
		if use, ok := errors.AsType[*notice.UsageError](err); ok && format == "" {
			use.Hint += ", or a picture, " + pictureExtensions()
		}
		if err != nil {
			return nil, look, err
		}
		documents = append(documents, documentOutput{path: path, format: format})
	}
	return documents, look, nil
}

// isPicture reports whether an output is to be drawn, by its name.
func isPicture(path string) bool {
	_, ok := render.FormatOf(path)
	return ok && path != "-"
}

// draw makes the picture and its files, if any is asked for; else the picture is empty.
func (o *compareOptions) draw(ctx context.Context, c *counted, found *privacy.Comparison, look figure.Look) (p *figure.Picture, outputs []outfile.File, err error) {
	if len(o.outputs) == 0 {
		return new(figure.Picture), nil, nil
	}
	comparison := figure.Comparison{Question: c.pictured(c.Shown, o.voice(c)), Result: found}
	if p, err = comparison.Draw(ctx, look, o.as, tally.Limits{MinCount: o.MinCount, Top: o.top()}); err != nil {
		return nil, nil, err
	}
	outputs, err = o.encode(p)
	return p, outputs, err
}

// listed is an error if --min-count leaves no term for a picture, or nothing at all.
func (o *compareOptions) listed(c *counted, found *privacy.Comparison) error {
	if len(found.Limit(tally.Limits{MinCount: o.MinCount}).Terms) > 0 || len(o.outputs) == 0 && found.Banner != nil {
		return nil
	}
	return &notice.NothingError{Where: c.Where(), What: fmt.Sprintf("no tested term was used by %d people or more", max(o.MinCount, tally.LeastTested)),
		Hint: "a table with --themes compares nets of several terms"}
}
