package layout

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/psykhi/wordclouds"

	"verbatim/internal/typeface"
)

// This file is the one door to github.com/psykhi/wordclouds. Given a whole list the library breaks ties by map
// order, drops words silently, lets inks overlap, and gives back a picture only. So it is asked for one word at a
// time, on a canvas of its own with the words already placed as mask boxes, and the place is read back from the
// pixels it drew.
//
// The library knows of a word just its advance w and font height h: it walks circles round the middle of a canvas,
// and takes the first point A at which a box of w+5 by h+5 px round it meets no mask box. Our ink is another box (its
// height is that of its letters, its descender hangs out below) and wants a gap. Since both are boxes, the
// difference can be moved into the mask. With c the middle of our ink, o a box of a placed word:
//
//	          o                  our ink
//	    ┌───────────┐          ┌─────────┐        ink and o are too close  ⇔
//	    │           │ ←─ gap ─→│    c    │          o.Min - gap - ink/2  <  c  <  o.Max + gap + ink/2
//	    └───────────┘          └─────────┘        the library's box meets the mask  ⇔
//	     mask ┌──┐         ┌────────────────┐       mask.Min - (w+5)/2  ≤  A  ≤  mask.Max + (w+5)/2
//	          └──┘         │       A        │
//	                       └────────────────┘     which are the same for mask.Min = o.Min - gap - ink/2 + (w+5)/2, ...
//
// The edges of the area become four more such boxes. A stands for c on a canvas of the library's own, a square onto
// which the area is stretched: so its circles are ellipses of the picture's shape, and its time does not depend on
// the size of the picture. How its drawing lies about A (it does not shape, and kerns by an old table) is learnt
// once for each word, by drawing it with no mask. Nothing rests on any of this: each place is checked against our
// own boxes before it is taken.

// library asks psykhi/wordclouds for places. It writes the fonts it needs to files in a folder of its own.
type library struct {
	chain  *typeface.Chain
	dir    string
	files  map[*typeface.Font]string
	sights map[string]sight
}

func newLibrary(chain *typeface.Chain) (*library, error) {
	dir, err := os.MkdirTemp("", "verbatim-fonts-")
	if err != nil {
		return nil, fmt.Errorf("font files for the wordclouds engine: %w", err)
	}
	return &library{chain: chain, dir: dir, files: map[*typeface.Font]string{}, sights: map[string]sight{}}, nil
}

func (l *library) close() error { return os.RemoveAll(l.dir) }

// file returns the path of a font, writing it on first use.
func (l *library) file(f *typeface.Font) (string, error) {
	if path, ok := l.files[f]; ok {
		return path, nil
	}
	if magic := string(f.Data[:min(4, len(f.Data))]); magic == "OTTO" || magic == "ttcf" {
		return "", fmt.Errorf("the wordclouds engine reads TrueType outlines in single files only, not %s; the engine exact reads all", f.Name)
	}
	path := filepath.Join(l.dir, strconv.Itoa(len(l.files))+".ttf")
	if err := os.WriteFile(path, f.Data, 0o600); err != nil {
		return "", fmt.Errorf("font files for the wordclouds engine: %w", err)
	}
	l.files[f] = path
	return path, nil
}

// side is the width and height of the square onto which the area is stretched, in px of the library.
const side = 800

// slack is added to what must stay free, in px of the library, for what cannot be foreseen exactly: its rounding,
// the blur at the edge of its letters, and kerning that differs from ours.
const slack = 2

// margin keeps every place away from the canvas' edge, where the library's index of boxes runs out of range.
const margin = 16

// sight is how the library draws a word at some font height, in its px.
type sight struct {
	file   string // the font
	px     int
	size   image.Point // of the ink
	middle image.Point // of the ink, relative to A
}

// see draws a word alone, small enough to be quick and large enough to be exact to a pixel or two. The first point
// the library tries is 1 px right of the canvas' middle. A size of 0 means that it cannot draw the word.
func (l *library) see(ctx context.Context, w *word) (sight, error) {
	text := w.outline.Text
	if s, ok := l.sights[text]; ok {
		return s, nil
	}
	font := l.chain.Covering(text)
	if font == nil {
		font = w.outline.Fonts[0]
	}
	file, err := l.file(font)
	if err != nil {
		return sight{}, err
	}
	px := min(40, max(8, 600*typeface.Em/int(w.outline.Advance)))
	// Letters that we join may be twice as wide when they are not.
	canvas := image.Pt(px*int(w.outline.Advance)*2/typeface.Em+4*px, 4*px).Add(image.Pt(2*margin, 2*margin))
	ink, err := draw(ctx, text, file, px, canvas, nil)
	if err != nil {
		return sight{}, err
	}
	middle := ink.Min.Add(ink.Max).Sub(canvas.Div(2).Add(image.Pt(1, 0)).Mul(2)).Div(2)
	l.sights[text] = sight{file: file, px: px, size: ink.Size(), middle: middle}
	return l.sights[text], nil
}

// stand is what the library needs to know to place one word. All but half is in its px.
type stand struct {
	px     int         // whole font height
	reach  image.Point // half of the box that is tested, at least
	middle image.Point // of the ink, as the library draws it, relative to A
	canvas image.Point // its size: all A that keep the word inside the area, and room for the box tested

	area image.Rectangle // in px of the picture
	half image.Point     // half of our ink, in px of the picture, rounded up
}

// stand foresees how the library will draw a word.
func (s *sight) stand(w *word, area image.Rectangle) stand {
	ink := w.ink(image.Point{}).Size()
	px := max(1, w.size.Floor(typeface.Em)*side/max(area.Dx(), area.Dy()))
	width := s.size.X * px / s.px // no more than the advance
	room := image.Pt(width/2+px, px/2).Add(image.Pt(4+margin, 4+margin))
	return stand{
		px:     px,
		reach:  image.Pt(width/2+1, px/2+2),
		middle: s.middle.Mul(px).Div(s.px),
		canvas: image.Pt((area.Dx()-ink.X)*side/area.Dx(), (area.Dy()-ink.Y)*side/area.Dy()).Add(room.Mul(2)),
		area:   area,
		half:   ink.Add(image.Pt(1, 1)).Div(2),
	}
}

// stretch turns a place for the middle of our ink into A, rounded down.
func (s *stand) stretch(c image.Point) image.Point {
	d := c.Sub(s.area.Min).Mul(2).Sub(s.area.Size()) // twice the way from the middle of the area
	scale := func(v, length, canvas int) int { return floorDiv(v*side, 2*length) + canvas/2 }
	return image.Pt(scale(d.X, s.area.Dx(), s.canvas.X), scale(d.Y, s.area.Dy(), s.canvas.Y))
}

// shrink is the way back.
func (s *stand) shrink(a image.Point) image.Point {
	d := a.Sub(s.canvas.Div(2))
	scale := func(v, length int) int { return floorDiv(2*v*length+side*length+side, 2*side) }
	return image.Pt(scale(d.X, s.area.Dx()), scale(d.Y, s.area.Dy())).Add(s.area.Min)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// mask returns the box that keeps the word's ink away from o by the gap, or nil where it does so anyway.
func (s *stand) mask(o image.Rectangle, gap image.Point) *wordclouds.Box {
	from := s.stretch(o.Min.Sub(gap).Sub(s.half)).Sub(image.Pt(slack, slack))
	to := s.stretch(o.Max.Add(gap).Add(s.half)).Add(image.Pt(slack, slack))
	left, right := span(from.X+s.reach.X, to.X-s.reach.X, s.canvas.X)
	low, high := span(from.Y+s.reach.Y, to.Y-s.reach.Y, s.canvas.Y)
	if left > right || low > high {
		return nil
	}
	// The library calls the larger y "top".
	return &wordclouds.Box{Left: float64(left), Right: float64(right), Bottom: float64(low), Top: float64(high)}
}

// span mends an interval that is turned around (the box tested is the larger one: a point in its middle is the
// least that can be said) and cuts it to the canvas; it comes back turned around when nothing is left.
func span(from, to, size int) (int, int) {
	if from > to {
		from = (from + to) / 2
		to = from
	}
	return max(from, 0), min(to, size)
}

// masks returns all boxes that the word must keep clear of.
func (s *stand) masks(w *word, placed []*word, width int) []*wordclouds.Box {
	const far = 1 << 20
	a := s.area
	edges := []image.Rectangle{
		image.Rect(-far, -far, a.Min.X, far), image.Rect(a.Max.X, -far, far, far),
		image.Rect(-far, -far, far, a.Min.Y), image.Rect(-far, a.Max.Y, far, far),
	}
	var boxes []*wordclouds.Box
	add := func(o image.Rectangle, gap image.Point) {
		if b := s.mask(o, gap); b != nil {
			boxes = append(boxes, b)
		}
	}
	for _, e := range edges {
		add(e, image.Point{})
	}
	for _, p := range placed {
		for _, o := range p.parts {
			add(o, gap(w.size, p.size, width))
		}
	}
	return boxes
}

// place asks for the free place nearest to the middle of the area, and returns where the word's baseline starts.
func (l *library) place(ctx context.Context, w *word, placed []*word, spec *Spec) (at image.Point, ok bool, err error) {
	seen, err := l.see(ctx, w)
	if err != nil {
		return at, false, err
	}
	s := seen.stand(w, spec.Area)
	drawn, err := draw(ctx, w.outline.Text, seen.file, s.px, s.canvas, s.masks(w, placed, spec.Width))
	if err != nil || drawn.Empty() {
		return at, false, err
	}
	ours := w.ink(image.Point{})
	c := s.shrink(drawn.Min.Add(drawn.Max).Div(2).Sub(s.middle))
	return c.Sub(ours.Min.Add(ours.Max).Div(2)), true, nil
}

// patience is how long the library may take for one word; it needs about 10 ms. On a machine of more than fifty cores
// its workers can block each other for good.
const patience = time.Minute

// draw lets the library draw one word and returns the box of the pixels inked, empty if it found no place. The
// library is left to itself when ctx ends or patience does.
func draw(ctx context.Context, text, font string, px int, canvas image.Point, mask []*wordclouds.Box) (image.Rectangle, error) {
	type result struct {
		ink image.Rectangle
		err error
	}
	done := make(chan result, 1)
	go func() {
		ink, err := cloud(text, font, px, canvas, mask)
		done <- result{ink, err}
	}()
	select {
	case r := <-done:
		return r.ink, r.err
	case <-ctx.Done():
		return image.Rectangle{}, ctx.Err()
	case <-time.After(patience):
		return image.Rectangle{}, fmt.Errorf("the wordclouds library hangs on %q", text)
	}
}

// cloud makes a word cloud of one word. What the library panics about becomes an error.
func cloud(text, font string, px int, canvas image.Point, mask []*wordclouds.Box) (ink image.Rectangle, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the wordclouds library failed on %q: %v", text, r)
		}
	}()
	w := wordclouds.NewWordcloud(map[string]int{text: 1},
		wordclouds.FontFile(font), wordclouds.FontMaxSize(px), wordclouds.FontMinSize(px),
		wordclouds.Width(canvas.X), wordclouds.Height(canvas.Y), wordclouds.RandomPlacement(false),
		wordclouds.MaskBoxes(mask), wordclouds.BackgroundColor(color.RGBA{}),
		wordclouds.Colors([]color.Color{color.White}))
	picture, ok := w.Draw().(*image.RGBA)
	if !ok {
		return ink, fmt.Errorf("the wordclouds library gave an unknown kind of picture")
	}
	return inked(picture), nil
}

// inked returns the box of all pixels that are not transparent.
func inked(m *image.RGBA) image.Rectangle {
	var box image.Rectangle
	size := m.Rect.Size()
	blank := make([]byte, 4*size.X)
	for y := range size.Y {
		row := m.Pix[y*m.Stride:][:4*size.X]
		if string(row) == string(blank) { // far quicker than a loop, and most rows are blank
			continue
		}
		for x := range size.X {
			if row[4*x+3] != 0 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}
