package render

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
)

// ParseColor reads "#rgb", "#rrggbb", one of the sixteen basic colour names of CSS, or "transparent" (alpha 0). Case and
// spaces around it do not matter. The error says what can be written.
func ParseColor(s string) (color.NRGBA, error) {
	name := strings.ToLower(strings.TrimSpace(s))
	if name == "transparent" {
		return color.NRGBA{}, nil
	}
	if !strings.HasPrefix(name, "#") {
		name = basicColor(name)
	}
	digits, isHex := strings.CutPrefix(name, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	if !isHex || len(digits) != 6 || err != nil {
		return color.NRGBA{}, fmt.Errorf("%q is not a colour; write #rrggbb, #rgb, a basic name such as white or navy, or transparent", s)
	}
	return rgb(uint32(v)), nil
}

// basicColor returns a CSS basic colour (CSS Color 4, section 6.1, the first sixteen, and "grey") in hexadecimal, or "".
func basicColor(name string) string {
	names := map[string]string{
		"black": "#000000", "silver": "#c0c0c0", "gray": "#808080", "grey": "#808080", "white": "#ffffff",
		"maroon": "#800000", "red": "#ff0000", "purple": "#800080", "fuchsia": "#ff00ff", "green": "#008000",
		"lime": "#00ff00", "olive": "#808000", "yellow": "#ffff00", "navy": "#000080", "blue": "#0000ff",
		"teal": "#008080", "aqua": "#00ffff",
	}
	return names[name]
}

// rgb is the opaque colour 0xrrggbb.
func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// Hex writes a colour as "#rrggbb", or "transparent".
func Hex(c color.NRGBA) string {
	if c.A == 0 {
		return "transparent"
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// Contrast returns the contrast ratio of two opaque colours by WCAG 2: from 1 (equal) to 21 (black on white).
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is the relative luminance of WCAG 2 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance), from 0 to 1.
// It only judges colours; no pixel depends on its floating point.
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// The contrast that text needs (WCAG 2, level AA): of any size, and from 24 px on.
const (
	readable      = 4.5
	readableLarge = 3.0
)

// Nearest returns the colour on the way from c to black or to white, whichever is nearer, that has the contrast
// text needs on the background; c itself where it has it.
func Nearest(c, background color.NRGBA) color.NRGBA {
	for step := range 256 {
		for _, end := range []color.NRGBA{rgb(0), rgb(0xffffff)} {
			m := mix(c, end, step)
			if Contrast(m, background) >= readable {
				return m
			}
		}
	}
	return rgb(0) // not reached: black or white has at least 4.58 on any colour
}

// mix goes step/255 of the way from a to b, in sRGB as browsers blend, so that an SVG of the same picture looks alike.
func mix(a, b color.NRGBA, step int) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8((int(x)*(255-step) + int(y)*step + 127) / 255) }
	return color.NRGBA{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: 255}
}
