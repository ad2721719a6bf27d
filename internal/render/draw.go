package render

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"slices"
	"strings"
)

// Drawing is a picture as pixels, and what they are found to be.
type Drawing struct {
	Measurement
	image   image.Image
	picture Picture
}

// Measurement is what the finished drawing is found to be. The caller writes OverlapPx and InkShare into the Layout,
// and keeps a picture that fails Check to itself.
type Measurement struct {
	OverlapPx int      // pixels inked by two marks: words, bars, texts
	Outside   []string // words with ink outside their area, and what of a chart has
	Inkless   []string // words that change no pixel of the picture, and what of a chart changes none
	InkShare  float64  // share of the picture that words ink, partly inked pixels counting in part
}

// Check returns an error that says what is wrong with the drawing, or nil.
func (m Measurement) Check() error {
	switch {
	case m.OverlapPx > 0:
		return fmt.Errorf("%d pixels of the picture belong to two words", m.OverlapPx)
	case len(m.Outside) > 0:
		return fmt.Errorf("words leave their area: %s", strings.Join(m.Outside, ", "))
	case len(m.Inkless) > 0:
		return fmt.Errorf("words left no ink: %s", strings.Join(m.Inkless, ", "))
	}
	return nil
}

// Draw makes the pixels of a picture. Each mark is drawn alone, and what it finds under it is noted: Draw trusts neither
// the layout's boxes nor its gaps. The only error is a layout that cannot be drawn.
func Draw(p Picture) (*Drawing, error) {
	list, err := p.marks()
	if err != nil {
		return nil, err
	}
	d := drawer{canvas: newCanvas(p, list)}
	var pen raster
	for i := range list {
		m := &list[i]
		m.rasterize(&pen)
		outside, inked := d.add(m, &pen)
		if m.area.Empty() {
			continue
		}
		if outside {
			d.Outside = append(d.Outside, cmp.Or(m.term, m.class))
		}
		if !inked {
			d.Inkless = append(d.Inkless, cmp.Or(m.term, m.class))
		}
	}
	d.InkShare = float64(d.sum) / float64(255*p.bounds().Dx()*p.bounds().Dy())
	return &Drawing{Measurement: d.Measurement, image: d.image(), picture: p}, nil
}

// drawer puts marks on a canvas.
type drawer struct {
	canvas
	Measurement
	sum int // of the coverage of words, in 1/255 px
}

// add puts a mark on the canvas. It says whether it left its area, and whether any pixel shows it.
func (d *drawer) add(m *mark, pen *raster) (outside, inked bool) {
	bounds, ink := d.image().Bounds(), d.canvas.ink(m.ink)
	left, in := pen.rect.Min.X, pen.rect.Intersect(bounds)
	pen.rows(func(y int, alpha []uint8) {
		if !m.area.Empty() && !pen.rect.In(m.area) {
			n := len(alpha)
			from := min(max(0, m.area.Min.X-left), n)
			to := max(from, min(m.area.Max.X-left, n))
			if y < m.area.Min.Y || y >= m.area.Max.Y {
				to = from
			}
			outside = outside || anyInk(alpha[:from]) || anyInk(alpha[to:])
		}
		if y < in.Min.Y || y >= in.Max.Y {
			return
		}
		taken, sum, visible := d.row(in.Min.X, y, ink, alpha[in.Min.X-left:in.Max.X-left])
		inked = inked || visible
		d.OverlapPx += taken
		if !m.area.Empty() {
			d.sum += sum
		}
	})
	return outside, inked
}

// anyInk reports whether any pixel is covered.
func anyInk(alpha []uint8) bool {
	return slices.ContainsFunc(alpha, func(a uint8) bool { return a > 0 })
}

// canvas is a picture on the way. row inks pixels side by side from x on, covering alpha/255 of each (at least 1, or
// not at all), and tells how many of them another mark had inked, the sum of what it covered, and whether one can see
// any.
type canvas interface {
	ink(c color.NRGBA) int
	row(x, y, ink int, alpha []uint8) (taken, sum int, visible bool)
	image() image.Image
}

// most is the number of inks up to which a picture has a palette: each pixel belongs to one word, so its colour is
// one ink in one of at least 16 shades. That makes a file of half the size in a tenth of the time.
const most = 15

func newCanvas(p Picture, list []mark) canvas {
	var inks []color.NRGBA
	for _, m := range list {
		if !slices.Contains(inks, m.ink) {
			inks = append(inks, m.ink)
		}
	}
	if len(inks) > most {
		return newFullColor(p, inks)
	}
	return newIndexed(p, inks)
}

// indexed draws with a palette: entry 0 is the background, then the shades of each ink in turn.
type indexed struct {
	*image.Paletted
	inks    []color.NRGBA
	shades  int
	shade   [256]uint8 // by alpha
	visible [256]bool  // by palette entry
}

func newIndexed(p Picture, inks []color.NRGBA) *indexed {
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

func (c *indexed) image() image.Image      { return c.Paletted }
func (c *indexed) ink(ink color.NRGBA) int { return c.shades * slices.Index(c.inks, ink) }

func (c *indexed) row(x, y, ink int, alpha []uint8) (taken, sum int, visible bool) {
	pixels := c.Pix[y*c.Stride+x:][:len(alpha)]
	for i, a := range alpha {
		if a == 0 {
			continue
		}
		if pixels[i] != 0 {
			taken++
		}
		pixels[i] = uint8(ink) + c.shade[a]
		sum += int(a)
		visible = visible || c.visible[pixels[i]]
	}
	return taken, sum, visible
}

// shade turns coverage 1..255 into a shade 1..n: what has ink is never quite background.
func shade(alpha uint8, n int) uint8 { return uint8(max(1, (int(alpha)*n+127)/255)) }

// fullColor is for pictures with more inks than a palette can shade.
type fullColor struct {
	*image.NRGBA
	inks       []color.NRGBA
	background color.NRGBA
	inked      []bool
}

func newFullColor(p Picture, inks []color.NRGBA) *fullColor {
	c := &fullColor{NRGBA: image.NewNRGBA(p.bounds()), inks: inks, background: p.Background}
	c.inked = make([]bool, len(c.Pix)/4)
	for i := 0; i < len(c.Pix); i += 4 {
		c.Pix[i], c.Pix[i+1], c.Pix[i+2], c.Pix[i+3] = p.Background.R, p.Background.G, p.Background.B, p.Background.A
	}
	return c
}

func (c *fullColor) image() image.Image      { return c.NRGBA }
func (c *fullColor) ink(ink color.NRGBA) int { return slices.Index(c.inks, ink) }

func (c *fullColor) row(x, y, ink int, alpha []uint8) (taken, sum int, visible bool) {
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
		sum += int(a)
		visible = visible || color != c.background
	}
	return taken, sum, visible
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
