package cli

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/notice"
	"verbatim/internal/pipeline"
	"verbatim/internal/report"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// countingOptions say who is counted and what a term is: what every command
// that counts has in common.
type countingOptions struct {
	count      string // mentions, respondents
	finished   bool
	where      []string
	by, weight string
	intervals  bool
	population int
	workers    int

	lang           string
	stopwords      string
	noStopwords    bool
	noStem         bool
	setAside       string
	keep, drop     []string
	whole          bool
	split          string
	phrase         []string
	phrases        bool
	synonyms       string
	themes         string
	keepNonanswers bool

	synonymList []term.Synonym
	themeList   []term.ThemeTerm
	listFiles   []report.List // the contents of the lists read
}

// bind adds the flags of the options.
func (o *countingOptions) bind(f *pflag.FlagSet) {
	f.StringVar(&o.count, "count", "mentions", "what ranks and sizes a term: `mentions|respondents`")
	f.BoolVar(&o.finished, "finished", false, "leave out test, preview and unfinished responses")
	f.StringArrayVar(&o.where, "where", nil, "keep only respondents with this value: `COLUMN=VALUE` or COLUMN!=VALUE; repeatable, all must hold")
	f.StringVar(&o.weight, "weight", "", "`COLUMN` of survey weights")
	f.BoolVar(&o.intervals, "intervals", false, "give 95 % intervals; they hold for probability samples")
	f.IntVar(&o.population, "population", 0, "size of the population (`N`), for the intervals")
	f.IntVar(&o.workers, "workers", 0, "count with `N` workers; the output does not depend on it (default: as many as cores)")
	f.StringVar(&o.lang, "lang", "auto", "language of the answers, `CODE` of ISO 639-1, or auto: "+strings.Join(term.Languages(), ", "))
	f.StringVar(&o.stopwords, "stopwords", "", "leave out the words of this `FILE` too, one a line")
	f.BoolVar(&o.noStopwords, "no-stopwords", false, "count stop words too")
	f.BoolVar(&o.noStem, "no-stem", false, "group by word instead of by stem")
	f.StringVar(&o.setAside, "set-aside", "filler,echo,subject", "`LIST` of kinds of words that are counted but not ranked; none ranks them all")
	f.StringArrayVar(&o.keep, "keep", nil, "never drop, stem or set aside this `WORD`; repeatable")
	f.StringArrayVar(&o.drop, "drop", nil, "never count this `WORD`; repeatable")
	f.BoolVar(&o.whole, "whole", false, "take the whole answer as one term")
	f.StringVar(&o.split, "split", "", "the answer is a list with this separator (`SEP`), each item a term")
	f.StringArrayVar(&o.phrase, "phrase", nil, "count these `WORDS` as one term where they stand together; repeatable")
	f.BoolVar(&o.phrases, "phrases", false, "count phrases found by association as terms")
	f.StringVar(&o.synonyms, "synonyms", "", "count words or phrases under others: CSV `FILE` with the header from,to")
	f.StringVar(&o.themes, "themes", "", "count themes: CSV `FILE` with the header theme,term; a term may be a phrase or end in *")
	f.BoolVar(&o.keepNonanswers, "keep-nonanswers", false, `count the words of "n/a", "nothing" … like any others`)
}

// bindBy adds --by, for the commands that can show groups.
func (o *countingOptions) bindBy(f *pflag.FlagSet) {
	f.StringVar(&o.by, "by", "", "one result for each value of this `COLUMN`")
}

// reading are all files that are read: answers and lists.
func (o *countingOptions) reading(files []string) (all []string) {
	for _, path := range slices.Concat(files, []string{o.stopwords, o.synonyms, o.themes}) {
		if path != "" {
			all = append(all, path)
		}
	}
	return all
}

// check refuses values that no count can be made with.
func (o *countingOptions) check() error {
	if o.count != string(tally.Mentions) && o.count != string(tally.Respondents) {
		return &usageError{where: "--count", what: "unknown value " + quoted(o.count), hint: "use mentions or respondents"}
	}
	for _, n := range []struct {
		flag  string
		value int
	}{{"--population", o.population}, {"--workers", o.workers}} {
		if n.value < 0 {
			return &usageError{where: n.flag, what: fmt.Sprintf("%d is less than 0", n.value)}
		}
	}
	if o.whole && o.split != "" {
		return &usageError{where: "--whole, --split", what: "an answer is one term or a list of them", hint: "leave one of them out"}
	}
	return nil
}

// peopled refuses a population that is smaller than the number of people who
// gave an answer.
func peopled(population, valid int) error {
	if 0 < population && population < valid {
		return &usageError{where: "--population", what: fmt.Sprintf("%d is less than the %d people who gave an answer", population, valid),
			hint: "say how many people there are in all, asked or not"}
	}
	return nil
}

// options reads the lists and finds the columns.
func (o *countingOptions) counting(e *survey.Export) (opt pipeline.Options, err error) {
	opt = pipeline.Options{
		FinishedOnly: o.finished, FindPhrases: o.phrases, Workers: o.workers,
		Rank: tally.Ranking{By: tally.Count(o.count), Intervals: o.intervals, Population: o.population},
		Terms: term.Options{
			NoStem: o.noStem, NoStopwords: o.noStopwords, Whole: o.whole, Split: strings.ReplaceAll(o.split, `\n`, "\n"),
			KeepNonAnswers: o.keepNonanswers, Keep: o.keep, Drop: o.drop, Phrases: o.phrase,
		},
	}
	if opt.SetAside, err = o.aside(); err != nil {
		return opt, err
	}
	if o.lang != "auto" {
		if opt.Terms.Lang, err = term.LanguageOf(o.lang); err != nil {
			return opt, err
		}
	}
	if err := o.lists(&opt); err != nil {
		return opt, err
	}
	if opt.By, err = columnOf(e, "--by", o.by); err != nil {
		return opt, err
	}
	if opt.Weight, err = columnOf(e, "--weight", o.weight); err != nil {
		return opt, err
	}
	for _, where := range o.where {
		c, err := condition(e, where)
		if err != nil {
			return opt, err
		}
		opt.Where = append(opt.Where, c)
	}
	return opt, nil
}

// aside reads --set-aside.
func (o *countingOptions) aside() (a pipeline.Aside, err error) {
	if o.setAside == "none" || o.setAside == "" {
		return a, nil
	}
	for kind := range strings.SplitSeq(o.setAside, ",") {
		switch strings.TrimSpace(kind) {
		case "filler":
			a.Filler = true
		case "echo":
			a.Echo = true
		case "subject":
			a.Subject = true
		default:
			return a, &usageError{where: "--set-aside", what: "unknown kind " + quoted(kind), hint: "use filler, echo, subject or none"}
		}
	}
	return a, nil
}

// lists reads the files of words, synonyms and themes.
func (o *countingOptions) lists(opt *pipeline.Options) (err error) {
	if opt.Terms.Stop, err = readList(o, "stopwords", o.stopwords, term.ReadWords); err != nil {
		return err
	}
	if o.synonymList, err = readList(o, "synonyms", o.synonyms, term.ReadSynonyms); err != nil {
		return err
	}
	if o.themeList, err = readList(o, "themes", o.themes, term.ReadThemes); err != nil {
		return err
	}
	opt.Terms.Synonyms, opt.Themes = o.synonymList, o.themeList
	return nil
}

// readList opens and reads a list, and notes what is in it: tallies made with
// different lists cannot be added up. "" is none.
func readList[T any](o *countingOptions, flag, path string, read func(io.Reader) ([]T, error)) ([]T, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, &notice.InputError{Name: path, What: reasonOf(err), Hint: "--" + flag + " takes " + listForm(flag), Err: err}
	}
	list, err := read(bytes.NewReader(data))
	if err != nil {
		return nil, &notice.InputError{Name: path, What: reasonOf(err), Hint: "--" + flag + " takes " + listForm(flag), Err: err}
	}
	o.listFiles = append(o.listFiles, report.List{Flag: flag, SHA256: fmt.Sprintf("%x", sha256.Sum256(data))})
	return list, nil
}

// listForm says what the file of a flag has to be.
func listForm(flag string) string {
	switch flag {
	case "themes":
		return "a CSV file with the header theme,term"
	case "synonyms":
		return "a CSV file with the header from,to"
	}
	return "a text file with a word in each line"
}

// reasonOf is an error without the name of the file, which is said already.
func reasonOf(err error) string {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// columnOf finds the one column of a selector; 0 for "".
func columnOf(e *survey.Export, flag, selector string) (int, error) {
	if selector == "" {
		return 0, nil
	}
	q, err := e.Select(selector)
	var unclear *survey.SelectError
	if errors.As(err, &unclear) {
		return 0, &selectError{files: e.Files, SelectError: unclear, sampled: !e.Complete, flag: flag}
	} else if err != nil {
		return 0, err
	}
	if len(q.Columns) != 1 {
		return 0, &usageError{where: flag, what: fmt.Sprintf("%s is %d columns", quoted(selector), len(q.Columns)), hint: "name one of them by its number"}
	}
	return q.Columns[0], nil
}

// condition reads COLUMN=VALUE or COLUMN!=VALUE, cut at the first =.
func condition(e *survey.Export, where string) (c pipeline.Condition, err error) {
	selector, value, ok := strings.Cut(where, "=")
	if !ok || strings.TrimSpace(selector) == "" {
		return c, &usageError{where: "--where", what: quoted(where) + " is not COLUMN=VALUE", hint: "for example --where region=North"}
	}
	selector, c.Not = strings.CutSuffix(selector, "!")
	c.Value = strings.TrimSpace(value)
	c.Column, err = columnOf(e, "--where", strings.TrimSpace(selector))
	return c, err
}

// unmatched warns of entries of the lists that no answer has.
func (o *countingOptions) unmatched(r *pipeline.Result) (warnings []notice.Warning) {
	for _, i := range r.UnmatchedSynonyms {
		s := o.synonymList[i]
		warnings = append(warnings, notice.Warning{Code: notice.UnmatchedEntry, File: o.synonyms, Line: s.Line, Message: fmt.Sprintf("no answer has %q", s.From)})
	}
	for _, i := range r.UnmatchedThemes {
		t := o.themeList[i]
		warnings = append(warnings, notice.Warning{Code: notice.UnmatchedEntry, File: o.themes, Line: t.Line, Message: fmt.Sprintf("no answer has %q", t.Term)})
	}
	for _, list := range []struct {
		flag    string
		entries []string
		at      []int
	}{{"--phrase", o.phrase, r.UnmatchedPhrases}, {"--keep", o.keep, r.UnmatchedKeep}, {"--drop", o.drop, r.UnmatchedDrop}} {
		for _, i := range list.at {
			warnings = append(warnings, notice.Warning{Code: notice.UnmatchedEntry, Message: fmt.Sprintf("%s %q matches nothing", list.flag, list.entries[i])})
		}
	}
	return slices.Clip(warnings)
}
