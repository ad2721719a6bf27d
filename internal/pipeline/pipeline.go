// Package pipeline is the road from the files of an export to a tally:
//
//	Export ─ first block ─▶ language, subject, phrases
//	       ─ all blocks ─▶ workers: Decode ─ classify, tokens ─▶ Counter ─▶ Sum ─▶ Tally
//
// Responses are streamed: a block is forgotten once it is counted. What the
// first block tells holds for the rest, so that the result does not depend on
// the number of workers.
package pipeline

import (
	"context"
	"iter"
	"runtime"
	"slices"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Options say who is counted, and how.
type Options struct {
	Terms term.Options // Lang nil: detected; Echo and Subject are filled in by SetAside
	// SetAside names the kinds of words that are not ranked.
	SetAside Aside
	// FindPhrases counts phrases by association as terms; they are found in the
	// first block either way.
	FindPhrases bool
	Themes      []term.ThemeTerm

	FinishedOnly bool        // leaves out tests, previews and unfinished responses
	Where        []Condition // all must hold
	By           int         // column of the groups, from 1; 0 is none
	Weight       int         // column of the weights, from 1; 0 is none
	ID           int         // column of the respondents' ids, from 1; 0 is none

	// Redact takes personal data out of the answers before anything is counted.
	Redact bool
	// Suppress withholds what fewer people than this said; 0 withholds nothing.
	Suppress int

	Rank    tally.Ranking // Weighted and Denied are filled in
	Workers int           // 0: as many as there are cores
	// Rereadable says that the export can be read more than once.
	Rereadable bool
}

// Aside chooses the kinds of words that are counted but not ranked.
type Aside struct{ Filler, Echo, Subject bool }

// A Condition holds for respondents with, or without, a value in a column.
type Condition struct {
	Column int // from 1
	Value  string
	Not    bool
}

// A Result is a counted question and what went wrong on the way.
type Result struct {
	Tally    *tally.Tally
	Sum      *tally.Sum    // what the tally was made of; nil where something may be withheld
	Rank     tally.Ranking // by which tally and groups were made
	Groups   []tally.Group // in the order of tally.Groups; nil without By
	Language term.Detection
	Lang     *term.Language
	Terms    term.Options           // with what was found filled in
	options  bool                   // a multiple choice: its options are the terms
	named    map[string]tally.Named // names that have left their stems
	Phrases  []tally.Phrase         // found by association, the strongest first
	// Unmatched are the entries of the lists of synonyms and of themes, by their
	// place there, that no answer has.
	UnmatchedSynonyms, UnmatchedThemes             []int
	UnmatchedPhrases, UnmatchedKeep, UnmatchedDrop []int              // and those of the options, likewise
	Redacted                                       privacy.Redactions // what was taken out
	Markup                                         int                // answers that HTML was taken out of
	Warnings                                       []notice.Warning
}

// Tally counts the terms of one question of an export; those of a multiple
// choice are its options, as written. The result has every term and its figures
// add up. An error is one of reading, of an unsupported language, of a weight
// that is none (*notice.InputError), or of ctx.
func Tally(ctx context.Context, e *survey.Export, q survey.Question, opt Options) (*Result, error) {
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	opt.Rank.Weighted = opt.Weight > 0
	r := &run{export: e, question: q, opt: opt}
	next, stop := iter.Pull2(e.Blocks(ctx, r.query()))
	defer stop()
	first, err, ok := next()
	if err != nil {
		return nil, err
	}
	if err := r.prepare(ctx, first, ok); err != nil {
		return nil, err
	}
	if err := r.count(first, ok, next); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return r.result(ctx)
}

// run is one count.
type run struct {
	export   *survey.Export
	question survey.Question
	opt      Options
	found    Result // what the first block tells
	options  bool   // a multiple choice: its options are the terms
	given    int    // phrases of the options that were not found
	watch    []tally.Name
	workers  []*worker
}

// query names the columns to read: the question, and what respondents are
// chosen, grouped and weighted by.
func (r *run) query() survey.Query {
	q := survey.Query{Columns: r.question.Columns, FinishedOnly: r.opt.FinishedOnly}
	for _, c := range r.opt.Where {
		q.Extra = append(q.Extra, c.Column)
	}
	if r.opt.By > 0 {
		q.Extra = append(q.Extra, r.opt.By)
	}
	if r.opt.Weight > 0 {
		q.Extra = append(q.Extra, r.opt.Weight)
	}
	if r.opt.ID > 0 {
		q.Extra = append(q.Extra, r.opt.ID) // the last
	}
	return q
}

// result adds up what the workers have counted.
func (r *run) result(ctx context.Context) (*Result, error) {
	result := r.found
	result.Terms, result.options = r.opt.Terms, r.options
	r.finish(&result)
	if !r.export.Complete {
		runtime.GC() // or what is left of the last blocks would stand in memory beside the result
	}
	result.Sum = tally.AddUp(r.counters()...)
	r.opt.Rank.Names = result.Sum.Names()
	result.Rank = r.opt.Rank
	result.Terms.Names, result.named = r.names(), r.opt.Rank.Names
	result.Tally = result.Sum.Tally(r.opt.Rank)
	if r.opt.By > 0 {
		result.Groups = tally.Groups(r.groups(), r.opt.Rank)
	}
	if err := r.anyOfTop(ctx, result.Tally); err != nil {
		return nil, err
	}
	if err := result.check(); err != nil {
		return nil, err
	}
	if r.opt.Suppress > 0 {
		result.suppress(r.opt.Suppress)
	}
	return &result, nil
}

// finish takes over what the workers tell beside the counts, and lets go of their
// blocks and words.
func (r *run) finish(result *Result) {
	for _, w := range r.workers {
		result.Redacted.Add(w.decoder.redactor.Found)
		result.Markup += w.decoder.markup
	}
	result.Warnings = r.warnings()
	terms := &r.opt.Terms
	result.UnmatchedSynonyms = r.unmet(term.ListSynonyms, len(terms.Synonyms))
	result.UnmatchedKeep = r.unmet(term.ListKeep, len(terms.Keep))
	result.UnmatchedDrop = r.unmet(term.ListDrop, len(terms.Drop))
	if !terms.Whole && terms.Split == "" {
		result.UnmatchedPhrases = r.unmet(term.ListPhrases, r.given)
	}
	result.UnmatchedThemes = r.unmatched(len(r.opt.Themes), func(w *worker, i int) bool { return w.themes.Met()[i] })
	for _, w := range r.workers {
		*w = worker{total: w.total, groups: w.groups}
	}
}

// names are the names that leave their stems, as an analyzer wants them.
func (r *run) names() map[string]string {
	names := make(map[string]string)
	for _, n := range r.opt.Rank.Names {
		names[n.Spelling], names[n.Spelling+"'s"] = n.Label, n.Label
	}
	return names
}

// groups adds up what the workers have counted of each group.
func (r *run) groups() map[string]*tally.Sum {
	counters := make(map[string][]*tally.Counter)
	for _, w := range r.workers {
		for value, c := range w.groups {
			counters[value] = append(counters[value], c)
		}
	}
	sums := make(map[string]*tally.Sum, len(counters))
	for value, list := range counters {
		sums[value] = tally.AddUp(list...)
	}
	return sums
}

// unmet are the entries of a list of the options, of n, that no worker has met.
func (r *run) unmet(list term.List, n int) []int {
	return r.unmatched(n, func(w *worker, i int) bool { return w.analyzer.Met(term.Entry{List: list, At: i}) })
}

// unmatched are those of n entries that no worker has met.
func (r *run) unmatched(n int, met func(*worker, int) bool) (entries []int) {
	for i := range n {
		if !slices.ContainsFunc(r.workers, func(w *worker) bool { return met(w, i) }) {
			entries = append(entries, i)
		}
	}
	return entries
}

// check makes sure that all figures add up.
func (r *Result) check() error {
	if err := r.Tally.Reconcile(); err != nil {
		return err
	}
	for _, g := range r.Groups {
		if err := g.Tally.Reconcile(); err != nil {
			return err
		}
	}
	return nil
}

// tops are the lengths of the heads of the list whose people are counted.
var tops = [...]int{3, 5, 10}

// anyOfTop counts the people who named any of the first terms. Where one of
// those terms was not watched, the answers are gone through again, watching
// just these; where they cannot be, the figure is left out.
func (r *run) anyOfTop(ctx context.Context, t *tally.Tally) error {
	t.AnyOfTop = []tally.AnyOf{}
	for _, top := range tops {
		if top > len(t.Terms) || len(t.Terms) == 0 {
			break
		}
		a, ok := tally.CountAnyOf(t, r.counters(), top, r.opt.Rank.Weighted)
		if !ok || r.leftByNames(t.Terms[:top]) {
			if !r.opt.Rereadable {
				return nil
			}
			return r.again(ctx, t)
		}
		t.AnyOfTop = append(t.AnyOfTop, a)
	}
	return nil
}

// leftByNames tells whether some of the terms were counted as one stem, which
// names have left since.
func (r *run) leftByNames(terms []tally.Term) bool {
	return len(r.opt.Terms.Names) == 0 && slices.ContainsFunc(terms, func(x tally.Term) bool {
		_, left := r.opt.Rank.Names[x.Stem]
		return left || x.SplitFrom != ""
	})
}

// again reads everything once more, watching the first terms of t.
func (r *run) again(ctx context.Context, t *tally.Tally) error {
	second := &run{export: r.export, question: r.question, opt: r.opt, found: r.found, options: r.options}
	second.opt.By, second.opt.Themes, second.opt.Rereadable = 0, nil, false
	second.opt.Terms.Names = r.names()
	for _, x := range t.Terms[:min(len(t.Terms), tops[len(tops)-1])] {
		second.watch = append(second.watch, tally.Name{Key: x.Stem})
	}
	next, stop := iter.Pull2(r.export.Blocks(ctx, second.query()))
	defer stop()
	if err := second.start(); err != nil {
		return err
	}
	if err := second.rest(0, next); err != nil {
		return err
	}
	return second.anyOfTop(ctx, t)
}

func (r *run) counters() []*tally.Counter {
	var counters []*tally.Counter
	for _, w := range r.workers {
		counters = append(counters, w.total)
	}
	return counters
}
