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
	words, unplaced, err := spec.prepare()
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
	run := &wordcloudsSearch{spec: &spec, lib: lib, tries: []Try{}}
	if run.words, err = run.drawable(ctx, words); err != nil {
		return nil, err
	}
	best, err := run.find(ctx)
	if err != nil {
		return nil, err
	}
	placed := []Placed{}
	for _, w := range best.placed {
		placed = append(placed, w.placement())
	}
	return spec.report("wordclouds", placed, append(append(unplaced, run.refused...), best.left...), run.tries), nil
}

// wordcloudsSearch looks for a common scale: the font height of a word of weight 1. Scales are in steps of 1/64 px and found in
// whole numbers, so that the result is the same on every machine.
type wordcloudsSearch struct {
	spec    *Spec
	lib     *library
	words   []*word
	refused []Unplaced // words that the library cannot draw at any scale
	tries   []Try
}

// many is the number of words from which on the first scale at which all have a place is good enough: a try takes
// about 10 ms a word.
const many = 200

// wordcloudsTry is what came of one scale.
type wordcloudsTry struct {
	placed []*word
	left   []Unplaced
	fits   bool // no word lacked a place
}

// drawable keeps the words that the library can draw, so that no other word pays for one that it cannot.
func (s *wordcloudsSearch) drawable(ctx context.Context, words []*word) ([]*word, error) {
	var kept []*word
	for _, w := range words {
		seen, err := s.lib.see(ctx, w)
		switch {
		case err != nil:
			return nil, err
		case seen.size.X == 0:
			s.refused = append(s.refused, Unplaced{Text: w.Text, Count: w.Count, Reason: "the wordclouds engine cannot draw it"})
		default:
			w.profile = profile(w.outline)
			kept = append(kept, w)
		}
	}
	return kept, nil
}

// find tries scales and returns the best wordcloudsTry:
//
//	scale ↑   1 ✗              1 ✓ 2 ✗            Only a scale at which all words have a place is better than
//	             2 ✓ 3 ✓           3 ✓            another. It need not be the largest that there is: success is not
//	                                              monotone in the scale, since one moved word changes all after it.
//
// While a word lacks a place it goes down; once all have one it goes
// up, but not to where it failed before. How far rests on lists of 5 to 100 words, flat and steep: the largest scale
// at which all found a place was 0.84 to 0.96 of the estimate.
func (s *wordcloudsSearch) find(ctx context.Context) (best wordcloudsTry, err error) {
	if len(s.words) == 0 {
		return best, nil
	}
	limit := s.limit()
	scale, fits, failed := min(s.estimate()*86/100, limit), step(0), step(math.MaxInt32)
	for n := 1; n <= maxTries; n++ {
		a, err := s.try(ctx, scale.size(), n == maxTries && !best.fits)
		if err != nil {
			return best, err
		}
		switch {
		case a.fits:
			best, fits = a, scale
		case best.fits:
			failed = scale
		default:
			best, failed = a, scale
		}
		switch {
		case fits == limit, best.fits && len(s.words) > many:
			return best, nil
		case best.fits:
			scale = min(fits*106/100, (fits+failed)/2, limit)
		case n == maxTries-1: // the last try must do
			scale = max(1, scale*65/100)
		default:
			scale = max(1, scale*88/100)
		}
	}
	return best, nil
}

// try places the words at a scale. It stops at the first word that lacks a place, unless it is to place all it can.
func (s *wordcloudsSearch) try(ctx context.Context, scale typeface.Size, all bool) (wordcloudsTry, error) {
	a := wordcloudsTry{fits: true}
	for _, w := range s.words {
		if err := ctx.Err(); err != nil {
			return a, err
		}
		w := w.sized(scale)
		if w.size < faintest {
			a.left = append(a.left, Unplaced{Text: w.Text, Count: w.Count, Reason: fmt.Sprintf("at %.2g px it is too small to leave ink", w.size.Px())})
			continue
		}
		ok, err := s.place(ctx, w, a.placed)
		if err != nil {
			return a, err
		}
		if ok {
			a.placed = append(a.placed, w)
			continue
		}
		a.fits = false
		a.left = append(a.left, Unplaced{Text: w.Text, Count: w.Count, Reason: fmt.Sprintf("no free place for it at %.1f px", w.size.Px())})
		if !all {
			break
		}
	}
	s.tries = append(s.tries, Try{FontPx: scale.Px(), Placed: len(a.placed)})
	return a, nil
}

// place puts w where the library says, if our own boxes agree. What they refuse counts as not placed: a truthful gap
// is worth more than a place.
func (s *wordcloudsSearch) place(ctx context.Context, w *word, placed []*word) (bool, error) {
	if size := w.ink(image.Point{}).Size(); size.X > s.spec.Area.Dx() || size.Y > s.spec.Area.Dy() {
		return false, nil
	}
	at, ok, err := s.lib.place(ctx, w, placed, s.spec)
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

// limit returns the scale beyond which no try makes sense: there, one word fills nine tenths of the area's width or height. The rest leaves
// room for others beside it, and for rounding. A long phrase lowers it for all words alike.
func (s *wordcloudsSearch) limit() step {
	limit, area := step(math.MaxInt32), s.spec.Area.Size()
	for _, w := range s.words {
		ink := w.sized(trial.size()).ink(image.Point{}).Size()
		limit = min(limit, trial*step(area.X)*9/step(10*max(1, ink.X)), trial*step(area.Y)*9/step(10*max(1, ink.Y)))
	}
	return max(limit, 1)
}

// filling is the share of the area, in percent, that the boxes of the words, gaps included, fill at the estimated
// scale. Words are boxes of uneven size, so more never fits; how much less depends on the list.
const filling = 80

// estimate returns the scale at which the words fill that share: areas grow with the square of the scale.
func (s *wordcloudsSearch) estimate() step {
	sum, area := int64(0), s.spec.Area.Size()
	for _, w := range s.words {
		w = w.sized(trial.size())
		w.put(image.Point{})
		g := gap(w.size, w.size, 0)
		for _, p := range w.parts {
			sum += int64(p.Dx()) * int64(p.Dy()+g.Y)
		}
		sum += int64(g.X) * int64(w.ink(w.at).Dy())
	}
	goal := int64(area.X) * int64(area.Y) * filling / 100
	// The ratio is formed in floating point, by one division and one root, which are the same everywhere.
	return max(1, step(float64(trial)*math.Sqrt(float64(goal)/float64(max(1, sum)))))
}
