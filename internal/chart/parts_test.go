package chart

import (
	"image"
	"testing"

	"verbatim/internal/typeface"
)

func TestStep(t *testing.T) {
	tests := []struct {
		share bool
		unit  float64
		minPx int
		want  float64
	}{
		{true, 1000, 100, 0.1},
		{true, 1000, 101, 0.2},
		{true, 1000, 201, 0.5},
		{true, 10000, 100, 0.01},
		{false, 10, 100, 10},
		{false, 500, 100, 1}, // counts are whole numbers
		{false, 0.01, 100, 10000},
	}
	for _, tt := range tests {
		a := axis{unit: tt.unit, share: tt.share}
		if got := a.step(tt.minPx); got < tt.want*0.999 || got > tt.want*1.001 {
			t.Errorf("%g px a unit, lines %d px apart: a step of %g, want %g", tt.unit, tt.minPx, got, tt.want)
		}
	}
}

// No gridline is beyond 100%, nor beyond what there is room for.
func TestTicks(t *testing.T) {
	for _, tt := range []struct {
		longest float64
		right   int
		want    int
	}{{0.95, 2000, 5}, {1, 2000, 5}, {0.45, 2000, 3}, {0.45, 500, 2}, {0, 2000, 0}} {
		a := axis{unit: 1000, share: true, longest: tt.longest}
		if got := a.ticks(0.2, tt.right); got != tt.want {
			t.Errorf("up to %g, right at %d: %d gridlines, want %d", tt.longest, tt.right, got, tt.want)
		}
	}
}

func TestGaps(t *testing.T) {
	line := image.Rect(10, 0, 12, 100)
	tests := []struct {
		name      string
		obstacles []image.Rectangle
		want      []image.Rectangle
	}{
		{"none", nil, []image.Rectangle{line}},
		{"beside it", []image.Rectangle{image.Rect(0, 20, 10, 30), image.Rect(12, 20, 20, 30)}, []image.Rectangle{line}},
		{"across", []image.Rectangle{image.Rect(0, 20, 20, 30)}, []image.Rectangle{image.Rect(10, 0, 12, 20), image.Rect(10, 30, 12, 100)}},
		{"several, out of order", []image.Rectangle{image.Rect(0, 60, 20, 110), image.Rect(0, 20, 20, 30), image.Rect(0, 25, 20, 28)},
			[]image.Rectangle{image.Rect(10, 0, 12, 20), image.Rect(10, 30, 12, 60)}},
		{"all of it", []image.Rectangle{image.Rect(0, -5, 20, 200)}, nil},
	}
	for _, tt := range tests {
		got := gaps(line, tt.obstacles)
		if len(got) != len(tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
			}
		}
	}
}

// An interval removes from the bar what its line inks there, wherever its ends are; no two boxes overlap, and together they
// reach from zero to its end.
func TestInterval(t *testing.T) {
	const line, middle = 2, 50
	for end := 0; end <= 40; end += 5 {
		for low := -3; low <= end; low++ {
			for high := end; high <= 60; high += 4 {
				bar := image.Rect(0, 40*subpixels, end*subpixels+77, 60*subpixels) // ends between two pixels
				left, lines := interval(bar, low, high, middle, line)
				all := append(append([]image.Rectangle(nil), left...), lines...)
				area, reach := 0, 0
				for i, r := range all {
					for _, o := range all[:i] {
						if r.Overlaps(o) {
							t.Fatalf("bar to %d, from %d to %d: %v and %v overlap", end, low, high, r, o)
						}
					}
					if r.Empty() {
						t.Fatalf("bar to %d, from %d to %d: %v is empty", end, low, high, r)
					}
					if r.Max.X <= end*subpixels {
						area += r.Dx() * r.Dy()
					} else {
						area += (end*subpixels - min(r.Min.X, end*subpixels)) * r.Dy()
					}
					reach = max(reach, r.Max.X)
				}
				if area != end*subpixels*20*subpixels {
					t.Fatalf("bar to %d, from %d to %d: %d of %d is inked", end, low, high, area, end*subpixels*20*subpixels)
				}
				if reach != max(high, end)*subpixels {
					t.Fatalf("bar to %d, from %d to %d: the line ends at %d", end, low, high, reach/subpixels)
				}
			}
		}
	}
}

func TestSet(t *testing.T) {
	chain, err := typeface.Embedded(typeface.Regular)
	if err != nil {
		t.Fatal(err)
	}
	w := textStyle{chain: chain, px: 20}
	const long = "one two three four five six"
	tests := []struct {
		text  string
		width int
		lines int
		want  []string
	}{
		{long, 1000, 1, []string{long}},
		{long, 140, 2, []string{"one two three", "four five six"}},
		{long, 140, 1, []string{"one two thre…"}},
		{long, 100, 2, []string{"one two", "three fou…"}},
		{"", 100, 2, nil},
		{"Unglaubwürdigkeit", 100, 2, []string{"Unglaub…"}},
	}
	for _, tt := range tests {
		lines, _ := w.wrap(tt.text, tt.width, tt.lines)
		var got []string
		for _, l := range lines {
			got = append(got, l.Text)
			if w.width(l) > tt.width {
				t.Errorf("%q is %d px wide, not %d", l.Text, w.width(l), tt.width)
			}
		}
		if len(got) != len(tt.want) {
			t.Errorf("%q in %d px: %q, want %q", tt.text, tt.width, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%q in %d px: %q, want %q", tt.text, tt.width, got, tt.want)
			}
		}
	}
}
