package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// mergeOptions are the flags of verbatim merge.
type mergeOptions struct {
	messageOptions
	minCount, top int
	suppress      int
	out           documentOutput
}

func newMergeCommand(s *Streams) *cobra.Command {
	var o mergeOptions
	o.lister = "merge"
	c := &cobra.Command{
		Use:     "merge TALLY.json... [-o FILE]",
		Short:   "Add up tallies made apart: by shard, machine or wave",
		Long:    topic("merge") + "\n" + exitStatusHelp,
		Example: `  verbatim merge monday.json tuesday.json -o week.json`,
		Args:    filesNeeded,
		RunE:    func(c *cobra.Command, files []string) error { return runMerge(c.Context(), s, &o, files) },
	}
	f := c.Flags()
	f.IntVar(&o.minCount, "min-count", 0, "leave out terms with a lower count than `N` (default as in the tallies)")
	f.IntVar(&o.top, "top", 0, "keep the `N` most frequent terms (default as in the tallies; 20 in a table)")
	bindSuppress(f, &o.suppress)
	o.bind(f)
	bindDocument(f, &o.out)
	return c
}

func runMerge(ctx context.Context, s *Streams, o *mergeOptions, files []string) error {
	format, err := o.out.resolve(s, files)
	if err != nil {
		return err
	}
	if o.minCount < 0 || o.top < 0 || o.suppress < 0 {
		return &usageError{where: "--min-count, --top, --suppress", what: "less than 0"}
	}
	var m report.Merger
	for _, name := range files {
		if err := addTally(ctx, s, &m, name); err != nil {
			return err
		}
	}
	document, warnings, err := o.whole(&m, format)
	if err != nil {
		return err
	}
	if err := o.warn(s, warnings); err != nil {
		return err
	}
	o.tellSingles(s, document.Terms)
	if err := o.out.put(s, func(w io.Writer) error { return document.Write(w, format) }); err != nil {
		return err
	}
	return o.summarize(s, document.Write)
}

// addTally reads one tally and adds it; - is standard input.
func addTally(ctx context.Context, s *Streams, m *report.Merger, name string) error {
	in := io.NopCloser(io.Reader(interruptible{ctx, s.In}))
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return &notice.InputError{Name: name, What: reasonOf(err), Err: err}
		}
		in = f
	}
	d, err := report.ReadTally(name, in)
	if err := errors.Join(ctx.Err(), err, in.Close()); err != nil {
		return err
	}
	return m.Add(name, d)
}

// whole ranks what has been added up and cuts it, as the tallies' own flags say
// unless others are given here.
func (o *mergeOptions) whole(m *report.Merger, format report.Format) (*report.Tally, []notice.Warning, error) {
	common := m.Common()
	lang, err := term.LanguageOf(common.Language)
	if err != nil {
		return nil, nil, err
	}
	whole, groups, err := m.Whole(lang.Denied())
	if err == nil {
		err = peopled(common.Options.Population, whole.Base.Valid)
	}
	if err != nil {
		return nil, nil, err
	}
	if o.suppress > 0 {
		whole, groups = privacy.Suppress(whole, groups, o.suppress)
	}
	limits := tally.Limits{MinCount: cmp.Or(o.minCount, common.Options.MinCount), Top: cmp.Or(o.top, common.Options.Top)}
	if limits.Top == 0 && format == report.Table {
		limits.Top = tableTop
	}
	d := m.Document(whole, groups, limits)
	if err := o.nothing(whole, d, limits); err != nil {
		return nil, nil, err
	}
	d.Spoken = prose.Language(lang, term.Detection{}, 0)
	d.Warnings = append(d.Warnings, report.Warnings(slices.Concat(prose.FewAnswers(whole), prose.VariedAnswers(whole), prose.Talkative(whole, 0)))...) // who said most is not in a document
	var warnings []notice.Warning
	for _, w := range d.Warnings {
		warnings = append(warnings, notice.Warning{Code: w.Code, File: w.File, Line: w.Line, Column: w.Column, Message: w.Message})
	}
	if o.suppress > 0 {
		o.withhold(d, whole)
		warnings = withoutCells(warnings)
		d.Warnings = report.Warnings(warnings)
	}
	return d, warnings, nil
}

// nothing says why there is nothing to show, if that is so.
func (o *mergeOptions) nothing(whole *tally.Tally, d *report.Tally, limits tally.Limits) error {
	switch {
	case o.suppress > 0 && (len(whole.Terms) == 0 || d.Options.By != "" && len(d.Groups) == 0):
		return &withheldError{n: o.suppress}
	case len(whole.Terms) == 0:
		return &nothingError{what: fmt.Sprintf("no part has words to count, of %s", prose.Count(whole.Base.Respondents, "respondent"))}
	case len(d.Terms) == 0:
		return &nothingError{what: fmt.Sprintf("no term has a count of %d or more", limits.MinCount), hint: "lower --min-count"}
	}
	return nil
}

// withhold takes out of a document what is said of it beside the counts.
func (o *mergeOptions) withhold(d *report.Tally, whole *tally.Tally) {
	d.Options.Suppress, d.Complete = o.suppress, false
	d.SecondLanguage, d.FurtherLanguages, d.Subject = "", nil, subjectOf(whole)
	for i, r := range d.Redacted {
		if 0 < r.Count && r.Count < o.suppress {
			d.Redacted[i].Count = tally.Withheld
		}
	}
}
