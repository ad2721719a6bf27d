package render

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
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
	Inks       []color.NRGBA // the accent, then by size, from the largest words to the smallest
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
	near := firstTowards(p.Background, []color.NRGBA{rgb(0xffffff), rgb(0)}, func(c color.NRGBA) bool {
		_, ok := readableOn(c)
		return ok
	})
	found, _ := readableOn(near)
	if near == p.Background {
		return found, nil
	}
	return p, &ContrastError{fmt.Sprintf("no palette can be read on %s, which is neither light nor dark enough; the nearest background that works is %s with the palette %s",
		Hex(p.Background), Hex(near), found.Name)}
}

// nightGround is the background of light inks: nearly black.
const nightGround = 0x10161f

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
	return p.ink(2)
}

// Light returns an ink thinned by the ground, for areas that lines are drawn on.
func (p Palette) Light(ink color.NRGBA) color.NRGBA { return mix(p.ground, ink, 102) }

// Accent returns the ink of what leads.
func (p Palette) Accent() color.NRGBA { return p.Inks[0] }

// WithAccent returns the palette with another accent, and the accent for a dark ground, which is the
// nearest colour that can be read there. The error is a *ContrastError if the accent cannot be read on the
// palette's own ground.
func (p Palette) WithAccent(spec string) (q Palette, dark color.NRGBA, err error) {
	accent, err := ParseColor(spec)
	if err == nil && accent.A == 0 {
		err = fmt.Errorf("an accent cannot be transparent")
	}
	if err == nil && contrast(accent, p.ground) < minContrast {
		err = p.contrastError(accent, "text needs")
	}
	p.Inks = append([]color.NRGBA{accent}, p.Inks[1:]...)
	return p, nearest(accent, rgb(nightGround)), err
}

// ThemeInk returns the colour of the nth theme (from 0); Neutral where the palette has no colour
// left.
func (p Palette) ThemeInk(n int) color.NRGBA {
	if n < 0 || n >= len(p.Themes) {
		return p.Neutral
	}
	return p.Themes[n]
}

// Faint returns the colour of lines that only join what is to be seen: half of the way from the
// ground to the neutral ink.
func (p Palette) Faint() color.NRGBA { return mix(p.ground, p.Neutral, 128) }

// GroupInk returns the colour of the nth of several groups (from 0), whose symbols differ in shape:
// that of a theme, or the accent where the palette has no colours or too few.
func (p Palette) GroupInk(n, groups int) color.NRGBA {
	hue := slices.ContainsFunc(p.Inks, func(c color.NRGBA) bool { return c.R != c.G || c.G != c.B })
	if !hue || p.Name == "" && len(p.Themes) < groups {
		return p.Inks[0]
	}
	return p.ThemeInk(n)
}

// Colors returns the inks of all words of a cloud. Heights are font heights as shares of the largest.
// Words that lead have the accent; the others have one of three inks, which is as many as a reader
// tells apart. A list of more colours goes on in the same way:
//
//	height   1 … 0.6   0.6 … 0.35   0.35 … 0.2   0.2 …
//	ink      Inks[1]   Inks[2]      Inks[3]      Inks[4]
func (p Palette) Colors(counts, heights []float64) (list []color.NRGBA) {
	least := Leading(counts)
	for i, h := range heights {
		if counts[i] >= least {
			list = append(list, p.Accent())
		} else {
			list = append(list, p.ink(1+tier(h)))
		}
	}
	return list
}

// mostLeaders is how many words or bars may lead.
const mostLeaders = 3

// Leading returns the count from which on words, or bars, lead all others: the first one, two or three
// do if the next has at most four fifths of their count, which is a tenth less in height and the least
// that one sees. As few as possible lead. Where none do, no count is as high.
func Leading(counts []float64) float64 {
	sorted := slices.SortedFunc(slices.Values(counts), func(a, b float64) int { return cmp.Compare(b, a) })
	for k := 1; k <= mostLeaders && k < len(sorted); k++ {
		if 5*sorted[k] <= 4*sorted[k-1] {
			return sorted[k-1]
		}
	}
	return math.Inf(1)
}

// tier returns how many of the limits a height lies below.
func tier(height float64) (n int) {
	for _, limit := range [...]float64{0.6, 0.35, 0.2, 0.12, 0.07} {
		if height < limit {
			n++
		}
	}
	return n
}

// ink returns the colour of a tier; the last ink serves all further tiers.
func (p Palette) ink(tier int) color.NRGBA { return p.Inks[min(tier, len(p.Inks)-1)] }
