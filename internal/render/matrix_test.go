package render

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	imagedraw "image/draw"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"golang.org/x/image/vector"

	"verbatim/internal/layout"
	"verbatim/internal/typeface"
)

// matrixCase is one cloud whose finished picture is compared with its word list.
type matrixCase struct {
	name  string
	words []layout.Word
	scale layout.Scale
	size  image.Point
	heart bool
}

// matrix lists the clouds: all lists, scales and sizes with VERBATIM_FULL=1; without, each list on one scale and each scale
// with one list, in a small picture.
func matrix() (cases []matrixCase) {
	full := os.Getenv("VERBATIM_FULL") != ""
	sizes := []image.Point{{X: 800, Y: 500}, {X: 1600, Y: 1000}, {X: 4000, Y: 2500}}
	for _, list := range lists() {
		for _, scale := range layout.Scales() {
			for _, size := range sizes {
				c := matrixCase{list.name, list.words, scale, size, list.heart}
				if full || size.X < 1000 && len(list.words) <= 200 && (scale == layout.Sqrt || list.name == "50 words") {
					cases = append(cases, c)
				}
			}
		}
	}
	return cases
}

// lists are made-up words: some few and many, one very long, all alike, one alone, of many scripts, in a heart.
func lists() (all []struct {
	name  string
	words []layout.Word
	heart bool
}) {
	add := func(name string, heart bool, words []layout.Word) {
		all = append(all, struct {
			name  string
			words []layout.Word
			heart bool
		}{name, words, heart})
	}
	for _, n := range []int{50, 200, 1000, 3000} {
		add(fmt.Sprintf("%d words", n), false, falling(made(n), 5*n))
	}
	add("a long phrase", false, falling(append([]string{"the trust that grows where promises are kept daily"}, made(60)...), 300))
	add("40 alike", false, falling(made(40), 0))
	add("one word", false, falling([]string{"trust"}, 1))
	add("many scripts", false, falling(append(strings.Fields("شفافية שקיפות διαφάνεια прозрачность ความ 👍 ქართული Հայերեն trust naïve 🎉 ☂ مرحبا шum"), made(40)...), 120))
	add("a heart", true, falling(made(150), 600))
	return all
}

// falling gives the ith word total/i mentions, at least 1.
func falling(texts []string, total int) (words []layout.Word) {
	for i, text := range texts {
		words = append(words, layout.Word{Text: text, Count: float64(max(1, total/(i+1))), Color: "#000000"})
	}
	return words
}

// made invents n words of 2 to 12 letters, the same every time.
func made(n int) (words []string) {
	random := rand.New(rand.NewPCG(1, 2))
	for range n {
		var w strings.Builder
		for range 1 + random.IntN(4) {
			w.WriteByte("bcdfghjklmnpqrstvwxyz"[random.IntN(21)])
			w.WriteByte("aeiou"[random.IntN(5)])
			if random.IntN(3) == 0 {
				w.WriteByte("lnrst"[random.IntN(5)])
			}
		}
		words = append(words, w.String())
	}
	return words
}

// heart is a mask: free within (x²+y²-1)³ < x²y³.
func heart(t *testing.T) *layout.Shape {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 400, 400))
	for i := range m.Pix {
		x, y := float64(i%400-200)/160, float64(180-i/400)/160
		if r := x*x + y*y - 1; r*r*r >= x*x*y*y*y {
			m.Pix[i] = 255
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	s, err := layout.ReadShape(&b)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every word is there, at exactly the size that its count gives, and shares no pixel. Each is drawn alone by another
// rasteriser (golang.org/x/image/vector) from its curves, and compared with the finished PNG.
func TestMatrix(t *testing.T) {
	for _, c := range matrix() {
		t.Run(fmt.Sprintf("%s %s %dx%d", c.name, c.scale, c.size.X, c.size.Y), func(t *testing.T) {
			t.Parallel()
			chain, err := typeface.Embedded(typeface.Bold)
			if err != nil {
				t.Fatal(err)
			}
			f := frame(t, FrameSpec{Width: c.size.X, Height: c.size.Y, Note: []string{"A note."}, Fonts: &Fonts{chain, chain}})
			spec := layout.Spec{Width: c.size.X, Height: c.size.Y, Area: f.Area, Words: c.words, Scale: c.scale, Chain: chain}
			if c.heart {
				spec.Shape = heart(t)
			}
			l, err := layout.Exact{}.Layout(context.Background(), spec)
			if err != nil {
				t.Fatal(err)
			}
			p := Picture{Layout: l, Frame: f, Background: rgb(0xffffff)}
			d, err := Draw(p)
			if err != nil || d.Check() != nil {
				t.Fatalf("%v, %v", err, d.Check())
			}
			complete(t, c.words, l)
			inProportion(t, l)
			alone(t, l, decode(t, encode(t, p)))
		})
	}
}

// complete: all words are placed, except those that no font has.
func complete(t *testing.T, words []layout.Word, l *layout.Layout) {
	t.Helper()
	for _, u := range l.Unplaced {
		if !u.NoGlyph {
			t.Errorf("%s is missing: %s", u.Text, u.Reason)
		}
	}
	if len(l.Words)+len(l.Unplaced) != len(words) {
		t.Errorf("%d words are placed and %d are not, of %d", len(l.Words), len(l.Unplaced), len(words))
	}
}

// inProportion: font heights follow from the counts, and nothing else; in the drawing, to 1/256 px.
func inProportion(t *testing.T, l *layout.Layout) {
	t.Helper()
	unit := func(w layout.Placed) float64 {
		switch l.Scale {
		case layout.Linear:
			return w.Size / w.Count
		case layout.Log:
			return w.Size / math.Log1p(w.Count)
		case layout.Area:
			b := w.Lines[0].Outline.Bounds
			return w.Size * math.Sqrt(float64(b.X1-b.X0)*float64(b.Y1-b.Y0)) / math.Sqrt(w.Count)
		}
		return w.Size / math.Sqrt(w.Count)
	}
	first := -1.0
	for _, w := range l.Words {
		if l.Scale == layout.Area && len(w.Lines) > 1 {
			continue // its box is that of all lines together
		}
		if first < 0 {
			first = unit(w)
		}
		if off := math.Abs(unit(w)/first - 1); off*w.Size > 1e-5 {
			t.Fatalf("%s is off by %.3g of its size", w.Text, off)
		}
		for _, x := range []int32{1, typeface.Em / 3, typeface.Em, 5 * typeface.Em} {
			ideal := float64(x) * w.Size / typeface.Em
			if off := math.Abs(float64(w.Height.Coord(x))/256 - ideal); off >= 1.0/256 {
				t.Fatalf("%s: a point lies %.4f px from its place", w.Text, off)
			}
		}
	}
}

// alone: each word drawn alone inks only its own pixels, and the finished picture shows them.
func alone(t *testing.T, l *layout.Layout, finished image.Image) {
	t.Helper()
	owner := make([]string, l.Width*l.Height)
	background := finished.At(0, 0)
	for _, w := range l.Words {
		inked, shown := 0, 0
		for at, alpha := range coverageOf(w) {
			if alpha < 40 { // curves are flattened to 0.08 px here, and there
				continue
			}
			if !at.In(l.Area.Rectangle()) {
				t.Fatalf("%s inks %v, outside its area", w.Text, at)
			}
			mine := &owner[at.Y*l.Width+at.X]
			if *mine != "" {
				t.Fatalf("%s and %s both ink %v", w.Text, *mine, at)
			}
			*mine = w.Text
			inked++
			if finished.At(at.X, at.Y) != background {
				shown++
			}
		}
		if shown != inked {
			t.Errorf("%s: %d of its %d pixels are in the picture", w.Text, shown, inked)
		}
		if inked == 0 && w.Size > 2 {
			t.Errorf("%s has no ink", w.Text)
		}
	}
}

// coverageOf draws one word alone and returns its coverage, 1 to 255, by pixel.
func coverageOf(w layout.Placed) func(yield func(image.Point, uint8) bool) {
	return func(yield func(image.Point, uint8) bool) {
		box := w.Box.Rectangle().Inset(-2)
		all := image.NewAlpha(box)
		for _, line := range w.Lines {
			r := vector.NewRasterizer(box.Dx(), box.Dy())
			traceLine(r, line, w, box.Min)
			one := image.NewAlpha(box)
			r.Draw(one, box, image.NewUniform(color.Opaque), image.Point{})
			imagedraw.Draw(all, box, one, box.Min, imagedraw.Over)
		}
		for i, a := range all.Pix {
			if at := box.Min.Add(image.Pt(i%all.Stride, i/all.Stride)); a > 0 && !yield(at, a) {
				return
			}
		}
	}
}

// traceLine passes the curves of a line to the rasteriser, scaled in floating point.
func traceLine(r *vector.Rasterizer, line layout.Line, w layout.Placed, corner image.Point) {
	for _, letter := range line.Outline.Letters {
		g, at := letter.Glyph, letter.Origin
		place := func(p typeface.Point) (float32, float32) {
			x, y := float64(p.X+at.X)*w.Size/typeface.Em, float64(p.Y+at.Y)*w.Size/typeface.Em
			if w.Rotate == 90 {
				x, y = y, -x
			}
			return float32(x + float64(line.X-corner.X)), float32(y + float64(line.Y-corner.Y))
		}
		for i := range g.Steps {
			points, start := g.Steps[i].Points(), g.Steps[i].Start
			var xy [6]float32
			for i, p := range points {
				xy[2*i], xy[2*i+1] = place(p)
			}
			switch {
			case start:
				r.ClosePath()
				r.MoveTo(xy[0], xy[1])
			case len(points) == 1:
				r.LineTo(xy[0], xy[1])
			case len(points) == 2:
				r.QuadTo(xy[0], xy[1], xy[2], xy[3])
			default:
				r.CubeTo(xy[0], xy[1], xy[2], xy[3], xy[4], xy[5])
			}
		}
	}
	r.ClosePath()
}
