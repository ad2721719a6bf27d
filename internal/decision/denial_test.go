package decision

import (
	"context"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/term"
)

// Which words are divided: by people, not by mentions, and never a name.
func TestDenied(t *testing.T) {
	times := func(n int, answer string) string { return strings.Repeat(answer+"\n", n) }
	english, err := lang.LanguageOf("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, answers, want string }{
		{"a capital inside a word", times(9, "we have no iPhone") + times(3, "iPhone"), ""},
		{"five of many", times(5, "no time") + times(40, "we take time"), "time"},
		{"four of many", times(4, "no time") + times(40, "we take time"), ""},
		{"two of four", times(2, "no hope") + times(2, "our hope"), "hope"},
		{"two of five", times(2, "no hope") + times(3, "our hope"), ""},
		{"one alone", "no hope", ""},
		{"one who repeats it", "no hope, no hope, no hope, no hope, no hope", ""},
		{"not directly", times(9, "I do not see any of the hope"), ""},
		{"a name", times(9, "we have no Harbour here") + times(3, "the harbour is far"), ""},
		{"a capital at the beginning is no name", times(9, "No hope") + times(3, "Hope"), "hope"},
		{"only looks like a denial", times(9, "no doubt, not only hope"), ""},
		{"not an answer", times(9, "no idea"), ""},
	} {
		s := Sample{Answers: strings.Split(strings.TrimSuffix(tt.answers, "\n"), "\n")}
		for i := range s.Answers {
			s.Persons = append(s.Persons, i+1)
		}
		made, err := Find(context.Background(), s, Settings{Terms: term.Options{Lang: english, Filler: true}})
		if err != nil {
			t.Fatal(err)
		}
		if want := strings.Fields(tt.want); !slices.Equal(made.Denied, want) {
			t.Errorf("%s: %q, want %q", tt.name, made.Denied, want)
		}
	}
}

// In German a capital tells no name, but one inside a word does.
func TestDeniedGerman(t *testing.T) {
	german, err := lang.LanguageOf("de")
	if err != nil {
		t.Fatal(err)
	}
	s := Sample{Answers: []string{"wir haben kein GitHub", "leider kein GitHub", "keine Kantine", "leider keine Kantine"}}
	made, err := Find(context.Background(), s, Settings{Terms: term.Options{Lang: german, Filler: true}})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(made.Denied, []string{"kantin"}) {
		t.Errorf("%q", made.Denied)
	}
}
