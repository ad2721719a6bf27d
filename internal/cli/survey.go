package cli

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/spf13/pflag"

	"verbatim/internal/console"
	"verbatim/internal/figure"
	"verbatim/internal/intake"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// All commands that count share this: flags, the run from files to a counted
// question, and the document of its tally. A command is then a list of calls:
//
//	check flags ─▶ run: open, select, count ─▶ limit ─▶ draw or write ─▶ warn ─▶ write files

// surveyOptions choose the question and say how it is counted. All commands that
// count have them.
type surveyOptions struct {
	study.Options
	console.Messages
	questions []string      // -q
	decisions decisionsFile // --decisions
	hash      bool
	unranked  bool           // what the command shows is no ranking of terms
	answers   string         // the command, where it needs answers and takes no tallies
	compared  bool           // the command compares groups
	asTallies bool           // limits that are not given are those of the tallies
	flags     *pflag.FlagSet // to tell a default from what was given
}

// bind adds the flags of all commands that count, and those of other parts of the
// options that this one uses.
func (o *surveyOptions) bind(f *pflag.FlagSet, others ...func(*pflag.FlagSet, *study.Options)) {
	o.flags = f
	bindReading(f, &o.Reading)
	for _, bind := range append(others, bindPeople, bindTerms, bindPrivacy) {
		bind(f, &o.Options)
	}
	bindMessages(f, &o.Messages)
	f.StringVar(&o.decisions.path, "decisions", "", "take language, words set aside, phrases and the like from `FILE`, or write them there if there is no such file")
	f.StringArrayVarP(&o.questions, "question", "q", nil, "the question: a `SELECTOR` is its text or a part of it, its id, or column numbers (7, 7-11; :7 if a column is called 7); repeat to unite columns")
}

// bindHash adds --hash, for the commands that write JSON.
func (o *surveyOptions) bindHash(f *pflag.FlagSet) {
	f.BoolVar(&o.hash, "hash", false, "put the SHA-256 of the files into the JSON")
}

// inputFiles are all files that are read: answers and lists.
func (o *surveyOptions) inputFiles(files []string) []string {
	if o.decisions.path != "" {
		files = append(slices.Clip(files), o.decisions.path) // which no output may replace
	}
	return slices.Concat(files, o.Options.Files())
}

// check refuses values with which no count is possible.
func (o *surveyOptions) check() error {
	if slices.Contains(o.questions, "") {
		return &notice.UsageError{Where: "-q", What: "the selector is empty", Hint: "verbatim inspect lists the questions"}
	}
	if o.decisions.path == "-" {
		return &notice.UsageError{Where: "--decisions", What: "is read from a file, or written to one", Hint: "for example --decisions decisions.json"}
	}
	o.Addresses = o.flags.Changed("redact") && !o.Redact
	return o.Options.Check()
}

// Limits of a list of terms: the number that a table shows unless --top says
// otherwise, and one that cuts nothing.
const tableTop, everything = 20, math.MaxInt

// top is how many terms --top asks for: 0 if it is not given, so that each output
// has a default of its own, and everything for --top 0.
func (o *surveyOptions) top() int {
	if o.Top == 0 && o.flags.Changed("top") {
		return everything
	}
	return o.Top
}

// limits are those of the flags, or of a table of readable length.
func (o *surveyOptions) limits(format report.Format) tally.Limits {
	limits := o.Limits()
	if o.top() == 0 && format == report.Table {
		limits.Top = tableTop
	}
	return limits
}

// counted is a question as a command shows it.
type counted struct {
	*study.Count
	hashes   []string         // SHA-256 of the files, where it was asked for
	warnings []notice.Warning // of the count, and on how far to trust it
}

// openFiles opens the files. Each override is checked before a byte is read. With selected, only the questions that are
// selected are judged.
func openFiles(ctx context.Context, s *Streams, in []survey.Input, o *study.Reading, m *console.Messages, hash, selected bool) (*survey.Export, *intake.Reading, error) {
	opt, err := o.Survey()
	if err != nil {
		return nil, nil, err
	}
	opt.Selected = selected
	return intake.Source{Progress: m.Progress(s), Hash: hash}.Open(ctx, in, opt)
}

// run opens the files, finds the question and counts it. A command asks for more of
// the answers in ask, while they can be read once more; ask also says whether there
// is anything to show. Its error comes with the count, since merge needs the base
// even of a part without any words.
func (o *surveyOptions) run(ctx context.Context, s *Streams, files []string, ask func(*counted) error) (*counted, error) {
	in, tallies, err := sorted(ctx, s, files, o.answers)
	if err != nil {
		return nil, err
	}
	if tallies {
		return o.runTallies(ctx, s, in, ask)
	}
	if err := cmp.Or(checkRules(o.flags, surveyRules, isGiven), o.decisions.load(&o.Options)); err != nil {
		return nil, err
	}
	decided := o.Options.Decided != nil // else the open questions of the survey decide together
	export, r, err := openFiles(ctx, s, in, &o.Reading, &o.Messages, o.hash, decided && len(o.questions) > 0)
	if err != nil {
		return nil, err
	}
	defer r.Stop()
	q, err := study.Select(export, o.questions...)
	if err != nil {
		return nil, err
	}
	count, err := study.Tally(ctx, export, q, o.Options)
	if err != nil {
		return nil, err
	}
	sums, err := r.Hashed()
	if err := cmp.Or(err, o.decisions.note(s, count)); err != nil {
		return nil, err
	}
	c := &counted{count, sums, slices.Concat(count.Warnings, cautions(prose.Voice{}, count, !o.unranked))}
	if err := ask(c); err != nil {
		return c, err
	}
	r.Stop()
	o.TellRemoved(s, count)
	return c, nil
}

// colours are what the colours of a picture mean: what --color-by says, or else
// the themes if there are any, which is known when the files have been read.
func (o *surveyOptions) colours(asked, usual figure.Colours) figure.Colours {
	if o.Themes != "" {
		usual = figure.ByTheme
	}
	return cmp.Or(asked, usual)
}

// publish counts the question, has it drawn, and writes the files of the picture, of
// which draw also gives the terms shown. The order matters: messages come before
// files, and files are written last, all or none; --strict has then seen all
// warnings.
func (o *surveyOptions) publish(ctx context.Context, s *Streams, files []string,
	draw func(*counted) (p *figure.Picture, shown []tally.Term, outputs []outfile.File, err error)) error {
	c, err := o.run(ctx, s, files, (*counted).Nothing)
	if err != nil {
		return err
	}
	p, shown, outputs, err := draw(c)
	if err != nil {
		return err
	}
	if err := o.WarnAll(s, c.warnings, p); err != nil {
		return err
	}
	o.TellSingles(s, shown)
	if err := s.Write(outputs...); err != nil {
		return err
	}
	return o.summarizeTally(s, c)
}

// summarizeTally appends the first terms of a question.
func (o *surveyOptions) summarizeTally(s *Streams, q *counted) error {
	if !o.GitHub {
		return nil
	}
	limits := o.limits(report.Table)
	if _, err := q.Limit(limits); err != nil {
		return err
	}
	return o.Summarize(s, q.document(limits).Write)
}

// pictured is what may be shown of the question, all of it or cut, as pictures need it.
func (c *counted) pictured(s *privacy.Shown, v prose.Voice) *figure.Question {
	q := figure.NewQuestion(s, c.Question.Text, c.Lang.Code)
	q.Voice = v
	q.Twice, q.Options, q.GroupedBy = c.Twice, c.Found.TermsAre == "options", c.Groups()
	if c.Found.AreWords() {
		q.Caveat = v.Unread(c.Detected)
	}
	return q
}

// cautions say how far a count can be trusted. If the count is not shown as a
// ranking, those about ranks are left out; where nobody answered, there are none. Their messages are in the language of the voice.
func cautions(v prose.Voice, c *study.Count, ranked bool) (warnings []notice.Warning) {
	t, words := c.Shown.Tally(), c.Found.AreWords()
	if t.Base.Valid == 0 {
		return nil
	}
	if words {
		warnings = v.UnknownLanguage(c.Detected)
	}
	if words && !c.Options.NoStopwords {
		warnings = append(warnings, v.OtherLanguages(c.Detected)...)
	}
	warnings = slices.Concat(warnings, v.FewAnswers(t), v.Heavy(c.HeavyPeople, c.HeavyShare))
	if ranked {
		warnings = slices.Concat(warnings, v.VariedAnswers(t, c.Found.TermsAre == "options"), v.Talkative(t, c.Talkative), v.HeldKeys(t))
	}
	warnings = append(warnings, v.Caution(words && c.Question.Kind == survey.KindNumber, notice.NumbersAsWords, "--bins 18,30,65 cuts the numbers at these values",
		"the answers are numbers, and only words among them are counted")...)
	all, box := boxesOf(c.Export.Questions, c.Question)
	warnings = append(warnings, v.Caution(!box && words && !c.Options.Words && c.Question.Kind == survey.KindSingle, notice.OptionsAsWords, "--whole counts each option as it is written",
		"the answers look like a choice among options, and are counted by their words")...)
	return append(warnings, v.Caution(box, notice.OneBox, fmt.Sprintf("-q %s counts all of them", all.Numbers()),
		"column %d is one of the %d boxes of %q, and only it is counted", c.Question.Columns[0], len(all.Columns), prose.Shorten(all.Text, 80))...)
}

// boxesOf finds the multiple choice that a column is one box of.
func boxesOf(questions []survey.Question, column survey.Question) (all survey.Question, ok bool) {
	at := slices.IndexFunc(questions, func(q survey.Question) bool {
		return len(q.Columns) > 1 && q.Kind == survey.KindMultiple && len(column.Columns) == 1 && slices.Contains(q.Columns, column.Columns[0])
	})
	if at < 0 {
		return all, false
	}
	return questions[at], true
}

// names are what the files are called in what is published.
func (c *counted) names() report.Names { return report.NamesOf(c.Export.Files) }

// document is the tally, cut by the limits, with everything that a reader needs to
// judge it.
func (c *counted) document(limits tally.Limits) *report.Tally {
	d := report.NewTally(c.Count, limits, c.hashes)
	d.WeightColumn, d.ByColumn = prose.Shorten(d.WeightColumn, report.ColumnNamed), prose.Shorten(d.ByColumn, report.ColumnNamed)
	d.Warnings = c.names().Warnings(c.warnings)
	if c.Found.AreWords() {
		d.Spoken = prose.Spoken{As: c.Lang, Found: c.Detected}
	}
	return d
}
