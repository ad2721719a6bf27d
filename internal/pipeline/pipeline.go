// Package pipeline is the road from the files of an export to a tally:
//
//	Export ─ blocks ─▶ Batch of responses ─ classify, tokens ─▶ Counter ─▶ Tally
//
// Responses are streamed: a block is forgotten once it is counted.
package pipeline

import (
	"context"
	"fmt"

	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Options say how a question is counted.
type Options struct {
	Terms  term.Options
	RankBy tally.Count // what ranks a term; "" is mentions
	// FinishedOnly leaves out tests, previews and unfinished responses.
	FinishedOnly bool
}

// A Result is a counted question and what went wrong on the way.
type Result struct {
	Tally    *tally.Tally
	Language string // ISO 639-1
	Warnings []survey.Warning
}

// Tally counts the terms of one question of an export; those of a multiple
// choice are its options, as written. The result has every term and its figures
// add up. An error is one of reading, of an unsupported
// language, or of ctx.
func Tally(ctx context.Context, e *survey.Export, q survey.Question, opt Options) (*Result, error) {
	w := &worker{counter: tally.NewCounter()}
	if q.Kind == survey.KindMultiple && !opt.Terms.Whole {
		opt.Terms.Whole, opt.Terms.KeepNonAnswers, w.options = true, true, q.Options
	}
	var err error
	if w.analyzer, err = term.New(opt.Terms); err != nil {
		return nil, err
	}
	for block, err := range e.Blocks(ctx, survey.Query{Columns: q.Columns, FinishedOnly: opt.FinishedOnly}) {
		if err != nil {
			return nil, err
		}
		if err := w.block(block); err != nil {
			return nil, err
		}
	}
	if opt.RankBy == "" {
		opt.RankBy = tally.Mentions
	}
	result := &Result{Tally: w.counter.Tally(opt.RankBy), Language: w.analyzer.Lang(), Warnings: w.warnings.List()}
	return result, result.Tally.Reconcile()
}

// A worker counts blocks with an analyzer and a counter of its own.
type worker struct {
	analyzer *term.Analyzer
	counter  *tally.Counter
	tokens   []term.Token // of the respondent at hand; kept for its memory
	warnings survey.WarningLog
	options  func(answer string) []string // of a multiple choice, as written; else nil
}

// block counts the respondents of one block.
func (w *worker) block(b *survey.Block) error {
	batch, err := b.Decode()
	if err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	w.counter.Rows(tally.Base{
		Rows: batch.Rows, BlankRows: batch.BlankRows, Filtered: batch.LeftOut, Respondents: len(batch.Responses),
		Unfinished: batch.Unfinished, Tests: batch.Tests,
	})
	w.warnings.Add(batch.Warnings...)
	for i := range batch.Responses {
		w.respondent(batch.Responses[i].Answers)
	}
	return nil
}

// respondent counts one person, who may have answered in several columns. Where
// one of the answers has words, the words of a non-answer beside it are counted
// as dropped; where none has, a nil answer ("nothing") goes before a
// non-response ("don't know").
func (w *worker) respondent(answers []string) {
	if len(answers) == 0 {
		w.counter.Unanswered()
		return
	}
	w.tokens = w.tokens[:0]
	substantive, nothing := false, false
	for _, answer := range answers {
		first := len(w.tokens)
		w.said(answer)
		class := w.analyzer.Classify(answer)
		substantive = substantive || class == term.Substantive
		nothing = nothing || class == term.Nil
		if class != term.Substantive {
			drop(w.tokens[first:])
		}
	}
	switch {
	case substantive:
		w.counter.Answer(w.tokens)
	case nothing:
		w.counter.Nil()
	default:
		w.counter.NonResponse()
	}
}

// said appends the tokens of one answer; each option of a multiple choice is
// one.
func (w *worker) said(answer string) {
	if w.options == nil {
		w.tokens = w.analyzer.Tokens(w.tokens, answer)
		return
	}
	for _, option := range w.options(answer) {
		w.tokens = w.analyzer.Tokens(w.tokens, option)
	}
}

// drop leaves tokens out of the count without losing sight of them.
func drop(tokens []term.Token) {
	for i := range tokens {
		tokens[i].Kind = term.Dropped
	}
}
