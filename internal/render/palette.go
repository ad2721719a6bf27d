package render

import (
	"cmp"
	"fmt"
	"image/color"
	"strings"
)

// Palette is the background of a picture and the inks that words take by their size. Colour repeats what size says, so
// that tiers of equal frequency can be found at a glance, and says nothing else. NewPalette gives at least one ink.
type Palette struct {
	Name       string        // empty for a list of colours
	Background color.NRGBA   // alpha 0: transparent
	Inks       []color.NRGBA // from the largest words to the smallest
}

// Palettes returns the named palettes, the default first. All inks have a contrast of at least 4.5:1 on their
// background, and neighbours differ in lightness, so that they can be told apart without colour vision.
func Palettes() []Palette {
	return []Palette{
		{"ink", rgb(0xffffff), inks(0xb3321d, 0x14233f, 0x1f3f6e, 0x2f5d8f, 0x4a6f8f)},
		{"sea", rgb(0xffffff), inks(0x0b2b3c, 0x0f4558, 0x155f6b, 0x276f75, 0x4c7d7a)},
		{"earth", rgb(0xfdfaf4), inks(0x963a10, 0x2b1d14, 0x4a3728, 0x6b4f2a, 0x6d6a5f)},
		{"mono", rgb(0xffffff), inks(0x111111)},
		{"night", rgb(0x12161f), inks(0xffb454, 0xf2f5fa, 0xc3d3ea, 0x93b4d8, 0x7f98b3)},
		{"slate", rgb(0x22303c), inks(0xffffff, 0xd3e2ec, 0xb0cbdc, 0x94b3c4, 0x86a1ad)},
	}
}

// inks is a list of opaque colours, 0xrrggbb each.
func inks(values ...uint32) []color.NRGBA {
	var list []color.NRGBA
	for _, v := range values {
		list = append(list, rgb(v))
	}
	return list
}

// NewPalette finds a palette by name, or reads a list of colours ("#14233f,#2f5d8f"); "" is the first that can be
// read on the background. The background is as for ParseColor; "" is the palette's own, white for a list. Inks that
// are hard to read on it are refused, with the nearest that would do. A transparent picture is judged as if it lay on
// the palette's own background: that is what its inks are made for.
func NewPalette(spec, background string) (Palette, error) {
	p, err := findPalette(spec)
	if err != nil || background == "" {
		return p, cmp.Or(err, p.check(p.Background))
	}
	ground, err := ParseColor(background)
	if err != nil {
		return p, fmt.Errorf("background: %w", err)
	}
	if ground.A == 0 {
		err = p.check(p.Background)
	} else if err = p.check(ground); err != nil && spec == "" {
		p, err = readableOn(ground, p, err)
	}
	p.Background = ground
	return p, err
}

// readableOn finds the first palette whose inks can be read on a background; if there is none, it gives back the
// palette and error that it was called with.
func readableOn(ground color.NRGBA, first Palette, err error) (Palette, error) {
	for _, p := range Palettes() {
		if p.check(ground) == nil {
			return p, nil
		}
	}
	return first, err
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
	p := Palette{Background: rgb(0xffffff)}
	for _, s := range strings.Split(spec, ",") {
		c, err := ParseColor(s)
		if err != nil || c.A == 0 {
			return p, fmt.Errorf("unknown palette %q; the palettes are %s, or write colours: #14233f,#2f5d8f", spec, strings.Join(names, ", "))
		}
		p.Inks = append(p.Inks, c)
	}
	return p, nil
}

// check refuses inks of too little contrast. Large type could do with 3:1, but any ink may come to a small word.
func (p Palette) check(ground color.NRGBA) error {
	for _, c := range p.Inks {
		if r := Contrast(c, ground); r < readable {
			return fmt.Errorf("the colour %s has a contrast of %.1f:1 on %s, text needs %.1f:1; the nearest that has it is %s",
				Hex(c), r, Hex(ground), readable, Hex(Nearest(c, ground)))
		}
	}
	return nil
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
