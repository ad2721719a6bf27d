package cli

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"verbatim/internal/intake"
	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/tally"
	"verbatim/internal/tallyfile"
)

// mergeOptions are the flags of verbatim merge.
type mergeOptions struct {
	surveyOptions // of which limits and privacy count; 0 is as in the tallies
	out           documentOutput
	list          string // a file with the names of further tallies, one a line; - is standard input; "" is none
}

// newMergeCommand binds the flags of merge. It reads documents instead of
// answers, so it has no flags on reading or counting: these are in the
// documents, and have to agree.
func newMergeCommand(s *Streams) *cobra.Command {
	var o mergeOptions
	o.Lister, o.asTallies = "merge --format json", true
	c := command("merge", cobra.ArbitraryArgs, func(c *cobra.Command, files []string) error {
		files, err := o.files(c, s, files)
		if err != nil {
			return err
		}
		return runMerge(c.Context(), s, &o, files)
	})
	f := c.Flags()
	o.flags = f
	f.StringVar(&o.list, "from-list", "", "read the names of further tallies from `FILE`, one a line; - is standard input")
	f.IntVar(&o.MinCount, "min-count", 0, "leave out terms with a count below `N` (default: as in the tallies)")
	f.IntVar(&o.Top, "top", 0, "show the `N` most frequent terms, 0 for all (default: as in the tallies, 20 in a table)")
	choose(f, (*string)(&o.Count), "count", "what ranks a term: how many people said it, or how often it appears (default: as in the tallies; respondents if they differ)", string(tally.Respondents), string(tally.Mentions))
	bindSuppress(f, &o.Options)
	bindMessages(f, &o.Messages)
	o.out.bind(f, report.DocumentFormats(), report.Table)
	return c
}

// files are the tallies that are given, and those of the list.
func (o *mergeOptions) files(c *cobra.Command, s *Streams, files []string) ([]string, error) {
	if o.list == "" {
		return files, filesNeeded(c, files)
	}
	if err := o.checkInput(files); err != nil { // before it is read
		return nil, err
	}
	in := intake.Interruptible(c.Context(), s.In)
	if o.list != "-" {
		f, err := os.Open(o.list)
		if err != nil {
			return nil, &notice.InputError{Name: o.list, What: notice.Cause(err), Err: err}
		}
		defer f.Close()
		in = f
	}
	listed, err := tallyfile.Names(in, o.list)
	if err != nil {
		return nil, cmp.Or(c.Context().Err(), err)
	}
	files = slices.Concat(files, listed)
	return files, cmp.Or(o.checkInput(files), givenOnce(files))
}

// checkInput refuses standard input as a tally where it is the list.
func (o *mergeOptions) checkInput(files []string) error {
	if o.list == "-" && slices.Contains(files, "-") {
		return &notice.UsageError{Where: "--from-list", What: "standard input is the list, and cannot be a tally", Hint: leaveOne}
	}
	return nil
}

// runMerge adds up the documents in the order given and writes the sum. The
// result does not depend on the order, but warnings name the later of two
// parts.
func runMerge(ctx context.Context, s *Streams, o *mergeOptions, files []string) error {
	inputs := files
	if o.list != "" {
		inputs = append(slices.Clip(files), o.list)
	}
	if err := o.out.resolve(s, inputs); err != nil {
		return err
	}
	if o.MinCount < 0 || o.Top < 0 || o.Suppress < 0 {
		return &notice.UsageError{Where: "--min-count, --top, --suppress", What: "less than 0"}
	}
	m := tallyfile.Merger{Grouped: true}
	err := tallyfile.Read(ctx, intake.Source{Files: files, Stdin: s.In}.Inputs(ctx), func(p tallyfile.Part) error {
		if err := p.Missing(); err != nil {
			return err
		}
		return m.Add(p)
	})
	if err != nil {
		return err
	}
	question, err := o.merged(s, &m)
	if err != nil {
		return err
	}
	limits := o.limits(o.out.format)
	document := question.document(limits)
	if err := nothingMerged(question, document, limits); err != nil {
		return err
	}
	if err := o.Warn(s, append(question.warnings, report.CutTexts(document, o.out.format)...)); err != nil {
		return err
	}
	o.TellSingles(s, document.Terms)
	return o.out.finish(s, &o.Messages, document.Write)
}

// nothingMerged says why there is nothing to show; nil if there is something.
func nothingMerged(c *counted, d *report.Tally, limits tally.Limits) error {
	if err := c.Shown.Nothing(); err != nil {
		return err
	}
	switch t := c.Shown.Tally(); {
	case len(t.Terms) == 0:
		return &notice.NothingError{What: fmt.Sprintf("no part has words to count, of %s", prose.Count(t.Base.Respondents, "respondent"))}
	case len(d.Terms) == 0:
		return &notice.NothingError{What: fmt.Sprintf("no term has a count of %d or more", limits.MinCount), Hint: "lower --min-count"}
	}
	return nil
}
