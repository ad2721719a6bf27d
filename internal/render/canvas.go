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
	colors  []color.NRGBA   // the background, then the shades of each ink
	indexed *image.Paletted // 0 is the background; in full colour, anything else is a pixel with ink
	full    *image.NRGBA    // nil where a palette has all colours
	first   int             // the entry of colors before the first shade of the ink in hand
	entry   [256]uint8      // of that ink, by alpha; in full colour, only whether there is ink
	shows   [256]bool       // whether it differs from the background, by alpha
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
	for _, ink := range c.inks {
		for s := 1; s <= c.shades; s++ {
			c.colors = append(c.colors, over(ink, p.Background, (s*255+c.shades/2)/c.shades))
		}
	}
	c.indexed = image.NewPaletted(p.bounds(), nil)
	clear(c.indexed.Pix) // memory that is read before it is written costs twice
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

// dip chooses the ink of the rows that follow.
func (c *canvas) dip(ink color.NRGBA) {
	c.first = c.shades * slices.Index(c.inks, ink)
	for alpha := range c.entry {
		entry := c.first + c.shade(alpha)
		c.entry[alpha], c.shows[alpha] = uint8(min(entry, 255)), c.colors[entry] != c.colors[0]
	}
}

// shade is the shade of an ink that covers alpha/255 of a pixel: at least 1, so that a pixel with
// ink never gets the background.
func (c *canvas) shade(alpha int) int { return max(1, (alpha*c.shades+127)/255) }

// row inks neighbouring pixels from x on, each to alpha/255: not at all, or at least 1. It returns
// how many of them another mark had inked, the sum of alpha, and whether any of them differs from
// the background. Most pixels have all of the ink or none, as their neighbours have, so these are
// done eight at a time.
func (c *canvas) row(x, y int, alpha []uint8) (taken, covered int, visible bool) {
	pixels := c.indexed.Pix[y*c.indexed.Stride+x:][:len(alpha)]
	for from := 0; from < len(alpha); from += 8 {
		to := min(from+8, len(alpha))
		if to == from+8 {
			eight := binary.LittleEndian.Uint64(alpha[from:])
			if eight == 0 {
				continue
			}
			if eight == math.MaxUint64 && c.full == nil && binary.LittleEndian.Uint64(pixels[from:]) == 0 {
				binary.LittleEndian.PutUint64(pixels[from:], uint64(c.entry[255])*0x0101010101010101)
				covered += 8 * 255
				visible = visible || c.shows[255]
				continue
			}
		}
		for i, a := range alpha[from:to] {
			if a == 0 {
				continue
			}
			pixel := &pixels[from+i]
			if *pixel != 0 {
				taken++
			}
			*pixel = c.entry[a]
			covered += int(a)
			visible = visible || c.shows[a]
			if c.full != nil {
				c.full.SetNRGBA(x+from+i, y, c.colors[c.first+c.shade(int(a))])
			}
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
