package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// tallyOptions are the flags of verbatim tally.
type tallyOptions struct {
	surveyOptions
	out documentOutput
	// explain is a term whose count is to be explained, in any of its forms; "" is none.
	explain string
	// suggestMerges is the file that takes suggested synonyms; "" is none.
	suggestMerges string
	// emptyOK says that nothing to count is a result, too.
	emptyOK bool
}

// newTallyCommand binds the flags of tally.
func newTallyCommand(s *Streams) *cobra.Command {
	o := tallyOptions{surveyOptions: surveyOptions{Options: study.Default()}}
	c := command("tally", filesNeeded, func(c *cobra.Command, files []string) error { return runTally(c.Context(), s, &o, files) })
	f := c.Flags()
	o.bind(f, bindCount, bindLimits, bindIntervals, bindBy, bindMask)
	o.bindHash(f)
	o.out.bind(f, report.DocumentFormats(), report.Table)
	f.StringVar(&o.suggestMerges, "suggest-merges", "", "write likely misspellings and variants to `FILE`, as synonyms to check")
	f.BoolVar(&o.emptyOK, "empty-ok", false, "nothing to count is no failure: write the tally of nobody, with status 0")
	f.StringVar(&o.explain, "explain", "", "explain the count of `TERM`, given in any form: what led to it, and in which lines it stands")
	return c
}

// runTally counts the question and writes its terms, or what led to the count
// of one of them. A part with nothing to count still writes its JSON, for
// merge.
func runTally(ctx context.Context, s *Streams, o *tallyOptions, files []string) error {
	if err := o.check(s, files); err != nil {
		return err
	}
	var explained *tally.Explanation
	var variants []tally.Variant
	question, err := o.run(ctx, s, files, func(c *counted) (err error) {
		if o.explain != "" {
			explained, err = c.Explain(ctx, o.explain)
		} else if o.suggestMerges != "" {
			variants = c.Variants()
		}
		return cmp.Or(err, c.Nothing())
	})
	if o.emptyOK && len(files) == 1 && errors.Is(err, io.EOF) && (o.out.path == "" || o.out.path == "-") {
		o.Note(s, "note: %v: there is no tally of it", err)
		return nil // a partition without rows, of an engine that starts a process for it all the same
	}
	if err != nil {
		return o.putBase(s, question, err)
	}
	limits := o.limits(o.out.format)
	terms, err := question.Limit(limits)
	if err != nil {
		return err
	}
	document := question.document(limits)
	if err := o.Warn(s, append(question.warnings, report.CutTexts(document, o.out.format)...)); err != nil {
		return err
	}
	o.TellSingles(s, terms.Tally().Terms)
	if o.explain != "" {
		return o.out.put(s, report.NewExplanation(document, question.names(), explained).Write)
	}
	suggestions, err := o.suggestions(s, variants)
	if err != nil {
		return err
	}
	if err := o.out.put(s, document.Write, suggestions...); err != nil {
		return err
	}
	return o.summarizeTally(s, question)
}

// putBase writes, for merge, the JSON of a part in which no word was counted: its respondents belong to the base of the
// whole. It gives the error on, unless nothing to count is fine.
func (o *tallyOptions) putBase(s *Streams, c *counted, err error) error {
	isPart := c != nil && errors.As(err, new(*notice.NothingError)) && o.explain == "" && o.suggestMerges == ""
	switch {
	case isPart && o.emptyOK:
		if err := o.Warn(s, c.warnings); err != nil {
			return err
		}
		return o.out.put(s, c.document(o.Limits()).Write)
	case isPart && o.out.format == report.JSON && c.Shown.Tally().Base.Rows > 0:
		return cmp.Or(o.out.put(s, c.document(o.Limits()).Write), err)
	}
	return err
}

// check refuses, before anything is read, what cannot be written.
func (o *tallyOptions) check(s *Streams, files []string) error {
	inputs := o.inputFiles(files)
	if err := o.out.resolve(s, inputs); err != nil {
		return err
	}
	o.explain = strings.TrimSpace(o.explain)
	switch {
	case o.explain != "" && o.out.format != report.Table && o.out.format != report.JSON:
		return &notice.UsageError{Where: "--explain", What: "writes no " + string(o.out.format), Hint: "use --format table or json"}
	case o.suggestMerges == "-":
		return &notice.UsageError{Where: "--suggest-merges", What: "writes to a file", Hint: "for example --suggest-merges synonyms.csv"}
	}
	return cmp.Or(outfile.Check([]string{o.suggestMerges, o.out.path}, inputs, s.In), o.surveyOptions.check())
}

// suggestions is the list of --suggest-merges, for a person to review.
func (o *tallyOptions) suggestions(s *Streams, variants []tally.Variant) ([]outfile.File, error) {
	if o.suggestMerges == "" {
		return nil, nil
	}
	var list bytes.Buffer
	if err := report.WriteSynonyms(&list, variants); err != nil {
		return nil, err
	}
	o.Note(s, "%s for %s: look at each, take out what is wrong, then count with --synonyms", prose.Count(len(variants), "suggestion"), o.suggestMerges)
	return []outfile.File{{Path: o.suggestMerges, Data: list.Bytes()}}, nil
}
