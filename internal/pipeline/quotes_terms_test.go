package pipeline_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"verbatim/internal/pipeline"
	"verbatim/internal/survey"
)

// Quotes of several terms, found in one go, are those that are found for each, with and without suppression; they
// account for all mentions and people of the tally.
func TestQuotesOfTerms(t *testing.T) {
	ctx := context.Background()
	e, err := survey.Open(ctx, []survey.Input{survey.File("../../testdata/partnerships.csv")}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	q, err := e.Select("5")
	if err != nil {
		t.Fatal(err)
	}
	for _, suppress := range []int{0, 3} {
		opt := pipeline.Options{Redact: true, Suppress: suppress, Rereadable: true}
		r, err := pipeline.Tally(ctx, e, q, opt)
		if err != nil {
			t.Fatal(err)
		}
		ask := pipeline.Quoting{Sample: 4, Seed: 1}
		all, err := pipeline.FindQuotesOf(ctx, e, q, opt, r, r.Tally.Terms, ask)
		if err != nil {
			t.Fatal(err)
		}
		next := 0
		for _, x := range r.Tally.Terms {
			ask.Term = x.Term
			want, err := pipeline.FindQuotes(ctx, e, q, opt, r, ask)
			if errors.As(err, new(*pipeline.WithheldError)) {
				continue
			} else if err != nil {
				t.Fatal(err)
			}
			got := all[next]
			if next++; !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %+v, want %+v", x.Term, got, want)
			}
			if want.Mentions != x.Mentions || want.People != x.Respondents {
				t.Errorf("%s: %d mentions by %d people are quoted, %d by %d counted", x.Term, want.Mentions, want.People, x.Mentions, x.Respondents)
			}
		}
	}
}
