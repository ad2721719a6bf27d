package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/figure"
	"verbatim/internal/notice"
	"verbatim/internal/pipeline"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// surveyOptions choose the question and say how it is counted: what every
// command that counts has in common.
type surveyOptions struct {
	readingOptions
	countingOptions
	privacyOptions
	questions []string // -q
	messageOptions
	minCount, top int
	hash          bool
	themesWillDo  bool // where --suppress leaves themes but no terms
	unranked      bool // what is shown is no ranking of terms
	given         *pflag.FlagSet
	idle          []string // flags that every command takes, but that change nothing in this one
	// second goes through the answers once more, while progress is shown.
	second func(context.Context, *counted) error
}

// bind adds the flags of the options.
func (o *surveyOptions) bind(f *pflag.FlagSet) {
	o.given = f
	o.readingOptions.bind(f)
	o.countingOptions.bind(f)
	o.privacyOptions.bind(f)
	o.messageOptions.bind(f)
	f.StringArrayVarP(&o.questions, "question", "q", nil, "`SELECTOR` of the question: its text or a part of it, its id, or column numbers (7, 7-11; also :7, where a column is called 7); repeat to unite columns")
	f.IntVar(&o.minCount, "min-count", 1, "leave out terms with a lower count than `N`")
	f.IntVar(&o.top, "top", 0, "keep the `N` most frequent terms; a tie at the cut is left out whole, unless nothing else would remain (default 20 in a table, else all)")
}

// leaveIdle names flags that change nothing in a command, which takes them as every other does; its help says so.
func (o *surveyOptions) leaveIdle(flags ...string) {
	o.idle = flags
	for _, name := range flags {
		f := o.given.Lookup(name)
		what, _ := pflag.UnquoteUsage(f)
		f.Usage = "changes nothing in this command"
		if what != "" {
			f.Usage += " (`" + what + "`)"
		}
	}
}

// tellIdle says which of the flags given change nothing.
func (o *surveyOptions) tellIdle(s *Streams) {
	var names []string
	for _, name := range o.idle {
		if o.given.Changed(name) {
			names = append(names, "--"+name)
		}
	}
	if n := len(names); n > 0 && !o.quiet {
		s.message("note: %s %s nothing in this command", strings.Join(names, ", "), prose.Agree(n, "changes", "change"))
	}
}

// check refuses values that no count can be made with.
func (o *surveyOptions) check() error {
	if slices.Contains(o.questions, "") {
		return &usageError{where: "-q", what: "the selector is empty", hint: "verbatim inspect lists the questions"}
	}
	if o.minCount < 1 {
		return &usageError{where: "--min-count", what: fmt.Sprintf("%d is less than 1", o.minCount)}
	}
	if o.top < 0 {
		return &usageError{where: "--top", what: fmt.Sprintf("%d is less than 0", o.top)}
	}
	if err := o.privacyOptions.check(); err != nil {
		return err
	}
	return o.countingOptions.check()
}

// counted is a question with its full tally.
type counted struct {
	export   *survey.Export
	question survey.Question
	opt      pipeline.Options
	hashes   []string // SHA-256 of the files, where it was asked for
	*pipeline.Result
}

// run opens the files, finds the question and counts it, and says what was taken
// out of the answers. Where there is nothing to count, the counted base comes with
// the error.
func (o *surveyOptions) run(ctx context.Context, s *Streams, files []string) (*counted, error) {
	c, err := o.read(ctx, s, files)
	if err != nil {
		return c, err
	}
	o.tellIdle(s)
	if told := o.redactions(c.Redacted, "before anything was counted"); told != "" && !o.quiet {
		s.message("%s", told)
	}
	if c.Markup > 0 && !o.quiet {
		s.message("note: HTML tags and entities are taken out of %s", o.marked(c.Markup))
	}
	return c, nil
}

// marked is how many answers had markup; with --suppress not how many, where
// they are few.
func (o *surveyOptions) marked(n int) string {
	if n < o.suppress {
		return fmt.Sprintf("fewer than %d answers", o.suppress)
	}
	return prose.Count(n, "answer")
}

func (o *surveyOptions) read(ctx context.Context, s *Streams, files []string) (*counted, error) {
	in := inputs(ctx, s, files)
	defer s.progress(&o.messageOptions, in)()
	hashed := hashes(in, o.hash)
	export, err := o.open(ctx, in)
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
	c, err := o.tallied(ctx, export, question, files)
	if err == nil && o.second != nil {
		err = o.second(ctx, c)
	}
	if err != nil {
		return nil, err
	}
	if c.hashes, err = hashed(); err != nil {
		return nil, err
	}
	return c, o.nothing(c)
}

// tallied counts the question and says what is to be minded about the result.
func (o *surveyOptions) tallied(ctx context.Context, e *survey.Export, q survey.Question, files []string) (*counted, error) {
	opt, err := o.counting(e)
	if err != nil {
		return nil, err
	}
	e = e.Settled()
	opt.Redact, opt.Suppress = o.redact, o.suppress
	opt.Rereadable = e.Complete || !slices.Contains(files, "-")
	result, err := pipeline.Tally(ctx, e, q, opt)
	var list *term.ListError
	if errors.As(err, &list) {
		return nil, &notice.InputError{Name: o.synonyms, What: list.Error(), Err: err}
	}
	if err == nil {
		err = peopled(o.population, result.Tally.Base.Valid)
	}
	if err != nil {
		return nil, err
	}
	result.Warnings = slices.Concat(e.Warnings, o.unmatched(result), result.Warnings)
	most := 0
	if o.suppress > 0 {
		result.Warnings = withoutCells(result.Warnings)
	} else {
		most = result.Sum.Most
	}
	result.Warnings = slices.Concat(result.Warnings, o.foreign(result.Language), prose.FewAnswers(result.Tally))
	if !o.unranked {
		result.Warnings = slices.Concat(result.Warnings, prose.VariedAnswers(result.Tally), prose.Talkative(result.Tally, most))
	}
	if q.Kind == survey.KindSingle && !o.whole && o.split == "" {
		result.Warnings = append(result.Warnings, prose.Caution(notice.OptionsAsWords, "--whole counts each option as it is written",
			"the answers look like a choice among options, and are counted by their words"))
	}
	return &counted{export: e, question: q, opt: opt, Result: result}, nil
}

// nothing says why there is nothing to count, if that is so.
func (o *surveyOptions) nothing(c *counted) error {
	b := c.Tally.Base
	e := &nothingError{where: strings.Join(c.export.Files, ", ")}
	switch {
	case o.suppress > 0 && c.Groups != nil && len(c.Groups) == 0:
		return &withheldError{where: e.where, n: o.suppress}
	case len(c.Tally.Terms) > 0, o.themesWillDo && len(c.Tally.Themes) > 0 && o.suppress > 0:
		return nil
	case o.suppress > 0 && b.Rows > 0:
		return &withheldError{where: e.where, n: o.suppress}
	case b.Rows == 0:
		e.what = "no rows after the header"
		e.hint = "is this the whole export?"
	case b.Respondents == 0 && b.Filtered > 0:
		e.what = fmt.Sprintf("none of %d rows is left by %s", b.Rows, o.filters())
		e.hint = "verbatim tally FILE -q COLUMN --whole lists the values of a column"
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

// filters names the flags that leave out respondents, as they were given.
func (o *surveyOptions) filters() string {
	var flags []string
	for _, where := range o.where {
		flags = append(flags, "--where "+shellQuoted(where))
	}
	if o.finished {
		flags = append(flags, "--finished")
	}
	return strings.Join(flags, " ")
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

// pictured is the question as pictures show it, with the terms of a tally.
func (c *counted) pictured(t *tally.Tally) *figure.Question {
	return &figure.Question{
		Tally: t, Groups: c.Groups, Rank: c.Rank, Text: c.question.Text, Language: c.Lang.Code, Suppressed: c.opt.Suppress > 0,
	}
}

// files names the files of the answers, for messages.
func (c *counted) files() string { return strings.Join(c.export.Files, ", ") }

// spoken is the sentence on the language of the answers; of options and whole answers it says nothing, since they are
// counted as they are written.
func (c *counted) spoken(o *surveyOptions) string {
	if o.whole || o.split != "" || c.question.Kind == survey.KindMultiple {
		return ""
	}
	return prose.Language(c.Lang, c.Language, pipeline.OtherLanguage)
}

// foreign warns of answers in languages whose stop words are counted as terms.
func (o *surveyOptions) foreign(found term.Detection) []notice.Warning {
	if o.whole || o.split != "" || o.noStopwords {
		return nil
	}
	return prose.OtherLanguages(found, pipeline.OtherLanguage)
}

// names are what the files are called in what is published.
func (c *counted) names() report.Names { return report.NamesOf(c.export.Files) }

// document is the tally with all that a reader needs to judge it.
func (c *counted) document(t *tally.Tally, o *surveyOptions, limits tally.Limits) *report.Tally {
	names := c.names()
	d := &report.Tally{
		Schema: report.TallySchema,
		Source: report.Source{
			Files: names.All(c.export.Files), Platform: c.export.Platform, Encoding: c.export.Encoding,
			Delimiter: string(c.export.Delimiter), HeaderRows: c.export.HeaderRows, SHA256: c.hashes,
		},
		Question: report.Question{Columns: c.question.Columns, ID: c.question.ID, Text: c.question.Text},
		Options: report.Options{
			Count: t.RankBy, MinCount: o.minCount, Top: limits.Top, NoStem: o.noStem, NoStopwords: o.noStopwords,
			Whole: o.whole, Split: o.split, KeepNonanswers: o.keepNonanswers, Finished: o.finished, Where: nonNil(o.where),
			By: o.by, Weight: o.weight, Population: o.population, Intervals: o.intervals, SetAside: o.setAside,
			Stopwords: names.Of(o.stopwords), Keep: nonNil(o.keep), Drop: nonNil(o.drop), Phrase: nonNil(o.phrase), Phrases: o.phrases,
			Synonyms: names.Of(o.synonyms), Themes: names.Of(o.themes), Lists: o.listFiles, Redact: o.redact, Suppress: o.suppress,
		},
		Found: c.told(o), Complete: t.Complete() && !o.phrases && o.suppress == 0, Redacted: o.redacted(c.Redacted), Warnings: names.Warnings(c.Warnings),
		Spoken: c.spoken(o), Phrases: c.Phrases, Themeless: c.Tally.Themeless(),
	}
	d.Fill(t)
	for _, g := range c.Groups {
		d.Groups = append(d.Groups, report.NewGroup(g.Value, g.Tally.Limit(limits)))
	}
	return d
}

// told is what the answers told and the flags left open.
func (c *counted) told(o *surveyOptions) report.Found {
	f := report.Found{Language: c.Lang.Code, Subject: c.Terms.Subject, TermsAre: "words"}
	if c.opt.Weight > 0 {
		if column, err := c.export.Select(o.weight); err == nil && column.Text != o.weight {
			f.WeightColumn = prose.Shorten(column.Text, 80)
		}
	}
	if o.suppress > 0 {
		f.Subject = subjectOf(c.Tally)
	} else if others := c.Terms.Others; len(others) > 0 {
		f.SecondLanguage = others[0].Code
		for _, l := range others[1:] {
			f.FurtherLanguages = append(f.FurtherLanguages, l.Code)
		}
	}
	switch {
	case o.whole:
		f.TermsAre = "answers"
	case o.split != "":
		f.TermsAre = "items"
	case c.Terms.Whole:
		f.TermsAre, f.Separator = "options", c.question.Separator
	}
	return f
}

// nonNil makes an empty list [] in JSON.
func nonNil(list []string) []string { return append([]string{}, list...) }
