package layout

import (
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strconv"

	"github.com/psykhi/wordclouds"

	"verbatim/internal/typeface"
)

// This file is the one door to github.com/psykhi/wordclouds. Given a whole list the library breaks ties by map
// order, drops words silently, lets inks overlap, and gives back a picture only. So it is asked for one word at a
// time, on a canvas of its own with the words already placed as mask boxes, and the place is read back from the
// pixels it drew.
//
// The library knows of a word just its advance w and font height h: it walks circles round the middle of the
// canvas, and takes the first point (x,y) at which a box of w+5 by h+5 px round that point meets no mask box. The
// ink lies elsewhere (its descender hangs out below), and wants a gap. Both are boxes, so the difference can be
// moved into the mask:
//
//	        library's box, tested           our ink, drawn           a placed word O
//	     ┌──────────────────────┐                                  ┌────────────────┐
//	     │     ┌────────────┐   │         ┌────────────┐           │                │
//	     │     │    ·(x,y)  │   │         │ ·(x,y)     │ ←  gap →  │                │
//	     └─────│────────────│───┘         └────────────┘           └────────────────┘
//	           └────────────┘             L            R
//
//	     ink and O are too close   ⇔   O.left - gap - R  <  x  <  O.right + gap - L
//	     library's box meets mask  ⇔   mask.left - (w+5)/2  ≤  x  ≤  mask.right + (w+5)/2
//
// which are the same for mask.left = O.left - gap - R + (w+5)/2 and so on. The edge of the area is four more such
// boxes. Nothing rests on it: each place is checked against our own boxes before it is taken.

// library asks psykhi/wordclouds for places. It writes the fonts it needs to files in a folder of its own.
type library struct {
	chain *typeface.Chain
	dir   string
	files map[*typeface.Font]string
}

func newLibrary(chain *typeface.Chain) (*library, error) {
	dir, err := os.MkdirTemp("", "verbatim-fonts-")
	if err != nil {
		return nil, fmt.Errorf("font files for the wordclouds engine: %w", err)
	}
	return &library{chain: chain, dir: dir, files: map[*typeface.Font]string{}}, nil
}

func (l *library) close() error { return os.RemoveAll(l.dir) }

// file returns the path of a font, writing it on first use.
func (l *library) file(f *typeface.Font) (string, error) {
	if path, ok := l.files[f]; ok {
		return path, nil
	}
	path := filepath.Join(l.dir, strconv.Itoa(len(l.files))+".ttf")
	if err := os.WriteFile(path, f.Data, 0o600); err != nil {
		return "", fmt.Errorf("font files for the wordclouds engine: %w", err)
	}
	l.files[f] = path
	return path, nil
}

// slack is added to what must stay free, in px, for what cannot be foreseen exactly: the library's rounding, the
// blur at the edge of its letters, and kerning that differs from ours.
const slack = 2

// stand is a word as the library sees it: all in px, relative to the point (x,y) that it chooses.
type stand struct {
	font   *typeface.Font
	text   string
	px     int             // whole font height; ours, rounded up
	reach  image.Point     // half of the box that is tested, at least
	room   image.Point     // half of the box that is tested, at most
	ink    image.Rectangle // our ink, when its middle is put on the middle of the library's
	canvas image.Point     // size of the canvas that just holds all places inside the area
	shift  image.Point     // from our picture to that canvas
}

// margin keeps every place away from the canvas' edge, where the library's index of boxes runs out of range.
const margin = 16

// stand foresees how the library will draw a word inside the area.
func (l *library) stand(w *word, area image.Rectangle) stand {
	s := stand{font: l.chain.Covering(w.outline.Text), text: w.outline.Text, px: max(1, w.size.Ceil(typeface.Em))}
	if s.font == nil {
		s.font = w.outline.Fonts[0]
	}
	size := typeface.Px(float64(s.px))
	advance, plain := s.font.Plain(s.text)
	// The library kerns by an old table that we do not read; a word loses less than this by it.
	kerned := max(w.outline.Advance, advance-3*typeface.Em/10)
	s.reach = image.Pt(size.Floor(min(kerned, advance))/2+2, s.px/2+2)
	s.room = image.Pt(size.Ceil(advance)/2+4, s.px/2+4)
	// It draws from (x - w/2, y + h/2).
	middle := image.Pt(size.Floor(plain.X0+plain.X1-advance)/2, size.Floor(plain.Y0+plain.Y1+typeface.Em)/2)
	ours := w.ink(image.Point{})
	s.ink = ours.Sub(ours.Min).Add(middle).Sub(ours.Size().Div(2))
	s.canvas = area.Size().Sub(s.ink.Size()).Add(s.room.Add(image.Pt(margin, margin)).Mul(2))
	s.canvas.X, s.canvas.Y = max(s.canvas.X, 4*margin), max(s.canvas.Y, 4*margin)
	// The middle of the canvas is where the middle of our ink would be the middle of the area.
	s.shift = s.canvas.Div(2).Add(s.ink.Min.Add(s.ink.Max).Div(2)).Sub(area.Min.Add(area.Max).Div(2))
	return s
}

// mask returns the box that keeps the word's ink away from o by the gap, or nil where it does so anyway.
func (s *stand) mask(o image.Rectangle, gap image.Point) *wordclouds.Box {
	o = o.Add(s.shift)
	left, right := span(o.Min.X-gap.X-s.ink.Max.X+s.reach.X, o.Max.X+gap.X-s.ink.Min.X-s.reach.X, s.canvas.X)
	low, high := span(o.Min.Y-gap.Y-s.ink.Max.Y+s.reach.Y, o.Max.Y+gap.Y-s.ink.Min.Y-s.reach.Y, s.canvas.Y)
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

// place asks for the free place nearest to the middle of the area, and returns where the word's baseline starts.
func (l *library) place(w *word, placed []*word, spec *Spec) (at image.Point, ok bool, err error) {
	s := l.stand(w, spec.Area)
	path, err := l.file(s.font)
	if err != nil {
		return at, false, err
	}
	drawn, err := s.draw(path, s.masks(w, placed, spec))
	if err != nil || drawn.Empty() {
		return at, false, err
	}
	ours := w.ink(image.Point{})
	middle := drawn.Min.Add(drawn.Max).Div(2).Sub(s.shift)
	return middle.Sub(ours.Size().Div(2)).Sub(ours.Min), true, nil
}

// masks returns all boxes that the word must keep clear of.
func (s *stand) masks(w *word, placed []*word, spec *Spec) []*wordclouds.Box {
	const far = 1 << 20
	a := spec.Area.Inset(1) // for rounding
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
			add(o, gap(w.size, p.size, spec.Width).Add(image.Pt(slack, slack)))
		}
	}
	return boxes
}

// draw lets the library draw the word and returns the box of the pixels inked, empty if it found no place. What
// the library panics about becomes an error.
func (s *stand) draw(fontFile string, mask []*wordclouds.Box) (ink image.Rectangle, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the wordclouds library failed on %q: %v", s.text, r)
		}
	}()
	cloud := wordclouds.NewWordcloud(map[string]int{s.text: 1},
		wordclouds.FontFile(fontFile), wordclouds.FontMaxSize(s.px), wordclouds.FontMinSize(s.px),
		wordclouds.Width(s.canvas.X), wordclouds.Height(s.canvas.Y), wordclouds.RandomPlacement(false),
		wordclouds.MaskBoxes(mask), wordclouds.BackgroundColor(color.RGBA{}),
		wordclouds.Colors([]color.Color{color.White}))
	picture, ok := cloud.Draw().(*image.RGBA)
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
