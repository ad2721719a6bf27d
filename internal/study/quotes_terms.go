package study

import (
	"context"
	"errors"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// QuotesOf finds the answers behind each of some terms of the tally, going through them once for all: what Quotes gives
// for one after the other. A term that may not be quoted is left out; ask says how many are drawn for each.
func (c *Count) QuotesOf(ctx context.Context, terms []tally.Term, ask Quoting) ([]*Quotes, error) {
	r := &c.run
	if !r.rereadable {
		return nil, &notice.InputError{Name: "-", What: "is too long to be read twice, for quotes", Hint: "write it to a file first, or leave --quotes out"}
	}
	reader, err := newQuoter(r, c, Quoting{})
	if err != nil {
		return nil, err
	}
	if err := reader.learnMask(ctx); err != nil {
		return nil, err
	}
	list := make([]*quoter, len(terms))
	byKey := make(map[string][]*quoter, len(terms))
	for i, t := range terms {
		list[i] = reader.forTerm(t, ask)
		byKey[t.Stem] = append(byKey[t.Stem], list[i])
	}
	if err := r.each(ctx, func(response *survey.Response) { reader.share(response, byKey) }); err != nil {
		return nil, err
	}
	return allQuotes(list)
}

// forTerm is a quoter for one term that shares the analyzer and the mask.
func (x *quoter) forTerm(t tally.Term, ask Quoting) *quoter {
	one := *x
	one.ask = Quoting{Term: t.Term, Sample: ask.Sample, Seed: ask.Seed, Most: ask.Most}
	one.wanted, one.forms = map[string]bool{t.Stem: true}, make(map[string]int)
	one.found.Asked, one.found.Term = one.ask, t.Term
	return &one
}

// share reads the answers of a respondent and shows each to the quoters of the terms that it has.
func (x *quoter) share(r *survey.Response, byKey map[string][]*quoter) {
	x.person++
	for i, answer := range r.Answers {
		text, tokens := x.read(answer)
		shown := make(map[*quoter]bool)
		for j := range tokens {
			for _, one := range byKey[tokens[j].Key] {
				if !shown[one] {
					shown[one], one.person = true, x.person
					one.answer(r, i, text, tokens)
				}
			}
		}
	}
}

// allQuotes are what the quoters have found, without those that may not be shown.
func allQuotes(list []*quoter) (all []*Quotes, err error) {
	for _, x := range list {
		found, err := x.quotes()
		var withheld *privacy.WithheldError
		if errors.As(err, &withheld) {
			continue
		} else if err != nil {
			return nil, err
		}
		all = append(all, found)
	}
	return all, nil
}
