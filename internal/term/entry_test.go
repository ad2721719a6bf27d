package term

import (
	"slices"
	"testing"
)

// What the options give is cut like answers: elisions, second endings, numbers.
func TestEntries(t *testing.T) {
	tests := []struct {
		lang         string
		opt          Options
		answer, want string
	}{
		{"fr", Options{Phrases: []string{"qualité de l'air"}}, "La qualité de l’air baisse", "s:La qualit de l' air baiss"},
		{"fr", Options{Phrases: []string{"l'esprit d'équipe"}}, "l'esprit d'équipe, esprit d'équipe", "s:l' esprit d' équip esprit d' équip"},
		{"fr", Options{Synonyms: []Synonym{{From: "l'argent", To: "salaire"}}}, "l'argent, d'argent", "s:l' salair s:d' salair"},
		{"fr", Options{Drop: []string{"l'argent"}}, "l'argent et d’argent", "s:l' d:argent s:et s:d' d:argent"},
		{"fr", Options{Stop: []string{"l’équipe"}}, "l'équipe, équipe", "s:l' s:équipe s:équipe"},
		{"fr", Options{Keep: []string{"l'équipe"}}, "l'équipe", "s:l' équipe"},
		{"it", Options{Phrases: []string{"clima dell'azienda"}}, "il clima dell'azienda", "s:il clim dell' azi"},
		{"en", Options{Drop: []string{"pipe"}}, "the pipe's or trust’s", "s:the d:pipe's s:or trust"},
		{"en", Options{Drop: []string{"pipe"}, Keep: []string{"piping"}}, "a pipe, pipes, piping", "s:a d:pipe d:pipes piping"},
		{"en", Options{Drop: []string{"pipe"}, NoStem: true}, "a pipe, pipes", "s:a d:pipe pipes"},
		{"de", Options{Drop: []string{"Mitarbeiter:innen"}}, "Mitarbeiterinnen, Mitarbeiter*innen", "d:Mitarbeiterinnen d:Mitarbeiter*innen"},
		{"en", Options{Phrases: []string{"4 day week"}}, "a 4 day week, a 5 day week, 4", "s:a 4 day week s:a n:5 day week n:4"},
		{"en", Options{Synonyms: []Synonym{{From: "4 day week", To: "short week"}}}, "4 day week", "short week"},
		{"en", Options{Keep: []string{"4"}}, "4 or 5", "4 s:or n:5"},
		{"en", Options{Phrases: []string{"nobody", "uses"}}, "nobody used it", "nobodi use s:it"},
	}
	for _, tt := range tests {
		tt.opt.Lang = in(t, tt.lang)
		if got := marks(analyzer(t, tt.opt).Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%s: %q:\n got %s\nwant %s", tt.lang, tt.answer, got, tt.want)
		}
	}
}

// Every entry of the options that an answer has is met, also where two entries
// are one, and no other.
func TestMet(t *testing.T) {
	a := analyzer(t, Options{
		Phrases: []string{"team meetings", "Team meeting", "pay rise", "boss", "trust of people"},
		Keep:    []string{"boss", "boss", "nobody"}, Drop: []string{"trust", "Trust", "pizza"},
	})
	for _, answer := range []string{"the team meeting with the boss", "trust", "a rise of pay"} {
		a.Tokens(answer)
	}
	var missed []string
	for list, words := range map[List][]string{ListPhrases: a.opt.Phrases, ListKeep: a.opt.Keep, ListDrop: a.opt.Drop} {
		for i, word := range words {
			if !a.Met(Entry{list, i}) {
				missed = append(missed, word)
			}
		}
	}
	slices.Sort(missed)
	if want := []string{"nobody", "pay rise", "pizza", "trust of people"}; !slices.Equal(missed, want) {
		t.Errorf("missed are %q, want %q", missed, want)
	}
}
