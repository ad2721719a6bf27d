package term

import (
	"fmt"
	"slices"
	"testing"

	"verbatim/internal/lang"
)

// Answers that are read again give the tokens and the class that they give by themselves, in whatever
// order the options come.
func TestTextsAgain(t *testing.T) {
	answers := []string{"Trust and time", "no time", "n/a", "", "TIME. NOT MONEY", "more trust, no money"}
	texts := NewTexts(answers)
	var analyzers []*Analyzer
	for i, opt := range []Options{{}, {Twins: map[string]string{}, Echo: []string{}}, {Denied: []string{"time"}}, {Denied: []string{"time"}}, {NoStopwords: true}, {Lang: in(t, "de")}, {}} {
		if opt.Lang == nil {
			opt.Lang = in(t, "en")
		}
		a, err := texts.Analyzer(opt)
		if err != nil {
			t.Fatal(err)
		}
		analyzers = append(analyzers, a)
		alone := analyzer(t, opt)
		read := func(tokens []Token, class lang.Class, text string) (out string) {
			for _, x := range tokens {
				out += fmt.Sprint(x.Form, x.Key, x.Kind, x.Start, x.End, x.Parts, x.Negated, x.Inside, x.Opens)
			}
			return fmt.Sprint(out, class, text)
		}
		for range 3 {
			for at, tokens := range a.Read(texts) {
				got := read(tokens, a.Class(), a.Text())
				tokens, class := alone.Answer(answers[at])
				if want := read(tokens, class, alone.Text()); got != want {
					t.Errorf("options %d: %q is read as %s, alone as %s", i, answers[at], got, want)
				}
			}
		}
	}
	var shared []bool
	for i := 1; i < len(analyzers); i++ {
		shared = append(shared, analyzers[i] == analyzers[i-1])
	}
	if want := []bool{true, false, true, false, false, false}; !slices.Equal(shared, want) {
		t.Errorf("analyzers are shared: %v, want %v", shared, want)
	}
}
