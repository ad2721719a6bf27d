package render

import (
	"image/color"
	"strings"
	"testing"

	"github.com/lucasb-eyer/go-colorful"

	"verbatim/internal/layout"
)

// How people who lack one kind of cone see colours: matrices on linear RGB, after Machado, Oliveira and Fernandes, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at full severity.
var visions = []struct {
	name   string
	matrix [3][3]float64
}{
	{"usual", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	{"no red", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
	{"no green", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
	{"no blue", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}

func seen(c color.NRGBA, m [3][3]float64) colorful.Color {
	made, _ := colorful.MakeColor(c)
	r, g, b := made.LinearRgb()
	row := func(v [3]float64) float64 { return min(1, max(0, v[0]*r+v[1]*g+v[2]*b)) }
	return colorful.LinearRgb(row(m[0]), row(m[1]), row(m[2]))
}

// Themes can be told apart by everybody, and from words without a theme. A distance of 2.3 in CIELAB is just noticeable;
// side by side in large type, 15 is obvious.
func TestThemesForEveryEye(t *testing.T) {
	for _, p := range Palettes() {
		all := append([]color.NRGBA{p.Neutral}, p.Themes...)
		for _, v := range visions {
			for i, a := range all {
				for _, b := range all[:i] {
					if d := 100 * seen(a, v.matrix).DistanceLab(seen(b, v.matrix)); d < 15 {
						t.Errorf("%s, %s: %s and %s are %.1f apart", p.Name, v.name, Hex(a), Hex(b), d)
					}
				}
			}
		}
	}
}

// A colour may have less contrast where all its words are large.
func TestCheckContrast(t *testing.T) {
	of := func(size float64) *layout.Layout {
		return &layout.Layout{Words: []layout.Placed{{Text: "trust", Size: size, Color: "#d06010"}}} // 3.9:1
	}
	p, err := NewPalette("#d06010", "", false)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.CheckContrast(of(24)); err != nil {
		t.Errorf("large: %v", err)
	}
	if err := p.CheckContrast(of(23)); err == nil || !strings.Contains(err.Error(), "the nearest that has it is #") {
		t.Errorf("small: %v", err)
	}
	if p, err = NewPalette("#d06010,#ffff00", "", true); err != nil || p.CheckContrast(of(5)) != nil {
		t.Errorf("any colour is allowed, and yet: %v", err)
	}
	if _, err = NewPalette("#f0a060", "", false); err == nil { // 2.1:1
		t.Error("a colour that cannot be read at any size")
	}
}

// More themes than colours: the rest look like words without a theme.
func TestThemeInk(t *testing.T) {
	p := Palettes()[0]
	if p.ThemeInk(0) != p.Themes[0] || p.ThemeInk(-1) != p.Neutral || p.ThemeInk(len(p.Themes)) != p.Neutral {
		t.Error("a theme has the colour of another")
	}
}
