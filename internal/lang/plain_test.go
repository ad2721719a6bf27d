package lang

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestSpellings(t *testing.T) {
	for _, tt := range []struct{ lang, words, want string }{
		{"de", "höfe hoefe", "hoefe=höfe"},
		{"de", "schöne schoener", "schoener=schöne"}, // another form
		{"de", "neue quelle duelle", ""},             // the letters of the word
		{"de", "schon schön", ""},                    // ö is no o with an accent
		{"de", "varieté variete", "variete=varieté"},
		{"da", "smør smoer", "smoer=smør"},
		{"no", "kommandør kommando", ""}, // without its ending kommandoer has no oe
		{"sv", "tält tala", ""},
		{"sv", "idé ide ide", "ide=idé"},
		{"sv", "armé arme", ""}, // two words
		{"nl", "café cafe cafe coördinatie coordinatie rosé rose", "cafe=café coordinatie=coördinatie"},
		{"fi", "café cafe cafe sää saa", "cafe=café"}, // ä is a letter of its own
		{"ru", "кафé кафе", ""},                       // in two scripts
		{"ru", "café cafe cafe мой мои", "cafe=café"}, // й is a letter of its own
		{"ro", "café cafe cafe casă casa rosé rose", "cafe=café rose=rosé"},
		{"tr", "café cafe cafe kapı kapi", "cafe=café"},
		{"ga", "té te bád bad", ""}, // two words
		{"fr", "forêt forêt foret", "foret=forêt"},
		{"fr", "pécher pêcher pecher", ""},             // two words
		{"fr", "marché marche", ""},                    // two words, too
		{"fr", "côté côté tâche tâche cote tache", ""}, // other words, however often
		{"fr", "pâte pâte pâté pate", "pate=pâte"},
		{"es", "campaña campaña campana baño baño bano", "bano=baño"},
		{"pt", "país país pais", ""},
		{"pt", "fábrica fabrica fabrica", ""}, // fabrica is a word of its own
		{"es", "niño niño nino", "nino=niño"},
		{"tr", "sınır sinir", ""}, // as often: no sign that one is the other
		{"en", "cliché cliché cliche", "cliche=cliché"},
		{"en", "café cafe cafe naïve naive naive", "cafe=café naive=naïve"}, // any number
	} {
		l, words := language(t, tt.lang), make(map[string]int)
		for _, word := range strings.Fields(tt.words) {
			words[word]++
		}
		spellings := l.Spellings(words)
		var got []string
		for _, word := range slices.Sorted(maps.Keys(spellings)) {
			got = append(got, word+"="+spellings[word])
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s: got %q, not %q", tt.lang, tt.words, s, tt.want)
		}
	}
}

// TestTwoLettersAreData gives them to a language that the program does not know. Its stop words
// have both spellings, too.
func TestTwoLettersAreData(t *testing.T) {
	lib := newLibrary(fstest.MapFS{
		"words/en.txt": {Data: []byte("[language]\nname: English\n[stop]\nthe\n")},
		"words/xx.txt": {Data: []byte("[language]\nname: Exish\ntwo letters: ŵ=vv\n[stop]\nŵa\n")},
	})
	l, err := lib.load["xx"]()
	if err != nil {
		t.Fatal(err)
	}
	if !l.IsStop("vva") {
		t.Error("vva is no stop word")
	}
	if got := l.Spellings(map[string]int{"ŵip": 1, "vvip": 2}); got["vvip"] != "ŵip" {
		t.Errorf("spellings: %v", got)
	}
}
