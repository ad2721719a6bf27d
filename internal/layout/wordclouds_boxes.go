package layout

import (
	"image"
	"slices"

	"verbatim/internal/typeface"
)

// What stands where is decided on boxes of whole pixels that hold all ink, rounded outwards: boxes that are apart
// mean that no pixel, however faintly inked, belongs to two words.

// pixels returns the pixels touched by a box of an outline whose baseline starts at the given point.
func pixels(b typeface.Box, size typeface.Size, at image.Point) image.Rectangle {
	return image.Rect(size.Floor(b.X0), size.Floor(b.Y0), size.Ceil(b.X1), size.Ceil(b.Y1)).Add(at)
}

// profile covers an outline by a few boxes side by side, close enough for small words to nest over the low letters
// of a large one, but not between its letters or words, where they would break its reading:
//
//	      ┌─┐    ┌───────┐
//	┌─────┘ └────┘       │      glyph boxes widened until they meet; a space is filled up to the lower of its
//	│ s a l  a  r  b o b │      neighbours; neighbours of nearly the same height are one box
//	└────────────────────┘
func profile(o *typeface.Outline) []typeface.Box {
	glyphs := slices.Clone(o.Glyphs)
	slices.SortStableFunc(glyphs, func(a, b typeface.Box) int { return int(a.X0) - int(b.X0) })
	boxes := glyphs[:1:1]
	for _, g := range glyphs[1:] {
		last := boxes[len(boxes)-1]
		gap := typeface.Box{X0: last.X1, Y0: max(g.Y0, last.Y0), X1: g.X0, Y1: min(g.Y1, last.Y1)}
		if gap.X1 > gap.X0 && gap.Y1 > gap.Y0 {
			boxes = join(boxes, gap)
		}
		boxes = join(boxes, g)
	}
	return boxes
}

// join appends a box, or widens the last one where that adds little: the overshoot of round letters over flat ones is
// not worth a box, each of which costs the engine time for every later word.
func join(boxes []typeface.Box, b typeface.Box) []typeface.Box {
	const little = typeface.Em / 12
	last := &boxes[len(boxes)-1]
	if near(last.Y0, b.Y0, little) && near(last.Y1, b.Y1, little) {
		*last = last.Union(b)
		return boxes
	}
	return append(boxes, b)
}

func near(a, b, tolerance int32) bool { return a-b <= tolerance && b-a <= tolerance }

// gap is the empty space that two words keep, in px: two fifths of the smaller font height from side to side, which
// is clearly more than the space between the words of a phrase (0.28), a tenth from top to bottom, and never less
// than 1/400 of the picture's width.
func gap(a, b typeface.Size, width int) image.Point {
	smaller, least := min(a, b), max(2, width/400)
	return image.Pt(max(least, smaller.Ceil(typeface.Em*2/5)), max(least, smaller.Ceil(typeface.Em/10)))
}

// apart reports whether two placed words keep their gap. They may be nearer in one direction as long as they are clear
// of each other in the other.
func apart(a, b *word, width int) bool {
	g := gap(a.size, b.size, width)
	for _, p := range a.parts {
		wide := image.Rect(p.Min.X-g.X, p.Min.Y-g.Y, p.Max.X+g.X, p.Max.Y+g.Y)
		if slices.ContainsFunc(b.parts, wide.Overlaps) {
			return false
		}
	}
	return true
}
