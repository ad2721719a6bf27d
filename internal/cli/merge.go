package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/internal/console"
	"verbatim/internal/intake"
	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// mergeOptions are the flags of verbatim merge.
type mergeOptions struct {
	console.Messages
	study.Options // of which limits and privacy count; 0 is as in the tallies
	out           documentOutput
	flags         *pflag.FlagSet // to tell a default from what was given
}

// newMergeCommand binds the flags of merge. It reads documents instead of
// answers, so it has no flags on reading or counting: these are in the
// documents, and have to agree.
func newMergeCommand(s *Streams) *cobra.Command {
	var o mergeOptions
	o.Lister = "merge"
	c := command("merge", filesNeeded, func(c *cobra.Command, files []string) error { return runMerge(c.Context(), s, &o, files) })
	f := c.Flags()
	o.flags = f
	f.IntVar(&o.MinCount, "min-count", 0, "leave out terms with a count below `N` (default: as in the tallies)")
	f.IntVar(&o.Top, "top", 0, "show the `N` most frequent terms, 0 for all (default: as in the tallies, 20 in a table)")
	choose(f, (*string)(&o.Count), "count", "what ranks a term: how many people said it, or how often it appears (default: as in the tallies; respondents if they differ)", string(tally.Respondents), string(tally.Mentions))
	bindSuppress(f, &o.Options)
	bindMessages(f, &o.Messages)
	o.out.bind(f, report.DocumentFormats(), report.Table)
	return c
}

// runMerge adds up the documents in the order given and writes the sum. The
// result does not depend on the order, but warnings name the later of two
// parts.
func runMerge(ctx context.Context, s *Streams, o *mergeOptions, files []string) error {
	if err := o.out.resolve(s, files); err != nil {
		return err
	}
	if o.MinCount < 0 || o.Top < 0 || o.Suppress < 0 {
		return &notice.UsageError{Where: "--min-count, --top, --suppress", What: "less than 0"}
	}
	var m report.Merger
	for _, name := range files {
		if err := addTally(ctx, s, &m, name); err != nil {
			return err
		}
	}
	by, mixed := m.RankedBy()
	if o.Count == "" && mixed {
		o.Note(s, "note: some tallies are ranked by people, others by mentions; their sum is ranked by people (--count)")
	}
	o.Count = cmp.Or(o.Count, by)
	document, warnings, err := o.whole(&m)
	if err != nil {
		return err
	}
	if err := o.Warn(s, append(warnings, report.CutTexts(document, o.out.format)...)); err != nil {
		return err
	}
	o.TellSingles(s, document.Terms)
	return o.out.finish(s, &o.Messages, document.Write)
}

// addTally reads one tally and adds it; - is standard input.
func addTally(ctx context.Context, s *Streams, m *report.Merger, name string) error {
	in := io.NopCloser(intake.Interruptible(ctx, s.In))
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return &notice.InputError{Name: name, What: notice.Cause(err), Err: err}
		}
		in = f
	}
	d, err := report.ReadTally(name, in)
	if err := cmp.Or(ctx.Err(), err, in.Close()); err != nil {
		return err
	}
	return m.Add(name, d)
}

// whole ranks the sum and cuts it. The flags of the tallies apply unless others are
// given here.
func (o *mergeOptions) whole(m *report.Merger) (*report.Tally, []notice.Warning, error) {
	common := m.Common()
	language, err := lang.LanguageOf(common.Language)
	if err != nil {
		return nil, nil, err
	}
	whole, err := m.Whole(o.Count, o.Suppress)
	if err == nil {
		err = common.Options.CheckPopulation(whole.Tally().Base.Valid)
	}
	if err != nil {
		return nil, nil, err
	}
	limits := tally.Limits{MinCount: cmp.Or(o.MinCount, common.Options.MinCount), Top: cmp.Or(o.Top, common.Options.Top)}
	switch {
	case o.Top == 0 && o.flags.Changed("top"):
		limits.Top = 0
	case limits.Top == 0 && o.out.format == report.Table:
		limits.Top = tableTop
	}
	d := m.Document(whole, limits)
	if err := nothingMerged(whole, d, limits); err != nil {
		return nil, nil, err
	}
	d.Spoken = prose.Language(language, lang.Detection{})
	t := whole.Tally()
	cautions := slices.Concat(prose.FewAnswers(t), prose.VariedAnswers(t, common.AreOptions()), prose.Talkative(t, 0)) // who said most is not in a document
	d.Warnings = privacy.ShowWarnings(append(d.Warnings, report.Warnings(cautions)...), o.Suppress)
	d.Warnings = report.Warnings(d.Warnings)
	return d, d.Warnings, nil
}

// nothingMerged says why there is nothing to show; nil if there is something.
func nothingMerged(whole *privacy.Shown, d *report.Tally, limits tally.Limits) error {
	if err := whole.Nothing(); err != nil {
		return err
	}
	switch t := whole.Tally(); {
	case len(t.Terms) == 0:
		return &notice.NothingError{What: fmt.Sprintf("no part has words to count, of %s", prose.Count(t.Base.Respondents, "respondent"))}
	case len(d.Terms) == 0:
		return &notice.NothingError{What: fmt.Sprintf("no term has a count of %d or more", limits.MinCount), Hint: "lower --min-count"}
	}
	return nil
}
