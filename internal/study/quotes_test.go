package study_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"verbatim/internal/privacy"
	"verbatim/internal/study"
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
		c, err := study.Tally(ctx, e, q, study.Options{Redact: true, Suppress: suppress})
		if err != nil {
			t.Fatal(err)
		}
		ask := study.Quoting{Sample: 4, Seed: 1}
		all, err := c.QuotesOf(ctx, c.Shown.Tally().Terms, ask)
		if err != nil {
			t.Fatal(err)
		}
		next := 0
		for _, x := range c.Shown.Tally().Terms {
			ask.Term = x.Term
			want, err := c.Quotes(ctx, ask)
			if errors.As(err, new(*privacy.WithheldError)) {
				continue
			} else if err != nil {
				t.Fatal(err)
			}
			got := all[next]
			if next++; !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %+v, want %+v", x.Term, got, want)
			}
			if int(want.Mentions) != x.Mentions || want.People != x.Respondents {
				t.Errorf("%s: %d mentions by %d people are quoted, %d by %d counted", x.Term, want.Mentions, want.People, x.Mentions, x.Respondents)
			}
		}
	}
}
