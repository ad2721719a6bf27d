package render

import (
	"image"
	"strings"
	"testing"
)

func frame(t testing.TB, s FrameSpec) Frame {
	t.Helper()
	f, err := NewFrame(s)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A frame without text is the margin alone.
func TestEmptyFrame(t *testing.T) {
	f := frame(t, FrameSpec{Width: 1600, Height: 1000, Title: " \u200d ", Caption: []string{"", "\x00"}})
	if want := image.Rect(40, 40, 1560, 960); f.Area != want || len(f.texts) > 0 {
		t.Errorf("area %v, want %v; %d lines", f.Area, want, len(f.texts))
	}
}

// All text stays within the margins and clear of the area, however long it is and whatever it holds.
func TestFrameText(t *testing.T) {
	for _, size := range []image.Point{{X: 1600, Y: 1000}, {X: 800, Y: 500}, {X: 300, Y: 900}} {
		bare := frame(t, FrameSpec{Width: size.X, Height: size.Y}).Area
		f := frame(t, FrameSpec{
			Width: size.X, Height: size.Y, Title: "What makes a partnership work, and what should “we” do next? شفافية",
			Caption: []string{strings.Repeat("Set aside as the subject: partnership (31). ", 5), strings.Repeat("x", 300), "日本 a\u202eb"},
		})
		for _, l := range f.texts {
			ink := rasterize(l.outline, l.size, l.at).rect
			if !ink.In(bare.Inset(-2)) || ink.Overlaps(f.Area) {
				t.Errorf("%v: %q inks %v of %v, the words have %v", size, l.outline.Text, ink, bare, f.Area)
			}
		}
	}
}

// A caption that fills the picture leaves no area; that is for the caller to see.
func TestFrameWithoutRoom(t *testing.T) {
	for _, size := range []int{1, 10, 60} {
		f := frame(t, FrameSpec{Width: size, Height: size, Title: "a title", Caption: []string{"and a caption"}})
		if !f.Area.Empty() {
			t.Errorf("%d px: area %v", size, f.Area)
		}
	}
}
