package render

import (
	"image/color"
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
		if got := Contrast(rgb(test.a), rgb(test.b)); got < test.want-0.005 || got > test.want+0.005 {
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
			if r := Contrast(c, p.Inks[i]); r < 1.2 {
				t.Errorf("%s: the inks %s and %s differ in lightness by %.2f:1 only", p.Name, Hex(p.Inks[i]), Hex(c), r)
			}
		}
	}
	if p, err := NewPalette("", "transparent", false); err != nil || p.Name != Palettes()[0].Name || p.Background.A != 0 {
		t.Errorf("default on transparent: %+v, %v", p, err)
	}
}

func TestPaletteErrors(t *testing.T) {
	for _, test := range []struct{ spec, background, want string }{
		{"rainbow", "", "ink, sea, earth, mono, night, slate"},
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
	for _, ground := range []color.NRGBA{rgb(0xffffff), rgb(0), rgb(0x808080), rgb(0x12161f), rgb(0xf5c800)} {
		for _, c := range []color.NRGBA{rgb(0xf5c800), rgb(0x808080), ground} {
			if n := Nearest(c, ground); Contrast(n, ground) < readable {
				t.Errorf("%s on %s: %s has %.2f:1", Hex(c), Hex(ground), Hex(n), Contrast(n, ground))
			}
		}
	}
}

func TestTier(t *testing.T) {
	p := Palette{Inks: inks(1, 2, 3)}
	for height, want := range map[float64]uint32{1: 1, 0.71: 1, 0.7: 2, 0.51: 2, 0.49: 3, 0.01: 3} {
		if got := p.ink(tier(height)); got != rgb(want) {
			t.Errorf("height %v: tier %v, want %d", height, got, want)
		}
	}
}

// The accent marks a few words, or none.
func TestAccent(t *testing.T) {
	p := Palette{Inks: inks(1, 2, 3)}
	for _, test := range []struct {
		heights []float64
		want    []color.NRGBA
	}{
		{[]float64{1, 0.9, 0.6, 0.1}, inks(1, 1, 2, 3)},
		{[]float64{1, 1, 1, 1, 0.6, 0.1}, inks(2, 2, 2, 2, 3, 3)},
		{nil, nil},
	} {
		if got := p.Colors(test.heights); !slices.Equal(got, test.want) {
			t.Errorf("%v: got %v, want %v", test.heights, got, test.want)
		}
	}
}
