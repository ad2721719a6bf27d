package typeface

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// A contour is a chain of steps. Each starts at the end of the one before it:
//
//	 p0 ●──────────● p1          line: 1 point, the end
//	    │           ╲    ○ c     parabola: 1 control point, the end
//	 p3 ●╲           ● p2
//	      ╲__○__○__╱             cubic curve: 2 control points, the end
//
// TrueType fonts have lines and parabolas, OpenType fonts with CFF outlines lines and cubic curves.

// Glyph is the shape of one letter of one font. All texts of a chain share it, so a drawing may
// define it once and use it often, but not change it.
type Glyph struct {
	Steps []Step // of all contours, relative to the glyph's origin
	ink   Box    // of all points, control points included
}

// Step is one step of a contour, from the end of the last.
type Step struct {
	Start  bool     // begins a new contour at its only point
	degree int      // number of points: 1 for a line, 2 for a parabola, 3 for a cubic curve
	points [3]Point // control points, then the end
}

// Points returns the control points of a step and its end: 1 to 3 points, in 1/32768 em.
func (s *Step) Points() []Point { return s.points[:s.degree] }

// moved returns the step for a glyph whose origin is at the given point.
func (s Step) moved(origin Point) Step {
	for i := range s.degree {
		s.points[i].X += origin.X
		s.points[i].Y += origin.Y
	}
	return s
}

// glyphKey identifies a glyph of a font.
type glyphKey struct {
	font *Font
	id   font.GID
}

// glyphCache holds the glyphs that have been read, so that each is converted once and shared by all
// texts. A nil entry stands for a glyph without an outline.
type glyphCache map[glyphKey]*Glyph

// glyph returns a glyph of a font, or nil where the font has no outline for it: fonts of coloured
// emoji have bitmaps.
func (c glyphCache) glyph(f *Font, id font.GID) *Glyph {
	key := glyphKey{f, id}
	if g, known := c[key]; known {
		return g
	}
	var g *Glyph
	if contours, ok := f.outline(id); ok {
		g = newGlyph(contours, int(f.face.Upem()))
	}
	c[key] = g
	return g
}

// newGlyph converts an outline from font units, y up, to 1/32768 em, y down.
func newGlyph(contours []opentype.Segment, unitsPerEm int) *Glyph {
	g := &Glyph{}
	for _, s := range contours {
		step := Step{Start: s.Op == opentype.SegmentOpMoveTo, degree: len(s.ArgsSlice())}
		for i, p := range s.ArgsSlice() {
			q := Point{scaled(p.X, unitsPerEm), -scaled(p.Y, unitsPerEm)}
			step.points[i] = q
			g.ink = g.ink.Union(Box{q.X, q.Y, q.X + 1, q.Y + 1})
		}
		g.Steps = append(g.Steps, step)
	}
	return g
}

// scaled converts a font coordinate, which a float32 holds exactly, to 1/32768 em.
func scaled(v float32, unitsPerEm int) int32 {
	return int32(math.Round(float64(v) * Em / float64(unitsPerEm)))
}
