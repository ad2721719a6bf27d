package prose

import (
	"strings"
	"testing"

	"verbatim/internal/decision"
	"verbatim/internal/study"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Shares add up to more than a whole only where more was counted than people answered. Table and
// chart say the same.
func TestBeyondWhole(t *testing.T) {
	for _, tt := range []struct {
		name, are    string
		counted      tally.Figure
		table, chart string
	}{
		{"one answer each", "answers", 40, "", "who said a term."},
		{"words", "words", 41, "; they add up to more than 100% if people named several terms", "who said a term. One person may say several."},
		{"words, withheld", "words", tally.Withheld, "; they add up to more than 100% if people named several terms", "who said a term. One person may say several."},
		{"one option each", "options", 40, "", "who chose an option."},
		{"several options", "options", 41, "; they add up to more than 100%, since people chose several options", "who chose an option. One person may choose several."},
	} {
		r := said(40, 20, 20)
		r.TermsAre, r.Tokens.Counted = tt.are, tt.counted
		if got := r.several(); got != tt.table {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.table)
		}
		if got := (Voice{}).BarBase(r.Tally, false, tt.are == "options")[0]; !strings.HasSuffix(got, tt.chart) {
			t.Errorf("%s: %q, want … %q", tt.name, got, tt.chart)
		}
	}
}

// People choose options, and name terms.
func TestFirstOptions(t *testing.T) {
	r := said(40, 20, 15, 10, 5).withAnyOf(3, 30)
	for are, want := range map[string]string{"words": "named at least one of the first three terms.", "options": "chose at least one of the first three options."} {
		r.TermsAre = are
		if got := strings.Join(r.unranked(), " "); !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
		if got, want := strings.Join(r.Method(), " "), strings.NewReplacer("three", "3", ".", ";").Replace(want); !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
}

// The account of what a term is names phrases and words written apart only where they are counted.
func TestTermsOfMethod(t *testing.T) {
	const phrase, apart = "A phrase counts as one term", "in several words"
	r := said(40, 20, 20)
	if got := r.terms(); strings.Contains(Sentences(got), phrase) || strings.Contains(Sentences(got), apart) || !strings.Contains(Sentences(got), "words that repeat the question, are counted but not ranked") || !strings.Contains(Sentences(got), "with a capital if") {
		t.Error(got)
	}
	r.Associated = []tally.Phrase{{Phrase: "sea wall"}}
	if got := r.terms(); strings.Contains(Sentences(got), phrase) {
		t.Error(got)
	}
	r.Associated[0].Counted = true
	r.Decisions = &decision.Decisions{Twins: map[string]string{"sea wall": "seawall"}, Writing: tally.Writing{AsWritten: true}}
	if got := r.terms(); !strings.Contains(Sentences(got), phrase) || !strings.Contains(Sentences(got), apart) || strings.Contains(Sentences(got), "with a capital if") {
		t.Error(got)
	}
}

// A hint names one phrase or several.
func TestHintOfPhrases(t *testing.T) {
	r := &Result{Found: study.Found{TermsAre: "words"}, Associated: []tally.Phrase{{Phrase: "sea wall"}}}
	if got := r.hinted()[0]; !strings.Contains(got, "is a phrase") || !strings.HasSuffix(got, "--phrase counts it so.") {
		t.Error(got)
	}
	r.Associated = append(r.Associated, tally.Phrase{Phrase: "night bus"})
	if got := r.hinted()[0]; !strings.Contains(got, "are phrases") || !strings.HasSuffix(got, "--phrase counts them so.") {
		t.Error(got)
	}
}

// Figures of a part of the answers are not told as those of all.
func TestEvidenceOfPart(t *testing.T) {
	for of, want := range map[decision.Extent][2]string{
		decision.OfAll:    {`It is no answer: 1 of 9 people who say "good" say just that`, "It is no answer: nobody says just that"},
		decision.OfSample: {`It is no answer: of those who decided, 1 of 9 people who say "good" say just that`, "It is no answer: of those who decided, nobody says just that"},
	} {
		s := tally.Sense{As: "filler", Root: term.Root{Stem: "good"}}
		d := &decision.Decisions{From: decision.Basis{Of: of}, Uses: []decision.Use{{Word: "good", Key: s.Key(), As: decision.AsFiller, People: 9, Just: 1}}}
		if got := Evidence(d, s)[0]; !strings.HasPrefix(got, want[0]) {
			t.Errorf("%q, want %q", got, want[0])
		}
		d.Uses = nil
		if got := Evidence(d, s)[0]; !strings.HasPrefix(got, want[1]) {
			t.Errorf("%q, want %q", got, want[1])
		}
	}
}

// Long figures are in groups.
func TestFoundPhrase(t *testing.T) {
	if got := foundPhrase(tally.Phrase{Phrase: "sea wall", Counted: true, People: 2, Chance: 34402.4}); !strings.Contains(got, "G² is "+Grouped(34402)) {
		t.Error(got)
	}
}
