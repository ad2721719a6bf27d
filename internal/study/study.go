// Package study counts one question of an export and answers what is asked about
// that count. It takes the answers through all stages:
//
//	Export ─ rows that stand for all ─▶ Decisions: language, subject, phrases
//	       ─ all blocks ─▶ workers: decode ─ classify, tokens ─▶ Counter ─▶ Sum ─▶ Tally ─▶ Shown
//
// Responses are streamed: a block is forgotten once it is counted. What all answers
// decide together is decided before (prepare.go, package decision), so that the result depends neither
// on the number of workers nor on the order of rows. Quotes, coded rows and explanations read the answers once
// more, with all that the count has found:
//
//	Tally ─▶ Count ─┬─ Quotes, QuotesOf ─▶ the answers behind terms and themes
//	                ├─ Code ─────────────▶ one row a respondent
//	                ├─ Explain ──────────▶ what led to the count of a term
//	                ├─ Variants ─────────▶ terms that may be one
//	                └─ Compare ──────────▶ what sets groups apart
package study

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"verbatim/internal/decision"
	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/segment"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// A Count is a counted question, with all that was found on the way. What it shows
// has passed disclosure control.
type Count struct {
	Export   *survey.Export
	Question survey.Question
	Options  Options // as they were given, with the contents of the lists
	Found    Found
	Shown    *privacy.Shown

	Lang     *lang.Language // of the answers
	Detected lang.Detection // how that was found; zero where it was given
	Twice    bool           // some of its words were encoded twice
	Phrases  []tally.Phrase // found by association, counted or not, the strongest first
	// Talkative is the number of counted words of the most talkative respondent; 0
	// if it may not be shown.
	Talkative int
	// HeavyPeople carry over 5 % of the weight each, the first of them HeavyShare; 0 if that may not
	// be shown.
	HeavyPeople int
	HeavyShare  float64
	Redacted    privacy.Redactions // what was replaced
	Markup      tally.Figure       // answers that HTML was taken out of
	Warnings    []notice.Warning   // about the files, and the entries of lists

	// Given names the tallies that the count is the sum of, for messages; "" where answers were counted.
	Given string

	run run        // how it was counted, to count again
	sum *tally.Sum // what the tally was made of; nil where something may be withheld
}

// Show leaves of a count what may be shown: shown, and what the answers decided as far as that does not tell of few
// people. The sum holds everything, and the others reveal few people.
func (c *Count) Show(shown *privacy.Shown, found Found) {
	c.Shown, c.Found = shown, found.Shown(shown)
	if shown.Withholds() {
		c.sum, c.Phrases, c.Talkative, c.HeavyPeople, c.HeavyShare = nil, nil, 0, 0, 0
		c.Detected.Others, c.Detected.Unread = nil, nil
	}
}

// Found is what the options left open and the answers decided.
type Found struct {
	Language       string `json:"language"`
	SecondLanguage string `json:"second_language,omitempty"` // its stop words are left out too
	// FurtherLanguages are other languages of many answers, by falling share.
	FurtherLanguages []string `json:"further_languages,omitempty"`
	Subject          []string `json:"subject,omitempty"`       // words set aside as what the survey is about
	TermsAre         string   `json:"terms_are"`               // words, options, items (of a list), answers
	Separator        string   `json:"separator,omitempty"`     // of options in one cell
	WeightColumn     string   `json:"weight_column,omitempty"` // its header, where the option names it by its number or in part
	ByColumn         string   `json:"by_column,omitempty"`     // so is that of --by
	Overlap          bool     `json:"overlap,omitempty"`       // the groups are the options of a multiple choice, and a person is in each that they picked

	Decisions *decision.Decisions `json:"decisions,omitempty"` // all of what the answers decided; nil in a sum of parts that decided apart
}

// Shown leaves out what disclosure control withholds: words that perhaps few people
// used, and languages of only some answers.
func (f Found) Shown(s *privacy.Shown) Found {
	f.Subject = s.Aside("subject", f.Subject)
	if f.Decisions != nil {
		shown := f.Decisions.Shown(s)
		f.Decisions = &shown
	}
	if s.Withholds() {
		f.SecondLanguage, f.FurtherLanguages = "", nil
	}
	return f
}

// AreWords reports whether terms are words of the answers, so that it matters which language these are in.
func (f Found) AreWords() bool { return f.TermsAre == words }

// AreOptions reports whether terms are the options of a closed question, or answers taken as such.
func (f Found) AreOptions() bool { return f.TermsAre == options || f.TermsAre == answers }

const words, options, answers = "words", "options", "answers"

// found is what the answers decided.
func (r *run) found() Found {
	decided := r.decisions
	f := Found{Overlap: r.choice != nil, Language: r.terms.Lang.Code, Subject: r.terms.Subject, TermsAre: words, Decisions: &decided}
	if r.weight.Text != r.opt.Weight {
		f.WeightColumn = r.weight.Text
	}
	if r.by.Text != r.opt.By {
		f.ByColumn = r.by.Text
	}
	if others := r.terms.Others; len(others) > 0 {
		f.SecondLanguage = others[0].Code
		for _, l := range others[1:] {
			f.FurtherLanguages = append(f.FurtherLanguages, l.Code)
		}
	}
	switch {
	case r.bins.ofQuestion():
		f.TermsAre = options
	case r.opt.Whole:
		f.TermsAre = answers
	case r.opt.Split != "":
		f.TermsAre = "items"
	case r.terms.Whole:
		f.TermsAre, f.Separator = options, r.closed.Separator
	}
	return f
}

// Nothing returns a *notice.NothingError if there is nothing to count, and a
// *privacy.WithheldError if nothing may be shown. The message says which step left
// nothing, from the file to the words, since each needs a different remedy.
func (c *Count) Nothing() error {
	t := c.Shown.Tally()
	// Disclosure control comes first, since all other messages give exact numbers.
	b := t.Base
	if err := c.withheld(c.Shown.Nothing()); err != nil || len(t.Terms) > 0 {
		return err
	}
	e := &notice.NothingError{Where: c.Where()}
	switch {
	case b.Rows == 0:
		e.What, e.Hint = c.unless("no rows after the header", "the tally of an export without rows"), "is this the whole export?"
	case b.Respondents == 0 && b.Filtered > 0:
		e.What = fmt.Sprintf("none of %d rows is left by %s", b.Rows, c.Options.filters())
		e.Hint = cmp.Or(c.run.otherwise, "verbatim tally FILE -q COLUMN --whole lists the values of a column")
	case b.Valid == 0 && b.NonResponse == 0:
		e.What = fmt.Sprintf("nobody answered %s (blank answers: %d)", quoted(c.Question.Text), b.Respondents)
		e.Hint = "verbatim inspect lists the questions with their numbers of answers"
	default:
		k := t.Tokens
		e.What = fmt.Sprintf("no words to count in %s (blank answers: %d, non-answers: %d; in the others, stop words: %d, numbers: %d, addresses: %d)",
			quoted(c.Question.Text), b.Unanswered, b.NonResponse+b.NilAnswers, k.StopWords, k.Numbers, k.Addresses)
		e.Hint = "--whole takes whole answers as terms; --keep-nonanswers and --no-stopwords count those words too"
		if c.Question.Kind == survey.KindNumber {
			e.Hint = "--bins 18,30,65 cuts the numbers at these values; --whole takes each number as a term"
		}
	}
	e.Hint = c.unless("", "count the survey again: ") + e.Hint
	return e
}

// eachGroup is the hint for tallies that give no two groups.
const eachGroup = "count the survey by another column, or give a tally of each group"

// unless is what holds for a survey, or else what does for tallies.
func (c *Count) unless(survey, tallies string) string {
	if c.Given != "" {
		return tallies
	}
	return survey
}

// Limit cuts the tally and its groups, and checks that the figures still add up;
// it is a *notice.NothingError if no term stays.
func (c *Count) Limit(l tally.Limits) (*privacy.Shown, error) {
	t, limited := c.Shown.Tally(), c.Shown.Limit(l)
	if len(limited.Tally().Terms) == 0 {
		return nil, &notice.NothingError{
			Where: c.Where(),
			What:  fmt.Sprintf("no term has a count of %d or more", l.MinCount),
			Hint:  fmt.Sprintf("the highest count is %d; lower --min-count", t.Terms[0].By(t.RankBy)),
		}
	}
	return limited, limited.Tally().Reconcile()
}

// Compare finds what sets the groups of a count apart. It is a
// *notice.NothingError if there are not at least two or no term was tested, a
// *notice.UsageError if there are too many, and a *privacy.WithheldError where
// disclosure control leaves nothing to compare.
func (c *Count) Compare() (*privacy.Comparison, error) {
	column := c.Groups()
	found := c.Shown.Compare(column)
	if err := c.withheld(found.Nothing()); err != nil {
		return nil, err
	}
	e := &notice.NothingError{Where: c.Where()}
	// These messages give exact numbers, so they come after disclosure control.
	switch n := len(found.Groups); {
	case n > tally.MostGroups:
		return nil, TooManyGroups(n)
	case n == 0 && found.Overlap:
		e.What = fmt.Sprintf("no option of %s was picked by %d people or more, and not picked by as many", quoted(column), tally.LeastTested)
	case n == 0:
		e.What, e.Hint = "nobody who gave an answer has a value in "+quoted(column), c.unless("verbatim inspect lists the columns", eachGroup)
	case n == 1 && !found.Overlap:
		e.What = fmt.Sprintf("all %d who gave an answer are in one group, %s", found.Groups[0].Valid, quoted(found.Groups[0].Value))
		e.Hint = c.unless("choose another column: verbatim inspect lists them", eachGroup)
	case found.Family == 0 && found.Banner == nil:
		e.What = fmt.Sprintf("no term was used by %d people or more, so there is nothing to compare", tally.LeastTested)
		e.Hint = "--themes compares nets of several terms"
	default:
		return found, nil
	}
	return nil, e
}

// Groups is the text of the column whose values are the groups; "" is none.
func (c *Count) Groups() string { return cmp.Or(c.Found.ByColumn, c.Options.By) }

// TooManyGroups refuses a column with more values than there are letters for groups.
func TooManyGroups(n int) error {
	return &notice.UsageError{Where: "--by", What: fmt.Sprintf("the column has %d values, and at most %d groups can be compared", n, tally.MostGroups),
		Hint: "choose another column, or keep some respondents with --where"}
}

// keysOf gives the keys of what is written or labelled like a term, whatever the
// case. With disclosure control only the labels that the tally shows are known:
// a hidden word must not be found by its spelling.
func (c *Count) keysOf(term string) map[string]bool {
	keys := make(map[string]bool)
	if c.sum != nil {
		for _, key := range c.sum.Written(term) {
			keys[tally.Apart(c.run.rank.Names, key, term)] = true
		}
	}
	for _, t := range c.Shown.Tally().Terms {
		if strings.EqualFold(t.Label, term) {
			keys[t.Key()] = true
		}
	}
	return keys
}

// Where names the files that were given, for messages.
func (c *Count) Where() string { return cmp.Or(c.Given, strings.Join(c.Export.Files, ", ")) }

// withheld adds the names of the files to an error of disclosure control.
func (c *Count) withheld(err error) error {
	if withheld, ok := errors.AsType[*privacy.WithheldError](err); ok && withheld.What == "" {
		withheld.Where = c.Where()
	}
	return err
}

// filters names the flags that leave out respondents, as they were given.
func (o *Options) filters() string {
	var flags []string
	for _, where := range o.Where {
		flags = append(flags, "--where "+notice.ShellQuoted(where))
	}
	if o.Finished {
		flags = append(flags, "--finished")
	}
	return strings.Join(flags, " ")
}

// quoted puts a word of an answer or the command line between quotes.
func quoted(s string) string { return `"` + s + `"` }

// An Inspection is what may be shown of an export without counting words.
type Inspection struct {
	*survey.Inspection
	Redacted []privacy.Redacted // what was replaced in the answers shown
	// SamplesWithheld says that answers were asked for and none may be shown: each
	// may be that of one person.
	SamplesWithheld bool
}

// Inspect reads everything once, with a number of sample answers of each question.
// Of the options, only those on reading and privacy count. A sample is the answer
// of one person, so with a threshold of 1 it may be shown, and above that none may.
func Inspect(ctx context.Context, e *survey.Export, opt Options, samples int) (*Inspection, error) {
	facts, err := e.Inspect(ctx, survey.InspectOptions{Samples: samples})
	if err != nil {
		return nil, err
	}
	shown := &Inspection{Inspection: facts, SamplesWithheld: samples > 0 && opt.Suppress > 1}
	var redactor privacy.Redactor
	for i := range facts.Questions {
		q := &facts.Questions[i]
		switch {
		case opt.Suppress > 1:
			q.Samples = nil
		case opt.Redact:
			for j, answer := range q.Samples {
				q.Samples[j] = segment.Spelled(redactor.Redact(answer))
			}
		}
	}
	if opt.Suppress > 1 {
		facts.Warnings = privacy.ShowWarnings(facts.Warnings, opt.Suppress)
	}
	shown.Redacted = redactor.Found.Shown(opt.Suppress)
	return shown, nil
}
