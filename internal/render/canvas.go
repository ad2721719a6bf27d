package render

import (
	"image"
	"image/color"
	"slices"
)

// A pixel inked in part gets a colour between the ink and the background. The canvas never mixes two inks: in a correct
// picture no pixel has two, and in an incorrect one it does not matter, because Drawing.Check refuses it. That is why a
// palette of shades can hold every colour of a picture, here with up to three inks:
//
//	entry    0            1 … 64               65 … 128
//	colour   background   shades of ink 1      shades of ink 2 …

// canvas holds the pixels while marks are drawn. There are two kinds: with a palette, and in full colour for pictures of
// many inks.
type canvas interface {
	// ink returns the number by which row knows a colour.
	ink(c color.NRGBA) int
	// row inks neighbouring pixels from x on, each to alpha/255: not at all, or at least 1. It returns how many of them
	// another mark had inked, the sum of alpha, and whether any of them differs from the background.
	row(x, y, ink int, alpha []uint8) (taken, covered int, visible bool)
	image() image.Image
}

// maxPaletteInks is the number of inks up to which a picture has a palette. Each pixel belongs to one word, so its colour
// is one ink in one of at least 16 shades. Such a file has half the size and is written in a tenth of the time.
const maxPaletteInks = 15

// newCanvas returns an empty canvas for the inks of the marks.
func newCanvas(p Picture, list []mark) canvas {
	var inks []color.NRGBA
	for _, m := range list {
		if !slices.Contains(inks, m.ink) {
			inks = append(inks, m.ink)
		}
	}
	if len(inks) > maxPaletteInks {
		return newFullColor(p, inks)
	}
	return newIndexed(p, inks)
}

// indexed is a canvas with a palette: entry 0 is the background, the shades of each ink follow.
type indexed struct {
	*image.Paletted
	inks    []color.NRGBA
	shades  int
	shade   [256]uint8 // by alpha
	visible [256]bool  // by palette entry: differs from the background
}

// newIndexed returns an empty canvas whose palette has all shades of the inks, at most maxPaletteInks of them.
func newIndexed(p Picture, inks []color.NRGBA) *indexed {
	// 64 shades cannot be told from 255, and 255 is what a palette holds besides the background.
	c := &indexed{inks: inks, shades: min(64, 255/max(1, len(inks)))}
	palette := color.Palette{p.Background}
	for _, ink := range inks {
		for s := 1; s <= c.shades; s++ {
			palette = append(palette, over(ink, p.Background, (s*255+c.shades/2)/c.shades))
		}
	}
	for i, entry := range palette {
		c.visible[i] = entry != palette[0]
	}
	for alpha := range c.shade {
		c.shade[alpha] = shade(uint8(alpha), c.shades)
	}
	c.Paletted = image.NewPaletted(p.bounds(), palette)
	return c
}

// image returns the pixels.
func (c *indexed) image() image.Image { return c.Paletted }

// ink returns the palette entry before the first shade of the ink.
func (c *indexed) ink(ink color.NRGBA) int { return c.shades * slices.Index(c.inks, ink) }

// row implements canvas. A pixel that does not have entry 0 has been inked.
func (c *indexed) row(x, y, ink int, alpha []uint8) (taken, covered int, visible bool) {
	pixels := c.Pix[y*c.Stride+x:][:len(alpha)]
	for i, a := range alpha {
		if a == 0 {
			continue
		}
		if pixels[i] != 0 {
			taken++
		}
		pixels[i] = uint8(ink) + c.shade[a]
		covered += int(a)
		visible = visible || c.visible[pixels[i]]
	}
	return taken, covered, visible
}

// shade converts coverage 1..255 to a shade 1..n; a pixel with ink never gets the background.
func shade(alpha uint8, n int) uint8 { return uint8(max(1, (int(alpha)*n+127)/255)) }

// fullColor is a canvas for pictures with more inks than a palette can shade.
type fullColor struct {
	*image.NRGBA
	inks       []color.NRGBA
	background color.NRGBA
	inked      []bool // by pixel
}

// newFullColor returns an empty canvas that can hold any number of inks.
func newFullColor(p Picture, inks []color.NRGBA) *fullColor {
	c := &fullColor{NRGBA: image.NewNRGBA(p.bounds()), inks: inks, background: p.Background}
	c.inked = make([]bool, len(c.Pix)/4)
	for i := 0; i < len(c.Pix); i += 4 {
		c.Pix[i], c.Pix[i+1], c.Pix[i+2], c.Pix[i+3] = p.Background.R, p.Background.G, p.Background.B, p.Background.A
	}
	return c
}

// image returns the pixels.
func (c *fullColor) image() image.Image { return c.NRGBA }

// ink returns the index of the ink in inks.
func (c *fullColor) ink(ink color.NRGBA) int { return slices.Index(c.inks, ink) }

// row implements canvas. An ink may equal the background here, so inked says which pixels are taken.
func (c *fullColor) row(x, y, ink int, alpha []uint8) (taken, covered int, visible bool) {
	inked := c.inked[y*c.Rect.Dx()+x:][:len(alpha)]
	for i, a := range alpha {
		if a == 0 {
			continue
		}
		if inked[i] {
			taken++
		}
		inked[i] = true
		color := over(c.inks[ink], c.background, int(a))
		c.SetNRGBA(x+i, y, color)
		covered += int(a)
		visible = visible || color != c.background
	}
	return taken, covered, visible
}

// over lays an ink over the background, covering alpha/255 of a pixel. What lies behind a transparent picture is not
// known, so there the ink keeps its colour and the pixel becomes partly transparent.
func over(ink, background color.NRGBA, alpha int) color.NRGBA {
	if background.A == 0 {
		ink.A = uint8(alpha)
		return ink
	}
	return mix(background, ink, alpha)
}
