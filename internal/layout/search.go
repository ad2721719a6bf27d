package layout

import (
	"context"
	"math"
	"slices"
)

// scaleSearch looks for the largest scale at which all words find a place. Scales are whole numbers
// of 1/64 px.
//
//	scale ↑   bound ───────────────────────────────  one word fills the width or height: proven to be the limit
//	               ✗
//	            ✓     ✗                              the bracket: up or down to both a ✓ and a ✗, then in between
//	          ✓    ✓      ✓ ✗  ✗ ✗                   the same from other starts, each a little above the best so far
//	                              ✓ ✗ ✓              at last on fine cells, near the places found on the rough ones
//
// A try at which some word has no place does not prove that a larger scale must fail, since one
// moved word changes all after it. So what is found is the largest of those tried, unless it is the
// bound.
type scaleSearch struct {
	*bench
	bound  step // the largest scale to try; at most that at which each word fits the area alone
	proven step // the same for words that cannot be wrapped in another way; no larger one is possible
	tries  []Try
	best   *attempt
	taken  []uint64 // what it takes of the canvas
	effort int      // words placed since the variations began
}

// How scales are compared, in thousandths.
const (
	hopeless = 1500 // of the estimate: no arrangement is so dense, and outlines need not be finer
	nearby   = 1150 // of the estimate: the bound itself is tried first if it is no larger
	better   = 1010 // of the best scale: what another start has to reach to be worth an attempt
	carried  = 990  // of the scale on rough cells: where the search on fine cells begins
	denser   = 988  // the same for many words, on rougher cells
	short    = 950  // of the same: what is lost on fine cells if the places kept were a bad choice
)

// part is so many thousandths of a scale.
func (s step) part(thousandths step) step { return s * thousandths / 1000 }

// run returns the best attempt. Where not even the lowest scale has a place for every word, it is
// one that places what it can.
func (s *scaleSearch) run(ctx context.Context) (*attempt, error) {
	var err error
	if s.bound, s.proven, err = s.wrap(); err != nil {
		return nil, err
	}
	scale := s.estimate(s.bound)
	s.bound = min(s.bound, max(lowest, scale.part(hopeless)))
	for _, e := range s.entries {
		e.form.flatten(e.weight.of(s.bound.size()))
	}
	if scale.part(nearby) >= s.bound {
		scale = s.bound
	}
	if err := s.rehearse(ctx, scale); err != nil {
		return nil, err
	}
	s.open(s.bound)
	if err := s.refine(ctx); err != nil {
		return nil, err
	}
	if s.best == nil {
		return s.place(ctx, lowest, start{order: s.entries, power: 2}, true)
	}
	if err := s.spread(ctx); err != nil {
		return nil, err
	}
	s.canvas.taken = s.taken
	s.tidy(s.best)
	return s.best, nil
}

// varied is how many words may be placed for the sake of other starts than the first. A list of
// few words has few places where it can be stuck, and attempts at it are quick, so many starts are
// tried.
const varied = 300

// rehearse finds a good arrangement and about its largest scale on rough cells, which takes a
// quarter of the time or less: it brackets the scale of the first start, then of others, which have
// to be better by a hundredth. It ends when it has placed as many words as a few attempts at a
// short list would; an attempt that fails early costs next to nothing.
func (s *scaleSearch) rehearse(ctx context.Context, scale step) error {
	fine := s.bench
	defer func() { s.bench = fine }()
	s.bench = fine.roughly()
	s.open(s.bound)
	wide := paceWide
	if s.areMany() {
		wide = paceMany
	}
	if err := s.bracket(ctx, scale, s.widestFirst(), wide); err != nil || s.best == nil {
		return err
	}
	if s.spec.Rotate { // at first none stands upright, as such words may be in the way of others
		from := s.best.from
		from.upright = true
		if err := s.bracket(ctx, max(scale, s.best.scale.part(better)+1), from, paceWide); err != nil {
			return err
		}
	}
	if s.areMany() {
		return nil
	}
	s.effort = 0
	for _, vary := range s.variations(s.best, s.bound) {
		if s.best.scale >= s.bound || s.effort >= varied {
			return nil
		}
		from, err := vary(s.best.from)
		if err != nil {
			return err
		}
		if from.order != nil {
			if err := s.bracket(ctx, s.best.scale.part(better)+1, from, paceClimb); err != nil {
				return err
			}
		}
	}
	return nil
}

// many is the number of words beyond which there are many, and mass that beyond which the rough
// cells, large beside small words, tell so little that larger scales are tried on fine ones.
const many, mass = 150, 300

// areMany reports whether there are many words, the first four of which need less than half of the
// room that all need. One start is about as good as another then, and an attempt takes long. A list
// whose few first words need most of the room is like a short one.
func (s *scaleSearch) areMany() bool {
	var all, first int64
	for i, e := range s.entries {
		if all += e.area(); i < 4 {
			first += e.area()
		}
	}
	return len(s.entries) > many && 2*first < all
}

// refine carries the rehearsed arrangement over to fine cells, where most often it needs a little
// more room. A third of the words keep near their places; unless there are many, none and then
// half of them, to see whether that leads to a larger scale.
func (s *scaleSearch) refine(ctx context.Context) error {
	rough, n, areMany := s.best, len(s.entries), s.areMany()
	if s.best, s.taken = nil, nil; rough == nil {
		return nil
	}
	from, scale, by := rough.from, rough.scale, paceFine
	by.narrow = min(12, 2+step(n)/14) // an attempt at more words is slower, and gains less
	if areMany && n <= mass {
		by = paceLast
	}
	switch {
	case scale >= s.bound:
	case areMany:
		scale = scale.part(denser)
	default:
		scale = scale.part(carried)
	}
	from.near = rough
	for _, part := range [...]int{3, 0, 2} {
		if from.kept = 0; part > 0 {
			from.kept = max(handful, n/part)
		}
		if err := s.bracket(ctx, scale, from, by); err != nil || s.best == nil || s.best.scale >= s.bound {
			return err
		}
		if s.best.scale >= rough.scale.part(short) && (areMany || from.kept >= n) {
			return nil
		}
		from.near, scale = s.best, max(s.best.scale.part(1005)+1, rough.scale.part(carried))
	}
	return nil
}

// pace is how a bracket moves: by how much up and down at first, not up at all if that is 0, and how
// narrow it ends, all in thousandths.
type pace struct{ up, down, narrow step }

// The paces: of a search from an estimate, and for many words, whose other starts are not tried; of
// one from a scale that holds; on fine cells, and for many words, where an attempt costs several
// rough ones, so that the first that holds is taken.
var (
	paceWide  = pace{40, 40, 45}
	paceMany  = pace{40, 40, 25}
	paceClimb = pace{12, 12, 45}
	paceFine  = pace{10, 20, 12}
	paceLast  = pace{0, 10, 20}
)

// bracket goes down from a scale until all words have a place, or up until one lacks it, and then
// in between. It ends when there is nothing to win beyond the best.
func (s *scaleSearch) bracket(ctx context.Context, scale step, from start, by pace) error {
	high := step(0)
	for scale = min(s.bound, max(lowest, scale)); ; {
		a, err := s.try(ctx, scale, from)
		if err != nil {
			return err
		}
		if !a.fits() {
			high = scale
		} else if from.near != nil {
			from.near = a
		}
		low := step(0)
		if s.best != nil {
			low = s.best.scale
		}
		switch {
		case low >= s.bound, scale == lowest, high == 0 && by.up == 0, high > 0 && low > 0 && (high-low-1)*1000 <= high*by.narrow:
			return nil
		case high == 0:
			scale = min(s.bound, scale*(1000+by.up)/1000+1)
			by.up += by.up / 4
		case low == 0:
			scale = scale * (1000 - by.down) / 1000
			if from.near == nil {
				scale = min(scale, a.foreseen())
			}
			scale = max(lowest, scale)
			by.down = min(500, by.down+by.down/3) // ever faster, for areas where next to nothing fits
		default:
			scale = (low + high) / 2
		}
	}
}

// try places the words at a scale and keeps the best.
func (s *scaleSearch) try(ctx context.Context, scale step, from start) (*attempt, error) {
	a, err := s.place(ctx, scale, from, false)
	if err != nil {
		return nil, err
	}
	s.tries = append(s.tries, Try{FontPx: scale.size().Px(), Placed: len(a.placed)})
	s.effort += len(a.placed)
	if a.fits() && (s.best == nil || scale > s.best.scale) {
		s.hold(a)
	}
	return a, nil
}

// hold keeps an attempt with what it takes of the canvas, which goes on with the memory that held
// the one before.
func (s *scaleSearch) hold(a *attempt) {
	s.best = a
	s.taken, s.canvas.taken = s.canvas.taken, s.taken
}

// spread moves few words apart, up and down from the middle, where the area leaves room: by half of
// their distance at most.
func (s *scaleSearch) spread(ctx context.Context) error {
	box, _ := s.inked(s.best)
	percent := min(150, 100*s.spec.Area.Dy()/max(1, box.Dy()))
	if len(s.best.placed) > handful || s.spec.Shape != nil || percent < 105 {
		return nil
	}
	wide := *s.best
	wide.placed = slices.Clone(wide.placed)
	middle := s.inCells(box).Min.Add(s.inCells(box).Max).Div(2).Add(s.canvas.area.Min).Sub(s.inCells(s.spec.Area).Min)
	for i := range wide.placed {
		at := &wide.placed[i].at
		at.Y = s.canvas.center.Y + (at.Y-middle.Y)*percent/100
	}
	from := s.best.from
	from.near = &wide
	a, err := s.place(ctx, s.best.scale, from, false)
	if err == nil && a.fits() {
		s.hold(a)
	}
	return err
}

// foreseen is the scale at which the words placed would fill as much as all of them do, if areas
// told everything. It is a good guess after a failure that came late, and none after one that came
// early.
func (a *attempt) foreseen() step {
	if 2*a.share < whole {
		return a.scale
	}
	return step(float64(a.scale) * math.Sqrt(float64(a.share)/whole))
}
