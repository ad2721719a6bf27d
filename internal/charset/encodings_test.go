package charset

import (
	"slices"
	"strings"
	"testing"
)

// The files are read, every language that an encoding names is there, and no name or alias is given twice.
func TestEncodingsFile(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range entries() {
		for _, name := range append([]string{e.name}, e.aliases...) {
			if seen[name] || strings.ToLower(name) != name {
				t.Errorf("%s of %s is there twice, or not in lower case", name, e.name)
			}
			seen[name] = true
		}
		for _, code := range slices.Concat(e.languages, e.guests) {
			if languages()[code] == nil {
				t.Errorf("%s: no language %q in languages.txt", e.name, code)
			}
		}
	}
}

func TestLanguagesFile(t *testing.T) {
	used := map[string]bool{}
	for _, e := range entries() {
		for _, code := range slices.Concat(e.languages, e.guests) {
			used[code] = true
		}
	}
	for code, l := range languages() {
		if !used[code] || l.name == "" || len(l.runes) == 0 || l.script != nil && len(l.words) == 0 {
			t.Errorf("%s lacks a name, letters, words or an encoding", code)
		}
	}
}

// The marks are read, and each that joins words or stands beside them has a cost.
func TestMarksFile(t *testing.T) {
	m := marks()
	for r := range m.between {
		if m.cost[r] == 0 {
			t.Errorf("%q has no cost", r)
		}
	}
	if m.cost['’'] != 5_000 || m.cost['\u00a0'] != 7_500 || !m.inside['\u00ad'] || !m.closing['…'] {
		t.Errorf("%v", m)
	}
}

func TestCanonical(t *testing.T) {
	for name, want := range map[string]string{
		"Windows-1250": "windows-1250", "cp1250": "windows-1250", "latin1": "windows-1252", "ISO-8859-1": "windows-1252", "iso_8859-2": "iso-8859-2", "csisolatin2": "iso-8859-2",
		"GBK": "gb18030", "sjis": "shift_jis", "x-mac-roman": "macintosh", "CP850": "ibm850", "cp865": "ibm865", "Latin-9": "iso-8859-15", "klingon": "", "": "", "mac-cyrillic": "x-mac-cyrillic",
	} {
		if got := Canonical(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

// An encoding is added by a section of encodings.txt alone: with languages it is detected, too.
func TestEncodingIsAddedByData(t *testing.T) {
	added, err := parseEncodings("[ibm860]\n# Portuguese under DOS\naliases: portuguese-dos\nlanguages: pt\nseldom: 3\n")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := added[0].decoder.NewEncoder().String(answers["pt"])
	if err != nil {
		t.Fatal(err)
	}
	if g := detect(raw, append(added, entries()...)); g.Name != "ibm860" || g.Language != "Portuguese" {
		t.Errorf("%+v", g)
	}
}

// An error in a file says where it is.
func TestDataErrors(t *testing.T) {
	for _, text := range []string{"[klingon]\n", "[koi8-r]\ncolour: red\n", "[koi8-r]\nseldom: very\n", "[koi8-r]\ninstead: a\n"} {
		if _, err := parseEncodings(text); err == nil {
			t.Errorf("%q is read", text)
		}
	}
	for _, text := range []string{"[xx X]\nletters: ä\n", "[xx X]\nletters: ae 5\n", "[xx X]\nranked: абв\n", "[xx X]\ncolour: red\n", "[xx X]\nscript: Klingon\n"} {
		if _, err := parseLanguages(text); err == nil {
			t.Errorf("%q is read", text)
		}
	}
	for _, text := range []string{"[cost]\n–\n", "[cost]\nab 5\n", "[colour]\n–\n", "[inside]\nU+XY\n"} {
		if _, err := parseMarks(text); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}
