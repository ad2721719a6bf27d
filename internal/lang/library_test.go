package lang

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// esperanto is a language as a file gives it, without a stemmer of its own.
const esperanto = `[language]
name: Esperanto
also: epo
fold: x=kx
writing: optional accents

[stop]
la, kaj, de, en, estas, ne, mi, ni, por, sed

[filler]
fari # to do
`

// withLists are the lists of the program and more.
func withLists(t *testing.T, more map[string]string) fs.FS {
	t.Helper()
	files := make(fstest.MapFS)
	err := fs.WalkDir(lists, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := lists.ReadFile(path)
		files[path] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range more {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// A language is added by its file alone: it is counted in and detected.
func TestAddLanguage(t *testing.T) {
	lib := newLibrary(withLists(t, map[string]string{"words/eo.txt": esperanto}))
	if !slices.Contains(lib.codes(), "eo") {
		t.Fatalf("eo is not among %v", lib.codes())
	}
	l, err := lib.languageOf("EPO")
	if err != nil {
		t.Fatal(err)
	}
	if l.Name != "Esperanto" || l.Fold("AX") != "akx" || !l.IsStop("kaj") || !l.IsFiller("fari", l.Stem) {
		t.Errorf("got %+v", l)
	}
	if l.IsStop("kulturo") || l.Stem("homoj") != "homoj" {
		t.Errorf("kulturo is a stop word, or homoj has the stem %q", l.Stem("homoj"))
	}
	if class := classify(l, "n/a"); class != NonResponse {
		t.Errorf("n/a: %d", class)
	}
	answers := slices.Values([]string{"mi estas por la homoj", "la kulturo kaj ni", "ne estas por ni sed por mi"})
	if d := newDetector(lib).detect("", answers); d.Code != "eo" {
		t.Errorf("detected %+v", d)
	}
}

// An exception is added by an entry alone.
func TestAddException(t *testing.T) {
	en, err := lists.ReadFile("words/en.txt")
	if err != nil {
		t.Fatal(err)
	}
	lib := newLibrary(withLists(t, map[string]string{"words/en.txt": string(en) + "\n[apart]\nverbatimly: verbatimish\n[contraction]\n'sup\n"}))
	l, err := lib.languageOf("en")
	if err != nil {
		t.Fatal(err)
	}
	if l.Stem("verbatimish") != "verbatimly" || !l.IsStop("what'sup") {
		t.Errorf("verbatimish counts under %q", l.Stem("verbatimish"))
	}
}

// The lists that are read without an error to hand on are right, and the README
// beside them explains every section that they use.
func TestListsAreRight(t *testing.T) {
	if _, err := readAtlas(lists); err != nil {
		t.Error(err)
	}
	topics, err := builtin().topics()
	if err != nil {
		t.Error(err)
	}
	for word, codes := range topics {
		if words := wordsOf(word); slices.ContainsFunc(codes, func(code string) bool { return NameOf(code) == code }) || len(words) != 1 || words[0] != word {
			t.Errorf("topics.txt: %s: %q", codes, word)
		}
	}
	readme, err := os.ReadFile("words/README.md")
	if err != nil {
		t.Fatal(err)
	}
	used := make(map[string]bool)
	files, _ := fs.Glob(lists, "words/*.txt")
	for _, name := range files {
		readSections(lists, name, func(section, line string) error { used[section] = true; return nil })
	}
	for section := range maps.Keys(used) {
		if !strings.Contains(string(readme), "`["+section+"]`") {
			t.Errorf("section [%s] is not in words/README.md", section)
		}
	}
}

// A language whose letters are not in the table is told by its function words.
func TestDetectByListsAlone(t *testing.T) {
	lib := newLibrary(withLists(t, map[string]string{"words/tok.txt": "[language]\nname: Toki Pona\n\n[stop]\nmi, sina, ona, li, e, la, pi, en, tawa, lon, ni\n"}))
	answers := slices.Values([]string{"mi lon tomo ni", "ona li pona tawa mi", "sina en mi li pali e ni", "jan pi ma ni li pona"})
	if d := newDetector(lib).detect("", answers); d.Code != "tok" {
		t.Errorf("detected %+v", d)
	}
}

// Patterns are compiled when they are first used, so this is where a wrong one shows.
func TestPairingsCompile(t *testing.T) {
	for _, code := range Languages() {
		l, err := LanguageOf(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range l.pairings {
			if groups := p.form().NumSubexp(); groups < 1 {
				t.Errorf("%s: a pairing for %q has %d groups", code, p.as, groups)
			}
		}
	}
}
