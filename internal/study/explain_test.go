package study_test

import (
	"context"
	"os"
	"testing"

	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// The forms of every term that is explained make up its figures in the tally.
func TestExplanationsAgree(t *testing.T) {
	ctx := context.Background()
	f, err := os.Open("../../testdata/partnerships.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	e, err := survey.Open(ctx, []survey.Input{survey.Stream("-", f)}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	q, err := e.Select("5")
	if err != nil {
		t.Fatal(err)
	}
	c, err := study.Tally(ctx, e, q, study.Options{SetAside: "filler,echo"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range c.Shown.Tally().Terms {
		x, err := c.Explain(ctx, want.Forms[len(want.Forms)-1].Form)
		if err != nil || len(x.Senses) == 0 {
			t.Fatalf("%s: %v, %+v", want.Term, err, x)
		}
		got, forms, listed := x.Senses[0], 0, 0
		for _, form := range got.Forms {
			forms += form.Mentions
			listed += len(form.Places) + form.NotListed
		}
		if got.Rank != want.Rank || got.Mentions != want.Mentions || got.Respondents != want.Respondents || got.Negated != want.Negated || len(got.Forms) != len(want.Forms) {
			t.Errorf("%s: %+v, want %+v", want.Term, got, want)
		}
		if forms != want.Mentions || listed < want.Respondents || listed > want.Mentions {
			t.Errorf("%s: forms with %d mentions and %d places, want %d and from %d on", want.Term, forms, listed, want.Mentions, want.Respondents)
		}
	}
}
