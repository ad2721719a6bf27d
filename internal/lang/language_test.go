package lang

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
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

// needRows reports languages that a table of tests, by code, has no row for.
func needRows[Row any](t *testing.T, table string, rows []Row, codeOf func(Row) string) {
	t.Helper()
	for _, code := range supported() {
		if !slices.ContainsFunc(rows, func(row Row) bool { return codeOf(row) == code }) {
			t.Errorf("no row for %s: add one to %s", code, table)
		}
	}
}

// Each file of two letters is a language without mistakes, and there are at least those
// that there have always been.
func TestLanguages(t *testing.T) {
	for _, code := range []string{"ar", "da", "de", "en", "es", "fi", "fr", "ga", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv", "ta", "tr"} {
		if !slices.Contains(supported(), code) {
			t.Errorf("%s is lost", code)
		}
	}
	files, err := fs.Glob(lists, "words/??.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		code := strings.TrimSuffix(path.Base(file), ".txt")
		if l, err := LanguageOf(code); HasDictionary(code) {
			continue // only some builds have the dictionary
		} else if err != nil {
			t.Errorf("%s: %v; a language begins with [language] and its name", file, err)
		} else if l.Code != code || !slices.Contains(supported(), code) {
			t.Errorf("%s: got %s, of %v", file, l.Code, supported())
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
		if got := language(t, tt.code).Fold(tt.word); got != tt.want {
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
		if article, rest := language(t, tt.code).Elision(tt.word); article != tt.article || rest != tt.rest {
			t.Errorf("%s: %q: got %q and %q", tt.code, tt.word, article, rest)
		}
	}
}
