package decision

import (
	"cmp"
	"context"
	"iter"

	"verbatim/internal/term"
)

// A Sample is what decides: a question, and answers that stand for all.
type Sample struct {
	Question string   // its text
	Answers  []string // to it, without personal data, in an order that does not depend on that of the rows
	Persons  []int    // who gave each of them, by a number from 1; those of a person come one after the other
	Open     []Open   // all open questions of the survey
	From     Basis
}

// An Open question of the survey.
type Open struct {
	Text     string
	Answered int  // how many people answered it
	Asked    bool // it is the question that is decided about
	// First gives some answers. More would hardly change what runs through a survey.
	First func() ([]string, error)
}

// Settings are the options that decisions depend on.
type Settings struct {
	Terms   term.Options // what a term is, as far as it is given; without a language: it is found
	Listed  bool         // each answer is taken as it is, or is a list: there are no sentences
	Echo    bool         // the words of the question are set aside
	Subject bool         // the words of the whole survey are set aside
	Phrases bool         // phrases are looked for
}

// A finder makes decisions, one after the other.
type finder struct {
	Sample
	Settings
	texts *term.Texts  // the answers
	terms term.Options // with what has been decided so far
	made  Decisions
}

// Find decides. The order matters, as each step needs what the ones before it have found:
//
//	language ─▶ stop words ─▶ writings, twins ─▶ words of the question ─▶ fillers ─▶ subject
//	─▶ phrases ─▶ denied words ─▶ capitals
//
// An error is of reading, of ctx, or a *lang.LanguageError.
func Find(ctx context.Context, s Sample, o Settings) (Decisions, error) {
	f := &finder{Sample: s, Settings: o, texts: term.NewTexts(s.Answers), terms: o.Terms, made: Decisions{From: s.From}}
	for _, find := range []func() error{f.findLanguage, f.findWritings, f.findTwins, f.findEcho, f.findFiller, f.findSubject, f.findPhrases, f.findDenied, f.findCapitals} {
		if err := cmp.Or(ctx.Err(), find()); err != nil {
			return Decisions{}, err
		}
		f.terms = o.Terms
		if err := f.made.Apply(&f.terms); err != nil {
			return Decisions{}, err
		}
	}
	return f.made, nil
}

// read gives the tokens of each answer, and who gave it.
func (f *finder) read(a *term.Analyzer) iter.Seq2[int, []term.Token] {
	return func(yield func(int, []term.Token) bool) {
		for i, tokens := range a.Read(f.texts) {
			if !yield(f.person(i), tokens) {
				return
			}
		}
	}
}

// person is who gave an answer, from 1.
func (f *finder) person(answer int) int {
	if f.Persons == nil {
		return answer + 1
	}
	return f.Persons[answer]
}

// ranked reports whether a token is counted, and neither filler nor an echo of the question.
func ranked(t *term.Token) bool { return t.Kind == term.Counted && t.Aside == term.Ranked }
