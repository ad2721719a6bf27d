package layout

import (
	"cmp"
	"context"
	"image"
	"math/bits"
	"slices"
)

// start is how an attempt begins: in which order words are placed, how phrases are set, and which part of the area the
// first words after the very first prefer. The plain start is the order of the Spec and no preference; other starts
// lead to other arrangements, some of which hold all words at a slightly larger scale.
type start struct {
	order []*entry
	zones []zone
}

// zone is a part of the area, seen from its center.
type zone int

const (
	anywhere zone = iota
	above
	below
	leftwards
	rightwards
)

// cut keeps the part of a rectangle that lies in a zone.
func (z zone) cut(r image.Rectangle, center image.Point) image.Rectangle {
	switch z {
	case above:
		r.Max.Y = min(r.Max.Y, center.Y)
	case below:
		r.Min.Y = max(r.Min.Y, center.Y)
	case leftwards:
		r.Max.X = min(r.Max.X, center.X)
	case rightwards:
		r.Min.X = max(r.Min.X, center.X)
	}
	return r
}

// zone returns where to look first for the word placed as number n.
func (s *start) zone(n int) zone {
	if n == 0 || n > len(s.zones) {
		return anywhere
	}
	return s.zones[n-1]
}

// polish tries other starts, each derived from the best so far. It ends when it has placed as much as a few attempts
// would, or at the bound.
func (s *scaleSearch) polish(ctx context.Context) error {
	for _, part := range []int{2, 3, 4} {
		from, err := s.narrowed(s.best.from, part)
		if err == nil && from.order != nil {
			err = s.bracket(ctx, min(s.bound, s.best.scale*102/100+1), from, 40)
		}
		if err != nil {
			return err
		}
	}
	const attempts = 2
	s.effort = 0
	for _, other := range []func(start) start{
		preferring(below, above), s.plain, preferring(rightwards, leftwards),
	} {
		from := other(s.best.from)
		for fits := true; fits && s.effort < attempts<<12 && s.best.scale < s.bound; {
			a, err := s.try(ctx, min(s.bound, s.best.scale*101/100+1), from)
			if err != nil {
				return err
			}
			fits = a.fits()
		}
	}
	return nil
}

// preferring returns a start whose second word and so on have zones.
func preferring(zones ...zone) func(start) start {
	return func(from start) start { return start{from.order, zones} }
}

// widestFirst places words of about the same size, the first aside, by their width, which leaves short ones for what
// room remains.
func widestFirst(from start) start {
	order := slices.Clone(from.order)
	slices.SortStableFunc(order[1:], func(a, b *entry) int {
		return cmp.Or(cmp.Compare(b.weight.tier(), a.weight.tier()), cmp.Compare(b.width(), a.width()))
	})
	return start{order, nil}
}

// width is that of a word relative to others.
func (e *entry) width() int64 {
	return int64(e.weight) >> 16 * int64(e.form.bounds.X1-e.form.bounds.X0)
}

// tier grows with the weight, in four steps for each doubling.
func (w weight) tier() int {
	n := bits.Len64(uint64(w))
	return 4*n + int(w<<3>>n&3)
}

// plain is the order of the Spec.
func (s *scaleSearch) plain(from start) start {
	order := slices.Clone(from.order)
	slices.SortFunc(order, func(a, b *entry) int { return a.index - b.index })
	return start{order, nil}
}

// narrowed wraps each phrase that is wider than a part of the area. Its order is nil if there is none.
func (s *scaleSearch) narrowed(from start, part int) (start, error) {
	order := slices.Clone(from.order)
	changed := false
	for i, e := range order {
		narrow := &entry{word: e.word, index: e.index, form: e.form, bound: e.bound}
		if err := s.wrapTo(narrow, s.best.scale*step(part)); err != nil {
			return start{}, err
		}
		if narrow.form != e.form {
			narrow.form.flatten(e.weight.of(s.bound.size()))
			order[i], changed = narrow, true
		}
	}
	if !changed {
		return start{}, nil
	}
	return start{order, from.zones}, nil
}
