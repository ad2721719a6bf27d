package layout

import (
	"image"
	"slices"

	"verbatim/internal/typeface"
)

// balanced returns how far to move all words, in px, so that the middle of their ink comes as near to the middle of
// the area as their edges allow; for few words, the middle of the box round them. A shape stays where it is.
func (b *bench) balanced(a *attempt) image.Point {
	if b.spec.Shape != nil || len(a.placed) == 0 {
		return image.Point{}
	}
	box, middle := b.inked(a)
	if len(a.placed) <= handful {
		middle = box.Min.Add(box.Max)
	}
	area := b.spec.Area
	goal := area.Min.Add(area.Max).Sub(middle).Div(2)
	return image.Pt(
		min(max(goal.X, area.Min.X-box.Min.X), area.Max.X-box.Max.X),
		min(max(goal.Y, area.Min.Y-box.Min.Y), area.Max.Y-box.Max.Y))
}

// inked returns the box round all words, in px, and twice the middle of their ink.
func (b *bench) inked(a *attempt) (all image.Rectangle, twiceMiddle image.Point) {
	var mass, sumX, sumY int64
	for i := range a.placed {
		p := &a.placed[i]
		box := p.setting.ink().Add(b.origin(p))
		all = all.Union(box)
		m := inkOf(&p.setting)
		mass, sumX, sumY = mass+m, sumX+m*int64(box.Min.X+box.Max.X), sumY+m*int64(box.Min.Y+box.Max.Y)
	}
	return all, image.Pt(int(sumX/mass), int(sumY/mass))
}

// spread moves few words apart, up and down from the middle, where the area leaves room: by half of their distance at most.
func (b *bench) spread(a *attempt) {
	box, _ := b.inked(a)
	middle := b.inCells(box).Min.Add(b.inCells(box).Max).Div(2).Add(b.canvas.area.Min).Sub(b.inCells(b.spec.Area).Min)
	for percent := 150; percent > 100; percent -= 5 {
		places := slices.Clone(a.placed)
		for i := range places {
			places[i].at.Y = b.canvas.center.Y + (places[i].at.Y-middle.Y)*percent/100
		}
		if b.apart(places) {
			a.placed = places
			return
		}
	}
}

// apart reports whether all words have room where they stand.
func (b *bench) apart(places []place) bool {
	b.canvas.reset()
	b.shown = nil // but what stands at these places, or some of it
	for i := range places {
		p, row := &places[i], 0
		b.cut(&b.level, &p.setting)
		if !b.level.ink.Add(p.at).In(b.canvas.area) || !b.canvas.free(&b.level.test, p.at, &row) {
			return false
		}
		b.canvas.put(&b.level.stamp, p.at)
	}
	return true
}

// unevenness tells, in 1/1024, how much the box round all words differs from the area in its proportions, and the middle
// of the ink from that of the box.
func (b *bench) unevenness(a *attempt) int {
	if len(a.placed) == 0 {
		return 0
	}
	box, middle := b.inked(a)
	area, off := b.spec.Area.Size(), middle.Sub(box.Min).Sub(box.Max)
	abs := func(x int) int { return max(x, -x) }
	return abs(1024*box.Dx()/area.X-1024*box.Dy()/area.Y) + 1024*abs(off.X)/area.X + 1024*abs(off.Y)/area.Y
}

// inkOf is the area of a word's ink in px², at least 1; contours that overlap count twice.
func inkOf(s *setting) int64 {
	sum := int64(0)
	for _, line := range s.form.polylines {
		for _, polygon := range line {
			sum += twiceArea(polygon, s.size)
		}
	}
	return max(1, max(sum, -sum)>>17)
}

// leavesInk reports whether, of a word far smaller than a pixel, an area remains when its points are rounded as a drawing
// rounds them: then it darkens some pixel.
func leavesInk(s *setting) bool {
	for _, line := range s.form.polylines {
		sum := int64(0)
		for _, polygon := range line {
			sum += twiceArea(polygon, s.size)
		}
		if sum != 0 {
			return true
		}
	}
	return false
}

// twiceArea is the shoelace formula, in 1/256² px²: holes turn the other way and take away.
func twiceArea(polygon []typeface.Point, size typeface.Size) (sum int64) {
	last := polygon[len(polygon)-1]
	x0, y0 := size.Coord(last.X), size.Coord(last.Y)
	for _, p := range polygon {
		x1, y1 := size.Coord(p.X), size.Coord(p.Y)
		sum += x0*y1 - x1*y0
		x0, y0 = x1, y1
	}
	return sum
}
