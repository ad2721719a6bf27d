package typeface

import (
	"iter"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Glyph is the shape of one letter of one font. All texts of a chain share it, so that a drawing may define it once and
// use it often.
type Glyph struct {
	segments []segment // relative to the glyph's origin
	ink      Box
}

// segment is one step of a contour: 1 point to start at or draw a line to, 2 for a parabola, 3 for a cubic curve; the
// last point is where it ends.
type segment struct {
	start  bool
	n      int
	points [3]Point
}

// Steps lists the steps of the glyph's contours, relative to its origin: the points of a step (1 for a line, 2 for a
// parabola, 3 for a cubic curve, the last one its end), and whether a new contour starts there (1 point).
func (g *Glyph) Steps() iter.Seq2[[]Point, bool] {
	return func(yield func([]Point, bool) bool) {
		for _, s := range g.segments {
			if !yield(s.points[:s.n:s.n], s.start) {
				return
			}
		}
	}
}

// moved returns the step of a glyph whose origin is at the given point.
func (s segment) moved(at Point) segment {
	for i := range s.n {
		s.points[i].X += at.X
		s.points[i].Y += at.Y
	}
	return s
}

// glyphKey says which glyph of which font.
type glyphKey struct {
	face *font.Face
	id   font.GID
}

// glyph returns a shape by its number in a font, or nil where that font has no outline for it: a picture, or none.
func (c *Chain) glyph(face *font.Face, id font.GID) *Glyph {
	key := glyphKey{face, id}
	if g, known := c.glyphs[key]; known {
		return g
	}
	var g *Glyph
	if data, ok := face.GlyphData(id).(font.GlyphOutline); ok {
		g = newGlyph(data.Segments, int(face.Upem()))
	}
	c.glyphs[key] = g
	return g
}

// newGlyph reads an outline. Fonts point y up; ours down.
func newGlyph(contours []opentype.Segment, upem int) *Glyph {
	g := &Glyph{}
	for _, s := range contours {
		seg := segment{start: s.Op == opentype.SegmentOpMoveTo, n: len(s.ArgsSlice())}
		for i, p := range s.ArgsSlice() {
			q := Point{scaled(p.X, upem), -scaled(p.Y, upem)}
			seg.points[i] = q
			g.ink = g.ink.Union(Box{q.X, q.Y, q.X + 1, q.Y + 1})
		}
		g.segments = append(g.segments, seg)
	}
	return g
}
