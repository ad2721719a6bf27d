package layout

import (
	"image"
	"math"
	"slices"
	"testing"

	"verbatim/internal/typeface"
)

// The slow checker trusts nothing of the engine but polygons, sizes and places. It draws each word alone, in floating
// point, and asks of every pixel in which of 4 x 4 points there is ink.

// bitmap is a set of pixels.
type bitmap struct {
	image.Rectangle
	set []bool
}

func newBitmap(r image.Rectangle) *bitmap { return &bitmap{r, make([]bool, r.Dx()*r.Dy())} }

func (b *bitmap) at(x, y int) *bool { return &b.set[(y-b.Min.Y)*b.Dx()+x-b.Min.X] }

// drawn draws a placed word: its lines one by one, since they may overlap.
func drawn(t *testing.T, p *Placed) *bitmap {
	b := newBitmap(p.Box.Rectangle().Inset(-1))
	for _, l := range p.Lines {
		polylines := l.Polylines
		if polylines == nil {
			t.Fatalf("%q has no polylines", p.Text)
		}
		for y4 := 4 * b.Min.Y; y4 < 4*b.Max.Y; y4++ {
			b.scan(polylines, &l, p, y4)
		}
	}
	return b
}

// crossing is where a contour meets a line of points.
type crossing struct {
	x    float64
	turn int
}

// scan sets the pixels of one line of points, a quarter of a pixel high.
func (b *bitmap) scan(polylines [][]typeface.Point, l *Line, p *Placed, y4 int) {
	y := (float64(y4) + 0.5) / 4
	var list []crossing
	for _, line := range polylines {
		from := landed(line[len(line)-1], l, p)
		for _, v := range line {
			to := landed(v, l, p)
			if (from.y <= y) != (to.y <= y) {
				turn := 1
				if from.y > to.y {
					turn = -1
				}
				list = append(list, crossing{from.x + (to.x-from.x)*(y-from.y)/(to.y-from.y), turn})
			}
			from = to
		}
	}
	slices.SortFunc(list, func(a, b crossing) int { return int(math.Copysign(1, a.x-b.x)) })
	winding := 0
	for i, c := range list {
		if winding != 0 {
			for x4 := math.Ceil(4*list[i-1].x - 0.5); x4+0.5 < 4*c.x; x4++ {
				*b.at(int(math.Floor(x4/4)), y4>>2) = true
			}
		}
		winding += c.turn
	}
}

type float struct{ x, y float64 }

// landed is where a point of a line lies in the picture.
func landed(v typeface.Point, l *Line, p *Placed) float {
	x, y := float64(v.X)*p.Size/typeface.Em, float64(v.Y)*p.Size/typeface.Em
	if p.Rotate == 90 {
		x, y = y, -x
	}
	return float{float64(l.X) + x, float64(l.Y) + y}
}

// checkExact draws every word and finds what is missing, overlaps, is too close, or has the wrong size.
func checkExact(t *testing.T, s *Spec, l *Layout) {
	t.Helper()
	if len(l.Words)+len(l.Unplaced) != len(s.Words) {
		t.Errorf("%d words placed and %d not, of %d", len(l.Words), len(l.Unplaced), len(s.Words))
	}
	if a, b, found := crowded(l); found {
		t.Errorf("%q (%.1f px, %v) is too close to %q (%.1f px, %v)", a.Text, a.Size, a.Box, b.Text, b.Size, b.Box)
	}
	order := make([]int, len(l.Words))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(l.Words[b].Height>>10 - l.Words[a].Height>>10) })
	owner := make([]uint16, l.Width*l.Height) // 1 and up
	bad := 0
	for _, i := range order {
		p := &l.Words[i]
		b := drawn(t, p)
		if !slices.Contains(b.set, true) && p.Size > 8 { // below that the points miss thin strokes
			t.Errorf("%q at %.2f px has no ink", p.Text, p.Size)
		}
		if other, ok := claim(b, owner, l, i+1); !ok && bad < 5 {
			bad++
			t.Errorf("%q (%.1f px, %v) is too close to %d of %v", p.Text, p.Size, p.Box, other-1, l.Area)
		}
	}
}

// crowded returns a pair of words on one line each whose boxes, each with its own gap, overlap: 0.21 of the font height to the
// sides and a tenth above and below, the wider all round for one that stands upright.
func crowded(l *Layout) (a, b *Placed, found bool) {
	with := func(p *Placed) image.Rectangle {
		gx, gy := int(p.Size*0.21), int(p.Size*0.1)
		if p.Rotate == 90 {
			gy = gx
		}
		return p.Box.Rectangle().Inset(1).Add(image.Pt(-gx+1, -gy+1)).Union(p.Box.Rectangle().Inset(1).Add(image.Pt(gx-1, gy-1)))
	}
	for i := range l.Words {
		for j := range i {
			if a, b = &l.Words[i], &l.Words[j]; len(a.Lines)+len(b.Lines) == 2 && with(a).Overlaps(with(b)) {
				return a, b, true
			}
		}
	}
	return nil, nil, false
}

// claim writes a word into the map of owners, and reports whether its pixels are its own, lie in the area and keep clear of
// all others.
func claim(b *bitmap, owner []uint16, l *Layout, me int) (other int, ok bool) {
	p := &l.Words[me-1]
	gx, gy := max(1, int(p.Size/5)), max(1, int(p.Size/12))
	if p.Size < 8 {
		gx, gy = 1, 1
	}
	near := b.dilated(gx, gy)
	for y := max(0, near.Min.Y); y < min(l.Height, near.Max.Y); y++ {
		for x := max(0, near.Min.X); x < min(l.Width, near.Max.X); x++ {
			if o := owner[y*l.Width+x]; o != 0 && *near.at(x, y) {
				return int(o), false
			}
		}
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if !*b.at(x, y) {
				continue
			}
			if !(image.Point{X: x, Y: y}).In(l.Area.Rectangle()) || !(image.Point{X: x, Y: y}).In(p.Box.Rectangle()) {
				return 0, false
			}
			owner[y*l.Width+x] = uint16(me)
		}
	}
	return 0, true
}

// dilated widens a set of pixels, in two plain passes.
func (b *bitmap) dilated(gx, gy int) *bitmap {
	wide := newBitmap(image.Rect(b.Min.X-gx, b.Min.Y-gy, b.Max.X+gx, b.Max.Y+gy))
	rows := newBitmap(image.Rect(b.Min.X-gx, b.Min.Y, b.Max.X+gx, b.Max.Y))
	for y := b.Min.Y; y < b.Max.Y; y++ {
		until := b.Min.X - gx - 1
		for x := b.Min.X - gx; x < b.Max.X+gx; x++ {
			if ahead := x + gx; ahead < b.Max.X && *b.at(ahead, y) {
				until = ahead + gx
			}
			*rows.at(x, y) = x <= until
		}
	}
	for x := wide.Min.X; x < wide.Max.X; x++ {
		until := b.Min.Y - gy - 1
		for y := wide.Min.Y; y < wide.Max.Y; y++ {
			if ahead := y + gy; ahead < b.Max.Y && *rows.at(x, ahead) {
				until = ahead + gy
			}
			*wide.at(x, y) = y <= until
		}
	}
	return wide
}
