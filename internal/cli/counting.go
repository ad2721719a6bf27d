package cli

import (
	"math"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/study"
	"verbatim/internal/term"
)

// The flags of study.Options, in groups.

// Each function here binds the flags of one part of study.Options; the value that
// stands there is the default. A command binds the parts that it uses.

// bindPeople adds the flags that say who is counted, and with which weights.
func bindPeople(f *pflag.FlagSet, o *study.Options) {
	f.BoolVar(&o.Finished, "finished", o.Finished, "leave out test, preview and unfinished responses")
	f.StringArrayVar(&o.Where, "where", o.Where, "keep only respondents with this value: `COLUMN=VALUE` or COLUMN!=VALUE; repeatable, all must hold")
	f.StringVar(&o.Weight, "weight", o.Weight, "`COLUMN` of survey weights")
	f.IntVar(&o.Workers, "workers", o.Workers, "count with `N` workers; the output does not depend on it (default: as many as cores)")
}

// bindTerms adds the flags that say what a term is.
func bindTerms(f *pflag.FlagSet, o *study.Options) {
	f.StringVar(&o.Lang, "lang", o.Lang, "language of the answers, `CODE` of ISO 639-1, or auto: "+strings.Join(term.Languages(), ", "))
	f.StringVar(&o.Stopwords, "stopwords", o.Stopwords, "leave out the words of this `FILE` too, one a line")
	f.BoolVar(&o.NoStopwords, "no-stopwords", o.NoStopwords, "count stop words too")
	f.BoolVar(&o.NoStem, "no-stem", o.NoStem, "group by word instead of by stem")
	f.StringVar(&o.SetAside, "set-aside", o.SetAside, "`LIST` of kinds of words that are counted but not ranked; none ranks them all")
	f.StringArrayVar(&o.Keep, "keep", o.Keep, "never drop, stem or set aside this `WORD`; repeatable")
	f.StringArrayVar(&o.Drop, "drop", o.Drop, "never count this `WORD`; repeatable")
	f.BoolVar(&o.Whole, "whole", o.Whole, "take the whole answer as one term")
	f.StringVar(&o.Split, "split", o.Split, "the answer is a list with this separator (`SEP`), each item a term")
	f.StringArrayVar(&o.Phrase, "phrase", o.Phrase, "count these `WORDS` as one term where they stand together; repeatable")
	f.BoolVar(&o.Phrases, "phrases", o.Phrases, "count phrases found by association as terms")
	f.StringVar(&o.Synonyms, "synonyms", o.Synonyms, "count words or phrases under others: CSV `FILE` with the header from,to")
	f.StringVar(&o.Themes, "themes", o.Themes, "count themes: CSV `FILE` with the header theme,term; a term may be a phrase or end in *")
	f.BoolVar(&o.KeepNonanswers, "keep-nonanswers", o.KeepNonanswers, `count the words of "n/a", "nothing" … like any others`)
}

// bindCount adds --count, for the commands that rank terms.
func bindCount(f *pflag.FlagSet, o *study.Options) {
	f.StringVar((*string)(&o.Count), "count", string(o.Count), "what ranks and sizes a term: `mentions|respondents`")
}

// bindLimits adds the flags that cut a list of terms.
func bindLimits(f *pflag.FlagSet, o *study.Options) {
	f.IntVar(&o.MinCount, "min-count", o.MinCount, "leave out terms with a lower count than `N`")
	f.IntVar(&o.Top, "top", o.Top, "keep the `N` most frequent terms, 0 for all; a tie at the cut is left out whole, unless nothing else would remain (default 20 in a table, else all)")
}

// everything is a limit that cuts nothing.
const everything = math.MaxInt

// top is how many terms --top asks for: 0 if it is not given, so that each output
// has a default of its own, and everything for --top 0.
func (o *surveyOptions) top() int {
	if o.Top == 0 && o.flags.Changed("top") {
		return everything
	}
	return o.Top
}

// bindIntervals adds the flags on intervals, for the commands that show them.
func bindIntervals(f *pflag.FlagSet, o *study.Options) {
	f.BoolVar(&o.Intervals, "intervals", o.Intervals, "give 95 % intervals; they hold for probability samples")
	f.IntVar(&o.Population, "population", o.Population, "size of the population (`N`), for the intervals")
}

// bindBy adds --by, for the commands that show groups.
func bindBy(f *pflag.FlagSet, o *study.Options) {
	f.StringVar(&o.By, "by", o.By, "one result for each value of this `COLUMN`")
}

// bindPrivacy adds the flags on what stays private.
func bindPrivacy(f *pflag.FlagSet, o *study.Options) {
	f.BoolVar(&o.Redact, "redact", o.Redact, "replace e-mail addresses, phone numbers, URLs, handles, card and bank numbers before anything is counted or shown")
	bindSuppress(f, o)
}

// bindSuppress adds --suppress alone, for merge, whose inputs hold no answers
// to redact.
func bindSuppress(f *pflag.FlagSet, o *study.Options) {
	f.IntVar(&o.Suppress, "suppress", o.Suppress, "disclosure control: nothing said by fewer than `N` people appears, nor follows by subtraction")
}
