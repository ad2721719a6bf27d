package render

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"
	"sync"

	"verbatim/internal/layout"
)

// How inks are checked. Every ink is judged on the ground: the background, or for a transparent
// picture the background that the inks were made for. The inks of a named palette serve words of
// any size, so each needs a contrast of 4.5:1. The inks of a list of colours may serve large words
// only, so NewPalette asks for 3:1, and CheckContrast for 4.5:1 again once the layout says which
// words are small. A refused colour comes with the nearest that would do.

// Palette is the background of a picture and its inks. Inks by size repeat what the size of a word
// says, so that words of similar frequency can be found at a glance; inks by theme say which theme
// a word belongs to. A palette made by NewPalette has at least one ink.
type Palette struct {
	Name       string        // empty for a list of colours
	Background color.NRGBA   // alpha 0: transparent
	Inks       []color.NRGBA // by size, from the largest words to the smallest; the first is an accent
	Themes     []color.NRGBA // by theme; they differ clearly with any colour vision
	Neutral    color.NRGBA   // of words without a theme

	ground      color.NRGBA // what inks are judged on; opaque
	anyContrast bool        // accept inks of too little contrast
}

// Palettes returns the named palettes, the default first (colors.txt). All inks have a contrast of
// at least 4.5:1 on their background. Inks by size differ in lightness, so people without colour
// vision can distinguish them. Inks by theme do so for people who lack one kind of cone
// (palette_test.go checks both).
func Palettes() []Palette { return slices.Clone(namedPalettes()) }

// namedPalettes reads the palettes once.
var namedPalettes = sync.OnceValue(func() (list []Palette) {
	themes := map[string][]color.NRGBA{}
	for _, set := range colorLists()["theme"] {
		themes[set[0]] = inks(set[1:])
	}
	for _, p := range colorLists()["palette"] {
		set, own := themes[p[1]], inks(p[2:])
		list = append(list, Palette{Name: p[0], Background: own[0], Inks: own[1:], Neutral: set[0], Themes: set[1:], ground: own[0]})
	}
	return list
})

// inks returns the colours of a line of colors.txt, which a test reads whole.
func inks(line []string) (list []color.NRGBA) {
	for _, s := range line {
		c, _ := ParseColor(s)
		list = append(list, c)
	}
	return list
}

// NewPalette returns the palette that spec names, or reads spec as a list of colours
// ("#14233f,#2f5d8f"), which serve for sizes and themes alike. If spec is "", it returns the first
// palette that can be read on the background.
//
// The background is as for ParseColor; "" is the palette's own, or white for a list. A transparent
// picture is judged as if it lay on the palette's own background. For a list that is white, or near
// black if the inks can be read there but not on white.
//
// The error is a *ContrastError if an ink cannot be read at any size, unless anyContrast is set;
// else it says what cannot be parsed.
func NewPalette(spec, background string, anyContrast bool) (Palette, error) {
	p, err := findPalette(spec)
	if err != nil {
		return p, err
	}
	p.anyContrast = anyContrast
	if background != "" {
		if p.Background, err = ParseColor(background); err != nil {
			return p, fmt.Errorf("background: %w", err)
		}
	}
	switch {
	case p.Background.A != 0:
		p.ground = p.Background
	// A transparent picture in a list of light colours is meant for a dark page.
	case p.Name == "" && p.leastContrast(p.ground) < minContrastLarge && p.leastContrast(rgb(nightGround)) > p.leastContrast(p.ground):
		p.ground = rgb(nightGround)
	}
	if p.Name == "" {
		p.Neutral = nearest(rgb(0x686e76), p.ground)
	}
	// A palette that was asked for is refused; without one, another may do.
	ink, bad := p.unreadable()
	if !bad {
		return p, nil
	}
	if spec != "" {
		return p, p.contrastError(ink, "text needs")
	}
	var found Palette
	near := firstTowards(p.Background, []color.NRGBA{rgb(0xffffff), rgb(0)}, func(c color.NRGBA) (ok bool) {
		found, ok = readableOn(c)
		return ok
	})
	if near == p.Background {
		return found, nil
	}
	return p, &ContrastError{fmt.Sprintf("no palette can be read on %s, which is neither light nor dark enough; the nearest background that works is %s with the palette %s",
		Hex(p.Background), Hex(near), found.Name)}
}

// nightGround is the background of light inks: nearly black.
const nightGround = 0x12161f

// leastContrast returns the least contrast that an ink by size has on a ground.
func (p Palette) leastContrast(ground color.NRGBA) float64 {
	of := func(ink color.NRGBA) float64 { return contrast(ink, ground) }
	return of(slices.MinFunc(p.Inks, func(a, b color.NRGBA) int { return cmp.Compare(of(a), of(b)) }))
}

// readableOn returns the first named palette whose inks can be read on a background; ok is false if
// there is none.
func readableOn(ground color.NRGBA) (p Palette, ok bool) {
	for _, p := range Palettes() {
		p.Background, p.ground = ground, ground
		if _, bad := p.unreadable(); !bad {
			return p, true
		}
	}
	return Palette{}, false
}

// findPalette returns the palette or the list of colours that spec stands for, without checking
// contrast. What is not the name of a palette is a list: "red" is a list of one colour.
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

// unreadable returns the first ink of too little contrast on the ground; bad is false if there is
// none. It accepts what large words can have if the palette is a list.
func (p Palette) unreadable() (ink color.NRGBA, bad bool) {
	need, all := minContrast, slices.Concat(p.Inks, p.Themes, []color.NRGBA{p.Neutral})
	if p.Name == "" {
		need, all = minContrastLarge, p.Inks
	}
	for _, c := range all {
		if contrast(c, p.ground) < need && !p.anyContrast {
			return c, true
		}
	}
	return ink, false
}

// ContrastError says which colour cannot be read, and the nearest one that can.
type ContrastError struct{ what string }

func (e *ContrastError) Error() string { return e.what }

// contrastError returns the error for an ink; need is what needs more contrast, with its verb.
func (p Palette) contrastError(ink color.NRGBA, need string) error {
	return &ContrastError{fmt.Sprintf("the colour %s has a contrast of %.1f:1 on %s, %s %.1f:1; the nearest that has it is %s",
		Hex(ink), contrast(ink, p.ground), Hex(p.ground), need, minContrast, Hex(nearest(ink, p.ground)))}
}

// CheckContrast returns a *ContrastError for a layout in which a word's ink cannot be read at the
// word's size.
func (p Palette) CheckContrast(l *layout.Layout) error {
	for _, w := range l.Words {
		c, err := ParseColor(w.Color)
		if err != nil || p.anyContrast {
			return err
		}
		if !legible(c, p.ground, w.Size) {
			return p.contrastError(c, fmt.Sprintf("and words as small as “%s” (%.0f px) need", w.Text, w.Size))
		}
	}
	return nil
}

// Ground returns the colour that the inks are judged on: the background, or for a transparent
// picture the one that it is meant to lie on.
func (p Palette) Ground() color.NRGBA { return p.ground }

// Plain returns the ink of a cloud that has one colour only: the strongest of the inks by size
// after the accent.
func (p Palette) Plain() color.NRGBA { return p.ink(1) }

// Bar returns the ink of bars that have one colour only: the first of a list of colours; of a named
// palette a softer one, since bars are large areas.
func (p Palette) Bar() color.NRGBA {
	if p.Name == "" {
		return p.Inks[0]
	}
	return p.ink(3)
}

// ThemeInk returns the colour of the nth theme (from 0); Neutral where the palette has no colour
// left.
func (p Palette) ThemeInk(n int) color.NRGBA {
	if n < 0 || n >= len(p.Themes) {
		return p.Neutral
	}
	return p.Themes[n]
}

// Colors returns the inks of all words of a cloud. Heights are font heights as shares of the
// largest. A new tier begins each time the height has fallen by √2, which is half as many mentions
// on the sqrt scale:
//
//	height   1 … 0.71   0.71 … 0.5   0.5 … 0.35   0.35 … 0.25 …
//	tier     0          1            2            3
//	ink      accent     Inks[1]      Inks[2]      Inks[3]
//
// An accent marks few words. Where tier 0 has more than three words and more than a fifth of all,
// as when all are equal, each tier takes the next ink instead.
func (p Palette) Colors(heights []float64) []color.NRGBA {
	first, shift := 0, 0
	for _, h := range heights {
		if tier(h) == 0 {
			first++
		}
	}
	if first > max(3, len(heights)/5) { // too many for an accent
		shift = 1
	}
	var list []color.NRGBA
	for _, h := range heights {
		list = append(list, p.ink(tier(h)+shift))
	}
	return list
}

// maxTier is more tiers than any palette can tell apart.
const maxTier = 16

// tier returns how many times a height has fallen by √2. It compares squares, because the last bit
// of a logarithm differs between machines.
func tier(height float64) int {
	n := 0
	for limit := 0.5; n < maxTier && height*height < limit; limit /= 2 {
		n++
	}
	return n
}

// ink returns the colour of a tier; the last ink serves all further tiers.
func (p Palette) ink(tier int) color.NRGBA { return p.Inks[min(tier, len(p.Inks)-1)] }
