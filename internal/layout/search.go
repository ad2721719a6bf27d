package layout

import (
	"context"
	"fmt"
	"image"
	"math"
	"slices"

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

// search looks for a common scale: the font height of a word of weight 1. Scales are in steps of 1/64 px and found in
// whole numbers, so that the result is the same on every machine.
type search struct {
	spec  *Spec
	lib   *library
	words []*word
	tries []Try

	best []*word    // what is placed by the layout to keep
	left []Unplaced // what it leaves over
}

// step is a scale in 1/64 px.
type step int64

func (s step) size() typeface.Size { return typeface.Px(float64(s) / 64) }

// find tries scales. While words are left over it goes down; once all are placed it goes up, but not to where it
// failed before. How far rests on lists of 5 to 100 words, flat and steep: the largest scale at which all words
// found a place was 0.85 to 0.95 of the estimate.
func (s *search) find(ctx context.Context) error {
	if len(s.words) == 0 {
		return nil
	}
	limit := s.limit()
	scale, fits, failed := min(s.estimate()*90/100, limit), step(0), step(math.MaxInt32)
	for n := 1; n <= maxTries; n++ {
		placed, left, err := s.try(ctx, scale.size(), n == maxTries && fits == 0)
		if err != nil {
			return err
		}
		if len(left) == 0 {
			s.best, s.left, fits = placed, nil, scale
		} else if failed = scale; fits == 0 {
			s.best, s.left = placed, left
		}
		switch {
		case fits == limit:
			return nil
		case fits > 0:
			scale = min(fits*106/100, (fits+failed)/2, limit)
		case n == maxTries-1: // the last try must do
			scale = max(1, scale*82/100)
		default:
			scale = max(1, scale*88/100)
		}
	}
	return nil
}

// try places the words at a scale. It stops at the first word without a place, unless it is to place all it can.
func (s *search) try(ctx context.Context, scale typeface.Size, all bool) (placed []*word, left []Unplaced, err error) {
	for _, w := range s.words {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		w := w.sized(scale)
		ok, err := s.place(w, placed)
		if err != nil {
			return nil, nil, err
		}
		if ok {
			placed = append(placed, w)
			continue
		}
		left = append(left, Unplaced{w.Text, w.Count, fmt.Sprintf("no free place for it at %.1f px", w.size.Px())})
		if !all {
			break
		}
	}
	s.tries = append(s.tries, Try{FontPx: scale.Px(), Placed: len(placed)})
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
	return !slices.ContainsFunc(placed, func(p *word) bool { return !apart(w, p, s.spec.Width) }), nil
}

// trial is a scale at which words are measured to foresee others: large enough for whole pixels to be exact.
const trial = step(1024 * 64)

// limit returns the scale at which the first word fills nine tenths of the area's width or height. The rest leaves
// room for others beside it, and for rounding.
func (s *search) limit() step {
	limit, area := step(math.MaxInt32), s.spec.Area.Size()
	for _, w := range s.words {
		ink := w.sized(trial.size()).ink(image.Point{}).Size()
		limit = min(limit, trial*step(area.X)*9/step(10*ink.X), trial*step(area.Y)*9/step(10*ink.Y))
	}
	return max(limit, 1)
}

// filling is the share of the area, in percent, that the boxes of the words, gaps included, fill at the estimated
// scale.
const filling = 80

// estimate returns the scale at which the words fill that share.
func (s *search) estimate() step {
	sum, area := 0, s.spec.Area.Size()
	for _, w := range s.words {
		w = w.sized(trial.size())
		w.put(image.Point{})
		g := gap(w.size, w.size, 0)
		for _, p := range w.parts {
			sum += p.Dx() * (p.Dy() + g.Y)
		}
		sum += g.X * w.ink(w.at).Dy()
	}
	// The ratio is formed in floating point, by one division and one root, which are the same everywhere.
	return step(float64(trial) * math.Sqrt(float64(area.X*area.Y*filling)/float64(100*sum)))
}
