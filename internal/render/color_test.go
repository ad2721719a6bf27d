package render

import (
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestParseColor(t *testing.T) {
	for text, want := range map[string]color.NRGBA{
		"#fff": rgb(0xffffff), "#14233F": rgb(0x14233f), " navy ": rgb(0x000080), "grey": rgb(0x808080), "transparent": {},
	} {
		if got, err := ParseColor(text); err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "#", "#ff", "#12345", "#1234567", "#ggg", "123456", "#+12345", "reddish"} {
		if c, err := ParseColor(text); err == nil {
			t.Errorf("%q is read as %v", text, c)
		}
	}
}

func TestContrast(t *testing.T) {
	for _, test := range []struct {
		a, b uint32
		want float64
	}{{0, 0xffffff, 21}, {0x777777, 0xffffff, 4.48}, {0x0000ff, 0xffffff, 8.59}, {0xff0000, 0xff0000, 1}} {
		if got := contrast(rgb(test.a), rgb(test.b)); got < test.want-0.005 || got > test.want+0.005 {
			t.Errorf("%06x on %06x: %.3f, want %.2f", test.a, test.b, got, test.want)
		}
	}
}

// Every named palette can be read on its own background, and the default is one of them.
func TestPalettes(t *testing.T) {
	for _, p := range Palettes() {
		if q, err := NewPalette(p.Name, "", false); err != nil || len(q.Inks) == 0 {
			t.Errorf("%s: %v", p.Name, err)
		}
		for i, c := range p.Inks[1:] {
			if r := contrast(c, p.Inks[i]); r < 1.2 {
				t.Errorf("%s: the inks %s and %s differ in lightness by %.2f:1 only", p.Name, Hex(p.Inks[i]), Hex(c), r)
			}
		}
	}
	if p, err := NewPalette("", "transparent", false); err != nil || p.Name != Palettes()[0].Name || p.Background.A != 0 {
		t.Errorf("default on transparent: %+v, %v", p, err)
	}
}

// On a transparent background, inks are judged on the ground that they are made for, and so are the greys of texts.
func TestTransparentGround(t *testing.T) {
	for _, test := range []struct {
		spec string
		any  bool
		dark bool
	}{
		{"", false, false}, {"earth", false, false}, {"night", false, true}, {"slate", false, true},
		{"#14233f,#2f5d8f", false, false}, {"#f2f5fa,#ffd166", false, true}, {"#f2f5fa,#93b4d8", true, true},
		{"#757575", false, false}, // can be read on both
		{"#d06010", false, false}, // on white if it is large
		{"#ffff00", false, true},
	} {
		p, err := NewPalette(test.spec, "transparent", test.any)
		if err != nil {
			t.Errorf("%s: %v", test.spec, err)
			continue
		}
		texts := NewTextInks(p.Ground())
		ink, quiet := texts.Title, texts.Note
		if dark := luminance(p.Ground()) < 0.1; dark != test.dark || p.Background.A != 0 {
			t.Errorf("%s lies on %s", test.spec, Hex(p.Ground()))
		}
		if light := luminance(ink) > 0.5 && luminance(quiet) > 0.3; light != test.dark {
			t.Errorf("%s: the title is %s, the caption %s", test.spec, Hex(ink), Hex(quiet))
		}
	}
	if _, err := NewPalette("#ffff00,#000080", "transparent", false); err == nil {
		t.Error("inks that no one ground serves")
	}
}

// A background on which no palette can be read is refused; the nearest one that the error names is accepted.
func TestBackgroundErrors(t *testing.T) {
	for _, background := range []string{"#eeeeee", "#f0e0d0", "#808080", "#f5c800", "#336699"} {
		_, err := NewPalette("", background, false)
		if err == nil {
			t.Errorf("%s is readable", background)
			continue
		}
		_, after, _ := strings.Cut(err.Error(), "the nearest background that works is ")
		near, name, ok := strings.Cut(after, " with the palette ")
		if p, err := NewPalette("", near, false); !ok || err != nil || p.Name != name {
			t.Errorf("%s: %q, %v", background, after, err)
		}
		if _, err := NewPalette(name, near, false); err != nil {
			t.Errorf("%s: %v", background, err)
		}
	}
}

func TestPaletteErrors(t *testing.T) {
	for _, test := range []struct{ spec, background, want string }{
		{"rainbow", "", "ink, sea, earth, mono, grey, night, slate"},
		{"#123456,transparent", "", "unknown palette"},
		{"#14233f,#f5c800", "", "#f5c800 has a contrast of 1.6:1 on #ffffff, text needs 4.5:1; the nearest that has it is #"},
		{"ink", "black", "contrast"},
		{"ink", "blackish", "background: "},
	} {
		_, err := NewPalette(test.spec, test.background, false)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s on %q: %v, want %s", test.spec, test.background, err, test.want)
		}
	}
}

// The nearest colour proposed is itself accepted.
func TestNearest(t *testing.T) {
	for _, ground := range []color.NRGBA{rgb(0xffffff), rgb(0), rgb(0x808080), rgb(0x10161f), rgb(0xf5c800)} {
		for _, c := range []color.NRGBA{rgb(0xf5c800), rgb(0x808080), ground} {
			if n := nearest(c, ground); contrast(n, ground) < minContrast {
				t.Errorf("%s on %s: %s has %.2f:1", Hex(c), Hex(ground), Hex(n), contrast(n, ground))
			}
		}
	}
}

// Every colour of colors.txt is one, and the basic colours are all there.
func TestColorLists(t *testing.T) {
	for section, lines := range colorLists() {
		for _, line := range lines {
			for _, s := range line {
				if _, err := ParseColor(s); err != nil && s[0] == '#' {
					t.Errorf("%s, %s: %v", section, line[0], err)
				}
			}
		}
	}
	if n := len(colorLists()["name"]); n != 17 {
		t.Errorf("%d basic colours", n)
	}
	for _, p := range Palettes() {
		if len(p.Themes) != 5 || len(p.Inks) == 0 || p.ground.A == 0 {
			t.Errorf("%s has %d inks by theme on %s", p.Name, len(p.Themes), Hex(p.ground))
		}
	}
}

// greys returns nearly black colours.
func greys(values ...uint32) (list []color.NRGBA) {
	for _, v := range values {
		list = append(list, rgb(v))
	}
	return list
}

func TestTier(t *testing.T) {
	p := Palette{Inks: greys(9, 1, 2, 3)}
	for height, want := range map[float64]uint32{1: 1, 0.6: 1, 0.59: 2, 0.35: 2, 0.34: 3, 0.01: 3} {
		if got := p.ink(1 + tier(height)); got != rgb(want) {
			t.Errorf("height %v: %v, want %d", height, got, want)
		}
	}
}

// The accent marks one to three words that lead clearly, or none; ties have one ink.
func TestAccent(t *testing.T) {
	p := Palette{Inks: greys(9, 1, 2, 3)}
	for _, test := range []struct {
		counts []float64
		want   []color.NRGBA
	}{
		{[]float64{100, 80, 10}, greys(9, 1, 3)},
		{[]float64{100, 81, 64}, greys(9, 9, 1)},
		{[]float64{100, 81, 81, 64}, greys(9, 9, 9, 1)},
		{[]float64{100, 90, 81, 73, 66, 9}, greys(1, 1, 1, 1, 1, 3)},
		{[]float64{2, 2, 2, 2, 1}, greys(1, 1, 1, 1, 1)},
		{[]float64{10, 100}, greys(3, 9)},
		{[]float64{5}, greys(1)},
		{nil, nil},
	} {
		heights := make([]float64, len(test.counts))
		for i, n := range test.counts {
			heights[i] = math.Sqrt(n / slices.Max(test.counts))
		}
		if got := p.Colors(test.counts, heights); !slices.Equal(got, test.want) {
			t.Errorf("%v: got %v, want %v", test.counts, got, test.want)
		}
	}
}
