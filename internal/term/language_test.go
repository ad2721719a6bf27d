package term

import (
	"errors"
	"slices"
	"testing"
)

func language(t testing.TB, code string) *Language {
	t.Helper()
	l, err := LanguageOf(code)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// supported are the languages that every build has.
func supported() []string { return slices.DeleteFunc(Languages(), HasDictionary) }

func TestLanguages(t *testing.T) {
	want := []string{"ar", "da", "de", "en", "es", "fi", "fr", "ga", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv", "ta", "tr"}
	if got := supported(); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	for _, code := range want {
		if l := language(t, code); l.Code != code {
			t.Errorf("%s: got %s", code, l.Code)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for code, want := range map[string]string{"EN": "en", "nb": "no", "NN": "no", "no": "no", "Es": "es"} {
		if l := language(t, code); l.Code != want {
			t.Errorf("%s: got %s", code, l.Code)
		}
	}
	for _, code := range []string{"", "auto", "tlh", "th", "en-GB", "english"} {
		_, err := LanguageOf(code)
		if wrong := new(LanguageError); !errors.As(err, &wrong) || wrong.Lang != code {
			t.Errorf("%q: got %v", code, err)
		}
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ code, word, want string }{
		{"en", "TRUST", "trust"},
		{"en", "Don't", "don't"},
		{"en", "İ", "i"},
		{"de", "STRASSE", "strasse"},
		{"de", "Straße", "strasse"},
		{"de", "GROẞ", "gross"},
		{"tr", "IŞIK", "ışık"},
		{"tr", "İSTANBUL", "istanbul"},
		{"tr", "i̇stanbul", "istanbul"},
		{"ru", "ЁЛКА", "елка"},
		{"ro", "ȘTIINȚĂ", "ştiinţă"},
		{"fr", "Œuvre", "oeuvre"},
		{"ar", "مُجْتَمَع", "مجتمع"},
		{"ar", "مجتـــمع", "مجتمع"},
		{"es", "AÑO", "año"},
		{"sv", "ÅÄÖ", "åäö"},
	}
	for _, tt := range tests {
		if got := language(t, tt.code).fold(tt.word); got != tt.want {
			t.Errorf("%s: %q: got %q, want %q", tt.code, tt.word, got, tt.want)
		}
	}
}

func TestElision(t *testing.T) {
	tests := []struct{ code, word, article, rest string }{
		{"fr", "l'homme", "l'", "homme"},
		{"fr", "L'Équipe", "L'", "Équipe"},
		{"fr", "d'ouverture", "d'", "ouverture"},
		{"fr", "qu'il", "qu'", "il"},
		{"fr", "jusqu'à", "jusqu'", "à"},
		{"fr", "aujourd'hui", "", "aujourd'hui"},
		{"fr", "Quelqu'un", "", "Quelqu'un"},
		{"fr", "presqu'île", "", "presqu'île"},
		{"fr", "d'accord", "", "d'accord"},
		{"fr", "l'", "", "l'"},
		{"fr", "O'Brien", "", "O'Brien"},
		{"it", "dell'università", "dell'", "università"},
		{"it", "un'idea", "un'", "idea"},
		{"it", "c'è", "c'", "è"},
		{"it", "d'accordo", "", "d'accordo"},
		{"it", "po'", "", "po'"},
		{"en", "l'homme", "", "l'homme"},
		{"en", "don't", "", "don't"},
		{"ga", "d'oscail", "d'", "oscail"},
	}
	for _, tt := range tests {
		if article, rest := language(t, tt.code).elision(tt.word); article != tt.article || rest != tt.rest {
			t.Errorf("%s: %q: got %q and %q", tt.code, tt.word, article, rest)
		}
	}
}
