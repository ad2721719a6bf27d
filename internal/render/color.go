package render

import (
	_ "embed"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"verbatim/internal/value"
)

// Contrast decides which colours may be used. It is the contrast ratio of WCAG 2 (Web Content
// Accessibility Guidelines): 4.5:1 is enough for text of any size, 3:1 for large text. Colours that
// lack it are refused (palette.go), or moved towards black or white until they have it (nearest).

// ParseColor reads "#rgb", "#rrggbb", one of the sixteen basic colour names of CSS, or
// "transparent" (alpha 0). It ignores case and surrounding spaces. The error lists what is
// accepted.
func ParseColor(s string) (color.NRGBA, error) {
	name := strings.ToLower(strings.TrimSpace(s))
	if name == "transparent" {
		return color.NRGBA{}, nil
	}
	if !strings.HasPrefix(name, "#") {
		name = basicColor(name)
	}
	digits, isHex := strings.CutPrefix(name, "#")
	if len(digits) == 3 { // each digit stands for two
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	if !isHex || len(digits) != 6 || err != nil {
		return color.NRGBA{}, fmt.Errorf("%q is not a colour; write #rrggbb, #rgb, a basic name such as white or navy, or transparent", s)
	}
	return rgb(uint32(v)), nil
}

//go:embed colors.txt
var colorFile string

// colorLists reads colors.txt once: the lines of each section.
var colorLists = sync.OnceValue(func() map[string][][]string { return value.Lists("render/colors.txt", colorFile) })

// basicColor returns a basic colour of CSS as "#rrggbb", or "".
func basicColor(name string) string {
	for _, line := range colorLists()["name"] {
		if line[0] == name {
			return line[1]
		}
	}
	return ""
}

// rgb returns the opaque colour 0xrrggbb.
func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// Hex returns a colour as "#rrggbb", or "transparent".
func Hex(c color.NRGBA) string {
	if c.A == 0 {
		return "transparent"
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// opaque returns the colour, or white where it is transparent.
func opaque(c color.NRGBA) color.NRGBA {
	if c.A == 0 {
		return rgb(0xffffff)
	}
	return c
}

// contrast returns the contrast ratio of two opaque colours by WCAG 2: from 1 (equal) to 21 (black
// on white).
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is the relative luminance of WCAG 2
// (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance), from 0 to 1. It only judges colours; no
// pixel depends on its floating point.
func luminance(c color.NRGBA) float64 {
	linear := linearLight()
	return 0.2126*linear[c.R] + 0.7152*linear[c.G] + 0.0722*linear[c.B]
}

// linearLight is the light that each value of a channel stands for, from 0 to 1.
var linearLight = sync.OnceValue(func() (linear [256]float64) {
	for v := range linear {
		s := float64(v) / 255
		linear[v] = s / 12.92
		if s > 0.04045 {
			linear[v] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return linear
})

// The contrast that text needs (WCAG 2.2, level AA, success criterion 1.4.3), and the font height
// from which text counts as large: 18 pt.
const minContrast, minContrastLarge, largePx = 4.5, 3.0, 24

// legible reports whether letters of a font height in px can be read in an ink on a ground.
func legible(ink, ground color.NRGBA, px float64) bool {
	r := contrast(ink, ground)
	return r >= minContrast || r >= minContrastLarge && px >= largePx
}

// nearest returns the colour on the way from c to black or to white, whichever is nearer, that has
// the contrast of text on the background; c itself where it has it.
func nearest(c, background color.NRGBA) color.NRGBA {
	// On any colour, black or white has at least 4.58.
	return firstTowards(c, []color.NRGBA{rgb(0), rgb(0xffffff)}, func(m color.NRGBA) bool { return contrast(m, background) >= minContrast })
}

// firstTowards returns the colour nearest to c for which ok holds, on the way to one of the ends.
// It has to hold at one of them.
func firstTowards(c color.NRGBA, ends []color.NRGBA, ok func(color.NRGBA) bool) color.NRGBA {
	best, least := c, math.MaxInt
	for _, end := range ends {
		for step := range 256 {
			if m := mix(c, end, step); ok(m) {
				if d := channels(c, m); d < least {
					best, least = m, d
				}
				break
			}
		}
	}
	return best
}

// channels is the distance of two colours, by their channels.
func channels(a, b color.NRGBA) int {
	d := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return d(a.R, b.R) + d(a.G, b.G) + d(a.B, b.B)
}

// TextInks are the inks of all that is not data: the texts of frames and charts, and lines that are
// barely visible.
type TextInks struct {
	Title color.NRGBA // also of labels, values and axes
	Base  color.NRGBA
	Note  color.NRGBA // also of heads and counts
	Rule  color.NRGBA // a line that divides
	Grid  color.NRGBA // a line to read values by

	ground color.NRGBA
}

// NewTextInks returns the inks for a ground, that of a palette (Palette.Ground); zero is white. They
// are those of colors.txt for light or for dark grounds, moved where they lack contrast.
func NewTextInks(ground color.NRGBA) TextInks {
	ground = opaque(ground)
	use := "dark"
	if contrast(rgb(0), ground) < contrast(rgb(0xffffff), ground) {
		use = "light"
	}
	lines := colorLists()["text"]
	set := inks(lines[slices.IndexFunc(lines, func(line []string) bool { return line[0] == use })][1:])
	base := nearest(set[1], ground)
	return TextInks{nearest(set[0], ground), base, nearest(set[2], ground), mix(ground, base, 46), mix(ground, base, 33), ground}
}

// mix returns the colour step/255 of the way from a to b. It mixes sRGB values, as browsers do, so
// that an SVG of the same picture looks the same.
func mix(a, b color.NRGBA, step int) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8((int(x)*(255-step) + int(y)*step + 127) / 255) }
	return color.NRGBA{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: 255}
}
