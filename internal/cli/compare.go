package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
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
type compareOptions struct {
	surveyOptions
	pictureOptions
	format string
}

// newCompareCommand binds the flags of compare. Texts of flags that other
// commands share are replaced if they mean something else here.
func newCompareCommand(s *Streams) *cobra.Command {
	o := compareOptions{surveyOptions: surveyOptions{Options: study.Default(), unranked: true}}
	c := command("compare", filesNeeded, func(c *cobra.Command, files []string) error { return runCompare(c.Context(), s, &o, files) })
	f := c.Flags()
	o.surveyOptions.bind(f)
	bindLimits(f, &o.Options)
	bindIntervals(f, &o.Options)
	o.bindHash(f)
	o.pictureOptions.bind(f)
	f.Lookup("top").Usage = "show the `N` terms that set groups apart most, 0 for all (default 20 in a table and in bars, 12 of each group in clouds, else all)"
	f.Lookup("min-count").Usage = "leave out terms that fewer than `N` people used"
	f.Lookup("output").Usage = "write to `FILE` instead of standard output: " + documentExtensions() + ", or a picture, " + render.Extensions() + "; repeatable"
	f.StringVar(&o.By, "by", "", "the `COLUMN` whose values are the groups")
	f.StringVar(&o.format, "format", "", formatUsage("table"))
	return c
}

// runCompare counts the question by groups, tests what sets them apart, and
// writes tables and pictures in one step, all or none.
func runCompare(ctx context.Context, s *Streams, o *compareOptions, files []string) error {
	documents, look, err := o.plan(s, files)
	if err != nil {
		return err
	}
	question, err := o.run(ctx, s, files)
	if err != nil {
		return err
	}
	found, err := question.compare()
	if err != nil {
		return err
	}
	if err := found.listed(o.MinCount, len(o.outputs) > 0); err != nil {
		return err
	}
	outputs, drawn, err := o.draw(ctx, s, found, look)
	if err != nil {
		return err
	}
	if err := cmp.Or(drawn, o.warn(s, question.warnings)); err != nil {
		return err
	}
	for _, d := range documents {
		document := found.document(o.limits(d.format))
		outputs = append(outputs, s.document(d.path, func(w io.Writer) error { return document.Write(w, d.format) }))
	}
	if err := s.write(outputs...); err != nil {
		return err
	}
	return o.summarize(s, found.document(o.limits(report.Table)).Write)
}

// documentFile is a document to be written.
type documentFile struct {
	path   string
	format report.Format
}

// plan checks every flag before a byte of the survey is read. It tells documents from pictures, which stay in o.outputs;
// where there is neither, a document goes to standard output.
func (o *compareOptions) plan(s *Streams, files []string) (documents []documentFile, look figure.Look, err error) {
	if err := o.check(); err != nil {
		return nil, look, err
	}
	var paths []string
	for i, path := range o.outputs {
		if err := outfile.Distinct(path, o.outputs[:i]); err != nil {
			return nil, look, err
		}
		if !isPicture(path) {
			paths = append(paths, path)
		}
	}
	o.outputs = slices.DeleteFunc(slices.Clone(o.outputs), func(path string) bool { return !isPicture(path) })
	if len(o.outputs) > 0 {
		if look, err = o.chartLook(s, "compare", o.inputFiles(files)); err != nil {
			return nil, look, err
		}
	} else if len(paths) == 0 {
		paths = []string{"-"}
	}
	for _, path := range paths {
		format, err := documentOutput{path, o.format}.resolve(s, o.inputFiles(files))
		if err != nil {
			return nil, look, err
		}
		documents = append(documents, documentFile{path, format})
	}
	return documents, look, nil
}

// isPicture reports whether an output is to be drawn, by its name.
func isPicture(path string) bool {
	_, ok := render.FormatOf(path)
	return ok && path != "-"
}

// draw makes the bytes of the pictures, if there are any; drawn is what --strict makes of a word that could not be drawn.
func (o *compareOptions) draw(ctx context.Context, s *Streams, c *comparison, look figure.Look) (outputs []outfile.File, drawn, err error) {
	if len(o.outputs) == 0 {
		return nil, nil, nil
	}
	picture, err := c.pictured().Draw(ctx, look, tally.Limits{MinCount: o.MinCount, Top: o.top()})
	if err != nil {
		return nil, nil, err
	}
	outputs, err = o.encode(picture)
	drawn = o.warnUnshown(s, picture.Chart.Unshown)
	if picture.Layout != nil {
		drawn = cmp.Or(drawn, o.warnCloud(s, picture.Layout))
	}
	return outputs, drawn, err
}

// check refuses what no comparison can be made with.
func (o *compareOptions) check() error {
	if o.By == "" {
		return &notice.UsageError{Where: "compare", What: "no groups to compare", Hint: "name the column that tells them: --by COLUMN; verbatim inspect lists the columns"}
	}
	return o.surveyOptions.check()
}

// comparison is a question with what sets its groups apart.
type comparison struct {
	*counted
	*tally.Comparison
	found *privacy.Comparison
}

// compare finds what sets the groups apart.
func (c *counted) compare() (*comparison, error) {
	found, err := c.Compare()
	if err != nil {
		return nil, err
	}
	return &comparison{c, found.Comparison, found}, nil
}

// pictured is the comparison as pictures show it.
func (c *comparison) pictured() *figure.Comparison {
	return &figure.Comparison{Question: c.counted.pictured(c.Shown), Result: c.found}
}

// listed is an error if --min-count leaves no term for a picture, or nothing at all.
func (c *comparison) listed(minCount int, pictured bool) error {
	if len(c.Limit(tally.Limits{MinCount: minCount}).Terms) > 0 || !pictured && c.found.Banner != nil {
		return nil
	}
	return &notice.NothingError{Where: strings.Join(c.Export.Files, ", "), What: fmt.Sprintf("no tested term was used by %d people or more", max(minCount, tally.LeastTested)),
		Hint: "a table with --themes compares nets of several terms"}
}

// document is the comparison, its list cut by the limits, with all that a reader
// needs to judge it.
func (c *comparison) document(limits tally.Limits) *report.Compare {
	return report.NewCompare(c.counted.document(limits), c.found, limits)
}
