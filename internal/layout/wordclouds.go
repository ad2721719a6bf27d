package layout

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/psykhi/wordclouds"

	"verbatim/internal/typeface"
)

// Wordclouds is the engine that lets github.com/psykhi/wordclouds choose the places. Given a whole list the library drops
// words silently, lets inks overlap and gives back a picture only. So it is asked for one word at a time, with the words
// already placed as mask boxes, and the place is read back from the pixels it drew. It walks circles round the middle of
// a canvas and takes the first point A at which a box of the word's width and font height round it meets no mask box. Our
// ink is another box, with a gap; the difference is moved into the mask. With c the middle of our ink:
//
//	┌───────────┐          ┌─────────┐      ink and a placed o are too close   ⇔
//	│     o     │ ←─ gap ─→│    c    │        o.Min - gap - ink/2  <  c  <  o.Max + gap + ink/2
//	└───────────┘          └─────────┘      the library's box meets the mask   ⇔
//	 mask ┌──┐         ┌────────────────┐     mask.Min - reach  ≤  A  ≤  mask.Max + reach
//	      └──┘         │       A        │
//	                   └────────────────┘   which are the same for mask.Min = o.Min - gap - ink/2 + reach, ...
//
// A stands for c on a square onto which the area is stretched, so that circles become ellipses of the picture's shape.
// How the library draws a word about A is learnt once, by drawing it alone. Nothing rests on any of this: each place is
// checked against our own boxes before it is taken.
type Wordclouds struct{}

const (
	side     = 800         // of the square onto which the area is stretched, px of the library
	slack    = 2           // px of the library kept free for its rounding and its kerning
	margin   = 16          // px: at the very edge the library's index of boxes runs out of range
	patience = time.Minute // for one word: on more than fifty cores the library's workers can block each other for good
)

// scales are tried until all words have a place, in percent of the estimate: a try takes about 10 ms a word.
var scales = [...]step{100, 86, 60}

// wordcloudsRun is one use of the engine.
type wordcloudsRun struct {
	spec  *Spec
	dir   string                     // of the font files that the library reads
	files map[*typeface.Font]string  // once written
	inks  map[string]image.Rectangle // by text: as the library draws it, relative to A, in 1/32768 em
	words []*word
	tries []Try
}

// Layout places the words of spec. Words that find no place at the smallest scale tried are in Unplaced.
func (Wordclouds) Layout(ctx context.Context, spec Spec) (*Layout, error) {
	words, unplaced, err := spec.prepare()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "verbatim-fonts-")
	if err != nil {
		return nil, fmt.Errorf("font files for the wordclouds engine: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }() // what should stay is in a folder for such
	r := &wordcloudsRun{&spec, dir, map[*typeface.Font]string{}, map[string]image.Rectangle{}, words, []Try{}}
	placed, left, fits, scale := []Placed{}, []Unplaced(nil), false, r.estimate()
	for n := 0; n < len(scales) && !fits; n++ {
		if placed, left, fits, err = r.try(ctx, (scale*scales[n]/100 + 1).size(), n == len(scales)-1); err != nil {
			return nil, err
		}
	}
	return spec.report("wordclouds", placed, append(unplaced, left...), r.tries), nil
}

// estimate is the scale at which the ink boxes fill three quarters of the area, more than boxes of uneven size ever do;
// or that at which one word fills nine tenths of its width or height.
func (r *wordcloudsRun) estimate() step {
	const trial = step(1024 * 64) // large enough for whole pixels to be exact
	limit, area, sum := step(math.MaxInt32), r.spec.Area.Size(), int64(0)
	for _, w := range r.words {
		size := w.weight.of(trial.size())
		ink, gap := size.Pixels(w.outline.Bounds, false).Size(), boxGap(size, 0)
		limit = min(limit, trial*step(area.X)*9/step(10*max(1, ink.X)), trial*step(area.Y)*9/step(10*max(1, ink.Y)))
		sum += int64(ink.X+gap.X) * int64(ink.Y+gap.Y)
	}
	goal := float64(int64(area.X) * int64(area.Y) * 3 / 4) // one division and one root are the same on all machines
	return min(limit, step(float64(trial)*math.Sqrt(goal/float64(max(1, sum)))))
}

// try places the words at a scale. It stops at the first word that lacks a place, unless it is to place all it can.
func (r *wordcloudsRun) try(ctx context.Context, scale typeface.Size, all bool) (placed []Placed, left []Unplaced, fits bool, err error) {
	placed, fits = []Placed{}, true
	for _, w := range r.words {
		size := w.weight.of(scale)
		if size < faintest {
			left = append(left, w.faint(size))
			continue
		}
		p, ok, err := r.place(ctx, w, size, placed)
		switch {
		case err != nil:
			return nil, nil, false, err
		case ok:
			placed = append(placed, p)
			continue
		}
		if left, fits = append(left, w.homeless(size)), false; !all {
			break
		}
	}
	r.tries = append(r.tries, Try{FontPx: scale.Px(), Placed: len(placed)})
	return placed, left, fits, nil
}

// boxGap is the empty space that a word keeps to others, in px: to the sides two fifths of its height, clearly more than
// the space between the words of a phrase (0.28), above and below a tenth; never less than 1/400 of the picture's width.
func boxGap(size typeface.Size, width int) image.Point {
	least := max(2, width/400)
	return image.Pt(max(least, size.Ceil(typeface.Em*2/5)), max(least, size.Ceil(typeface.Em/10)))
}

// stand is what is known of how the library places a word: lengths are in its px where not said otherwise.
type stand struct {
	area, ink image.Rectangle // px of the picture; the ink relative to the start of its baseline
	px        int             // font height
	canvas    image.Point     // all A that keep the word inside the area, and room for the box tested
	reach     image.Point     // half of the box tested, at least
}

// mask is the box that keeps the ink off o, px of the picture. Where that is smaller than the box tested, a point does.
func (s *stand) mask(o image.Rectangle) *wordclouds.Box {
	half, d := s.ink.Size().Add(image.Pt(1, 1)).Div(2), s.area.Min.Add(s.area.Max)
	span := func(from, to, d, length, canvas, reach int) (float64, float64) {
		from = floorDiv((2*from-d)*side, 2*length) + canvas/2 - slack + reach
		to = floorDiv((2*to-d)*side, 2*length) + canvas/2 + slack - reach
		middle := (from + to) / 2
		return float64(max(min(from, middle), 0)), float64(min(max(to, middle), canvas))
	}
	var b wordclouds.Box // calls the larger y "top"
	b.Left, b.Right = span(o.Min.X-half.X, o.Max.X+half.X, d.X, s.area.Dx(), s.canvas.X, s.reach.X)
	b.Bottom, b.Top = span(o.Min.Y-half.Y, o.Max.Y+half.Y, d.Y, s.area.Dy(), s.canvas.Y, s.reach.Y)
	return &b
}

// place asks for the free place nearest to the middle of the area. What our own boxes refuse counts as not placed.
func (r *wordcloudsRun) place(ctx context.Context, w *word, size typeface.Size, placed []Placed) (p Placed, ok bool, err error) {
	const far = 1 << 20
	a, ink, gap := r.spec.Area, size.Pixels(w.outline.Bounds, false), boxGap(size, r.spec.Width)
	px := max(1, size.Floor(typeface.Em)*side/max(a.Dx(), a.Dy()))
	reach := image.Pt(int(w.outline.Advance)*px/typeface.Em/2+2, px/2+2)
	canvas := image.Pt(max(0, a.Dx()-ink.Dx())*side/a.Dx(), max(0, a.Dy()-ink.Dy())*side/a.Dy())
	s := &stand{a, ink, px, canvas.Add(reach.Add(image.Pt(px+margin, px+margin)).Mul(2)), reach}
	seen, known := r.inks[w.outline.Text]
	if !known { // the first point tried is 1 px right of the canvas' middle
		if seen, err = r.draw(ctx, w, s, nil); err != nil {
			return p, false, err
		}
		seen = seen.Sub(s.canvas.Div(2)).Sub(image.Pt(1, 0))
		seen = image.Rectangle{Min: seen.Min.Mul(typeface.Em).Div(s.px), Max: seen.Max.Mul(typeface.Em).Div(s.px)}
		r.inks[w.outline.Text] = seen
	}
	s.reach.X = seen.Dx()*s.px/typeface.Em/2 + 1
	taken := []image.Rectangle{ // the outside of the area, and the words with the gap
		image.Rect(-far, -far, a.Min.X, far), image.Rect(a.Max.X, -far, far, far), image.Rect(-far, -far, far, a.Min.Y), image.Rect(-far, a.Max.Y, far, far),
	}
	for _, o := range placed {
		taken = append(taken, image.Rect(o.Box[0]-gap.X, o.Box[1]-gap.Y, o.Box[2]+gap.X, o.Box[3]+gap.Y))
	}
	var masks []*wordclouds.Box
	for _, o := range taken {
		if m := s.mask(o); m.Left <= m.Right && m.Bottom <= m.Top {
			masks = append(masks, m)
		}
	}
	drawn, err := r.draw(ctx, w, s, masks)
	if err != nil || drawn.Empty() {
		return p, false, err
	}
	d := drawn.Min.Add(drawn.Max).Div(2).Sub(seen.Min.Add(seen.Max).Mul(s.px).Div(2 * typeface.Em)).Sub(s.canvas.Div(2))
	c := image.Pt(floorDiv(2*d.X*a.Dx()+side, 2*side), floorDiv(2*d.Y*a.Dy()+side, 2*side)).Add(a.Min.Add(a.Max).Div(2))
	at := c.Sub(s.ink.Min.Add(s.ink.Max).Div(2))
	p = w.standing(size, s.ink.Add(at), []Line{{Text: w.outline.Text, X: at.X, Y: at.Y, Outline: w.outline}})
	return p, !slices.ContainsFunc(taken, s.ink.Add(at).Overlaps), nil
}

// floorDiv is a/b, rounded down.
func floorDiv(a, b int) int { return (a - (a%b+b)%b) / b }

// file returns the path of the font for a word, writing it on first use.
func (r *wordcloudsRun) file(w *word) (string, error) {
	f := cmp.Or(r.spec.Chain.Covering(w.outline.Text), w.outline.Fonts[0])
	if path, ok := r.files[f]; ok {
		return path, nil
	}
	if magic := string(f.Data[:min(4, len(f.Data))]); magic == "OTTO" || magic == "ttcf" {
		return "", fmt.Errorf("the wordclouds engine reads TrueType outlines in single files only, not %s; the engine exact reads all", f.Name)
	}
	r.files[f] = filepath.Join(r.dir, strconv.Itoa(len(r.files))+".ttf")
	if err := os.WriteFile(r.files[f], f.Data, 0o600); err != nil {
		return "", fmt.Errorf("font files for the wordclouds engine: %w", err)
	}
	return r.files[f], nil
}

// draw lets the library draw a word and returns the box of the pixels inked, empty if it found no place. What it panics
// about becomes an error. It is left to itself when ctx ends or patience does.
func (r *wordcloudsRun) draw(ctx context.Context, w *word, s *stand, masks []*wordclouds.Box) (image.Rectangle, error) {
	var ink image.Rectangle // read only when it is drawn
	file, err := r.file(w)
	if err != nil {
		return ink, err
	}
	done := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- fmt.Errorf("the wordclouds library failed on %q: %v", w.Text, r)
			}
		}()
		ink = inked(wordclouds.NewWordcloud(map[string]int{w.outline.Text: 1}, wordclouds.FontFile(file),
			wordclouds.FontMaxSize(s.px), wordclouds.FontMinSize(s.px), wordclouds.Width(s.canvas.X), wordclouds.Height(s.canvas.Y),
			wordclouds.RandomPlacement(false), wordclouds.MaskBoxes(masks), wordclouds.BackgroundColor(color.RGBA{}),
			wordclouds.Colors([]color.Color{color.White})).Draw().(*image.RGBA))
		done <- nil
	}()
	select {
	case err := <-done:
		return ink, err
	case <-ctx.Done():
		return image.Rectangle{}, ctx.Err()
	case <-time.After(patience):
		return image.Rectangle{}, fmt.Errorf("the wordclouds library hangs on %q", w.Text)
	}
}

// inked returns the box of all pixels that are not transparent.
func inked(m *image.RGBA) (box image.Rectangle) {
	for i := 3; i < len(m.Pix); i += 4 {
		if m.Pix[i] != 0 {
			box = box.Union(image.Rect(0, 0, 1, 1).Add(image.Pt(i%m.Stride/4, i/m.Stride)))
		}
	}
	return box
}
