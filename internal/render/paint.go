package render

import (
	"image"
	"image/color"
	"slices"
)

// most is the number of inks up to which a picture has a palette: each pixel belongs to one word, so its colour is
// one ink in one of at least 16 shades. That makes a file of half the size in a tenth of the time.
const most = 15

// paint draws the picture. Pixels outside it are left out: Measure reports them, and drawing goes on.
func (p *Picture) paint() (image.Image, error) {
	list, err := p.texts()
	if err != nil {
		return nil, err
	}
	var inks []color.NRGBA
	for _, t := range list {
		if !slices.Contains(inks, t.ink) {
			inks = append(inks, t.ink)
		}
	}
	if len(inks) > most {
		return p.paintTrue(list), nil
	}
	return p.paintIndexed(list, inks), nil
}

// paintIndexed draws with a palette: entry 0 is the background, then the shades of each ink in turn.
func (p *Picture) paintIndexed(list []text, inks []color.NRGBA) image.Image {
	shades := min(64, 255/max(1, len(inks)))
	palette := color.Palette{p.Background}
	for _, ink := range inks {
		for s := 1; s <= shades; s++ {
			palette = append(palette, over(ink, p.Background, (s*255+shades/2)/shades))
		}
	}
	m := image.NewPaletted(p.bounds(), palette)
	for _, t := range list {
		first := 1 + shades*slices.Index(inks, t.ink)
		rasterize(t.outline, t.size, t.at).each(func(x, y int, alpha uint8) {
			if (image.Point{X: x, Y: y}).In(m.Rect) {
				m.Pix[m.PixOffset(x, y)] = uint8(first + shade(alpha, shades) - 1)
			}
		})
	}
	return m
}

// shade turns coverage 1..255 into a shade 1..n: what has ink is never quite background.
func shade(alpha uint8, n int) int { return max(1, (int(alpha)*n+127)/255) }

// paintTrue draws in full colour, for pictures with more inks than a palette can shade.
func (p *Picture) paintTrue(list []text) image.Image {
	m := image.NewNRGBA(p.bounds())
	for i := 0; i < len(m.Pix); i += 4 {
		b := p.Background
		m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3] = b.R, b.G, b.B, b.A
	}
	for _, t := range list {
		rasterize(t.outline, t.size, t.at).each(func(x, y int, alpha uint8) {
			if (image.Point{X: x, Y: y}).In(m.Rect) {
				m.SetNRGBA(x, y, over(t.ink, p.Background, int(alpha)))
			}
		})
	}
	return m
}

// over lays an ink over the background, covering alpha/255 of a pixel. Nothing is known of what lies behind a
// transparent picture, so there the ink keeps its colour and the pixel becomes partly transparent.
func over(ink, background color.NRGBA, alpha int) color.NRGBA {
	if background.A == 0 {
		ink.A = uint8(alpha)
		return ink
	}
	return mix(background, ink, alpha)
}
