package charset

import (
	"strings"
	"testing"
)

// twice encodes a text twice, with one of the encodings that UTF-8 is taken for in between.
func twice(t *testing.T, name, text string) string {
	t.Helper()
	var b strings.Builder
	for i := range len(text) {
		c := readIn(t, name, text[i:i+1])
		if c == "\ufffd" {
			c = string(rune(text[i])) // what programs write where the encoding has no character
		}
		b.WriteString(c)
	}
	return b.String()
}

// Whatever was encoded twice comes back as it was.
func TestOnce(t *testing.T) {
	for name := range map[string]bool{"windows-1252": true, "macintosh": true, "ibm850": true} {
		for lang, text := range answers {
			for line := range strings.Lines(text + "x – “yes”… à côté €5 👍\n") {
				damaged := twice(t, name, line)
				if got, ok := Once(damaged); got != line || ok != (damaged != line) {
					t.Errorf("%s, %s: %q is %q", name, lang, damaged, got)
				}
			}
		}
	}
}

// In a seldom mistake it comes back, too, if there is enough of it.
func TestOnceSeldom(t *testing.T) {
	for name, langs := range map[string]string{
		"windows-1250": "de fr pl cs ru el", "windows-1251": "de fr pl ru uk el ar", "windows-1253": "ru el", "windows-1254": "de tr ru",
		"ibm437": "de fr ru", "ibm852": "pl cs ru",
	} {
		for lang := range strings.FieldsSeq(langs) {
			for line := range strings.Lines(answers[lang]) {
				line = strings.Repeat(line, 3) // so that it has several letters beyond ASCII
				damaged := twice(t, name, line)
				if got, ok := Once(damaged); got != line || ok != (damaged != line) {
					t.Errorf("%s, %s: %q is %q", name, lang, damaged, got)
				}
			}
		}
	}
	for _, text := range []string{"Сёмга", "С…", "Рё", "Гёте", "Сёмга, Сёмга"} {
		if got, ok := Once(text); ok {
			t.Errorf("%q is %q", text, got)
		}
	}
	if got, ok := OnceBeside("С€"); got != "ш" || !ok {
		t.Errorf("%q", got)
	}
}

// Text that is right stays as it is, and what is right in a text stays beside what was encoded twice.
func TestOnceLeavesAlone(t *testing.T) {
	for lang, text := range answers {
		if got, ok := Once(text); ok {
			t.Errorf("%s: %q", lang, got)
		}
	}
	for _, text := range []string{"“CAFÉ”", "QUALITÉ » et À", "AÇÃO – NÃO", "Ã", "größe", "Â", "√ 2", "½ ‚x‘", "ГЁТЕ", "\xff\xc3"} {
		if got, ok := Once(text); ok || got != text {
			t.Errorf("%q is %q", text, got)
		}
	}
	if got, _ := Once("über BÃ¼cher"); got != "über Bücher" {
		t.Errorf("%q", got)
	}
}

func FuzzOnce(f *testing.F) {
	f.Add("BÃ¼cher")
	f.Add("â€œyesâ€\u009d")
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := Once(text)
		if ok == (got == text) {
			t.Errorf("%q is %q, %v", text, got, ok)
		}
		if len(got) > len(text) {
			t.Errorf("%q grows to %q", text, got)
		}
		_ = Detect(text)
	})
}
