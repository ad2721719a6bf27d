package render

import (
	"cmp"
	"image"
	"slices"
	"strings"
	"sync"
	"testing"

	"verbatim/internal/typeface"
)

// fonts are the embedded fonts, read once for all tests that do not run in parallel.
var fonts = sync.OnceValue(func() *Fonts {
	bold, _ := typeface.Embedded(typeface.Bold) // only a file or the machine's fonts may fail
	regular, _ := typeface.Embedded(typeface.Regular)
	return &Fonts{bold, regular}
})

func frame(t testing.TB, s FrameSpec) Frame {
	t.Helper()
	s.Fonts = cmp.Or(s.Fonts, fonts())
	return NewFrame(s)
}

// A frame without text is only a margin.
func TestEmptyFrame(t *testing.T) {
	f := frame(t, FrameSpec{Width: 1600, Height: 1000, Title: " \u200d ", Caption: []string{"", "\x00"}})
	if want := image.Rect(40, 40, 1560, 960); f.Area != want || len(f.marks) > 0 {
		t.Errorf("area %v, want %v; %d lines", f.Area, want, len(f.marks))
	}
}

// All text stays between the margins and the area, whatever its length and content.
func TestFrameText(t *testing.T) {
	for _, size := range []image.Point{{X: 1600, Y: 1000}, {X: 800, Y: 500}, {X: 300, Y: 900}} {
		bare := frame(t, FrameSpec{Width: size.X, Height: size.Y}).Area
		f := frame(t, FrameSpec{
			Width: size.X, Height: size.Y, Title: "What makes a partnership work, and what should “we” do next? شفافية",
			Caption: []string{strings.Repeat("Set aside as the subject: partnership (31). ", 5), strings.Repeat("x", 300), "日本 a\u202eb"},
		})
		for _, m := range f.marks {
			ink := m.bounds()
			if !ink.In(bare.Inset(-2)) || ink.Overlaps(f.Area) {
				t.Errorf("%v: %q inks %v of %v, the words have %v", size, m.Lines[0].Outline.Text, ink, bare, f.Area)
			}
		}
	}
}

// A caption that fills the picture leaves an empty area.
func TestFrameWithoutRoom(t *testing.T) {
	for _, size := range []int{1, 10, 60} {
		f := frame(t, FrameSpec{Width: size, Height: size, Title: "a title", Caption: []string{"and a caption"}})
		if !f.Area.Empty() {
			t.Errorf("%d px: area %v", size, f.Area)
		}
	}
}

// The legend stands between title and words, wraps where it is wide, and leaves out names without a visible character.
func TestLegend(t *testing.T) {
	spec := FrameSpec{Width: 800, Height: 500, Title: "Themes"}
	bare := frame(t, spec)
	spec.Legend = []Entry{{"Trust", rgb(0x005cd4)}, {"\u200d", rgb(0)}, {"Working together", rgb(0xa35c10)}}
	one := frame(t, spec)
	if squares := bars(one); squares != 2 || one.Area.Min.Y <= bare.Area.Min.Y {
		t.Errorf("%d squares, area %v, without legend %v", squares, one.Area, bare.Area)
	}
	for range 10 {
		spec.Legend = append(spec.Legend, Entry{"a theme of some length", rgb(0)})
	}
	many := frame(t, spec)
	if bars(many) != 12 || many.Area.Min.Y <= one.Area.Min.Y {
		t.Errorf("%d squares, area %v, of two %v", bars(many), many.Area, one.Area)
	}
	for _, m := range many.marks {
		if !m.bounds().In(image.Rect(18, 18, 782, many.Area.Min.Y)) {
			t.Errorf("a mark at %v", m.bounds())
		}
	}
}

func bars(f Frame) (n int) {
	for _, m := range f.marks {
		if len(m.Boxes) > 0 {
			n++
		}
	}
	return n
}

// A wrapped line runs in the direction of its paragraph: what comes first in a Hebrew title is on the right.
func TestFrameDirection(t *testing.T) {
	const title = "שקיפות ופתיחות (2024) trust"
	f := frame(t, FrameSpec{Width: 150, Height: 300, Title: title})
	if len(f.marks) != 2 || f.marks[1].Lines[0].Outline.Text != "(2024) trust" {
		t.Fatalf("%d lines", len(f.marks))
	}
	got := f.marks[1].Lines[0].Outline.Glyphs
	want, err := f.fonts.Bold.ShapeLine("(2024) trust", title)
	if err != nil || !slices.Equal(got, want.Glyphs) {
		t.Errorf("%v, want %v, %v", got, want.Glyphs, err)
	}
	if other, err := f.fonts.Bold.Shape("(2024) trust"); err != nil || slices.Equal(got, other.Glyphs) {
		t.Errorf("the line runs from left to right: %v", err)
	}
}
