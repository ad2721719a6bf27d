package typeface

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
)

func bold(t testing.TB) *Chain {
	t.Helper()
	c, err := Embedded(Bold)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Texts are cleaned, and shown by the fonts expected.
func TestShape(t *testing.T) {
	c := bold(t)
	for _, test := range []struct{ text, clean, fonts string }{
		{"transparency", "transparency", "Liberation Sans Bold"},
		{"שלום 12", "שלום 12", "Liberation Sans Bold"},
		{"شفافية", "شفافية", "DejaVu Sans Bold"},
		{"love ❤", "love ❤", "Liberation Sans Bold, DejaVu Sans Bold"},
		{"e\u0301t\u00e9", "été", "Liberation Sans Bold"},
		{"a\x00b\u202ecd\u2066", "a bcd", "Liberation Sans Bold"},
		{"\xed\xa0\x80", "\uFFFD", "DejaVu Sans Bold"},
		{" soft\u00ad  hyphen\n", "soft hyphen", "Liberation Sans Bold"},
	} {
		o, err := c.Shape(test.text)
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		fonts := ""
		for i, f := range o.Fonts {
			if i > 0 {
				fonts += ", "
			}
			fonts += f.Name
		}
		if o.Text != test.clean || fonts != test.fonts {
			t.Errorf("%q: got %q in %s, want %q in %s", test.text, o.Text, fonts, test.clean, test.fonts)
		}
	}
}

func TestShapeRefuses(t *testing.T) {
	c := bold(t)
	for _, text := range []string{"", "  ", "\u200d", "\x00\x01", "\u202e"} {
		if _, err := c.Shape(text); !errors.Is(err, ErrNoInk) {
			t.Errorf("%q: got %v, want ErrNoInk", text, err)
		}
	}
	var missing *MissingGlyphError
	if _, err := c.Shape("good 日本"); !errors.As(err, &missing) || missing.Rune != '日' {
		t.Errorf("got %v, want the missing 日", err)
	}
}

// The letters of a line are ordered by the direction of its paragraph, as UAX #9 demands; given here left to right as drawn.
func TestShapeLineOrder(t *testing.T) {
	c := bold(t)
	for _, test := range []struct{ paragraph, line, want string }{
		{"שקיפות (2024) trust", "שקיפות (2024) trust", "trust (2024) תופיקש"},
		{"שקיפות (2024) trust", "(2024) trust", "trust (2024)"},
		{"שקיפות trust 12", "trust 12", "trust 12"},
		{"שקיפות trust, 12", "trust, 12!", "!trust, 12"},
		{"שקיפות open-ended trust", "trust אב", "בא trust"},
		{"trust שקיפות (2024)", "(2024) אב", "(2024) בא"},
		{"trust שקיפות 12", "שקיפות 12", "12 תופיקש"},
		{"12 שקיפות", "12 ab", "ab 12"},
		{"trust שקיפות 12 of 20", "trust שקיפות 12 of 20", "trust 12 תופיקש of 20"},
		{"trust שקיפות 12,5% of שק", "trust שקיפות 12,5% of שק", "trust 12,5% תופיקש of קש"},
		{"trust שקיפות 12, of", "trust שקיפות 12, of", "trust 12 תופיקש, of"},
		{"trust שקיפות 12of", "trust שקיפות 12of", "trust 12תופיקש of"},
		{"trust ٣ שקיפות", "trust ٣ שקיפות", "trust תופיקש ٣"},
		{"2024", "2024", "2024"},
	} {
		o, err := c.ShapeLine(test.line, test.paragraph)
		if err != nil {
			t.Fatal(err)
		}
		var want []Box
		for _, r := range test.want {
			one, err := c.Shape(string(r))
			if err == nil { // not a space
				want = append(want, one.Glyphs...)
			}
		}
		widths := func(boxes []Box) (list []int32) {
			for _, b := range boxes {
				list = append(list, b.X1-b.X0, b.Y1-b.Y0)
			}
			return list
		}
		if got, want := widths(o.Glyphs), widths(want); !slices.Equal(got, want) {
			t.Errorf("%q of %q is not drawn as %q: %v, want %v", test.line, test.paragraph, test.want, got, want)
		}
	}
}

// For any bytes, Shape returns an outline of clean text or a documented error.
func FuzzShape(f *testing.F) {
	for _, s := range []string{"trust", "שלום", "a\u0301\u0302", "\xff\xfe", "\u202e\u2066x", "👨‍👩‍👧", "क्षत्रिय", "\U000e0041"} {
		f.Add(s)
	}
	c := bold(f)
	f.Fuzz(func(t *testing.T, s string) {
		o, err := c.Shape(s)
		var missing *MissingGlyphError
		switch {
		case errors.Is(err, ErrNoInk), errors.As(err, &missing):
		case err != nil:
			t.Fatal(err)
		case o.Text != clean(o.Text):
			t.Errorf("%q is not clean", o.Text)
		case len(o.Polylines(Px(20))) == 0:
			t.Errorf("%q has no outline", o.Text)
		}
	})
}

func BenchmarkShape(b *testing.B) {
	c := bold(b)
	for b.Loop() {
		if _, err := c.Shape("understanding"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEmbedded(b *testing.B) {
	for b.Loop() {
		bold(b)
	}
}

// A font file comes before the embedded fonts; a file that is not a font is refused, and the error names it.
func TestNewChain(t *testing.T) {
	chain, err := NewChain(Choice{Weight: Bold, Files: []File{{"serif.ttf", dejavusans.TTF}}})
	if err != nil {
		t.Fatal(err)
	}
	o, err := chain.Shape("trust")
	if err != nil || len(o.Fonts) != 1 || o.Fonts[0].Name != "DejaVu Sans" {
		t.Errorf("shaped with %v, %v", o.Fonts, err)
	}
	if _, err := NewChain(Choice{Files: []File{{"notes.txt", []byte("not a font")}}}); err == nil || !strings.Contains(err.Error(), "notes.txt is not a") {
		t.Errorf("a text taken for a font: %v", err)
	}
}

// Around puts the embedded fonts first, then the files of the chain.
func TestAround(t *testing.T) {
	chain, err := NewChain(Choice{Weight: Bold, Files: []File{{"bold.ttf", dejavusansbold.TTF}}})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range chain.Around(Regular).Fonts() {
		names = append(names, f.Name)
	}
	if want := []string{"Liberation Sans", "DejaVu Sans", "DejaVu Sans Bold"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

// The machine's fonts come last, and only for what no other font has. Skipped on machines without a font that has kana.
func TestSystemFonts(t *testing.T) {
	chain, err := NewChain(Choice{System: true})
	if err != nil {
		t.Fatal(err)
	}
	before := len(chain.Fonts())
	if _, err := chain.Shape("trust"); err != nil || len(chain.Fonts()) != before {
		t.Errorf("a plain word asked for a font of the machine: %v", err)
	}
	o, err := chain.Shape("かな")
	if err != nil {
		t.Skip("no font of this machine has kana")
	}
	if len(o.Fonts) != 1 || !slices.Contains(chain.Fonts()[before:], o.Fonts[0]) {
		t.Errorf("drawn with %v", o.Fonts)
	}
	if _, err := chain.Around(Regular).Shape("かな"); err != nil {
		t.Errorf("around a chain that asks the machine: %v", err)
	}
}
