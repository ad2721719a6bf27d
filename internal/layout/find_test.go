package layout

import (
	"image"
	"slices"
	"testing"

	"verbatim/internal/typeface"
)

// nearest looks at every place, one by one, with a plain test of every cell. Of places at one distance it takes that in the
// first tile.
func nearest(c *canvas, p *piece) (best image.Point, distance int64, ok bool) {
	distance = nowhere
	rank := 0
	middle, cells := p.middle(), cellsIn(&p.mask)
	for y := c.area.Min.Y - p.ink.Min.Y; y <= c.area.Max.Y-p.ink.Max.Y; y++ {
		for x := c.area.Min.X - p.ink.Min.X; x <= c.area.Max.X-p.ink.Max.X; x++ {
			d := c.distance(x+middle.X, y+middle.Y)
			if d > distance || !plainlyFree(c, cells, image.Pt(x, y)) {
				continue
			}
			tile := slices.IndexFunc(c.tiles, func(t tile) bool {
				return int(t.y) == y+middle.Y && int(t.x) <= x+middle.X && x+middle.X < int(t.x)+64
			})
			if d < distance || tile < rank {
				best, distance, rank, ok = image.Pt(x, y), d, tile, true
			}
		}
	}
	return best, distance, ok
}

// cellsIn lists the cells that a mask takes.
func cellsIn(m *mask) (cells []image.Point) {
	for y := range m.box.Dy() {
		for x := range m.box.Dx() {
			if m.row(y)[x/64]>>(x%64)&1 != 0 {
				cells = append(cells, m.box.Min.Add(image.Pt(x, y)))
			}
		}
	}
	return cells
}

func plainlyFree(c *canvas, cells []image.Point, at image.Point) bool {
	return !slices.ContainsFunc(cells, func(p image.Point) bool {
		x, y := at.X+p.X, at.Y+p.Y
		return c.taken[y*c.stride+x/64]>>(x%64)&1 != 0
	})
}

// The search finds the nearest free place: 64 places at a time, by maps of windows of cells or of coarse cells, it comes to
// the place that a look at every place finds. Words alternate between lying and standing, and come in no order of size.
func TestFind(t *testing.T) {
	s := spec(t, ranked(80, 30))
	s.Rotate = true
	for i, shape := range []*Shape{nil, Ellipse(), heart(t), nil} {
		s.Shape = shape
		words, _, err := s.shape()
		if err != nil {
			t.Fatal(err)
		}
		var entries []*entry
		for _, w := range words {
			e := &entry{word: w, form: newForm([]*typeface.Outline{w.outline})}
			e.form.flatten(typeface.Px(60))
			entries = append(entries, e)
		}
		b := newBench(&s, entries)
		b.open(60 * 64)
		b.canvas.measure(2+i, -4*i)
		b.canvas.reset()
		b.canvas.order()
		found, coarse := 0, 0
		for i, e := range entries {
			px := 3 + float64(i*37%11)/2 + 15*float64(len(entries)-i)/float64(len(entries))
			set := setting{form: e.form, size: typeface.Px(px / float64(1+i/50)), upright: i%2 == 1}
			b.cut(&b.level, &set)
			want, distance, free := nearest(b.canvas, &b.level)
			at, got, ok := b.canvas.find(&b.level, nowhere, anywhere)
			if ok != free || ok && (at != want || got != distance) {
				t.Fatalf("word %d: found %v at distance %d, %v; the nearest is %v at %d, %v", i, at, got, ok, want, distance, free)
			}
			if ok {
				b.canvas.put(&b.level.mask, at)
				found++
			}
			if b.canvas.gridFor(&b.level) != b.canvas {
				coarse++
			}
		}
		if found < 30 || coarse < 10 || coarse == len(entries) {
			t.Errorf("only %d words found a place, %d of %d were looked for on coarse cells", found, coarse, len(entries))
		}
	}
}
