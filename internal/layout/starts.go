package layout

import (
	"cmp"
	"context"
	"image"
	"math/bits"
	"slices"
)

// start is how an attempt begins: in which order words are placed, how phrases are set, where the first stands, and
// which part of the area the next ones prefer. The plain start is the order of the Spec and no preference; other starts
// lead to other arrangements, some of which hold all words at a slightly larger scale.
type start struct {
	order  []*entry
	zones  []zone
	beside image.Point // halves of the first word that it stands off the center: with words alike, room for an even number
	table  int         // columns in which all stand, see cell; 0 is none
	level  bool        // no word stands upright
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

// handful is the number of words up to which many arrangements are looked at.
const handful = 12

// polish tries other starts, each derived from the best so far. It ends when it has placed as much as a few attempts
// would, or at the bound.
func (s *scaleSearch) polish(ctx context.Context) error {
	if err := s.narrow(ctx); err != nil {
		return err
	}
	if err := s.tabled(ctx); err != nil {
		return err
	}
	most := max(1, 300/int64(len(s.entries)))
	s.effort = 0
	for _, from := range append(s.others(), start{order: s.plain()}) {
		for fits := true; fits && s.effort < most<<12 && s.best.scale < s.bound; {
			a, err := s.try(ctx, min(s.bound, s.best.scale*101/100+1), from)
			if err != nil {
				return err
			}
			fits = a.fits()
		}
	}
	return nil
}

// others are starts that differ from the best so far.
func (s *scaleSearch) others() []start {
	zones := [][]zone{{below, above}, {rightwards, leftwards}}
	if len(s.entries) <= handful {
		zones = append(zones, []zone{above, below}, []zone{below, rightwards, above, leftwards}, []zone{rightwards, below, leftwards, above})
	}
	var starts []start
	if order := s.best.from.order; len(order) > 1 && order[1].weight > order[0].weight/5*4 {
		for _, beside := range []image.Point{{1, 0}, {0, 1}, {1, 1}} {
			starts = append(starts, start{order: order, beside: beside, level: s.best.from.level})
		}
	}
	for _, z := range zones {
		starts = append(starts, start{order: s.best.from.order, zones: z, level: s.best.from.level})
	}
	return starts
}

// tabled tries tables of words that are all of about one height, which fill the corners too.
func (s *scaleSearch) tabled(ctx context.Context) error {
	order := s.plain()
	if n := len(order); s.spec.Shape != nil || n < handful || order[n-1].weight < order[0].weight/5*4 {
		return nil
	}
	for columns := 2; columns <= 8; columns++ {
		for fits := true; fits && s.best.scale < s.bound; {
			a, err := s.try(ctx, min(s.bound, s.best.scale*102/100+1), start{order: order, table: columns})
			if err != nil {
				return err
			}
			fits = a.fits()
		}
	}
	return nil
}

// cell is where the middle of the word placed as number n stands in a table. Every other column is half a row lower, so
// that no two words read as one phrase:
//
//	trust
//	        respect
//	honesty
//	        openness
func (s *start) cell(n int, area image.Rectangle) image.Point {
	column := n * s.table / len(s.order)
	first := (column*len(s.order) + s.table - 1) / s.table
	next := ((column+1)*len(s.order) + s.table - 1) / s.table
	x, y := (2*column+1)*area.Dx()/(2*s.table), (2*(n-first)+1+column&1)*area.Dy()/(2*(next-first)+1)
	return area.Min.Add(image.Pt(x, y))
}

// narrow wraps, where there are few words, long ones to narrower and narrower lines.
func (s *scaleSearch) narrow(ctx context.Context) error {
	if len(s.entries) > handful {
		return nil
	}
	for _, part := range []int{2, 3, 4} {
		from, err := s.narrowed(s.best.from, part)
		if err == nil && from.order != nil {
			err = s.bracket(ctx, min(s.bound, s.best.scale*102/100+1), from, 40)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// settle takes, where there are few words, the most even of the arrangements at the scale found, and spreads it.
func (s *scaleSearch) settle(ctx context.Context) error {
	if len(s.entries) > handful || s.best == nil {
		return nil
	}
	least := s.unevenness(s.best)
	for _, from := range s.others() {
		a, err := s.try(ctx, s.best.scale, from)
		if err != nil {
			return err
		}
		if u := s.unevenness(a); a.fits() && u < least {
			s.best, least = a, u
		}
	}
	if s.spec.Shape == nil {
		s.spread(s.best)
	}
	return nil
}

// widestFirst places words of about the same size, the first aside, by their width, which leaves short ones for what
// room remains.
func widestFirst(from start) start {
	order := slices.Clone(from.order)
	slices.SortStableFunc(order[1:], func(a, b *entry) int {
		return cmp.Or(cmp.Compare(b.weight.tier(), a.weight.tier()), cmp.Compare(b.width(), a.width()))
	})
	return start{order: order}
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
func (s *scaleSearch) plain() []*entry {
	order := slices.Clone(s.best.from.order)
	slices.SortFunc(order, func(a, b *entry) int { return a.index - b.index })
	return order
}

// narrowed wraps each long phrase that is wider than a part of the area. Its order is nil if there is none.
func (s *scaleSearch) narrowed(from start, part int) (start, error) {
	order := slices.Clone(from.order)
	changed := false
	for i, e := range order {
		if !e.long() {
			continue
		}
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
	return start{order: order, zones: from.zones, level: from.level}, nil
}
