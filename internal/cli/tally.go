package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/pipeline"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// tallyOptions are the flags of verbatim tally.
type tallyOptions struct {
	surveyOptions
	out     documentOutput
	explain string

	suggestMerges string

	explanation *tally.Explanation
	variants    []tally.Variant
}

func newTallyCommand(s *Streams) *cobra.Command {
	var o tallyOptions
	c := &cobra.Command{
		Use:   "tally FILE...",
		Short: "Count the terms of one question",
		Long: `tally counts the words that people used in their answers to one question: how
often each appears, and how many people said it. Words with one stem count
together and are shown in the form that people wrote most often.

` + exitStatusHelp,
		Example: `  verbatim tally testdata/partnerships.csv
  verbatim tally testdata/partnerships.csv --count respondents -o terms.csv`,
		Args: filesNeeded,
		RunE: func(c *cobra.Command, files []string) error { return runTally(c.Context(), s, &o, files) },
	}
	o.bind(c.Flags())
	o.bindBy(c.Flags())
	c.Flags().BoolVar(&o.hash, "hash", false, "write the SHA-256 of the files into the JSON")
	bindDocument(c.Flags(), &o.out)
	c.Flags().StringVar(&o.suggestMerges, "suggest-merges", "", "write likely misspellings and variants to `FILE`, as synonyms to review")
	c.Flags().StringVar(&o.explain, "explain", "", "say what led to the count of this `TERM`, given in any form, and in which lines it stands")
	return c
}

// tableTop is how many terms a table shows unless --top says otherwise.
const tableTop = 20

func runTally(ctx context.Context, s *Streams, o *tallyOptions, files []string) error {
	format, err := o.out.resolve(s, o.reading(files))
	if err != nil {
		return err
	}
	if err := o.check(s, files, format); err != nil {
		return err
	}
	question, err := o.run(ctx, s, files)
	if err != nil {
		return cmp.Or(o.putBase(s, question, format, err), err)
	}
	limits := tally.Limits{MinCount: o.minCount, Top: o.top}
	if limits.Top == 0 && format == report.Table {
		limits.Top = tableTop
	}
	terms, err := question.limit(limits)
	if err != nil {
		return err
	}
	if err := o.warn(s, question.Warnings); err != nil {
		return err
	}
	o.tellSingles(s, terms.Terms)
	document := question.document(terms, &o.surveyOptions, limits)
	if o.explanation != nil {
		explanation := report.NewExplanation(document, o.explanation)
		return o.out.put(s, func(w io.Writer) error { return explanation.Write(w, format) })
	}
	suggestions, err := o.suggestions(s)
	if err != nil {
		return err
	}
	if err := o.out.put(s, func(w io.Writer) error { return document.Write(w, format) }, suggestions...); err != nil {
		return err
	}
	return o.summarizeTally(s, question)
}

// putBase writes, for merge, the JSON of a part in which people answered but said
// nothing that counts: they belong to the base of the whole.
func (o *tallyOptions) putBase(s *Streams, c *counted, format report.Format, err error) error {
	var nothing *nothingError
	if !errors.As(err, &nothing) || c == nil || c.Tally.Base.Rows == 0 || format != report.JSON || o.explanation != nil || o.suggestMerges != "" {
		return nil
	}
	document := c.document(c.Tally, &o.surveyOptions, tally.Limits{MinCount: o.minCount, Top: o.top})
	return o.out.put(s, func(w io.Writer) error { return document.Write(w, format) })
}

// check refuses, before anything is read, what cannot be written.
func (o *tallyOptions) check(s *Streams, files []string, format report.Format) error {
	o.explain = strings.TrimSpace(o.explain)
	switch {
	case o.explain != "" && o.suggestMerges != "":
		return &usageError{where: "--explain, --suggest-merges", what: "one at a time", hint: "leave one of them out"}
	case o.suppress > 0 && (o.explain != "" || o.suggestMerges != ""):
		return &usageError{where: "--suppress", what: "would be undone by --explain and --suggest-merges, which look at single answers", hint: "leave one of them out"}
	case o.explain != "" && format != report.Table && format != report.JSON:
		return &usageError{where: "--explain", what: "writes no " + string(format), hint: "use --format table or json"}
	case o.suggestMerges == "-":
		return &usageError{where: "--suggest-merges", what: "writes to a file", hint: "for example --suggest-merges synonyms.csv"}
	}
	if o.explain != "" || o.suggestMerges != "" {
		o.second = o.again
	}
	if o.suggestMerges != "" {
		if err := cmp.Or(notTwice(o.suggestMerges, []string{o.out.path}), s.checkOutput(o.suggestMerges, o.reading(files))); err != nil {
			return err
		}
	}
	return o.surveyOptions.check()
}

// again is what --explain and --suggest-merges ask of the answers.
func (o *tallyOptions) again(ctx context.Context, c *counted) (err error) {
	if o.explain != "" {
		o.explanation, err = pipeline.Explain(ctx, c.export, c.question, c.opt, c.Result, o.explain)
		o.rename(c.names())
		return err
	}
	o.variants, err = pipeline.Variants(ctx, c.export, c.question, c.opt, c.Result)
	return err
}

// rename calls the files of an explanation as documents do.
func (o *tallyOptions) rename(names report.Names) {
	if o.explanation == nil {
		return
	}
	for _, sense := range o.explanation.Senses {
		for _, form := range sense.Forms {
			for i := range form.Places {
				form.Places[i].File = names.Of(form.Places[i].File)
			}
		}
	}
}

// suggestions is the list of --suggest-merges, for a person to review.
func (o *tallyOptions) suggestions(s *Streams) ([]output, error) {
	if o.suggestMerges == "" {
		return nil, nil
	}
	var list bytes.Buffer
	if err := report.WriteSynonyms(&list, o.variants); err != nil {
		return nil, err
	}
	if !o.quiet {
		s.message("%s for %s: look at each, take out what is wrong, then count with --synonyms", prose.Count(len(o.variants), "suggestion"), o.suggestMerges)
	}
	return []output{{path: o.suggestMerges, data: list.Bytes()}}, nil
}
