package render

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"slices"
)

// A pixel inked in part gets a colour between the ink and the background. The canvas never mixes
// two inks: in a correct picture no pixel has two, and in an incorrect one it does not matter,
// because Drawing.Check refuses it. That is why a palette of shades can hold every colour of a
// picture, here with up to three inks:
//
//	entry    0            1 … 64               65 … 128
//	colour   background   shades of ink 1      shades of ink 2 …

// canvas holds the pixels while marks are drawn. A picture of few inks has a palette; one of many
// is in full colour.
type canvas struct {
	inks    []color.NRGBA
	shades  int             // of each ink
	shade   [256]uint8      // by alpha: 1 to shades, so that a pixel with ink never gets the background
	colors  []color.NRGBA   // the background, then the shades of each ink
	indexed *image.Paletted // 0 is the background; in full colour, anything else is a pixel with ink
	full    *image.NRGBA    // nil where a palette has all colours
}

// maxPaletteInks is the number of inks up to which a picture has a palette. Each pixel belongs to
// one word, so its colour is one ink in one of at least 16 shades. Such a file has half the size
// and is written in a tenth of the time.
const maxPaletteInks = 15

// newCanvas returns an empty canvas for the inks of the marks.
func newCanvas(p Picture, list []mark) *canvas {
	c := &canvas{shades: 255, colors: []color.NRGBA{p.Background}}
	for _, m := range list {
		if !slices.Contains(c.inks, m.Ink) {
			c.inks = append(c.inks, m.Ink)
		}
	}
	hasPalette := len(c.inks) <= maxPaletteInks
	if hasPalette { // 64 shades look like 255, and 255 is what a palette holds besides the background
		c.shades = min(64, 255/max(1, len(c.inks)))
	}
	for alpha := range c.shade {
		c.shade[alpha] = uint8(max(1, (alpha*c.shades+127)/255))
	}
	for _, ink := range c.inks {
		for s := 1; s <= c.shades; s++ {
			c.colors = append(c.colors, over(ink, p.Background, (s*255+c.shades/2)/c.shades))
		}
	}
	c.indexed = image.NewPaletted(p.bounds(), nil)
	if hasPalette {
		for _, entry := range c.colors {
			c.indexed.Palette = append(c.indexed.Palette, entry)
		}
		return c
	}
	c.full = image.NewNRGBA(p.bounds())
	for i := 0; i < len(c.full.Pix); i += 4 {
		copy(c.full.Pix[i:], []uint8{p.Background.R, p.Background.G, p.Background.B, p.Background.A})
	}
	return c
}

// image returns the pixels.
func (c *canvas) image() image.Image {
	if c.full != nil {
		return c.full
	}
	return c.indexed
}

// ink returns the number by which row knows a colour: the entry of colors before its first shade.
func (c *canvas) ink(ink color.NRGBA) int { return c.shades * slices.Index(c.inks, ink) }

// row inks neighbouring pixels from x on, each to alpha/255: not at all, or at least 1. It returns
// how many of them another mark had inked, the sum of alpha, and whether any of them differs from
// the background. Most pixels have all of the ink or none, as their neighbours have, so these are
// done eight at a time.
func (c *canvas) row(x, y, ink int, alpha []uint8) (taken, covered int, visible bool) {
	pixels := c.indexed.Pix[y*c.indexed.Stride+x:][:len(alpha)]
	most := ink + c.shades
	for from := 0; from < len(alpha); from += 8 {
		to := min(from+8, len(alpha))
		if to == from+8 {
			eight := binary.LittleEndian.Uint64(alpha[from:])
			if eight == 0 {
				continue
			}
			if eight == math.MaxUint64 && c.full == nil && binary.LittleEndian.Uint64(pixels[from:]) == 0 {
				binary.LittleEndian.PutUint64(pixels[from:], uint64(most)*0x0101010101010101)
				covered += 8 * 255
				visible = visible || c.colors[most] != c.colors[0]
				continue
			}
		}
		for i, a := range alpha[from:to] {
			if a == 0 {
				continue
			}
			at, entry := from+i, ink+int(c.shade[a])
			if pixels[at] != 0 {
				taken++
			}
			pixels[at] = uint8(min(entry, 255))
			if c.full != nil {
				c.full.SetNRGBA(x+at, y, c.colors[entry])
			}
			covered += int(a)
			visible = visible || c.colors[entry] != c.colors[0]
		}
	}
	return taken, covered, visible
}

// over lays an ink over the background, covering alpha/255 of a pixel. What lies behind a
// transparent picture is not known, so there the ink keeps its colour and the pixel becomes partly
// transparent.
func over(ink, background color.NRGBA, alpha int) color.NRGBA {
	if background.A == 0 {
		ink.A = uint8(alpha)
		return ink
	}
	return mix(background, ink, alpha)
}
