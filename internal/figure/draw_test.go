package figure

import (
	"context"
	"errors"
	"image"
	"strings"
	"testing"

	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
	"verbatim/internal/typeface"
)

// lookOf is a look of a size, with the embedded fonts.
func lookOf(t *testing.T, width, height int) Look {
	t.Helper()
	palette, err := render.NewPalette("", "", false)
	if err != nil {
		t.Fatal(err)
	}
	bold, err := typeface.Embedded(typeface.Bold)
	if err != nil {
		t.Fatal(err)
	}
	regular, err := typeface.Embedded(typeface.Regular)
	if err != nil {
		t.Fatal(err)
	}
	return Look{Width: width, Height: height, DPI: 96, Palette: palette, Words: bold, Frame: &render.Fonts{Bold: bold, Regular: regular}}
}

// placed is a cloud of a few words.
func placed(t *testing.T) *layout.Layout {
	t.Helper()
	l, err := layout.Exact{}.Layout(context.Background(), layout.Spec{
		Width: 400, Height: 250, Area: image.Rect(10, 10, 390, 240), Chain: lookOf(t, 400, 250).Words,
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
	for _, tt := range tests {
		l := placed(t)
		tt.spoil(l)
		s := &subject{
			caption: func([]prose.Missing) []string { return nil },
			place: func(context.Context, *Look, render.Frame) (render.Picture, error) {
				return render.Picture{Layout: l}, nil
			},
		}
		look := lookOf(t, 400, 250)
		look.NoCaption = true
		_, err := look.draw(context.Background(), s)
		var check *CheckError
		if tt.want != (err == nil) || err != nil && !errors.As(err, &check) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// Where the caption grows because it names words without a place, the words that are drawn keep clear of it.
func TestDrawAgainUnderALongerCaption(t *testing.T) {
	var areas []image.Rectangle
	s := &subject{
		question: "one line",
		caption: func(missing []prose.Missing) []string {
			if len(missing) == 0 {
				return nil
			}
			return []string{strings.Repeat("named at length ", 40)}
		},
		place: func(ctx context.Context, l *Look, frame render.Frame) (p render.Picture, err error) {
			areas = append(areas, frame.Area)
			p.Layout, err = layout.Exact{}.Layout(ctx, layout.Spec{
				Width: l.Width, Height: l.Height, Area: frame.Area, Chain: l.Words, Scale: layout.Sqrt,
				Words: []layout.Word{{Text: "trust", Count: 4, Color: "#000000"}, {Text: "漢字", Count: 2, Color: "#000000"}},
			})
			return p, err
		},
	}
	p, err := lookOf(t, 400, 250).draw(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Layout.Area.Rectangle(); !got.In(p.Frame.Area) || len(areas) != 2 || got != areas[1] || !areas[1].In(areas[0]) || areas[0] == areas[1] {
		t.Errorf("words use %v, the frame leaves %v; they were given %v", got, p.Frame.Area, areas)
	}
	if !strings.HasPrefix(p.Caption, "named at length") {
		t.Errorf("caption %q", p.Caption)
	}
}

// A chart is as high as its bars need, unless its size is fixed; one that would have no end is refused.
func TestHeightOfBars(t *testing.T) {
	for _, test := range []struct {
		name  string
		bars  int
		fixed bool
		want  func(height int) bool
	}{
		{"few bars", 3, false, func(h int) bool { return h < 600 }},
		{"few bars, fixed", 3, true, func(h int) bool { return h == 600 }},
		{"many bars", 60, false, func(h int) bool { return h > 60*24 }},
		{"many bars, fixed", 60, true, nil},
		{"bars without end", 1000, false, nil},
	} {
		counts := make([]int, test.bars)
		for i := range counts {
			counts[i] = 2 * test.bars
		}
		q := asked(tally.Respondents, 0, counts...)
		look := lookOf(t, 800, 600)
		look.FixedSize = test.fixed
		p, _, err := q.DrawBars(context.Background(), look, ByNone, tally.Limits{Top: test.bars})
		var room *RoomError
		switch {
		case test.want == nil:
			if !errors.As(err, &room) || room.Content != Bars {
				t.Errorf("%s: %v", test.name, err)
			}
		case err != nil:
			t.Errorf("%s: %v", test.name, err)
		case !test.want(p.Chart.Size.Y):
			t.Errorf("%s: %d px high", test.name, p.Chart.Size.Y)
		}
	}
}

// Where nobody asked for a number of bars, a picture of a fixed size shows as many as it has room for.
func TestAsManyBarsAsFit(t *testing.T) {
	counts := make([]int, 20)
	for i := range counts {
		counts[i] = 100 - i
	}
	look := lookOf(t, 800, 400)
	look.FixedSize = true
	q := asked(tally.Respondents, 0, counts...)
	_, shown, err := q.DrawBars(context.Background(), look, ByNone, tally.Limits{})
	if err != nil || len(shown) >= 20 || len(shown) < 5 {
		t.Errorf("%d bars, %v", len(shown), err)
	}
	var room *RoomError
	if _, _, err := q.DrawBars(context.Background(), look, ByNone, tally.Limits{Top: 20}); !errors.As(err, &room) {
		t.Errorf("20 bars as asked: %v", err)
	}
}
