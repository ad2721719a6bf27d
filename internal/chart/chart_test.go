package chart_test

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"sync"
	"testing"

	"verbatim/internal/chart"
	"verbatim/internal/render"
	"verbatim/internal/typeface"
)

// labels are in several scripts, long and short; one has a character that no font has.
var labels = []string{
	"transparency", "openness", "R", "الثقة", "التدريب المستمر وتطوير المهارات المهنية لجميع العاملين في المؤسسة", "Δοκιμή και έλεγχος",
	"It is about people, not contracts: relationships carry you when the paperwork does not, and nobody reads it anyway", "שלום",
	"Unglaubwürdigkeitsvermutungsgesetzgebungsverfahrensordnung", "漢字", "e\u0301tude", "a b",
}

// The fonts are opened once; tests use them one after the other.
var (
	regular = sync.OnceValues(func() (*typeface.Chain, error) { return typeface.Embedded(typeface.Regular) })
	bold    = sync.OnceValues(func() (*typeface.Chain, error) { return typeface.Embedded(typeface.Bold) })
)

func chain(t *testing.T, open func() (*typeface.Chain, error)) *typeface.Chain {
	t.Helper()
	c, err := open()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// look returns a style for a picture of that size, in px.
func look(t *testing.T, width, height int) chart.Style {
	t.Helper()
	text, strong := chain(t, regular), chain(t, bold)
	return chart.Style{
		Size: image.Pt(width, height), Area: image.Rect(0, 0, width, height).Inset(height / 25), Text: text, Strong: strong,
		Ink: color.NRGBA{A: 255}, Quiet: color.NRGBA{R: 90, G: 90, B: 90, A: 255}, Grid: color.NRGBA{R: 220, G: 220, B: 220, A: 255},
	}
}

var blue = color.NRGBA{R: 20, G: 60, B: 120, A: 255}

// shares returns n falling values below 1, the last of them 0.
func shares(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = 0.9 * math.Pow(0.8, float64(i))
	}
	if n > 1 {
		list[n-1] = 0
	}
	return list
}

// bars returns a chart of rows in panels. The nth panel has the values of the first, rotated by n.
func bars(t *testing.T, width, height, rows, panels int, intervals bool) chart.BarSpec {
	t.Helper()
	s := chart.BarSpec{Style: look(t, width, height)}
	if panels == 1 {
		s.Heads = [2]string{"share", "people"}
	}
	values := shares(rows)
	for i := range rows {
		s.Rows = append(s.Rows, chart.Row{Label: labels[i%len(labels)], Title: fmt.Sprint("row ", i)})
	}
	for p := range panels {
		panel := chart.Panel{}
		if panels > 1 {
			panel = chart.Panel{Name: "Group " + labels[p%len(labels)], Note: "12 people"}
		}
		for i := range rows {
			v := values[(i+p)%rows]
			b := chart.Bar{Value: v, Strong: fmt.Sprintf("%.0f %%", 100*v), Quiet: "12 people", Title: "a bar", Ink: blue, Light: color.NRGBA{R: 170, G: 190, B: 220, A: 255}}
			if intervals {
				low, high := v*0.7, v+(1-v)*0.3
				b.Low, b.High = &low, &high
			}
			panel.Bars = append(panel.Bars, b)
		}
		s.Panels = append(s.Panels, panel)
	}
	return s
}

// sound draws a chart and checks it: no two shapes share a pixel, no ink is outside the area, every shape has ink.
func sound(t *testing.T, c *chart.Chart) {
	t.Helper()
	d, err := render.Draw(render.Picture{Chart: c, Background: color.NRGBA{R: 255, G: 255, B: 255, A: 255}})
	if err == nil {
		err = d.Check()
	}
	if err != nil {
		t.Error(err)
	}
}

// Charts of many sizes are sound; where there is no room, the error is ErrNoRoom.
func TestBarsAreSound(t *testing.T) {
	for _, size := range []image.Point{{300, 200}, {800, 500}, {1000, 1600}} {
		for _, rows := range []int{1, 5, 20, 40} {
			for _, panels := range []int{1, 2, 4, 7} {
				for _, intervals := range []bool{false, true} {
					name := fmt.Sprintf("%v, %d rows, %d panels, intervals %v", size, rows, panels, intervals)
					c, err := chart.NewBars(bars(t, size.X, size.Y, rows, panels, intervals))
					bands := chart.Bands(size.X, panels)
					tight := size.X < 800 || panels > 1 && size.X < 1000 || (rows+5)*bands*chart.MinRow > size.Y*9/10
					switch {
					case errors.Is(err, chart.ErrNoRoom) && tight:
					case err != nil:
						t.Errorf("%s: %v", name, err)
					default:
						t.Run(name, func(t *testing.T) { sound(t, c) })
					}
				}
			}
		}
	}
}

// All bars of all panels have one scale and start at zero, so their lengths are proportional to their values. One with an
// interval ends with its mark, on a whole pixel.
func TestBarsHaveOneScale(t *testing.T) {
	for _, intervals := range []bool{false, true} {
		s := bars(t, 1600, 1000, 10, 3, intervals)
		c, err := chart.NewBars(s)
		if err != nil {
			t.Fatal(err)
		}
		var drawn []image.Rectangle // of an interval, without what lies beyond the mark
		for _, shape := range c.Shapes {
			if shape.Class == "bar" {
				all := image.Rectangle{}
				for _, b := range shape.Boxes {
					all = all.Union(b)
				}
				drawn = append(drawn, all)
			}
		}
		var values []float64
		for _, p := range s.Panels {
			for _, b := range p.Bars {
				if b.Value > 0 {
					values = append(values, b.Value)
				}
			}
		}
		if len(drawn) != len(values) {
			t.Fatalf("%d bars for %d values", len(drawn), len(values))
		}
		slack := 1.0
		if intervals {
			slack = 4 * 256 // the mark
		}
		unit := (float64(drawn[0].Dx()) + slack/2) / values[0]
		for i, b := range drawn {
			if math.Abs(float64(b.Dx())-values[i]*unit) > slack {
				t.Errorf("a bar of %v is %d/256 px long, want %.0f", values[i], b.Dx(), values[i]*unit)
			}
			if per := len(drawn) / 3; b.Min.X != drawn[i/per*per].Min.X {
				t.Errorf("bar %d starts at %d, others of its panel at %d", i, b.Min.X, drawn[i/per*per].Min.X)
			}
		}
	}
}

// In a single panel labels start at the left edge, counts end at the right one, and there is no gridline.
func TestColumns(t *testing.T) {
	for _, intervals := range []bool{false, true} {
		s := bars(t, 1600, 1000, 8, 1, intervals)
		c, err := chart.NewBars(s)
		if err != nil {
			t.Fatal(err)
		}
		ends := map[int]int{}
		for _, shape := range c.Shapes {
			for _, l := range shape.Lines {
				switch shape.Class {
				case "label":
					if x := l.Origin.X + l.Size.Floor(min(0, l.Outline.Bounds.X0)); x != s.Area.Min.X {
						t.Errorf("the label %q starts at %d, not %d", l.Outline.Text, x, s.Area.Min.X)
					}
				case "value":
					ends[l.Origin.X+l.Size.Ceil(max(l.Outline.Advance, l.Outline.Bounds.X1))]++
				}
			}
			if shape.Class == "grid" {
				t.Error("there is a gridline")
			}
		}
		columns := 0
		for x, n := range ends {
			if n == 8 {
				columns++
			}
			if x > s.Area.Max.X {
				t.Errorf("a value ends at %d", x)
			}
		}
		if want := map[bool]int{false: 1, true: 2}[intervals]; ends[s.Area.Max.X] != 8 || columns != want {
			t.Errorf("intervals %v: %d columns, want %d; ends %v", intervals, columns, want, ends)
		}
	}
}

// A chart of nothing has no shapes.
func TestNothing(t *testing.T) {
	style := look(t, 800, 500)
	bars, err := chart.NewBars(chart.BarSpec{Style: style})
	if err != nil || len(bars.Shapes) > 0 {
		t.Errorf("%v, %v", bars, err)
	}
	differences, err := chart.NewDiverging(chart.DivergingSpec{Style: style})
	if err != nil || len(differences.Shapes) > 0 {
		t.Errorf("%v, %v", differences, err)
	}
	zones, places, err := chart.NewZones(style, nil)
	if err != nil || len(zones.Shapes)+len(places) > 0 {
		t.Errorf("%v, %v, %v", zones, places, err)
	}
}

// A label that is cut has its whole text as title; one with a character that no font has is listed.
func TestLabels(t *testing.T) {
	c, err := chart.NewBars(bars(t, 800, 500, 12, 1, false))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Unshown) != 1 || c.Unshown[0] != "漢字" {
		t.Errorf("not shown: %q", c.Unshown)
	}
	named := 0
	for _, s := range c.Shapes {
		if s.Class == "label" && s.Term != "" && s.Title != "" {
			named++
		}
	}
	if named != 12 {
		t.Errorf("%d of 12 labels say what they are of", named)
	}
}

func TestDivergingIsSound(t *testing.T) {
	for _, size := range []image.Point{{800, 500}, {1600, 1000}} {
		for _, rows := range []int{1, 4, 12} {
			s := chart.DivergingSpec{Style: look(t, size.X, size.Y), Left: chart.Heading{Name: "more in North", Note: "20 people", Ink: blue},
				Right: chart.Heading{Name: "more in a place with a very long name that nobody could ever fit into half of a picture", Ink: blue}}
			for i, v := range shares(rows) {
				if i%2 == 0 {
					v = -v
				}
				s.Rows = append(s.Rows, chart.Difference{Label: labels[i], Value: v, Strong: "+12", Quiet: "60% : 40%", Hollow: i%3 == 0})
			}
			c, err := chart.NewDiverging(s)
			if err != nil {
				t.Fatalf("%v, %d rows: %v", size, rows, err)
			}
			sound(t, c)
		}
	}
}

// Both sides of a diverging chart have one scale and meet at zero, except for the zero line.
func TestDivergingHasOneScale(t *testing.T) {
	s := chart.DivergingSpec{Style: look(t, 1600, 1000), Rows: []chart.Difference{{Label: "a", Value: -0.4}, {Label: "b", Value: 0.4}, {Label: "c", Value: 0.1}}}
	c, err := chart.NewDiverging(s)
	if err != nil {
		t.Fatal(err)
	}
	var drawn []image.Rectangle
	for _, shape := range c.Shapes {
		if shape.Class == "bar" {
			drawn = append(drawn, shape.Boxes[0])
		}
	}
	line := drawn[1].Min.X - drawn[0].Max.X
	if line < 256 || line > 3*256 || drawn[0].Dx()+line != drawn[1].Dx() || math.Abs(float64(drawn[1].Dx())-4*float64(drawn[2].Dx())) > 4 {
		t.Errorf("bars of -0.4, 0.4 and 0.1: %v", drawn)
	}
}

func TestZones(t *testing.T) {
	for n := 1; n <= 26; n++ {
		var zones []chart.Heading
		for i := range n {
			zones = append(zones, chart.Heading{Name: labels[i%len(labels)], Note: "12 people", Ink: blue})
		}
		c, places, err := chart.NewZones(look(t, 1600, 1000), zones)
		if err != nil || len(places) != n {
			t.Fatalf("%d zones: %d places, %v", n, len(places), err)
		}
		for i, p := range places {
			if p.Empty() || !p.In(c.Area) {
				t.Errorf("zone %d of %d is %v, in %v", i, n, p, c.Area)
			}
			for j := range i {
				if p.Overlaps(places[j]) {
					t.Errorf("zones %d and %d of %d overlap: %v, %v", j, i, n, places[j], p)
				}
			}
		}
		sound(t, c)
	}
	if _, _, err := chart.NewZones(look(t, 100, 100), make([]chart.Heading, 26)); !errors.Is(err, chart.ErrNoRoom) {
		t.Errorf("26 zones in 100 x 100 px: %v", err)
	}
}
