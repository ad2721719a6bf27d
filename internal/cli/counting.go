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
	f.BoolVar(&o.Finished, "finished", o.Finished, "leave out tests, previews and unfinished responses")
	f.StringArrayVar(&o.Where, "where", o.Where, "count only respondents with `COLUMN=VALUE`, or COLUMN!=VALUE; repeatable, all must hold")
	f.StringVar(&o.Weight, "weight", o.Weight, "weight respondents by this `COLUMN`")
	f.IntVar(&o.Workers, "workers", o.Workers, "count with `N` workers (default: one for each core); the output is the same")
}

// bindTerms adds the flags that say what a term is.
func bindTerms(f *pflag.FlagSet, o *study.Options) {
	f.StringVar(&o.Lang, "lang", o.Lang, "language `CODE` of the answers (ISO 639-1), or auto: "+strings.Join(term.Languages(), ", "))
	f.StringVar(&o.Stopwords, "stopwords", o.Stopwords, "leave out the words in `FILE` too, one a line")
	f.BoolVar(&o.NoStopwords, "no-stopwords", o.NoStopwords, "count stop words as well")
	f.BoolVar(&o.NoStem, "no-stem", o.NoStem, "group by written word, not by stem")
	f.StringVar(&o.SetAside, "set-aside", o.SetAside, "count these kinds of words without ranking them: a `LIST` of filler, echo, subject, or none")
	f.StringArrayVar(&o.Keep, "keep", o.Keep, "never drop, stem or set aside this `WORD`; repeatable")
	f.StringArrayVar(&o.Drop, "drop", o.Drop, "never count this `WORD`; repeatable")
	f.BoolVar(&o.Whole, "whole", o.Whole, "count each whole answer as one term")
	f.StringVar(&o.Split, "split", o.Split, "count the items of a list, which `SEP` separates, as terms")
	f.StringArrayVar(&o.Phrase, "phrase", o.Phrase, "count these `WORDS` as one term; repeatable")
	f.BoolVar(&o.Phrases, "phrases", o.Phrases, "count phrases found by association as terms")
	f.StringVar(&o.Synonyms, "synonyms", o.Synonyms, "count words and phrases under others: a CSV `FILE` with the header from,to")
	f.StringVar(&o.Themes, "themes", o.Themes, "count themes: a CSV `FILE` with the header theme,term; a term may be a phrase, or end in *")
	f.BoolVar(&o.KeepNonanswers, "keep-nonanswers", o.KeepNonanswers, `count the words of "n/a", "nothing" and the like`)
}

// bindCount adds --count, for the commands that rank terms.
func bindCount(f *pflag.FlagSet, o *study.Options) {
	f.StringVar((*string)(&o.Count), "count", string(o.Count), "rank and size terms by `mentions|respondents`")
}

// bindLimits adds the flags that cut a list of terms.
func bindLimits(f *pflag.FlagSet, o *study.Options) {
	f.IntVar(&o.MinCount, "min-count", o.MinCount, "leave out terms with a count below `N`")
	f.IntVar(&o.Top, "top", o.Top, "show the `N` most frequent terms, 0 for all; terms that tie at the cut are all left out, unless none would remain (default 20 in a table, else all)")
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
	f.BoolVar(&o.Intervals, "intervals", o.Intervals, "show 95 % intervals; they hold for probability samples")
	f.IntVar(&o.Population, "population", o.Population, "size `N` of the population, for the intervals")
}

// bindBy adds --by, for the commands that show groups.
func bindBy(f *pflag.FlagSet, o *study.Options) {
	f.StringVar(&o.By, "by", o.By, "give one result for each value of `COLUMN`")
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
