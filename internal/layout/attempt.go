package layout

import (
	"context"
	"image"
)

// place makes an attempt at a scale: word by word in the order of the start, near its earlier place
// if it is to keep one, else where it is nearest to the middle. No word is moved again in the same
// attempt. It stops at the first word that lacks a place, unless it is to place all it can.
func (b *bench) place(ctx context.Context, scale step, from start, all bool) (*attempt, error) {
	a := &attempt{scale: scale, from: from, placed: make([]place, 0, len(from.order)), cell: b.cell(), corner: b.canvas.area.Min}
	b.canvas.measure(from.power, from.down)
	b.canvas.reset()
	var area, total int64
	for _, e := range from.order {
		total += e.area()
	}
	for i, e := range from.order {
		if i&15 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		p := place{entry: e, setting: setting{form: e.form, size: e.weight.of(scale.size())}}
		if p.setting.size < faintest && !leavesInk(&p.setting) {
			a.faint = append(a.faint, e)
			continue
		}
		if b.keep(&p, a) || b.seek(&p, a) {
			a.placed = append(a.placed, p)
			area += e.area()
			continue
		}
		a.left = append(a.left, e)
		if !all {
			break
		}
	}
	a.share = area / max(1, total/whole)
	return a, nil
}

// seek finds the free place nearest to the middle for the next word of an attempt, and takes it.
func (b *bench) seek(p *place, a *attempt) bool {
	p.setting.upright = false
	b.cut(&b.level, &p.setting)
	best, n := &b.level, len(a.placed)
	at, distance, ok := b.search(best, n, &a.from)
	if a.from.upright && n > 0 {
		limit := int64(nowhere)
		if ok {
			limit = distance
			for range b.canvas.power {
				limit = limit / 5 * 4 // of the distance
			}
		}
		s := setting{form: p.entry.form, size: p.setting.size, upright: true}
		b.cut(&b.upright, &s)
		if there, _, nearer := b.canvas.find(&b.upright, limit, a.from.zone(n)); nearer {
			at, ok, best, p.setting = there, true, &b.upright, s
		}
	}
	if ok {
		p.at = b.offLine(a.placed, p, best, at)
		b.canvas.put(&best.mask, p.at)
	}
	return ok
}

// search finds the place for a piece: for the first the middle, for others the nearest to it. In
// the shape of a picture, every other of the smaller words goes to the farthest place instead, so
// that the outline shows; the smallest are left for the holes.
func (b *bench) search(p *piece, n int, from *start) (at image.Point, distance int64, ok bool) {
	if from.columns > 0 {
		at, ok = b.canvas.centered(p, from.cell(n, b.canvas.area))
		return at, 0, ok
	}
	if n == 0 {
		size := p.mask.box.Size()
		if at, ok = b.canvas.centered(p, b.canvas.center.Sub(image.Pt(from.beside.X*size.X, from.beside.Y*size.Y).Div(2))); ok {
			return at, 0, true
		}
	}
	if outer := len(from.order) / 6; b.spec.Shape.pictured() && n >= 2*outer && n < 5*outer && n&1 == 1 {
		at, ok = b.canvas.far(p)
		return at, 0, ok
	}
	where := from.zone(n)
	at, distance, ok = b.canvas.find(p, nowhere, where)
	if !ok && where != anywhere {
		at, distance, ok = b.canvas.find(p, nowhere, anywhere)
	}
	return at, distance, ok
}

// centered returns the place where the middle of a word's ink is a given cell. ok is false where
// that is not free.
func (c *canvas) centered(p *piece, middle image.Point) (at image.Point, ok bool) {
	row := 0
	at = middle.Sub(p.ink.Min.Add(p.ink.Max).Div(2))
	return at, p.ink.Add(at).In(c.area) && c.free(&p.mask, at, &row)
}
