package layout

import "image"

// balanced returns how far to move all words, in px, so that the middle of their ink comes as near
// to the middle of the area as their edges allow; for few words, the middle of the box round them.
// A shape stays where it is.
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

// leavesInk reports whether, of a word far smaller than a pixel, an area remains when its points
// are rounded as a drawing rounds them: then it darkens some pixel.
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
