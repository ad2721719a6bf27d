package study_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// twoLanguages is a survey of which a third of the answers are in German.
func twoLanguages() string {
	var b strings.Builder
	b.WriteString("What matters?\n")
	for range 4 {
		for _, answer := range []string{
			"the price of the food is what matters", "we have friendly people who are there to help", "it is the people and the price that I like",
			"I like the way that they treat you", "there is nothing that I would want to change", "the people in the shop are always good",
			"die Leute und der Preis sind das Beste", "ich mag die freundlichen Leute in dem Laden", "der Laden hat einen guten Preis und nette Menschen",
		} {
			fmt.Fprintf(&b, "%s\n", answer)
		}
	}
	return b.String()
}

// What the user lists holds in the answers of every language of the survey, in any form.
func TestListsInEachLanguage(t *testing.T) {
	c := count(t, twoLanguages(), study.Options{
		Synonyms: list(t, "from,to\nLeute,people\nMensch,people\nPreise,price\n"),
		Themes:   list(t, "theme,term\nplace,Läden\nplace,shop\nkind,freundliche Leute\nkind,friendly people\nnice,nett*\n"),
		Phrase:   []string{"das Beste"}, Drop: []string{"guter", "likes"},
	})
	if got := len(c.Detected.Others); got != 1 {
		t.Fatalf("the survey has %d languages besides the first", got)
	}
	terms := make(map[string]int)
	for _, x := range c.Shown.Tally().Terms {
		terms[x.Term] = x.Mentions
	}
	for term, want := range map[string]int{"people": 24, "price": 16, "das Beste": 4, "guten": 0, "like": 0} {
		if terms[term] != want {
			t.Errorf("%s has %d mentions, want %d", term, terms[term], want)
		}
	}
	for _, x := range c.Shown.Tally().Themes {
		if want := map[string]int{"place": 12, "kind": 8, "nice": 4}[x.Theme]; int(x.Mentions) != want {
			t.Errorf("the theme %s has %d mentions, want %d", x.Theme, x.Mentions, want)
		}
	}
	if len(c.Warnings) > 0 {
		t.Errorf("warnings: %v", c.Warnings)
	}
}

// A term of the second language is found by any of its forms, and its stem is shown with its language.
func TestTermOfTheSecondLanguage(t *testing.T) {
	c := count(t, twoLanguages(), study.Options{})
	for _, asked := range []string{"Läden", "Lade", "Laden"} {
		q, err := c.Quotes(context.Background(), study.Quoting{Term: asked})
		if err != nil || q.Answers != 8 {
			t.Errorf("%s: %v, %+v", asked, err, q)
		}
	}
	x, err := c.Explain(context.Background(), "Leuten")
	if err != nil || len(x.Senses) != 1 || x.Senses[0].Stem != "leut" || x.Senses[0].Language != "de" || x.Senses[0].Mentions != 8 {
		t.Errorf("%v, %+v", err, x)
	}
	x, err = c.Explain(context.Background(), "Preis")
	if err != nil || len(x.Senses) != 1 || x.Senses[0].Language != "de" || x.Senses[0].Forms[0].By != "" {
		t.Errorf("%v, %+v", err, x)
	}
}

// A tally that is read again has the terms of each language apart, so that merging adds them up.
func TestSumOfTwoLanguages(t *testing.T) {
	whole := count(t, twoLanguages(), study.Options{}).Shown.Tally()
	sum, err := tally.SumOf(whole)
	if err != nil {
		t.Fatal(err)
	}
	german := 0
	for i, x := range sum.Tally(tally.Ranking{By: tally.Mentions}).Terms {
		if x.Root != whole.Terms[i].Root || x.Mentions != whole.Terms[i].Mentions {
			t.Errorf("term %d is %+v, want %+v", i+1, x, whole.Terms[i])
		}
		if x.Language == "de" {
			german++
		}
	}
	if german < 5 {
		t.Errorf("%d terms are German", german)
	}
}
