package render

import (
	"image"
	"testing"

	"verbatim/internal/chart"
	"verbatim/internal/typeface"
)

func shaped(t testing.TB, text string) *typeface.Outline {
	t.Helper()
	o, err := fonts().Bold.Shape(text)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// draw fills polygons (in 1/256 px) and returns the coverage of a raster of the given size.
func draw(width, height int, polygons ...[]image.Point) []uint8 {
	var r raster
	r.begin(image.Rect(0, 0, width, height))
	for _, p := range polygons {
		r.polygon(len(p), func(i int) image.Point { return p[i] })
	}
	return coverage(&r)
}

func coverage(r *raster) (all []uint8) {
	r.rows(func(_ int, alpha []uint8) { all = append(all, alpha...) })
	return all
}

// drawn rasterises one line of text and returns its coverage.
func drawn(l chart.Line) (raster, []uint8) {
	var r raster
	m := mark{Shape: chart.Shape{Lines: []chart.Line{l}}}
	m.rasterize(&r, m.bounds())
	return r, coverage(&r)
}

// Coverage is the exact share of a pixel: rectangles and a triangle whose shares are known.
func TestCoverage(t *testing.T) {
	box := func(x0, y0, x1, y1 int) []image.Point {
		return []image.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}}
	}
	turned := func(p []image.Point) []image.Point { return []image.Point{p[3], p[2], p[1], p[0]} }
	for _, test := range []struct {
		name     string
		polygons [][]image.Point
		want     [4]uint8 // two by two pixels
	}{
		{"all", [][]image.Point{box(0, 0, 512, 512)}, [4]uint8{255, 255, 255, 255}},
		{"turned around", [][]image.Point{turned(box(0, 0, 512, 512))}, [4]uint8{255, 255, 255, 255}},
		{"half and quarter", [][]image.Point{box(128, 0, 256, 256), box(256, 256, 384, 384)}, [4]uint8{128, 0, 0, 64}},
		{"across four", [][]image.Point{box(128, 128, 384, 384)}, [4]uint8{64, 64, 64, 64}},
		{"triangle", [][]image.Point{{{X: 0, Y: 0}, {X: 512, Y: 0}, {X: 0, Y: 512}}}, [4]uint8{255, 128, 128, 0}},
		{"hole", [][]image.Point{box(0, 0, 512, 512), turned(box(0, 0, 256, 256))}, [4]uint8{0, 255, 255, 255}},
		{"overlap counts once", [][]image.Point{box(0, 0, 512, 256), box(0, 0, 256, 512)}, [4]uint8{255, 255, 255, 0}},
		{"a trace is at least 1", [][]image.Point{box(0, 0, 1, 1)}, [4]uint8{1, 0, 0, 0}},
	} {
		got := draw(2, 2, test.polygons...)
		if [4]uint8(got) != test.want {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

// The coverage of a letter adds up to the area of its polygons, for sizes from one pixel up.
func TestAreaOfLetters(t *testing.T) {
	o := shaped(t, "gé&W")
	for _, px := range []float64{1, 3.3, 12, 61.7, 400} {
		size := typeface.Px(px)
		sum := 0.0
		_, alpha := drawn(chart.Line{Outline: o, Size: size})
		for _, a := range alpha {
			sum += float64(a) / 255
		}
		want := polygonArea(o.Polylines(size)) * px * px / typeface.Em / typeface.Em
		// Coverage is rounded up by up to 1/255 in each pixel at an edge, coordinates to 1/256 px.
		if tolerance := px*0.15 + 0.5; sum < want-tolerance || sum > want+tolerance {
			t.Errorf("%v px: ink %.2f px², polygons %.2f", px, sum, want)
		}
	}
}

func polygonArea(polygons [][]typeface.Point) float64 {
	twice := int64(0)
	for _, line := range polygons {
		from := line[len(line)-1]
		for _, to := range line {
			twice += int64(from.X)*int64(to.Y) - int64(to.X)*int64(from.Y)
			from = to
		}
	}
	return float64(max(twice, -twice)) / 2
}

// A word moved by whole pixels has the same pixels.
func TestMoved(t *testing.T) {
	l := chart.Line{Outline: shaped(t, "joy"), Size: typeface.Px(33.3)}
	a, alphaA := drawn(l)
	l.Origin = image.Pt(17, -5)
	b, alphaB := drawn(l)
	if string(alphaA) != string(alphaB) || a.rect.Add(l.Origin) != b.rect {
		t.Error("the word changed on its way")
	}
}

// An upright word has the pixels of the horizontal one, rotated to read upwards.
func TestUpright(t *testing.T) {
	l := chart.Line{Outline: shaped(t, "Fjord"), Size: typeface.Px(41.7)}
	lying, a := drawn(l)
	l.Upright = true
	standing, b := drawn(l)
	for y := range lying.rect.Dy() {
		for x := range lying.rect.Dx() {
			// The pixel's box [x, x+1) × [y, y+1) lands on [y, y+1) × [-x-1, -x).
			at := image.Pt(lying.rect.Min.Y+y, -(lying.rect.Min.X+x)-1).Sub(standing.rect.Min)
			got, want := int(b[at.Y*standing.rect.Dx()+at.X]), int(a[y*lying.rect.Dx()+x])
			if d := got - want; d < -3 || d > 3 { // cuts round the other way
				t.Fatalf("pixel %d,%d: %d standing, %d lying", x, y, got, want)
			}
		}
	}
}

func BenchmarkRasterize(b *testing.B) {
	m := mark{Shape: chart.Shape{Lines: []chart.Line{{Outline: shaped(b, "understanding"), Size: typeface.Px(120)}}}}
	var r raster
	for b.Loop() {
		m.rasterize(&r, m.bounds())
		r.rows(func(int, []uint8) {})
	}
}
