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
}

// newTallyCommand binds the flags of tally.
func newTallyCommand(s *Streams) *cobra.Command {
	o := tallyOptions{surveyOptions: surveyOptions{Options: study.Default()}}
	c := command("tally", filesNeeded, func(c *cobra.Command, files []string) error { return runTally(c.Context(), s, &o, files) })
	f := c.Flags()
	o.bind(f)
	bindCount(f, &o.Options)
	bindLimits(f, &o.Options)
	bindIntervals(f, &o.Options)
	bindBy(f, &o.Options)
	o.bindHash(f)
	bindDocument(f, &o.out)
	f.StringVar(&o.suggestMerges, "suggest-merges", "", "write likely misspellings and variants to `FILE`, as synonyms to check")
	f.StringVar(&o.explain, "explain", "", "explain the count of `TERM`, given in any form: what led to it, and in which lines it stands")
	return c
}

// tableTop is how many terms a table shows unless --top says otherwise.
const tableTop = 20

// runTally counts the question and writes its terms, or what led to the count
// of one of them. A part with nothing to count still writes its JSON, for
// merge.
func runTally(ctx context.Context, s *Streams, o *tallyOptions, files []string) error {
	format, err := o.out.resolve(s, o.inputFiles(files))
	if err != nil {
		return err
	}
	if err := o.check(s, files, format); err != nil {
		return err
	}
	question, also, err := o.read(ctx, s, files)
	if err != nil {
		return cmp.Or(o.putBase(s, question, format, err), err)
	}
	limits := o.limits(format)
	terms, err := question.Limit(limits)
	if err != nil {
		return err
	}
	if err := o.warn(s, question.warnings); err != nil {
		return err
	}
	o.tellSingles(s, terms.Tally().Terms)
	document := question.document(limits)
	if o.explain != "" {
		explanation := report.NewExplanation(document, question.names(), also.explanation)
		return o.out.put(s, func(w io.Writer) error { return explanation.Write(w, format) })
	}
	suggestions, err := o.suggestions(s, also.variants)
	if err != nil {
		return err
	}
	if err := o.out.put(s, func(w io.Writer) error { return document.Write(w, format) }, suggestions...); err != nil {
		return err
	}
	return o.summarizeTally(s, question)
}

// secondLook is what --explain and --suggest-merges ask of the answers.
type secondLook struct {
	explanation *tally.Explanation
	variants    []tally.Variant
}

// read counts the question, and looks at the answers once more where that is
// asked for.
func (o *tallyOptions) read(ctx context.Context, s *Streams, files []string) (question *counted, also secondLook, err error) {
	r, err := o.open(ctx, s, files)
	if err != nil {
		return nil, also, err
	}
	defer r.stop()
	c, err := r.count(ctx)
	switch {
	case err != nil:
	case o.explain != "":
		also.explanation, err = c.Explain(ctx, o.explain)
	case o.suggestMerges != "":
		also.variants, err = c.Variants(ctx)
	}
	if err == nil {
		question, err = r.done(c, c.Nothing())
	}
	return question, also, err
}

// limits are those of the flags, or of a table that can be looked through.
func (o *surveyOptions) limits(format report.Format) tally.Limits {
	limits := o.Limits()
	if o.top() == 0 && format == report.Table {
		limits.Top = tableTop
	}
	return limits
}

// putBase writes, for merge, the JSON of a part in which people answered but said
// nothing that counts: they belong to the base of the whole.
func (o *tallyOptions) putBase(s *Streams, c *counted, format report.Format, err error) error {
	var nothing *notice.NothingError
	if !errors.As(err, &nothing) || c == nil || c.Shown.Tally().Base.Rows == 0 || format != report.JSON || o.explain != "" || o.suggestMerges != "" {
		return nil
	}
	document := c.document(o.Limits())
	return o.out.put(s, func(w io.Writer) error { return document.Write(w, format) })
}

// check refuses, before anything is read, what cannot be written.
func (o *tallyOptions) check(s *Streams, files []string, format report.Format) error {
	o.explain = strings.TrimSpace(o.explain)
	switch {
	case o.explain != "" && o.suggestMerges != "":
		return &notice.UsageError{Where: "--explain, --suggest-merges", What: "one at a time", Hint: "leave one of them out"}
	case !o.AllowSingleAnswers() && (o.explain != "" || o.suggestMerges != ""):
		return &notice.UsageError{Where: "--suppress", What: "would be undone by --explain and --suggest-merges, which look at single answers", Hint: "leave one of them out"}
	case o.explain != "" && format != report.Table && format != report.JSON:
		return &notice.UsageError{Where: "--explain", What: "writes no " + string(format), Hint: "use --format table or json"}
	case o.suggestMerges == "-":
		return &notice.UsageError{Where: "--suggest-merges", What: "writes to a file", Hint: "for example --suggest-merges synonyms.csv"}
	}
	if o.suggestMerges != "" {
		if err := cmp.Or(outfile.Distinct(o.suggestMerges, []string{o.out.path}), s.checkOutput(o.suggestMerges, o.inputFiles(files))); err != nil {
			return err
		}
	}
	return o.surveyOptions.check()
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
	if !o.quiet {
		s.message("%s for %s: look at each, take out what is wrong, then count with --synonyms", prose.Count(len(variants), "suggestion"), o.suggestMerges)
	}
	return []outfile.File{{Path: o.suggestMerges, Data: list.Bytes()}}, nil
}
