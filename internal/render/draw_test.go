package render

import (
	"fmt"
	"image"
	"slices"
	"testing"

	"verbatim/internal/chart"
)

// Draw measures the pixels, not the layout, on a canvas of either kind.
func TestMeasure(t *testing.T) {
	good := picture(t, "ink", "", 6)
	for _, test := range []struct {
		name             string
		spoil            func(p *Picture)
		overlap          bool
		outside, inkless string
	}{
		{"a good picture", func(*Picture) {}, false, "[]", "[]"},
		{"a word upon another", func(p *Picture) {
			from, to := &p.Layout.Words[5].Lines[0], p.Layout.Words[1].Lines[0]
			from.X, from.Y = to.X, to.Y
		}, true, "[]", "[]"},
		{"in the colour of the background", func(p *Picture) { p.Layout.Words[3].Color = "#ffffff" }, false, "[]", "[integrity]"},
		{"beyond the picture", func(p *Picture) { p.Layout.Words[3].Lines[0].Y = -500 }, false, "[integrity]", "[integrity]"},
	} {
		for _, full := range []bool{false, true} {
			p := clone(good)
			test.spoil(&p)
			d := onCanvas(t, p, full)
			if d.OverlapPx > 0 != test.overlap || fmt.Sprint(d.Outside) != test.outside || fmt.Sprint(d.Inkless) != test.inkless {
				t.Errorf("%s, full colour %t: %+v", test.name, full, d.Check())
			}
			if sound := test.name == "a good picture"; (d.Check() == nil) != sound {
				t.Errorf("%s, full colour %t: %v", test.name, full, d.Check())
			}
		}
	}
}

// Where a word is drawn twice, all its pixels overlap, and its share of ink counts twice.
func TestMeasureAmounts(t *testing.T) {
	p := picture(t, "ink", "", 2)
	p.Frame.marks, p.Layout.Words = nil, p.Layout.Words[1:]
	for _, full := range []bool{false, true} {
		one := onCanvas(t, p, full)
		if one.OverlapPx > 0 || one.InkShare < 0.01 || one.InkShare > 0.1 {
			t.Errorf("one word, full colour %t: %+v", full, one.InkShare)
		}
		twice := p
		twice.Layout = new(*p.Layout)
		twice.Layout.Words = slices.Repeat(p.Layout.Words, 2)
		if two := onCanvas(t, twice, full); two.OverlapPx != inkedPixels(one.image) || two.InkShare != 2*one.InkShare {
			t.Errorf("twice the word of %d px, full colour %t: %+v", inkedPixels(one.image), full, two.Check())
		}
	}
}

// A word may touch each edge of its area, but not cross it by a pixel.
func TestMeasureEdges(t *testing.T) {
	two := picture(t, "ink", "", 2)
	for _, side := range []string{"left", "right", "top", "bottom"} {
		for _, full := range []bool{false, true} {
			for beyond, want := range []string{"[]", "[openness]"} {
				p := clone(two)
				p.Frame.marks, p.Layout.Words = nil, p.Layout.Words[1:]
				list, err := p.marks()
				if err != nil {
					t.Fatal(err)
				}
				area, ink, at := p.Layout.Area.Rectangle(), list[0].bounds(), &p.Layout.Words[0].Lines[0]
				switch side {
				case "left":
					at.X += area.Min.X - ink.Min.X - beyond
				case "right":
					at.X += area.Max.X - ink.Max.X + beyond
				case "top":
					at.Y += area.Min.Y - ink.Min.Y - beyond
				case "bottom":
					at.Y += area.Max.Y - ink.Max.Y + beyond
				}
				d := onCanvas(t, p, full)
				if fmt.Sprint(d.Outside) != want || len(d.Inkless) > 0 || (d.Check() == nil) != (beyond == 0) {
					t.Errorf("%s, %d px beyond, full colour %t: %+v", side, beyond, full, d.Check())
				}
			}
		}
	}
}

// onCanvas draws with a palette, or with more inks than a palette holds: as dots along the upper edge, where nothing else is.
func onCanvas(t testing.TB, p Picture, full bool) *Drawing {
	t.Helper()
	for i := range maxPaletteInks + 1 {
		if full {
			dot := image.Rect(2*i, 0, 2*i+1, 1)
			p.Frame.marks = append(p.Frame.marks[:len(p.Frame.marks):len(p.Frame.marks)],
				mark{Shape: chart.Shape{Ink: rgb(uint32(i + 1)), Class: "dot", Boxes: []image.Rectangle{{Min: dot.Min.Mul(subpixels), Max: dot.Max.Mul(subpixels)}}}})
		}
	}
	d, err := Draw(p)
	if err != nil {
		t.Fatal(err)
	}
	if _, palette := d.image.(*image.Paletted); palette == full {
		t.Fatalf("full colour %t: %T", full, d.image)
	}
	return d
}

// inkedPixels counts the pixels below the upper edge that are not background.
func inkedPixels(m image.Image) (n int) {
	for y := 1; y < m.Bounds().Dy(); y++ {
		for x := range m.Bounds().Dx() {
			if m.At(x, y) != m.At(m.Bounds().Dx()-1, 0) {
				n++
			}
		}
	}
	return n
}
