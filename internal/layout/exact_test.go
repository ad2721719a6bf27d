package layout

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/typeface"
)

// benchWords are n words of the shared list, said max(1, top/rank) times.
func benchWords(t testing.TB, n, top int) []Word {
	t.Helper()
	file, err := os.ReadFile("../../../shared/bench/words.txt")
	if err != nil {
		t.Skip("the shared list of words is not here")
	}
	var words []Word
	list := strings.Fields(string(file))
	if os.Getenv("SHORT") != "" {
		list = append(strings.Fields("file result match block can use type offset all"), list...)
	}
	for i := range n {
		w := list[i%len(list)]
		words = append(words, Word{Text: w, Count: float64(max(1, top/(i+1))), Color: "#14233f"})
	}
	return words
}

func largeSpec(t testing.TB, words []Word, scale Scale) Spec {
	t.Helper()
	chain, err := typeface.Embedded(typeface.Bold)
	if err != nil {
		t.Fatal(err)
	}
	return Spec{Width: 1600, Height: 1000, Area: image.Rect(40, 40, 1560, 960), Words: words, Scale: scale, Chain: chain}
}

// cases are the lists and canvases that must come out right.
func cases(t testing.TB) map[string]Spec {
	all := map[string]Spec{}
	add := func(name string, words []Word, width, height int, scale Scale) {
		s := largeSpec(t, words, scale)
		margin := min(width, height) / 25
		s.Width, s.Height, s.Area = width, height, image.Rect(0, 0, width, height).Inset(margin)
		all[fmt.Sprintf("%s-%s-%dx%d", name, s.Scale, width, height)] = s
	}
	mixed := []Word{{Text: "شفافية", Count: 9}, {Text: "שקיפות 7", Count: 7}, {Text: "διαφάνεια", Count: 5},
		{Text: "прозрачность", Count: 5}, {Text: "love ❤ trust", Count: 4}, {Text: "😀", Count: 3}, {Text: "ÅÄÖ", Count: 3}}
	long := append([]Word{{Text: "a clear understanding of who does what until when", Count: 900}}, benchWords(t, 200, 500)...)
	for _, size := range []image.Point{{800, 500}, {1600, 1000}, {4000, 2500}} {
		for _, scale := range Scales() {
			for _, n := range []int{50, 200, 1000, 3000} {
				add(fmt.Sprint(n), benchWords(t, n, 5*n/2), size.X, size.Y, scale)
			}
			add("long", long, size.X, size.Y, scale)
			add("mixed", mixed, size.X, size.Y, scale)
		}
		add("equal", ranked(40, 1), size.X, size.Y, Sqrt)
		add("one", ranked(1, 9), size.X, size.Y, Sqrt)
	}
	return all
}

// few are the cases that every run of the tests looks at.
var few = []string{"50-linear-800x500", "200-sqrt-800x500", "1000-log-800x500", "long-sqrt-800x500", "long-area-800x500", "mixed-sqrt-800x500",
	"equal-sqrt-800x500", "one-sqrt-1600x1000", "50-area-1600x1000", "mixed-linear-4000x2500"}

// No word is missing, none too close to another, none beyond the edge; level, upright, and in shapes.
func TestExact(t *testing.T) {
	all := cases(t)
	names := few
	if os.Getenv("VERBATIM_FULL") != "" {
		names = slices.Sorted(maps.Keys(all))
	}
	for _, name := range names {
		for variant, change := range map[string]func(*Spec){
			"level": func(*Spec) {}, "upright": func(s *Spec) { s.Rotate = true },
			"ellipse": func(s *Spec) { s.Shape = Ellipse() }, "heart": func(s *Spec) { s.Shape = heart(t) },
		} {
			t.Run(name+"-"+variant, func(t *testing.T) {
				s := all[name]
				change(&s)
				l, err := Exact{}.Layout(context.Background(), s)
				if err != nil {
					t.Fatal(err)
				}
				checkExact(t, &s, l)
				if len(l.Unplaced) > 0 {
					t.Errorf("unplaced: %v", l.Unplaced)
				}
			})
		}
	}
}

// heart is a mask picture.
func heart(t testing.TB) *Shape {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 300, 280))
	for y := range 280 {
		for x := range 300 {
			u, v := float64(x-150)/120, float64(120-y)/120
			if h := u*u + v*v - 1; h*h*h-u*u*v*v*v > 0 {
				m.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, m); err != nil {
		t.Fatal(err)
	}
	s, err := ReadShape(&file)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
