package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/console"
	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// Each function here binds the flags of one part of study.Options; the value that
// is there is the default. A command binds the parts that it uses, so that no flag
// is accepted and then ignored.
//
// A new flag is a field of study.Options, a line in one of these functions, a row in rules.go if
// it refines or contradicts another, and
// its name in groups.txt, which says where the help shows it. In the text of a
// flag, pflag takes the word between backquotes for the name of the value.

// A choice is the value of a flag that takes one of a few words. Help, completion
// and the check of what is given all come from its list. A word in capitals, such
// as FILE, stands for any other value.
type choice struct {
	value *string
	name  string // of the flag
	words []string
}

// choose adds a flag for one of a few words. The content of value is the default.
func choose(f *pflag.FlagSet, value *string, name, usage string, words ...string) {
	f.Var(&choice{value, name, words}, name, usage)
}

// Set takes a word of the list; it is how pflag gives a value. The error comes
// before anything is read, and reaches the user through flagError.
func (c *choice) Set(given string) error {
	if !slices.Contains(c.words, given) && !c.free() {
		return &notice.UsageError{Where: "--" + c.name, What: "unknown value " + prose.Quoted(given), Hint: "use " + prose.Alternatives(c.words)}
	}
	*c.value = given
	return nil
}

// free reports whether any other value will do.
func (c *choice) free() bool { return c.Type() != strings.ToLower(c.Type()) }

// String gives the value; help shows it as the default.
func (c *choice) String() string { return *c.value }

// Type is what help shows in place of a value.
func (c *choice) Type() string { return strings.Join(c.words, "|") }

// notNegative refuses a number below 0.
func notNegative(flag string, n int) error {
	if n < 0 {
		return &notice.UsageError{Where: flag, What: fmt.Sprintf("%d is less than 0", n)}
	}
	return nil
}

// bindReading adds the flags that override how the files are read.
func bindReading(f *pflag.FlagSet, o *study.Reading) {
	f.StringVar(&o.Platform, "platform", "", "read as an export of the platform `NAME`: "+strings.Join(survey.Platforms(), ", "))
	f.StringVar(&o.Encoding, "encoding", "", "read in the encoding `NAME`, as WHATWG and IANA call it; \"verbatim help formats\" lists them")
	f.BoolVar(&o.RepairEncoding, "repair-encoding", false, "undo an encoding that was applied twice (\"Ã¼\" for \"ü\"), in the columns that have it")
	f.StringVar(&o.Delimiter, "delimiter", "", "the `CHARACTER` between cells, or tab")
	f.StringVar(&o.Sheet, "sheet", "", "read the sheet `NAME` of a workbook, or sheet number N")
	f.StringVar(&o.HeaderRows, "header-rows", "", "there are `N` rows above the first respondent; 0: columns are called column 1, column 2")
}

// bindPeople adds the flags that say who is counted, and with which weights.
func bindPeople(f *pflag.FlagSet, o *study.Options) {
	f.BoolVar(&o.Finished, "finished", o.Finished, "leave out tests, previews and unfinished responses")
	f.StringArrayVar(&o.Where, "where", o.Where, "count only respondents with `COLUMN=VALUE`, or COLUMN!=VALUE; repeatable, all must hold")
	f.StringVar(&o.ID, "id", o.ID, "rows with one value of `COLUMN` are one respondent, as in files with a row for each answer")
	f.StringVar(&o.Weight, "weight", o.Weight, "weight respondents by this `COLUMN`")
	f.BoolVar(&o.AllowNames, "allow-names", o.AllowNames, "count a question that holds names or addresses of respondents")
	f.IntVar(&o.Workers, "workers", o.Workers, "count with `N` workers (default: one for each core); the output is the same")
}

// bindTerms adds the flags that say what a term is.
func bindTerms(f *pflag.FlagSet, o *study.Options) {
	f.StringVar(&o.Lang, "lang", o.Lang, "language of the answers by its `CODE` (ISO 639-1), or auto: "+strings.Join(lang.Languages(), ", "))
	f.StringVar(&o.Stopwords, "stopwords", o.Stopwords, "leave out the words in `FILE` too, one a line; with --no-stopwords, only them")
	f.BoolVar(&o.NoStopwords, "no-stopwords", o.NoStopwords, "count the stop words of the language as well")
	f.BoolVar(&o.NoStem, "no-stem", o.NoStem, "group by written word, not by stem")
	f.StringVar(&o.SetAside, "set-aside", o.SetAside, "count the kinds of words in this `LIST` without ranking them: filler, echo, subject, or none")
	f.StringArrayVar(&o.Keep, "keep", o.Keep, "never drop, stem or set aside this `WORD`; repeatable")
	f.StringArrayVar(&o.Drop, "drop", o.Drop, "never count this `WORD`, in any form; repeatable")
	f.Var((*whole)(o), "whole", "count each whole answer as one term, as is usual for a single choice; --whole=false counts its words")
	f.Lookup("whole").NoOptDefVal = "true"
	f.StringVar(&o.Split, "split", o.Split, "count the items of a list, which `SEP` separates, as terms")
	f.StringArrayVar(&o.Phrase, "phrase", o.Phrase, "count these `WORDS` as one term; repeatable")
	f.StringVar((*string)(&o.Phrases), "phrases", string(o.Phrases), "phrases that count as one term: `found` (words that belong together), off, or a FILE with one a line")
	f.StringVar(&o.Synonyms, "synonyms", o.Synonyms, "count words and phrases under others: a CSV `FILE` with the header from,to")
	f.StringVar(&o.Themes, "themes", o.Themes, "count themes: a CSV `FILE` with the header theme,term; a term may be a phrase, or end in *")
	f.BoolVar(&o.KeepNonanswers, "keep-nonanswers", o.KeepNonanswers, `count the words of "n/a", "nothing" and the like`)
}

// whole is --whole in the options of a count. That it is denied says something of its own: what is
// given decides, and not what the kind of the question would.
type whole study.Options

// Set takes true or false.
func (w *whole) Set(value string) (err error) {
	w.Whole, err = strconv.ParseBool(value)
	w.Words = !w.Whole && err == nil
	return err
}

// String is the value.
func (w *whole) String() string { return strconv.FormatBool(w != nil && w.Whole) }

// Type is what help shows in place of a value.
func (w *whole) Type() string { return "bool" }

// bindCount adds --count, for the commands that rank terms.
func bindCount(f *pflag.FlagSet, o *study.Options) {
	choose(f, (*string)(&o.Count), "count", "what ranks and sizes a term: how many people said it, or how often it appears", string(tally.Respondents), string(tally.Mentions))
}

// bindMask adds --mask, for the commands that show words.
func bindMask(f *pflag.FlagSet, o *study.Options) {
	f.StringVar(&o.Mask, "mask", o.Mask, "cover the words in `FILE`, one a line, in all that is shown: s•••; they are counted like others")
}

// bindLimits adds the flags that cut a list of terms.
func bindLimits(f *pflag.FlagSet, o *study.Options) {
	f.IntVar(&o.MinCount, "min-count", o.MinCount, "leave out terms with a count below `N`, of what ranks them (--count)")
	f.IntVar(&o.Top, "top", o.Top, "show the `N` most frequent terms, 0 for all; terms that tie at the cut are all left out, unless none would remain (default 20 in a table, else all)")
}

// bindIntervals adds the flags on intervals, for the commands that show them.
func bindIntervals(f *pflag.FlagSet, o *study.Options) {
	f.BoolVar(&o.Intervals, "intervals", o.Intervals, "show 95% intervals; they hold for probability samples")
	f.IntVar(&o.Population, "population", o.Population, "for the intervals: the population has `N` people")
}

// bindBy adds --by, for the commands that show groups.
func bindBy(f *pflag.FlagSet, o *study.Options) {
	f.StringVar(&o.By, "by", o.By, "give one result for each value of `COLUMN`, or for each option of a multiple choice")
	f.StringVar(&o.Bins, "bins", o.Bins, "cut numbers at the values of this `LIST`, such as 18,30,65: those of the question, or else those of --by")
}

// showIDs has --id name respondents, for the commands that show single ones.
func showIDs(f *pflag.FlagSet, o *study.Options) {
	o.ShowIDs = true
	f.Lookup("id").Usage = "name respondents by `COLUMN` instead of by file and line; rows with one value are one respondent"
}

// bindPrivacy adds the flags on what stays private.
func bindPrivacy(f *pflag.FlagSet, o *study.Options) {
	f.BoolVar(&o.Redact, "redact", o.Redact, "replace e-mail addresses, phone numbers, URLs, handles, card and bank numbers before counting")
	bindSuppress(f, o)
}

// bindSuppress adds --suppress alone, for merge, whose inputs hold no answers
// to redact.
func bindSuppress(f *pflag.FlagSet, o *study.Options) {
	f.IntVar(&o.Suppress, "suppress", o.Suppress, "withhold what fewer than `N` people said, and whatever would reveal it")
}

// bindMessages adds the flags on what is shown on standard error. All commands have them.
func bindMessages(f *pflag.FlagSet, o *console.Messages) {
	f.BoolVar(&o.Quiet, "quiet", false, "show no messages but errors")
	f.BoolVar(&o.Strict, "strict", false, "fail on a warning: no output, status 1")
	f.BoolVar(&o.NoProgress, "no-progress", false, "show no progress on a terminal")
	f.BoolVar(&o.GitHub, "github", false, "in GitHub Actions: add the result to the summary of the step, and warnings as annotations")
	f.BoolVar(&o.NoColor, "no-color", false, "use no bold or coloured type on a terminal")
}

// strictPictures is the help of --strict in commands that draw.
const strictPictures = "fail on a warning: no output, status 1 (5: a word could not be drawn)"
