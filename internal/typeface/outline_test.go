package typeface

import (
	"slices"
	"testing"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
)

func TestSize(t *testing.T) {
	s := Px(100)
	if s.Px() != 100 || s.Coord(Em) != 100*256 || s.Coord(-Em/2) != -50*256 {
		t.Errorf("100 px: %v, %d, %d", s.Px(), s.Coord(Em), s.Coord(-Em/2))
	}
	third := Px(1.0 / 3)
	if third.Floor(Em) != 0 || third.Ceil(Em) != 1 || third.Floor(-Em) != -1 || third.Ceil(-Em) != 0 {
		t.Error("whole pixels do not enclose a third of one")
	}
}

// All points of the polygons lie in Bounds, and finer polygons differ from coarse ones by less than the tolerance.
func TestPolylines(t *testing.T) {
	o, err := bold(t).Shape("@ß&8Ωж")
	if err != nil {
		t.Fatal(err)
	}
	size := Px(400)
	coarse, fine := o.Polylines(size), o.Polylines(Px(40000))
	for i := range coarse {
		for _, p := range append(coarse[i], fine[i]...) {
			if p.X < o.Bounds.X0 || p.X > o.Bounds.X1 || p.Y < o.Bounds.Y0 || p.Y > o.Bounds.Y1 {
				t.Fatalf("point %v lies outside %v", p, o.Bounds)
			}
		}
		for _, p := range fine[i] {
			// 0.08 px and the rounding of both.
			if d := distance(p, coarse[i]); d*size.Px()/Em > 0.1 {
				t.Fatalf("contour %d: a point of the curve is %.3f px away", i, d*size.Px()/Em)
			}
		}
	}
}

// The middle of a cubic curve agrees with de Casteljau's. (OpenType fonts with CFF outlines have such curves; the embedded
// fonts do not.)
func TestCubic(t *testing.T) {
	pt := func(x, y float32) opentype.SegmentPoint { return opentype.SegmentPoint{X: x, Y: y} }
	o := &Outline{}
	o.add(newGlyph([]opentype.Segment{
		{Op: opentype.SegmentOpMoveTo, Args: [3]opentype.SegmentPoint{pt(0, 0)}},
		{Op: opentype.SegmentOpCubeTo, Args: [3]opentype.SegmentPoint{pt(0, -1000), pt(1000, -1000), pt(1000, 0)}},
	}, 1000), Point{})
	line := o.Polylines(Px(100))[0]
	if last := line[len(line)-1]; last != (Point{Em, 0}) {
		t.Errorf("the curve ends at %v", last)
	}
	middle := Point{Em / 2, Em * 3 / 4}
	if d := distance(middle, line); d*100/Em > 0.1 {
		t.Errorf("the curve misses its middle by %.3f px", d*100/Em)
	}
}

// Rule L2, with runs named by letters: digits (level 2) inside Hebrew (level 1) inside English.
func TestReorder(t *testing.T) {
	for _, test := range []struct {
		levels []bidi.Level
		want   []int
	}{
		{[]bidi.Level{0, 0}, []int{0, 1}},
		{[]bidi.Level{1, 1, 1}, []int{2, 1, 0}},
		{[]bidi.Level{1, 2, 1}, []int{2, 1, 0}},
		{[]bidi.Level{0, 1, 2, 2, 1, 0}, []int{0, 4, 2, 3, 1, 5}},
	} {
		var runs []shaping.Input
		for i := range test.levels {
			runs = append(runs, shaping.Input{RunStart: i})
		}
		reorder(runs, slices.Clone(test.levels))
		for i, r := range runs {
			if r.RunStart != test.want[i] {
				t.Errorf("%v: place %d holds run %d, want %d", test.levels, i, r.RunStart, test.want[i])
			}
		}
	}
}

// Hebrew runs from right to left: its first letter is the rightmost.
func TestRightToLeft(t *testing.T) {
	c := bold(t)
	word, err := c.Shape("שלום")
	if err != nil {
		t.Fatal(err)
	}
	first, err := c.Shape("ש")
	if err != nil {
		t.Fatal(err)
	}
	last := word.Glyphs[len(word.Glyphs)-1]
	if last.X1-last.X0 != first.Bounds.X1-first.Bounds.X0 {
		t.Error("the rightmost letter is not the first one")
	}
}

// Letters are kerned, but not merged into ligatures.
func TestKerningWithoutLigatures(t *testing.T) {
	c := bold(t)
	advance := func(s string) int32 {
		o, err := c.Shape(s)
		if err != nil {
			t.Fatal(err)
		}
		return o.Advance
	}
	if advance("AV") >= advance("A")+advance("V") {
		t.Error("AV is not kerned")
	}
	if advance("fi") != advance("f")+advance("i") {
		t.Error("fi is tied")
	}
}
