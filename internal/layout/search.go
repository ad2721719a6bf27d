package layout

import (
	"context"
	"fmt"
	"image"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/typeface"
)

// scaleSearch looks for the largest scale at which all words find a place. Scales are whole numbers of 1/64 px.
//
//	scale ↑   bound ──────────────────────────────  one word fills the width or height: proven to be the limit
//	               ✗
//	                   ✗                            next: as foreseen from how far the try came
//	            ✓          ✗ ✓                      next: in between, down to 4.5 %, at last 1.2 %
//	          ✓                 ✗ ✓                 then other starts, each a little above the best so far
//	                                  ✓ ✓ ✗         at last on fine cells; all before is a rehearsal on rough ones
//
// A try at which some word has no place does not prove that a larger scale must fail, since one moved word changes all
// after it. So what is found is the largest of those tried, unless it is the bound. Where words reach into the corners,
// none larger is tried: of two dozen lists, none had room left.
type scaleSearch struct {
	*bench
	bound  step // the largest scale to try; at most that at which each word fits the area alone
	proven step // the same for words that cannot be wrapped in another way; no larger one is possible
	tries  []Try
	best   *attempt
	effort int64 // of the attempts so far: their shares
}

// run returns the best attempt. Where not even the lowest scale has a place for every word, it is one that places what
// it can.
func (s *scaleSearch) run(ctx context.Context) (*attempt, error) {
	if err := s.wrap(); err != nil {
		return nil, err
	}
	scale := s.estimate()
	s.bound = min(s.bound, max(lowest, scale*3/2)) // beyond which there is no hope, and outlines need not be as fine
	for _, e := range s.entries {
		e.form.flatten(e.weight.of(s.bound.size()))
	}
	if scale*115/100 >= s.bound {
		scale = s.bound
	}
	from, err := s.rehearse(ctx, scale)
	if err != nil {
		return nil, err
	}
	scale, s.best = s.firstFine(), nil
	s.open(max(lowest, s.bound))
	if err := s.bracket(ctx, scale, from, 6); err != nil {
		return nil, err
	}
	if s.best == nil {
		return s.bench.try(ctx, lowest, start{order: s.entries}, true)
	}
	if err := s.settle(ctx); err != nil {
		return nil, err
	}
	s.adopt(s.best)
	return s.best, nil
}

// rehearse finds a good start and about its largest scale on cells twice as large, which takes a quarter of the time.
func (s *scaleSearch) rehearse(ctx context.Context, scale step) (start, error) {
	stage := s.bench
	defer func() { s.bench = stage }()
	s.bench = s.bench.roughly()
	s.open(max(lowest, s.bound))
	from := widestFirst(start{order: s.entries})
	if err := s.bracket(ctx, scale, from, 40); err != nil || s.best == nil {
		return start{order: s.entries}, err
	}
	if from.level = s.spec.Rotate; from.level { // upright words may be in the way of others
		if err := s.bracket(ctx, max(scale, s.best.scale*101/100+1), from, 40); err != nil {
			return start{}, err
		}
	}
	err := s.polish(ctx)
	return s.best.from, err
}

// firstFine is the scale at which to begin on fine cells: most often, what fits on rough ones needs a little more room.
func (s *scaleSearch) firstFine() step {
	switch {
	case s.best == nil:
		return lowest
	case s.best.scale == s.bound:
		return s.bound
	}
	return s.best.scale * 987 / 1000
}

// tolerance is how near, in thousandths, bracket comes to the largest scale that one start allows.
func (b *bench) tolerance() step {
	if b.rough {
		return 45
	}
	return 12
}

// lowest is the scale below which not even the largest word leaves ink.
const lowest = step(7)

// try places the words at a scale and keeps the best.
func (s *scaleSearch) try(ctx context.Context, scale step, from start) (*attempt, error) {

	a, err := s.bench.try(ctx, scale, from, false)

	if err != nil {
		return nil, err
	}
	s.tries = append(s.tries, Try{FontPx: scale.size().Px(), Placed: len(a.placed)})
	s.effort += a.share
	if a.fits() && (s.best == nil || scale > s.best.scale) {
		s.best = a
	}
	return a, nil
}

// bracket goes down from a scale until all words have a place, or up until one lacks it, and then in between. It ends
// when there is nothing to win beyond the best.
func (s *scaleSearch) bracket(ctx context.Context, scale step, from start, span step) error {
	low, high := step(0), step(0)
	scale = min(s.bound, max(lowest, scale))
	for up, down := 1000+span, 1000-span; ; {
		a, err := s.try(ctx, scale, from)
		if err != nil {
			return err
		}
		if s.best != nil {
			low = s.best.scale
		}
		if !a.fits() {
			high = scale
		}
		switch {
		case low >= s.bound, scale == lowest, high == 0 && s.full(a), high > 0 && low > 0 && (high-low-1)*1000 <= high*s.tolerance():
			return nil
		case high == 0:
			scale = min(s.bound, scale*up/1000+1)
			up += span / 4
		case low == 0:
			scale = max(lowest, min(a.foreseen(), scale*down/1000))
			down = max(500, down*98/100-10) // ever faster, for areas where next to nothing fits
		default:
			scale = (low + high) / 2
			if f := a.foreseen(); !a.fits() && f > low+(high-low)/4 && f < high-(high-low)/4 {
				scale = f
			}
		}
	}
}

// full reports whether words reach into the corners, more than nine tenths of the way: then there is hardly room for
// larger ones.
func (b *bench) full(a *attempt) bool {
	c := b.canvas
	corner := c.distance(c.area.Min.X, c.area.Min.Y)
	return slices.ContainsFunc(a.placed, func(p place) bool {
		ink := b.inCells(p.ink()).Add(p.at)
		middle := ink.Min.Add(ink.Max).Div(2)
		return c.distance(middle.X, middle.Y) > corner/100*86 // squares
	})
}

// foreseen is the scale at which the words placed would fill as much as all of them do, if areas told everything. It is
// a good guess after a failure that came late, and none after one that came early.
func (a *attempt) foreseen() step {
	if a.share < 1<<11 {
		return a.scale
	}
	low, high := step(0), a.scale
	for high-low > 1 {
		middle := (low + high) / 2
		if int64(middle)*int64(middle)>>12 <= int64(a.scale)*int64(a.scale)>>12*a.share>>12 {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// wrap sets long phrases on several lines where one line would hold all others back, and finds the bound.
func (s *scaleSearch) wrap() error {
	s.bound = 1 << 24
	if s.spec.MostPx > 0 {
		s.bound = max(lowest, step(s.spec.MostPx*64))
	}
	var long []*entry
	for _, e := range s.entries {
		// The first word lies, and so do phrases, which are wrapped instead.
		if e.bound = s.boundOf(e.form, e.weight, s.spec.Rotate && e.index > 0 && !e.long()); e.long() {
			long = append(long, e)
			continue
		}
		s.bound = min(s.bound, e.bound)
	}
	s.proven = s.limit()
	goal := min(s.bound, s.estimate()*115/100)
	for _, e := range long {
		if err := s.wrapTo(e, goal); err != nil {
			return err
		}
		s.bound = min(s.bound, e.bound)
	}
	return nil
}

// long reports whether a word is a phrase that may be wrapped: of three words, or of two that are not short. The lines of
// shorter ones would be taken for words of their own.
func (e *entry) long() bool {
	text := e.form.text()
	words := len(strings.Fields(text))
	return words > 2 || words == 2 && utf8.RuneCountInString(text) > 20
}

// mostLines is the number of lines beyond which a phrase is not wrapped.
const mostLines = 12

// wrapTo sets a phrase on as few lines as let the scale reach a goal, or as many as are best.
func (s *scaleSearch) wrapTo(e *entry, goal step) error {
	for n := 2; n <= mostLines && e.bound < goal; n++ {
		f, err := wrapped(s.spec.Chain, e.form.text(), n)
		if err != nil {
			return fmt.Errorf("shape %q: %w", e.Text, err)
		}
		if f == nil {
			return nil
		}
		if b := s.boundOf(f, e.weight, false); b > e.bound {
			e.form, e.bound = f, b
		}
	}
	return nil
}

// limit is the bound as it would be on cells of one px, and with any word upright that may be: beyond it no arrangement
// exists.
func (s *scaleSearch) limit() step {
	if s.cell() == 1 && !s.spec.Rotate {
		return s.bound
	}
	fine := &bench{spec: s.spec, shift: 8}
	limit := step(1 << 24)
	if s.spec.MostPx > 0 {
		limit = max(lowest, step(s.spec.MostPx*64))
	}
	for _, e := range s.entries {
		if !e.long() {
			limit = min(limit, fine.boundOf(e.form, e.weight, s.spec.Rotate))
		}
	}
	return limit
}

// boundOf returns the largest scale at which a form of a word fits the area, lying or, where it may be, upright.
func (b *bench) boundOf(f *form, w weight, upright bool) step {
	low, high := step(1), step(1)<<24
	for high-low > 1 {
		middle := (low + high) / 2
		lying := setting{form: f, size: w.of(middle.size())}
		standing := setting{form: f, size: lying.size, upright: true}
		if b.within(&lying) || upright && b.within(&standing) {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// within reports whether a word fits the area alone.
func (b *bench) within(s *setting) bool {
	ink, room := b.inCells(s.ink()), b.spec.Area.Size().Div(b.cell())
	return ink.Dx() <= room.X && ink.Dy() <= room.Y
}

// nesting is how much of the area the boxes of words fill, in percent: they overlap where letters are low.
const nesting = 110

// estimate returns the scale at which the boxes of the words, gaps included, fill the area.
func (s *scaleSearch) estimate() step {
	free := int64(s.spec.Area.Dx()) * int64(s.spec.Area.Dy()) * nesting / 100
	low, high := step(1), s.bound
	for high-low > 1 {
		middle := (low + high) / 2
		if s.boxes(middle.size()) <= free {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// boxes sums up the boxes of all words at a scale, in px².
func (b *bench) boxes(scale typeface.Size) (sum int64) {
	for _, e := range b.entries {
		size, box := e.weight.of(scale), e.form.bounds
		gap := b.gap(size, false)
		sum += (size.Coord(box.X1-box.X0)>>8 + int64(gap.X)) * (size.Coord(box.Y1-box.Y0)>>8 + int64(gap.Y))
	}
	return sum
}

// open makes a canvas for scales up to the given one. Its border is as wide as the widest margin round any mask.
func (b *bench) open(scale step) {
	var border image.Point
	for _, e := range b.entries {
		size := e.weight.of(scale.size())
		margin := b.gapCells(size, b.spec.Rotate)
		if e.long() { // may be wrapped yet
			margin = margin.Add(image.Pt(size.Ceil(clearance)/b.cell(), size.Ceil(clearance)/b.cell()))
		}
		border = image.Pt(max(border.X, margin.X), max(border.Y, margin.Y))
	}
	size := b.spec.Area.Size().Div(b.cell())
	if b.rough {
		size = size.Add(image.Pt(1, 1)) // for the rounding of words as wide as the area
	}
	b.canvas = newCanvas(size, border)
	if b.spec.Shape != nil {
		b.free = b.spec.Shape.block(b.canvas)
	}
}
