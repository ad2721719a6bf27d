package render

import (
	"cmp"
	"fmt"
	"image"
	"slices"
	"strings"
)

// Drawing a picture and checking it are one pass. Each mark is rasterised alone; then its pixels
// are put on the canvas, which knows for each pixel whether another mark has inked it:
//
//	mark ─▶ raster: coverage of each pixel ─┬─▶ outside the mark's area?       Outside
//	                                        ├─▶ pixel already inked?           OverlapPx
//	                                        └─▶ canvas ─▶ no pixel visible?    Inkless
//
// The check uses neither the boxes nor the gaps of the layout, so it also finds the layout's
// mistakes.

// Drawing is a picture as pixels, with what was measured on them. The caller writes OverlapPx and
// InkShare into the Layout, and discards a picture that fails Check.
type Drawing struct {
	OverlapPx int      // number of pixels inked by two marks: words, bars, texts
	Outside   []string // words and parts of a chart that have ink outside their area
	Inkless   []string // words and parts of a chart of which no pixel differs from the background
	InkShare  float64  // share of the picture that words and charts ink; a pixel inked in part counts in part

	image    image.Image
	picture  Picture
	coverage int // sum over all pixels that words and charts cover, in 1/255 px
}

// Check returns an error that says what is wrong with the drawing, or nil.
func (d *Drawing) Check() error {
	switch {
	case d.OverlapPx > 0:
		return fmt.Errorf("%d pixels of the picture are inked by two words", d.OverlapPx)
	case len(d.Outside) > 0:
		return fmt.Errorf("words have ink outside their area: %s", strings.Join(d.Outside, ", "))
	case len(d.Inkless) > 0:
		return fmt.Errorf("words have no visible ink: %s", strings.Join(d.Inkless, ", "))
	}
	return nil
}

// Draw makes the pixels of a picture and measures them. The only error is a layout that cannot be
// drawn.
func Draw(p Picture) (*Drawing, error) {
	list, err := p.marks()
	if err != nil {
		return nil, err
	}
	pixels := newCanvas(p, list)
	d := &Drawing{picture: p, image: pixels.indexed}
	if pixels.full != nil {
		d.image = pixels.full
	}
	var r raster
	for i := range list {
		m := &list[i]
		outside, visible := false, false
		for rest := m.bounds(); !rest.Empty(); rest.Min.Y += band {
			part := rest
			part.Max.Y = min(part.Max.Y, part.Min.Y+band)
			m.rasterize(&r, part)
			out, seen := d.add(m, &r, pixels)
			outside, visible = outside || out, visible || seen
		}
		if m.area.Empty() {
			continue
		}
		if outside {
			d.Outside = append(d.Outside, cmp.Or(m.Term, m.Class))
		}
		if !visible {
			d.Inkless = append(d.Inkless, cmp.Or(m.Term, m.Class))
		}
	}
	// One division at the end keeps the sum exact, so that the share is the same on every machine.
	d.InkShare = float64(d.coverage) / float64(255*p.bounds().Dx()*p.bounds().Dy())
	return d, nil
}

// add puts a mark on the canvas and measures it. Texts of the frame have no area: they count for
// overlaps only. outside reports whether the mark has ink outside its area, visible whether any of
// its pixels differs from the background.
func (d *Drawing) add(m *mark, r *raster, pixels *canvas) (outside, visible bool) {
	pixels.dip(m.Ink)
	left, inside := r.rect.Min.X, r.rect.Intersect(d.image.Bounds())
	r.rows(func(y int, alpha []uint8) {
		if !m.area.Empty() && !r.rect.In(m.area) {
			// from and to are where the row enters and leaves the area.
			n := len(alpha)
			from := min(max(0, m.area.Min.X-left), n)
			to := max(from, min(m.area.Max.X-left, n))
			if y < m.area.Min.Y || y >= m.area.Max.Y {
				to = from
			}
			outside = outside || anyInk(alpha[:from]) || anyInk(alpha[to:])
		}
		if y < inside.Min.Y || y >= inside.Max.Y {
			return
		}
		// Only the part of the row inside the picture has pixels.
		taken, covered, seen := pixels.row(inside.Min.X, y, alpha[inside.Min.X-left:inside.Max.X-left])
		visible = visible || seen
		d.OverlapPx += taken
		if !m.area.Empty() {
			d.coverage += covered
		}
	})
	return outside, visible
}

// anyInk reports whether any pixel is covered.
func anyInk(alpha []uint8) bool {
	return slices.ContainsFunc(alpha, func(a uint8) bool { return a > 0 })
}
