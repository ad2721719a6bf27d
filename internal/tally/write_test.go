package tally

import (
	"reflect"
	"strings"
	"testing"

	"verbatim/internal/term"
)

// A term is written in one way: in small letters unless it is a name, or mostly written otherwise.
func TestWriting(t *testing.T) {
	w := Writing{Capitals: []string{"asia", "python"}}
	for _, tt := range []struct {
		forms []Form
		want  string
	}{
		{[]Form{{Form: "Community", Mentions: 8}, {Form: "community", Mentions: 7}}, "community"},
		{[]Form{{Form: "Community", Mentions: 8}}, "community"},
		{[]Form{{Form: "python", Mentions: 3}, {Form: "Python", Mentions: 2}}, "Python"},
		{[]Form{{Form: "Asia", Mentions: 1}}, "Asia"},
		{[]Form{{Form: "open", Mentions: 7}, {Form: "Openness", Mentions: 6}, {Form: "openness", Mentions: 5}}, "openness"},
		{[]Form{{Form: "GitHub", Mentions: 4}, {Form: "github", Mentions: 3}, {Form: "Github", Mentions: 1}}, "GitHub"},
		{[]Form{{Form: "github", Mentions: 3}, {Form: "GitHub", Mentions: 2}}, "github"},
		{[]Form{{Form: "New York", Mentions: 2}, {Form: "new york", Mentions: 1}}, "New York"},
		{[]Form{{Form: "Climate change", Mentions: 2}}, "climate change"},
		{[]Form{{Form: "R", Mentions: 5}}, "R"},
		{[]Form{{Form: "Écoute", Mentions: 2}}, "écoute"},
	} {
		if got := w.word(tt.forms); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.forms, got, tt.want)
		}
		as := Writing{AsWritten: true}
		if got := as.word(tt.forms); got != tt.forms[0].Form {
			t.Errorf("%v, as written: %q", tt.forms, got)
		}
	}
}

// Nouns of another language have capitals where that language gives them some.
func TestNounsOfOtherLanguages(t *testing.T) {
	for code, want := range map[string]string{"": "garten", "de": "Garten", "sv": "garten"} {
		s := NewSum()
		s.Terms[Name{Key: term.Root{Stem: "gart", Language: code}.Key()}] = &TermSum{Counts: Counts{Mentions: 3, Respondents: 3}, Forms: []Form{{Form: "Garten", Mentions: 3}}}
		if got := s.Tally(Ranking{}).Terms[0].Term; got != want {
			t.Errorf("language %q: %s", code, got)
		}
	}
}

// A part writes each term as the whole does, whatever its own people wrote.
func TestPartsWriteAsTheWhole(t *testing.T) {
	part := func(form string, n int) *Sum {
		s := NewSum()
		s.Base.Valid = n
		s.Terms[Name{Key: "open"}] = &TermSum{Counts: Counts{Mentions: n, Respondents: n}, Forms: []Form{{Form: form, Mentions: n}}}
		return s
	}
	whole := part("open", 3)
	whole.Add(part("openness", 2))
	tally := whole.Tally(Ranking{})
	if got := part("openness", 2).Tally(Ranking{}.Within(tally)).Terms[0].Term; got != "open" {
		t.Errorf("the part writes %q", got)
	}
}

// A name that too few people said for a decision keeps its capital.
func TestRareNames(t *testing.T) {
	for _, tt := range []struct {
		forms  []Form
		inside int
		want   string
	}{
		{[]Form{{Form: "Asia", Mentions: 2}}, 1, "Asia"},
		{[]Form{{Form: "Asia", Mentions: 3}}, 1, "asia"},
		{[]Form{{Form: "Trust", Mentions: 2}}, 0, "trust"},
		{[]Form{{Form: "Trust", Mentions: 1}, {Form: "trust", Mentions: 1}}, 1, "trust"},
	} {
		s := NewSum()
		s.Base.Valid = 3
		part := &TermSum{Forms: tt.forms}
		for _, f := range tt.forms {
			part.Mentions, part.Respondents = part.Mentions+f.Mentions, part.Respondents+f.Mentions
		}
		part.Spellings = []Spelling{{Spelling: strings.ToLower(tt.want), Respondents: part.Respondents, Alone: part.Respondents, Inside: tt.inside}}
		s.Terms[Name{Key: strings.ToLower(tt.want)}] = part
		if got := s.Tally(Ranking{}).Terms[0].Term; got != tt.want {
			t.Errorf("%v, %d inside: %q, want %q", tt.forms, tt.inside, got, tt.want)
		}
	}
}

// The names of all parts are names of the whole.
func TestAddWritings(t *testing.T) {
	a, b := Writing{Capitals: []string{"asia", "spark"}}, Writing{Capitals: []string{"chile", "spark"}}
	if a.Add(b); !reflect.DeepEqual(a, Writing{Capitals: []string{"asia", "chile", "spark"}}) {
		t.Errorf("got %v", a)
	}
}

// A document has the names of its terms only.
func TestWritingOfTerms(t *testing.T) {
	w := Writing{Capitals: []string{"asia", "chile", "kafka", "spark"}}
	got := w.Of([]Term{{Forms: []Form{{Form: "Spark"}, {Form: "SPARK"}}}, {Forms: []Form{{Form: "not Kafka", Word: "Kafka"}}}}, []Term{{Forms: []Form{{Form: "asia"}}}})
	if !reflect.DeepEqual(got, Writing{Capitals: []string{"asia", "kafka", "spark"}}) {
		t.Errorf("got %v", got)
	}
}
