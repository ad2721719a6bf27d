package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"math"
	"os/exec"
	"strings"
	"testing"

	"verbatim/internal/chart"
	"verbatim/internal/typeface"
)

func svgOf(t testing.TB, p Picture) string {
	t.Helper()
	var b bytes.Buffer
	d, err := Draw(p)
	if err == nil {
		err = d.SVG(&b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// attributes walks the file, which must be well formed, and collects an attribute.
func attributes(t *testing.T, file, name string) (values []string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(file)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return values
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		if start, ok := token.(xml.StartElement); ok {
			for _, a := range start.Attr {
				if a.Name.Local == name {
					values = append(values, a.Value)
				}
			}
		}
	}
}

// Whatever the answers contain, the file is XML, and none of their text is markup.
func TestSVGHostile(t *testing.T) {
	p := picture(t, "ink", "", 12)
	evil := "\"><script>alert(1)</script>]]>\x00\x1b[31m\uFFFE\xff&amp;"
	p.Alt = evil + "\n" + evil
	for i := range p.Layout.Words {
		p.Layout.Words[i].Text, p.Layout.Words[i].Title = evil, evil
	}
	file := svgOf(t, p)
	if terms := attributes(t, file, "data-term"); len(terms) != 12 || !strings.HasPrefix(terms[0], `"><script>`) {
		t.Errorf("terms: %q", terms)
	}
	if strings.Contains(file, "<script") {
		t.Error("an answer became markup")
	}
}

// Two pictures in one page have no id in common, and every reference has a target.
func TestSVGIDs(t *testing.T) {
	p := picture(t, "ink", "", 12)
	one := svgOf(t, p)
	p.ID = "q2-"
	two := svgOf(t, p)
	known := map[string]bool{}
	for _, id := range append(attributes(t, one, "id"), attributes(t, two, "id")...) {
		if known[id] {
			t.Errorf("the id %s is there twice", id)
		}
		known[id] = true
	}
	for _, ref := range append(attributes(t, one, "href"), attributes(t, two, "href")...) {
		if !known[strings.TrimPrefix(ref, "#")] {
			t.Errorf("%s leads nowhere", ref)
		}
	}
}

// A transparent picture has no background.
func TestSVGTransparent(t *testing.T) {
	if file := svgOf(t, picture(t, "mono", "transparent", 4)); strings.Contains(file, "<rect") {
		t.Error("a rectangle behind a transparent picture")
	}
}

// librsvg draws our SVG as we draw our PNG: away from edges the pixels are equal, and each letter has the same position, to
// a tenth of a pixel.
func TestSVGLooksLikePNG(t *testing.T) {
	if _, err := exec.LookPath("rsvg-convert"); err != nil {
		t.Skip("rsvg-convert (Debian package librsvg2-bin) is not installed")
	}
	for _, palette := range []string{"ink", "night"} {
		p := picture(t, palette, "", 12)
		w := &p.Layout.Words[7] // stands upright, where it has room to
		w.Rotate, w.Lines[0].X, w.Lines[0].Y = 90, 30, 155
		convert := exec.Command("rsvg-convert")
		convert.Stdin = strings.NewReader(svgOf(t, p))
		file, err := convert.Output()
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		ours := decode(t, encode(t, p))
		sameLetters(t, p, ours, theirs)
		even, inked := compare(t, ours, theirs)
		if even < 50_000 || inked < 1000 {
			t.Errorf("%s: only %d even pixels, %d of them inked", palette, even, inked)
		}
	}
}

// sameLetters compares the centre of the ink of each letter, inside its box, between two pictures.
func sameLetters(t *testing.T, p Picture, ours, theirs image.Image) {
	t.Helper()
	marks, err := p.marks()
	if err != nil {
		t.Fatal(err)
	}
	letters := 0
	for _, m := range marks {
		for _, l := range m.Lines {
			for _, g := range l.Outline.Glyphs {
				a, b := position(&l, typeface.Point{X: g.X0, Y: g.Y0}), position(&l, typeface.Point{X: g.X1, Y: g.Y1})
				box := image.Rectangle{Min: a, Max: b}.Canon()
				box = image.Rect(box.Min.X/subpixels-1, box.Min.Y/subpixels-1, box.Max.X/subpixels+2, box.Max.Y/subpixels+2)
				x0, y0 := middle(ours, box)
				x1, y1 := middle(theirs, box)
				if off := math.Hypot(x1-x0, y1-y0); off > 0.1 || math.IsNaN(off) { // no ink has no middle
					t.Errorf("a letter of %q in %v is off by %.2f px", l.Outline.Text, box, off)
				}
				letters++
			}
		}
	}
	if letters < 100 {
		t.Errorf("only %d letters", letters)
	}
}

// middle returns the centre of the ink in a part of a picture, weighted by the difference from the background.
func middle(m image.Image, box image.Rectangle) (x, y float64) {
	sum := 0.0
	ground, _, _, _ := m.At(0, 0).RGBA()
	for j := box.Min.Y; j < box.Max.Y; j++ {
		for i := box.Min.X; i < box.Max.X; i++ {
			red, _, _, _ := m.At(i, j).RGBA()
			w := math.Abs(float64(red) - float64(ground))
			sum, x, y = sum+w, x+w*float64(i), y+w*float64(j)
		}
	}
	return x / sum, y / sum
}

// compare compares two pictures where the first is even: a pixel and its eight neighbours are alike.
func compare(t *testing.T, ours, theirs image.Image) (even, inked int) {
	t.Helper()
	if ours.Bounds() != theirs.Bounds() {
		t.Fatalf("bounds %v and %v", ours.Bounds(), theirs.Bounds())
	}
	background := ours.At(0, 0)
	for y := 1; y < ours.Bounds().Dy()-1; y++ {
		for x := 1; x < ours.Bounds().Dx()-1; x++ {
			if !evenAt(ours, x, y) {
				continue
			}
			even++
			if ours.At(x, y) != background {
				inked++
			}
			if !alike(ours, theirs, x, y) {
				t.Fatalf("pixel %d,%d: %v and %v", x, y, ours.At(x, y), theirs.At(x, y))
			}
		}
	}
	return even, inked
}

func evenAt(m image.Image, x, y int) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if m.At(x+dx, y+dy) != m.At(x, y) {
				return false
			}
		}
	}
	return true
}

func alike(a, b image.Image, x, y int) bool {
	r0, g0, b0, _ := a.At(x, y).RGBA()
	r1, g1, b1, _ := b.At(x, y).RGBA()
	near := func(v, w uint32) bool { d := int(v>>8) - int(w>>8); return d >= -3 && d <= 3 }
	return near(r0, r1) && near(g0, g1) && near(b0, b1)
}

// A polygon that runs the other way is a hole, in pixels and in the path of an SVG.
func TestPolygons(t *testing.T) {
	outer := []image.Point{{X: 2560, Y: 2560}, {X: 10240, Y: 2560}, {X: 10240, Y: 10240}, {X: 2560, Y: 10240}} // 1/256 px
	hole := []image.Point{{X: 5120, Y: 5120}, {X: 5120, Y: 7680}, {X: 7680, Y: 7680}, {X: 7680, Y: 5120}}
	c := &chart.Chart{Size: image.Pt(50, 50), Area: image.Rect(0, 0, 50, 50), Shapes: []chart.Shape{{Class: "dot", Ink: rgb(0), Contours: [][]image.Point{outer, hole}}}}
	d, err := Draw(Picture{Chart: c, Background: rgb(0xffffff)})
	if err == nil {
		err = d.Check()
	}
	if err != nil {
		t.Fatal(err)
	}
	for at, inked := range map[image.Point]bool{{X: 12, Y: 12}: true, {X: 25, Y: 25}: false, {X: 39, Y: 39}: true, {X: 45, Y: 25}: false} {
		if r, _, _, _ := d.image.At(at.X, at.Y).RGBA(); (r == 0) != inked {
			t.Errorf("pixel %v: inked %v, want %v", at, r == 0, inked)
		}
	}
	var b strings.Builder
	if err := d.SVG(&b); err != nil {
		t.Fatal(err)
	}
	if want := `<path d="m10 10l30 0l0 30l-30 0zm10 10l0 10l10 0l0 -10z"/>`; !strings.Contains(b.String(), want) {
		t.Errorf("%s, want %s", b.String(), want)
	}
}
