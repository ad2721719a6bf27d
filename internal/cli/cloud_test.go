package cli

import (
	"context"
	"errors"
	"image"
	"testing"

	"verbatim/internal/layout"
	"verbatim/internal/render"
	"verbatim/internal/typeface"
)

// placed is a cloud of a few words.
func placed(t *testing.T) *layout.Layout {
	t.Helper()
	fonts, err := typeface.Embedded(typeface.Bold)
	if err != nil {
		t.Fatal(err)
	}
	l, err := layout.Wordclouds{}.Layout(context.Background(), layout.Spec{
		Width: 400, Height: 250, Area: image.Rect(10, 10, 390, 240), Chain: fonts,
		Words: []layout.Word{{Text: "trust", Count: 4, Color: "#000000"}, {Text: "openness", Count: 2, Color: "#000000"}},
	})
	if err != nil || len(l.Words) != 2 {
		t.Fatalf("%v, %v", l, err)
	}
	return l
}

// A finished picture that breaks a promise is an error, and so no file.
func TestVerified(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*layout.Layout)
		want  bool
	}{
		{"sound", func(*layout.Layout) {}, true},
		{"overlap", func(l *layout.Layout) {
			l.Words[1].Lines[0].X, l.Words[1].Lines[0].Y = l.Words[0].Lines[0].X, l.Words[0].Lines[0].Y
		}, false},
		{"beyond the edge", func(l *layout.Layout) { l.Words[0].Lines[0].Y = 5 }, false},
		{"no ink", func(l *layout.Layout) { l.Words[0].Height = 1 }, false},
	}
	palette := render.Palettes()[0]
	for _, tt := range tests {
		l := placed(t)
		tt.spoil(l)
		c := &cloud{style: style{palette: palette}}
		_, _, err := c.verified(render.Picture{Layout: l, Background: palette.Background})
		var check *checkError
		if tt.want != (err == nil) || err != nil && !errors.As(err, &check) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// Where the caption grows because it names words without a place, the words
// that are drawn keep clear of it.
func TestDrawAgainUnderALongerCaption(t *testing.T) {
	palette, err := render.NewPalette("", "", false)
	if err != nil {
		t.Fatal(err)
	}
	words, err := typeface.Embedded(typeface.Bold)
	if err != nil {
		t.Fatal(err)
	}
	c := &cloud{style: style{wordFonts: words, width: 400, height: 250, dpi: 96, palette: palette}, scale: layout.Sqrt, engine: layout.Wordclouds{}}
	c.words = []layout.Word{{Text: "trust", Count: 4, Color: "#000000"}, {Text: "漢字", Count: 2, Color: "#000000"}}
	c.caption = func(unplaced []layout.Unplaced) []string {
		lines := []string{"one line"}
		for range unplaced {
			lines = append(lines, "named", "at", "length")
		}
		return lines
	}
	p, _, err := c.draw(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	short, err := c.frame(nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Layout.Area.Rectangle(); !got.In(p.Frame.Area) || got == short.Area {
		t.Errorf("words use %v, the frame leaves %v", got, p.Frame.Area)
	}
}
