package layout

import (
	"context"
	"fmt"
	"image"
	"math"

	"verbatim/internal/typeface"
)

// Wordclouds is the engine that lets github.com/psykhi/wordclouds choose the places. It tries at most three scales:
// words are as large as it finds, not as large as possible. The library computes its places in floating point; they
// are rounded to whole pixels.
type Wordclouds struct{}

// maxTries bounds the time: each try asks the library once for every word.
const maxTries = 3

// Layout places the words of spec. Words that find no place at the smallest scale tried are in Unplaced.
func (Wordclouds) Layout(ctx context.Context, spec Spec) (_ *Layout, err error) {
	if spec.Scale == "" {
		spec.Scale = Sqrt
	}
	if err := spec.check(); err != nil {
		return nil, err
	}
	words, unplaced, err := spec.shape()
	if err != nil {
		return nil, err
	}
	lib, err := newLibrary(spec.Chain)
	if err != nil {
		return nil, err
	}
	defer func() {
		if e := lib.close(); err == nil && e != nil {
			err = fmt.Errorf("remove font files: %w", e)
		}
	}()
	run := &search{spec: &spec, lib: lib, words: words}
	if err := run.find(ctx); err != nil {
		return nil, err
	}
	return spec.report("wordclouds", run.best, append(unplaced, run.left...), run.tries), nil
}

// search looks for a common scale.
type search struct {
	spec  *Spec
	lib   *library
	words []*word
	tries []Try

	best []*word    // what is placed by the layout to keep
	left []Unplaced // what it leaves over
}

// find tries scales. As long as nothing is left over it goes up, towards the scale that failed last; else down,
// by how much of the words' area was placed.
func (s *search) find(ctx context.Context) error {
	if len(s.words) == 0 {
		return nil
	}
	widest := s.widest()
	scale, failed := min(s.estimate(), widest), math.Inf(1)
	fits := false
	for len(s.tries) < maxTries {
		last := len(s.tries) == maxTries-1
		placed, left, err := s.try(ctx, scale, last && !fits)
		if err != nil {
			return err
		}
		switch {
		case len(left) == 0:
			s.best, s.left, fits = placed, nil, true
			if scale >= widest {
				return nil
			}
			scale = min(widest, scale*1.12, (scale+failed)/2)
		case fits:
			scale, failed = (s.best[0].size.Px()/s.best[0].weight.share()+scale)/2, scale
		default:
			s.best, s.left = placed, left
			failed = scale
			scale *= s.shrink(placed)
		}
	}
	return nil
}

// try places the words at a scale, in px for a word of weight 1. It stops at the first word without a place unless
// it is to place all that it can.
func (s *search) try(ctx context.Context, scale float64, all bool) (placed []*word, left []Unplaced, err error) {
	largest := typeface.Px(math.Round(scale*64) / 64)
	for _, template := range s.words {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		w := *template
		w.size, w.parts = w.weight.of(largest), nil
		ok, err := s.place(&w, placed)
		switch {
		case err != nil:
			return nil, nil, err
		case ok:
			placed = append(placed, &w)
		default:
			reason := fmt.Sprintf("no free place for it at %.1f px", w.size.Px())
			left = append(left, Unplaced{w.Text, w.Count, reason})
		}
		if !ok && !all {
			break
		}
	}
	s.tries = append(s.tries, Try{FontPx: largest.Px(), Placed: len(placed)})
	return placed, left, nil
}

// place puts w where the library says, if our own boxes agree.
func (s *search) place(w *word, placed []*word) (bool, error) {
	if size := w.ink(image.Point{}).Size(); size.X > s.spec.Area.Dx() || size.Y > s.spec.Area.Dy() {
		return false, nil
	}
	at, ok, err := s.lib.place(w, placed, s.spec)
	if err != nil || !ok {
		return false, err
	}
	w.put(at)
	if !w.ink(at).In(s.spec.Area) {
		return false, nil
	}
	for _, p := range placed {
		if !apart(w, p, s.spec.Width) {
			return false, nil
		}
	}
	return true, nil
}

// widest returns the scale at which the first word fills the area from side to side or from top to bottom.
func (s *search) widest() float64 {
	limit := math.Inf(1)
	for _, w := range s.words {
		b, share := w.outline.Bounds, w.weight.share()/typeface.Em
		limit = min(limit, float64(s.spec.Area.Dx()-4)/(float64(b.X1-b.X0)*share),
			float64(s.spec.Area.Dy()-4)/(float64(b.Y1-b.Y0)*share))
	}
	return max(limit, 1.0/64)
}

// filling is the share of the area that the boxes of the words, gaps included, fill on a first try. It was found
// by trying lists of 30 to 100 words.
const filling = 0.72

// estimate returns the scale at which the words fill that share.
func (s *search) estimate() float64 {
	sum := 0.0
	for _, w := range s.words {
		sum += w.area()
	}
	area := s.spec.Area.Size()
	return math.Sqrt(filling * float64(area.X) * float64(area.Y) / sum)
}

// shrink returns by how much to lower a scale at which only some words were placed.
func (s *search) shrink(placed []*word) float64 {
	sum, done := 0.0, 0.0
	for _, w := range s.words {
		sum += w.area()
	}
	for _, w := range placed {
		done += w.area()
	}
	return min(0.92, max(0.6, math.Sqrt(done/sum)))
}

// area returns the area of the word's boxes with their gaps at a scale of 1 px.
func (w *word) area() float64 {
	sum := 0.0
	for _, b := range w.profile {
		sum += float64(b.X1-b.X0) * (float64(b.Y1-b.Y0) + typeface.Em/10)
	}
	share := w.weight.share() / typeface.Em
	return sum * share * share
}

// share returns the weight as a number in (0,1].
func (w weight) share() float64 { return float64(w) / float64(fullWeight) }
