package study

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"verbatim/internal/ids"
	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/segment"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Blocks are counted side by side. A block is a quarter of a megabyte of whole
// records:
//
//	           ┌─ take ─▶ worker 1: decode ─ tokens ─ Counter ─┐
//	blocks ─ queue ─▶ worker 2: decode ─ tokens ─ Counter ─┴─ AddUp ─▶ Sum
//
// Which worker counts a block depends on the machine; nothing else may depend on
// it. So everything that a worker keeps either adds up in any order (counts,
// weights as whole numbers) or carries the number of its block (warnings, errors).

// A worker counts blocks with an analyzer and counters of its own.
// Workers share the dictionary of the first analyzer, of which the others are
// forks, and nothing else. Counters only add, so the result is the same whichever
// worker takes which block.
type worker struct {
	run      *run
	decoder  decoder
	analyzer *term.Analyzer
	themes   *term.Themes
	total    *tally.Counter
	groups   map[string]*tally.Counter
	tokens   []term.Token             // of the current respondent
	several  []term.Token             // of several answers; kept for its memory
	warnings map[int][]notice.Warning // by number of the block
	source   *survey.Block            // the block that is counted
	batch    survey.Batch             // what it holds
	// inSeveral are the respondents whose rows are in several groups.
	inSeveral int
}

// start makes the workers. Forks of one analyzer share its dictionary, so that a
// word has the same number in all of them.
func (r *run) start() error {
	r.waiting = make(ids.Waiting)
	first, err := term.New(r.terms)
	if err != nil {
		return err
	}
	for i := range r.opt.Workers {
		w := r.worker(first)
		if i > 0 {
			w = r.worker(first.Fork())
		}
		w.total, w.groups = tally.NewCounter(w.themes), make(map[string]*tally.Counter)
		w.warnings = make(map[int][]notice.Warning)
		if r.watch != nil {
			w.total.Watch(r.watch)
		}
		r.workers = append(r.workers, &w)
	}
	r.workers[0].decoder.survey = r.ahead.survey // the first block needs the same memory once more
	return nil
}

// worker is a worker with an analyzer.
func (r *run) worker(analyzer *term.Analyzer) worker {
	w := worker{run: r, analyzer: analyzer}
	if len(r.themes) > 0 {
		w.themes = analyzer.NewThemes(r.themes)
	}
	return w
}

// reader is a worker that only reads answers. Its analyzer has the options of the
// count, so that it sees a word as it was when it was counted.
func (r *run) reader() (worker, error) {
	analyzer, err := term.New(r.terms)
	if err != nil {
		return worker{}, err
	}
	return r.worker(analyzer), nil
}

// count counts the first block, chooses by it the terms to watch, and then has
// the workers count the others.
func (r *run) count(first *survey.Block, ok bool, next func() (*survey.Block, error, bool)) error {
	if err := r.start(); err != nil {
		return err
	}
	if ok {
		if err := r.workers[0].block(first, 0); err != nil {
			return err
		}
	}
	// All workers watch the terms that lead in the first block, so that their
	// counts can be added up. If other terms lead in the end, countHead reads the
	// answers once more.
	watch := r.workers[0].total.Leading()
	for _, w := range r.workers {
		w.total.Watch(watch)
	}
	return r.rest(1, next)
}

// rest lets the workers count the blocks that next returns; the first has this
// number.
func (r *run) rest(number int, next func() (*survey.Block, error, bool)) error {
	q := &queue{next: next, number: number, inOrder: len(r.rowsOf) > 0, failed: make(map[int]error)}
	var group sync.WaitGroup
	for _, w := range r.workers {
		group.Go(func() {
			for b, n, ok := q.take(w); ok; b, n, ok = q.take(w) {
				q.done(n, w.block(b, n))
			}
		})
	}
	group.Wait()
	// Of several errors the one that comes first in the file counts: all blocks
	// before it have been taken.
	if numbers := slices.Sorted(maps.Keys(q.failed)); len(numbers) > 0 {
		return q.failed[numbers[0]]
	}
	return nil
}

// A queue gives out blocks. The worker that takes a block also reads it from the
// file, so no worker waits for a reader to wake up. Reading is a tenth of the work
// on a block.
type queue struct {
	mutex  sync.Mutex
	next   func() (*survey.Block, error, bool)
	number int // of the block that next gives
	// inOrder says that blocks are taken apart as they are taken, one after the other,
	// since the rows of a respondent are put together in the order of the file.
	inOrder bool
	over    bool
	failed  map[int]error // by number of the block
}

// take returns a block and its number, until there are none or one has failed. There is
// no block where the worker has it already.
func (q *queue) take(w *worker) (*survey.Block, int, bool) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if q.over || len(q.failed) > 0 {
		return nil, 0, false
	}
	block, err, ok := q.next()
	number := q.number
	q.number++
	q.over = !ok
	if q.inOrder && ok && err == nil {
		err, block = w.read(block), nil
	}
	if err != nil {
		q.failed[number] = err
	}
	return block, number, ok && err == nil
}

// done records how the counting of a block ended.
func (q *queue) done(number int, err error) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if err != nil {
		q.failed[number] = err
	}
}

// warnings are those of all blocks, in the order of the file.
func (r *run) warnings() []notice.Warning {
	all := make(map[int][]notice.Warning)
	for _, w := range r.workers {
		maps.Copy(all, w.warnings)
	}
	var log notice.Log
	for _, number := range slices.Sorted(maps.Keys(all)) {
		// The log bounds and merges the warnings in the order of the file, so that it
		// lists the same ones for any number of workers.
		log.Add(all[number]...)
	}
	return log.List()
}

// read takes a block apart.
func (w *worker) read(b *survey.Block) (err error) {
	w.source = b
	if w.batch, err = w.run.decode(b, &w.decoder); err == nil {
		w.run.rowsOf.Unite(&w.batch, w.run.waiting, w.run.idOf)
	}
	return err
}

// block counts the respondents of one block, or of the one that has been read.
func (w *worker) block(b *survey.Block, number int) error {
	if b != nil {
		if err := w.read(b); err != nil {
			return err
		}
	}
	batch := &w.batch
	if len(batch.Warnings) > 0 {
		w.warnings[number] = batch.Warnings
	}
	w.total.Rows(tally.Base{
		Rows: tally.Figure(batch.Rows), BlankRows: batch.BlankRows, Filtered: batch.LeftOut,
		Unfinished: batch.Unfinished, Tests: batch.Tests,
	})
	for i := range batch.Responses {
		if err := w.respondent(&batch.Responses[i]); err != nil {
			return err
		}
	}
	w.source.Free() // counters and dictionary have texts of their own
	return nil
}

// respondent counts one person in the whole and in their group, or in those of all options that they picked. Where the rows of a
// person are in several groups, each group has the answers of its own rows.
func (w *worker) respondent(r *survey.Response) (err error) {
	var weight tally.Weight
	if w.run.weighted() {
		if weight, err = w.run.weightOf(r); err != nil {
			return err
		}
	}
	class := w.said(r.Answers)
	w.add(w.total, r, class, weight)
	if !w.run.grouped() {
		return nil
	}
	if w.run.choice != nil {
		for _, option := range w.run.picked(r) {
			w.addTo(option, r, class, weight)
		}
		return nil
	}
	if value, isOne := w.run.groupOf(r); isOne {
		w.addTo(value, r, class, weight)
		return nil
	}
	w.inSeveral++
	for _, rows := range ids.Apart(r.Rows, w.run.groupCell) {
		part := ids.United(rows)
		w.addTo(w.run.groupCell(&part), &part, w.said(part.Answers), weight)
	}
	return nil
}

// addTo counts a person, or the part of their rows that is in a group.
func (w *worker) addTo(group string, r *survey.Response, class lang.Class, weight tally.Weight) {
	c := w.group(group)
	c.Rows(tally.Base{Rows: tally.Figure(max(1, len(r.Rows)))})
	w.add(c, r, class, weight)
}

// add counts a person whose answers have been read.
func (w *worker) add(c *tally.Counter, r *survey.Response, class lang.Class, weight tally.Weight) {
	c.Rows(tally.Base{Respondents: 1, FurtherRows: tally.Figure(max(1, len(r.Rows)) - 1)})
	if len(r.Answers) == 0 {
		c.Unanswered()
	} else {
		c.Respondent(class, w.tokens, weight)
	}
}

// group is the counter of a group; there are as many as values. The value is copied,
// since it is a part of the block.
func (w *worker) group(value string) *tally.Counter {
	c := w.groups[value]
	if c == nil {
		c = tally.NewCounter(w.themes)
		// Nothing is watched in a group: the number of people who named any of the
		// first terms is only given for all people.
		c.Watch(nil)
		w.groups[strings.Clone(value)] = c
	}
	return c
}

// said turns what one person answered, maybe in several columns, into tokens. If
// one of the answers has words, the words of a non-answer beside it are counted as
// dropped. If none has, a nil answer ("nothing") goes before a non-response ("don't
// know").
func (w *worker) said(answers []string) lang.Class {
	if len(answers) == 1 && w.run.closed == nil { // the common case, without a copy
		var class lang.Class
		w.tokens, class = w.analyzer.Answer(answers[0])
		return class
	}
	w.several = w.several[:0]
	class := lang.NonResponse
	for _, answer := range answers {
		tokens, one := w.analyze(answer)
		first := len(w.several)
		w.several = append(w.several, tokens...)
		switch {
		case one == lang.Substantive:
			class = one
			continue
		// A nil answer outranks a non-response, and words outrank both.
		case one == lang.Nil && class == lang.NonResponse:
			class = one
		}
		for i := first; i < len(w.several); i++ {
			w.several[i].Word = w.analyzer.Dropped()
		}
	}
	w.tokens = w.several
	return class
}

// analyze returns the tokens of one answer, and its class; each option of a
// multiple choice is one token.
func (w *worker) analyze(answer string) ([]term.Token, lang.Class) {
	if w.run.closed == nil {
		return w.analyzer.Answer(answer)
	}
	var tokens []term.Token
	at := 0
	for _, option := range w.run.closed.Split(answer) {
		for _, t := range w.analyzer.Tokens(option) {
			t.Start, t.End = at+t.Start, at+t.End
			tokens = append(tokens, t)
		}
		at += len(segment.Normalised(option)) + len(optionSign)
	}
	return tokens, lang.Substantive
}

// text is an answer as the places of its tokens count in it: the options of a
// multiple choice stand one after the other.
func (w *worker) text(answer string) string {
	if w.run.closed == nil {
		return segment.Normalised(answer)
	}
	var options []string
	for _, option := range w.run.closed.Split(answer) {
		options = append(options, segment.Normalised(option))
	}
	return strings.Join(options, optionSign)
}

// optionSign is what people read between the options of an answer.
const optionSign = "; "
