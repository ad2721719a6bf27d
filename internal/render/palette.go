package render

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"verbatim/internal/layout"
)

// Palette is the background of a picture and its inks. By size, colour repeats what size says, so that tiers of equal
// frequency can be found at a glance; by theme, it says which theme a word belongs to. NewPalette gives at least one
// ink.
type Palette struct {
	Name       string        // empty for a list of colours
	Background color.NRGBA   // alpha 0: transparent
	Inks       []color.NRGBA // by size, from the largest words to the smallest
	Themes     []color.NRGBA // by theme; they differ for people with any colour vision
	Neutral    color.NRGBA   // of words without a theme

	ground color.NRGBA // what inks are judged on: the background, where it is not transparent
	any    bool        // inks of too little contrast are allowed
}

// Palettes returns the named palettes, the default first. All inks have a contrast of at least 4.5:1 on their
// background. Inks by size differ in lightness, so that they can be told apart without colour vision; inks by theme
// were searched for by computer, as far apart as they can be in CIELAB as people with and without red, green or blue
// cones see them (palette_test.go holds both).
func Palettes() []Palette {
	themes, grey := inks(0x005cd4, 0xa35c10, 0x007f4b, 0x71207a, 0x1c222d, 0x5c2600), rgb(0x686e76)
	bright, pale := inks(0x7091ff, 0xffd166, 0x4be39a, 0xe0b8ff, 0xffffff, 0xc98a3a), rgb(0x93a1b0)
	list := []Palette{
		{Name: "ink", Background: rgb(0xffffff), Inks: inks(0xb3321d, 0x14233f, 0x1f3f6e, 0x2f5d8f, 0x4a6f8f), Themes: themes, Neutral: grey},
		{Name: "sea", Background: rgb(0xffffff), Inks: inks(0x0b2b3c, 0x0f4558, 0x155f6b, 0x276f75, 0x4c7d7a), Themes: themes, Neutral: grey},
		{Name: "earth", Background: rgb(0xfdfaf4), Inks: inks(0x963a10, 0x2b1d14, 0x4a3728, 0x6b4f2a, 0x6d6a5f), Themes: themes, Neutral: grey},
		{Name: "mono", Background: rgb(0xffffff), Inks: inks(0x111111), Themes: themes, Neutral: grey},
		{Name: "night", Background: rgb(night), Inks: inks(0xffb454, 0xf2f5fa, 0xc3d3ea, 0x93b4d8, 0x7f98b3), Themes: bright, Neutral: pale},
		{Name: "slate", Background: rgb(0x22303c), Inks: inks(0xffffff, 0xd3e2ec, 0xb0cbdc, 0x94b3c4, 0x86a1ad), Themes: bright, Neutral: pale},
	}
	for i := range list {
		list[i].ground = list[i].Background
	}
	return list
}

// inks is a list of opaque colours, 0xrrggbb each.
func inks(values ...uint32) []color.NRGBA {
	var list []color.NRGBA
	for _, v := range values {
		list = append(list, rgb(v))
	}
	return list
}

// NewPalette finds a palette by name, or reads a list of colours ("#14233f,#2f5d8f"), which serve for sizes and themes
// alike; "" is the first that can be read on the background. The background is as for ParseColor; "" is the palette's
// own, white for a list. Inks that cannot be read on it at any size are refused, with the nearest that would do, unless
// any is set. A transparent picture is judged as if it lay on the palette's own background: that is what its inks are
// made for. A list's is white, or near black where its inks cannot be read on white and can there.
func NewPalette(spec, background string, any bool) (Palette, error) {
	p, err := findPalette(spec)
	if err != nil {
		return p, err
	}
	p.any = any
	if background != "" {
		if p.Background, err = ParseColor(background); err != nil {
			return p, fmt.Errorf("background: %w", err)
		}
	}
	switch {
	case p.Background.A != 0:
		p.ground = p.Background
	case p.Name == "" && p.worst(p.ground) < readableLarge && p.worst(rgb(night)) > p.worst(p.ground):
		p.ground = rgb(night)
	}
	if p.Name == "" {
		p.Neutral = Nearest(rgb(0x686e76), p.ground)
	}
	if err = p.check(); err == nil || spec != "" {
		return p, err
	}
	if found, ok := readableOn(p.Background); ok {
		return found, nil
	}
	return p, noneReadableOn(p.Background)
}

// night is the ground of light inks.
const night = 0x12161f

// worst is the least contrast that an ink by size has on a ground.
func (p Palette) worst(ground color.NRGBA) float64 {
	least := Contrast(p.Inks[0], ground)
	for _, c := range p.Inks {
		least = min(least, Contrast(c, ground))
	}
	return least
}

// readableOn finds the first palette whose inks can be read on a background.
func readableOn(ground color.NRGBA) (Palette, bool) {
	for _, p := range Palettes() {
		p.Background, p.ground = ground, ground
		if p.check() == nil {
			return p, true
		}
	}
	return Palette{}, false
}

// noneReadableOn names the background nearest to one, on the way to white or to black, on which a palette can be read.
func noneReadableOn(ground color.NRGBA) error {
	for step := range 256 {
		for _, end := range []color.NRGBA{rgb(0xffffff), rgb(0)} {
			near := mix(ground, end, step)
			if p, ok := readableOn(near); ok {
				return &ContrastError{fmt.Sprintf("%s is neither light nor dark enough for any palette to be read on; the nearest that is, is %s with the palette %s",
					Hex(ground), Hex(near), p.Name)}
			}
		}
	}
	return &ContrastError{Hex(ground) + " is neither light nor dark enough for any palette to be read on"} // not reached: ink can be read on white
}

// findPalette reads the spec alone. A list is told from a name by what its parts are: "red" is a list of one colour.
func findPalette(spec string) (Palette, error) {
	var names []string
	for _, p := range Palettes() {
		if spec == p.Name || spec == "" {
			return p, nil
		}
		names = append(names, p.Name)
	}
	p := Palette{Background: rgb(0xffffff), ground: rgb(0xffffff)}
	for _, s := range strings.Split(spec, ",") {
		c, err := ParseColor(s)
		if err != nil || c.A == 0 {
			return p, fmt.Errorf("unknown palette %q; the palettes are %s, or write colours: #14233f,#2f5d8f", spec, strings.Join(names, ", "))
		}
		p.Inks = append(p.Inks, c)
	}
	p.Themes = p.Inks
	return p, nil
}

// check refuses inks of too little contrast: a palette's own are for all sizes, those of a list may serve large words
// alone, which is known only when the words are placed (CheckContrast).
func (p Palette) check() error {
	need, all := readable, slices.Concat(p.Inks, p.Themes, []color.NRGBA{p.Neutral})
	if p.Name == "" {
		need, all = readableLarge, p.Inks
	}
	for _, c := range all {
		if r := Contrast(c, p.ground); r < need && !p.any {
			return &ContrastError{fmt.Sprintf("the colour %s has a contrast of %.1f:1 on %s, text needs %.1f:1; the nearest that has it is %s",
				Hex(c), r, Hex(p.ground), readable, Hex(Nearest(c, p.ground)))}
		}
	}
	return nil
}

// ContrastError says which colour cannot be read, and the nearest that can.
type ContrastError struct{ what string }

func (e *ContrastError) Error() string { return e.what }

// large is the font height, in px, from which on letters can be read with less contrast (WCAG 2: 18 pt).
const large = 24

// CheckContrast refuses a layout in which a word's ink cannot be read at the word's size.
func (p Palette) CheckContrast(l *layout.Layout) error {
	for _, w := range l.Words {
		c, err := ParseColor(w.Color)
		if err != nil || p.any {
			return err
		}
		if !legibleInk(c, p.ground, w.Size) {
			return &ContrastError{fmt.Sprintf("the colour %s has a contrast of %.1f:1 on %s, and words as small as “%s” (%.0f px) need %.1f:1; the nearest that has it is %s",
				Hex(c), Contrast(c, p.ground), Hex(p.ground), w.Text, w.Size, readable, Hex(Nearest(c, p.ground)))}
		}
	}
	return nil
}

// legibleInk tells whether letters of a font height can be read in an ink on a ground.
func legibleInk(ink, ground color.NRGBA, px float64) bool {
	r := Contrast(ink, ground)
	return r >= readable || r >= readableLarge && px >= large
}

// Ground is what the inks are judged on: the background, or what a transparent picture is made to lie on.
func (p Palette) Ground() color.NRGBA { return p.ground }

// Plain is the one ink of a cloud that is not coloured: the darkest of those by size that is no accent.
func (p Palette) Plain() color.NRGBA { return p.ink(1) }

// Bar is the one ink of bars that are not coloured: the first of a list of colours, else one that is calm in large areas.
func (p Palette) Bar() color.NRGBA {
	if p.Name == "" {
		return p.Inks[0]
	}
	return p.ink(3)
}

// ThemeInk is the colour of the nth theme (from 0); those that there is no colour left for are as words without one.
func (p Palette) ThemeInk(n int) color.NRGBA {
	if n < 0 || n >= len(p.Themes) {
		return p.Neutral
	}
	return p.Themes[n]
}

// Colors returns the inks of all words of a cloud, from their font heights as shares of the largest: a new tier begins
// each time the height has fallen by √2 (half as many mentions, on the sqrt scale). The first ink is an accent:
// where more than three words and a fifth of all would have it, as when all are equal, each tier takes the next ink
// instead.
func (p Palette) Colors(heights []float64) []color.NRGBA {
	first, shift := 0, 0
	for _, h := range heights {
		if tier(h) == 0 {
			first++
		}
	}
	if first > max(3, len(heights)/5) {
		shift = 1
	}
	var list []color.NRGBA
	for _, h := range heights {
		list = append(list, p.ink(tier(h)+shift))
	}
	return list
}

// tier counts by how many √2 a height has fallen, up to what any palette can tell apart. It compares squares rather
// than taking a logarithm, whose last bit differs between machines.
func tier(height float64) int {
	n := 0
	for limit := 0.5; n < 16 && height*height < limit; limit /= 2 {
		n++
	}
	return n
}

// ink is the colour of a tier; the last one serves all smaller words.
func (p Palette) ink(tier int) color.NRGBA { return p.Inks[min(tier, len(p.Inks)-1)] }
