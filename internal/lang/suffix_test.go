package lang

import (
	"strings"
	"testing"
)

// A rule or an exception is added by a line of the language's file alone. The language of
// this test has no stemmer, so that all is done by its rules.
func TestAddSuffix(t *testing.T) {
	rules := `
[suffix]
C-oj=, 3o-n=, 3r-is=, (ct)iv-a=o., (^ct)iv-a=, <CV-oj=o.
ig-as=+
[suffix 2]
l-ig+=. # -ig of belig- is an ending
[apart]
floro: floroj, florar
[together]
homo: homar
`
	lib := newLibrary(withLists(t, map[string]string{"words/eo.txt": strings.Replace(esperanto, "\nwriting", "\nvowels: aeiou\nwriting", 1) + rules}))
	l, err := lib.languageOf("eo")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ word, stem, why string }{
		{"domoj", "dom", "the ending goes after a consonant"},
		{"radioj", "radioj", "and stays after a vowel"},
		{"tuoj", "tuo", "a word of one consonant and one vowel; the longer condition is no longer ending"},
		{"oj", "oj", "an ending is not the word"},
		{"domon", "domo", "an o before the ending, which stays"},
		{"mon", "mon", "less than three letters before the ending"},
		{"activa", "activo", "one of some letters; what comes out is the stem"},
		{"masiva", "masiv", "none of some letters"},
		{"beligas", "bel", "two steps"},
		{"vidigas", "vidig+", "the second step does not hold"},
		{"floroj", "floro", "an exception is not touched by rules"},
		{"floraris", "floro", "one that rules have led to, which no stemmer touches"},
		{"homar", "homo", "a stem of the section together"},
		{"homaroj", "homo", "and of its other words"},
	}
	for _, tt := range tests {
		if got := l.Stem(tt.word); got != tt.stem {
			t.Errorf("%s: %q has the stem %q, want %q", tt.why, tt.word, got, tt.stem)
		}
	}
}

// A mistake in a rule is an error with its file and line.
func TestSuffixMistakes(t *testing.T) {
	for _, line := range []string{"et=", "-et", "C-=x", "(ab-et="} {
		lib := newLibrary(withLists(t, map[string]string{"words/eo.txt": esperanto + "[suffix]\n" + line}))
		if _, err := lib.languageOf("eo"); err == nil || !strings.Contains(err.Error(), "words/eo.txt:") {
			t.Errorf("%s: error %v", line, err)
		}
	}
}
