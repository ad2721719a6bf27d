package study

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// What all answers together decide comes first, from rows that stand for all (prepare.go). Then the answers are
// counted in one reading. Only one figure may need a second: the number of people who named any of the first
// terms, if the leading terms are not those of the first block.
//
//	newRun ─ enrol ─ prepare ─ count ─ result ─ anyOfTop ─▶ Count
//	           │       │         │                  └ countHead   all blocks once more, if need be
//	           │       │         └ the first block by one worker, the others by all
//	           │       └ Decisions: language, words of the question, subject, phrases
//	           └ with --id: the rows that are of one respondent
//
// Everything is counted first and withheld afterwards, in one place, so no part of the count has to know what
// may be shown.

// Tally counts the terms of one question of an export; those of a multiple choice are its options, as written.
// The result has every term and its figures add up. An error is one of an option or its column
// (*notice.UsageError, *SelectorError, *NamesError), of reading, of an unsupported language, of an invalid list
// or weight (*notice.InputError), or of ctx.
func Tally(ctx context.Context, e *survey.Export, q survey.Question, opt Options) (*Count, error) {
	r, err := newRun(e, q, opt)
	if err != nil {
		return nil, err
	}
	c, err := r.tally(ctx)
	if list, ok := errors.AsType[*term.ListError](err); ok {
		err = &notice.InputError{Name: opt.Synonyms, What: list.Error(), Err: err}
	} else if err == nil {
		err = opt.CheckPopulation(c.Shown.Tally().Base.Valid)
	}
	return c, err
}

// newRun reads the lists and finds the columns of the options. All errors in the options are found here, before
// the answers are read. An export from standard input can be read again only if detection has kept all of it.
func newRun(e *survey.Export, q survey.Question, opt Options) (*run, error) {
	r := &run{export: e, question: q, opt: opt,
		rank: tally.Ranking{By: cmp.Or(opt.Count, tally.Respondents), Weighted: opt.Weight != "", Intervals: opt.Intervals, Population: opt.Population}}
	for _, step := range []func() error{r.words, r.lists, r.columns, r.refuseNames, r.cut} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	r.terms.Twice = slices.ContainsFunc(e.Warnings, func(w notice.Warning) bool {
		return w.Code == notice.EncodedTwice && slices.Contains(q.Columns, w.Column)
	})
	if r.opt.Workers <= 0 {
		r.opt.Workers = runtime.GOMAXPROCS(0)
	}
	r.export = e.Settled()
	r.rereadable = e.Complete || !slices.Contains(e.Files, "-")
	return r, nil
}

// tally counts. The first block is counted separately, since the terms that lead in it are to be watched by all
// workers.
func (r *run) tally(ctx context.Context) (*Count, error) {
	if err := r.enrol(ctx); err != nil {
		return nil, err
	}
	if err := r.prepare(ctx); err != nil {
		return nil, err
	}
	next, stop := iter.Pull2(r.export.Blocks(ctx, r.query()))
	defer stop()
	first, err, ok := next()
	if err != nil {
		return nil, err
	}
	if err := r.count(first, ok, next); err != nil {
		return nil, err
	}
	if err := cmp.Or(ctx.Err(), r.inSeveralGroups(), r.addressesOfGroups()); err != nil {
		return nil, err
	}
	return r.result(ctx)
}

// result adds up what the workers have counted, and keeps what may be shown.
func (r *run) result(ctx context.Context) (*Count, error) {
	c := &Count{Export: r.export, Question: r.question, Options: r.opt, Lang: r.terms.Lang, Detected: r.decisions.Detected, Twice: r.terms.Twice, Phrases: r.decisions.Phrases}
	labels := r.labels()
	r.finish(c)
	c.sum = tally.AddUp(r.counters()...)
	// Names are found in the sum and not by each worker: only all answers together show whether a capital is
	// the rule.
	r.rank.Writing = r.decisions.Writing
	r.rank.Names, c.Talkative = c.sum.Names(), c.sum.Most
	c.HeavyPeople, c.HeavyShare = c.sum.Heavy()
	r.terms.Names = make(map[string]string) // as an analyzer wants them
	for _, n := range r.rank.Names {
		r.terms.Names[n.Spelling], r.terms.Names[n.Spelling+"'s"] = n.Label, n.Label
	}
	r.rank.Order, r.rank.Overlap = r.decisions.Order, r.choice != nil
	r.rank.Options = r.terms.Whole && !r.opt.Unordered
	whole := c.sum.Tally(r.rank)
	var groups []tally.Group
	if r.grouped() {
		groups = tally.Groups(r.groups(labels), r.rank.Within(whole))
	}
	if err := cmp.Or(r.anyOfTop(ctx, whole), r.lookElsewhere(ctx, whole.Base)); err != nil {
		return nil, err
	}
	for _, g := range append([]tally.Group{{Tally: whole}}, groups...) {
		if err := g.Tally.Reconcile(); err != nil {
			return nil, err
		}
	}
	c.Show(privacy.Show(whole, groups, r.rank, r.opt.Suppress), r.found())
	if err := r.applyMask(ctx, c); err != nil {
		return nil, err
	}
	c.run = *r
	c.run.workers = nil
	return c, nil
}

// finish takes over what the workers have found besides the counts, and releases their blocks and words.
func (r *run) finish(c *Count) {
	markup := 0
	for _, w := range r.workers {
		c.Redacted.Add(w.decoder.redactor.Found)
		markup += w.decoder.markup
	}
	c.Markup = privacy.ShowCount(markup, r.opt.Suppress)
	c.Warnings = privacy.ShowWarnings(slices.Concat(r.aboutFiles(), r.warned, r.withoutNumber(), r.unitedGroups(), r.unmatched(), r.warnings()), r.opt.Suppress)
	for _, w := range r.workers {
		*w = worker{total: w.total, groups: w.groups}
	}
}

// groups adds up what the workers have counted of each group. A worker that met nobody of a group has no
// counter for it.
func (r *run) groups(labels map[string]string) map[string]*tally.Sum {
	counters := make(map[string][]*tally.Counter)
	for _, w := range r.workers {
		for value, c := range w.groups {
			counters[value] = append(counters[value], c)
		}
	}
	sums := make(map[string]*tally.Sum, len(counters))
	for value, list := range counters {
		sums[cmp.Or(labels[value], value)] = tally.AddUp(list...)
	}
	return sums
}

// tops are the lengths of the heads of the list whose people are counted: what fits into a sentence of a
// report. None is longer than the terms that are watched.
var tops = [...]int{3, 5, 10}

// anyOfTop counts the people who named any of the first terms. If one of those terms was not watched, the
// answers are read again to watch them; if that is not possible, the figure is left out.
func (r *run) anyOfTop(ctx context.Context, t *tally.Tally) error {
	t.AnyOfTop = []tally.AnyOf{}
	for _, top := range tops {
		if top > len(t.Terms) {
			break
		}
		a, ok := tally.CountAnyOf(t, r.counters(), top, r.rank.Weighted)
		if !ok || r.leftByNames(t.Terms[:top]) {
			if !r.rereadable {
				return nil
			}
			return r.countHead(ctx, t)
		}
		t.AnyOfTop = append(t.AnyOfTop, a)
	}
	return nil
}

// leftByNames reports whether a watched term was a stem that names have left since, so that the names
// themselves were not watched. People who wrote "Windows" were then watched as people who wrote "window".
func (r *run) leftByNames(terms []tally.Term) bool {
	return r.watch == nil && slices.ContainsFunc(terms, func(x tally.Term) bool {
		_, left := r.rank.Names[x.Key()]
		return left || x.SplitFrom != ""
	})
}

// countHead reads everything once more, watching the first terms of t.
func (r *run) countHead(ctx context.Context, t *tally.Tally) error {
	second := *r
	// Groups and themes are known already, and only the watched terms are used. No third reading may follow.
	second.by, second.themes, second.rereadable, second.workers = survey.Question{}, nil, false, nil
	for _, x := range t.Terms[:min(len(t.Terms), tops[len(tops)-1])] {
		second.watch = append(second.watch, tally.Name{Key: x.Key()})
	}
	next, stop := iter.Pull2(second.export.Blocks(ctx, second.query()))
	defer stop()
	if err := second.start(); err != nil {
		return err
	}
	if err := second.rest(0, next); err != nil {
		return err
	}
	return second.anyOfTop(ctx, t)
}

// counters returns the counters of all people, one of each worker.
func (r *run) counters() (counters []*tally.Counter) {
	for _, w := range r.workers {
		counters = append(counters, w.total)
	}
	return counters
}
