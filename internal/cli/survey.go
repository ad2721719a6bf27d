package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/pipeline"
	"verbatim/internal/report"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// surveyOptions choose the question and say how it is counted: what every
// command that counts has in common.
type surveyOptions struct {
	readingOptions
	finished       bool
	questions      []string // -q
	count          string   // mentions, respondents
	minCount, top  int
	noStem         bool
	noStopwords    bool
	whole          bool
	keepNonanswers bool
	quiet          bool
}

// bind adds the flags of the options.
func (o *surveyOptions) bind(f *pflag.FlagSet) {
	o.readingOptions.bind(f)
	f.BoolVar(&o.finished, "finished", false, "leave out test, preview and unfinished responses")
	f.StringArrayVarP(&o.questions, "question", "q", nil, "`selector` of the question: its text or a part of it, its id, or column numbers (7, 7-11; also :7, where a column is called 7); repeat to unite columns")
	f.StringVar(&o.count, "count", "mentions", "what ranks and sizes a term: `mentions|respondents`")
	f.IntVar(&o.minCount, "min-count", 1, "leave out terms with a lower count than `N`")
	f.IntVar(&o.top, "top", 0, "keep the `N` most frequent terms; a tie at the cut is left out whole, unless nothing else would remain (default 20 in a table, else all)")
	f.BoolVar(&o.noStem, "no-stem", false, "group by word instead of by stem")
	f.BoolVar(&o.noStopwords, "no-stopwords", false, "count stop words too")
	f.BoolVar(&o.whole, "whole", false, "take the whole answer as one term")
	f.BoolVar(&o.keepNonanswers, "keep-nonanswers", false, `count the words of "n/a", "nothing" … like any others`)
	f.BoolVar(&o.quiet, "quiet", false, "no messages but errors")
}

// check refuses values that no count can be made with.
func (o *surveyOptions) check() error {
	if o.count != string(tally.Mentions) && o.count != string(tally.Respondents) {
		return &usageError{where: "--count", what: "unknown value " + quoted(o.count), hint: "use mentions or respondents"}
	}
	if slices.Contains(o.questions, "") {
		return &usageError{where: "-q", what: "the selector is empty", hint: "verbatim inspect lists the questions"}
	}
	if o.minCount < 1 {
		return &usageError{where: "--min-count", what: fmt.Sprintf("%d is less than 1", o.minCount)}
	}
	if o.top < 0 {
		return &usageError{where: "--top", what: fmt.Sprintf("%d is less than 0", o.top)}
	}
	return nil
}

// counted is a question with its full tally.
type counted struct {
	export   *survey.Export
	question survey.Question
	*pipeline.Result
}

// run opens the files, finds the question and counts it.
func (o *surveyOptions) run(ctx context.Context, s *Streams, files []string) (*counted, error) {
	export, err := o.open(ctx, s, files)
	if err != nil {
		return nil, err
	}
	question, err := export.Select(o.questions...)
	var unclear *survey.SelectError
	if errors.As(err, &unclear) {
		return nil, &selectError{files: files, SelectError: unclear, sampled: !export.Complete}
	} else if err != nil {
		return nil, err
	}
	result, err := pipeline.Tally(ctx, export, question, pipeline.Options{
		Terms: term.Options{
			NoStem: o.noStem, NoStopwords: o.noStopwords, Whole: o.whole, KeepNonAnswers: o.keepNonanswers,
		},
		RankBy:       tally.Count(o.count),
		FinishedOnly: o.finished,
	})
	if err != nil {
		return nil, err
	}
	result.Warnings = append(export.Warnings, result.Warnings...)
	c := &counted{export: export, question: question, Result: result}
	return c, c.nothing()
}

// nothing says why there is nothing to count, if that is so.
func (c *counted) nothing() error {
	b := c.Tally.Base
	e := &nothingError{where: strings.Join(c.export.Files, ", ")}
	switch {
	case len(c.Tally.Terms) > 0:
		return nil
	case b.Rows == 0:
		e.what = "no rows after the header"
		e.hint = "is this the whole export?"
	case b.Valid == 0 && b.NonResponse == 0:
		e.what = fmt.Sprintf("nobody answered %s: all of %d answers are blank", quoted(c.question.Text), b.Respondents)
		e.hint = "verbatim inspect lists the questions with their numbers of answers"
	default:
		k := c.Tally.Tokens
		e.what = fmt.Sprintf("no words to count in %s: %d blank answers, %d non-answers, and in the others %d stop words, %d numbers, %d addresses",
			quoted(c.question.Text), b.Unanswered, b.NonResponse+b.NilAnswers, k.StopWords, k.Numbers, k.Addresses)
		e.hint = "--whole takes whole answers as terms; --keep-nonanswers and --no-stopwords count those words too"
	}
	return e
}

// limit cuts the tally, and checks that the figures still add up; it is an
// error if nothing stays.
func (c *counted) limit(l tally.Limits) (*tally.Tally, error) {
	t := c.Tally.Limit(l)
	if len(t.Terms) == 0 {
		return nil, &nothingError{
			where: strings.Join(c.export.Files, ", "),
			what:  fmt.Sprintf("no term has a count of %d or more", l.MinCount),
			hint:  fmt.Sprintf("the highest count is %d; lower --min-count", c.Tally.Terms[0].By(c.Tally.RankBy)),
		}
	}
	return t, t.Reconcile()
}

// document is the tally with all that a reader needs to judge it.
func (c *counted) document(t *tally.Tally, o *surveyOptions, top int) *report.Tally {
	return &report.Tally{
		Schema: report.TallySchema,
		Source: report.Source{
			Files: c.export.Files, Platform: c.export.Platform, Encoding: c.export.Encoding,
			Delimiter: string(c.export.Delimiter), HeaderRows: c.export.HeaderRows,
		},
		Question: report.Question{Columns: c.question.Columns, ID: c.question.ID, Text: c.question.Text},
		Options: report.Options{
			Count: t.RankBy, MinCount: o.minCount, Top: top, NoStem: o.noStem, NoStopwords: o.noStopwords,
			Whole: o.whole, KeepNonanswers: o.keepNonanswers, Finished: o.finished,
		},
		Language: c.Language, Complete: t.Complete(), Base: t.Base, Tokens: t.Tokens, Terms: t.Terms, Cut: t.Cut,
		Warnings: report.Warnings(c.Warnings),
	}
}

// warn shows warnings, the first few of them, each with its place.
func (s *Streams) warn(quiet bool, warnings []survey.Warning) {
	const shown = 10
	if quiet {
		return
	}
	for i, w := range warnings {
		if i == shown {
			s.message("%d more warnings; inspect --format json lists them all", len(warnings)-shown)
			return
		}
		s.message("warning: %s", w)
	}
}
