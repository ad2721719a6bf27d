package layout

import (
	"cmp"
	"image"
	"math/bits"
	"slices"
)

// start is how an attempt begins. Other starts lead to other arrangements, some of which hold all
// words at a slightly larger scale.
type start struct {
	order   []*entry    // in which words are placed, with their phrases set in lines
	zones   []zone      // where the words after the first prefer to stand
	beside  image.Point // halves of the first word that it stands off the center: with words alike, room for an even number
	power   int         // of the distance from the center, see canvas.measure
	down    int         // how far the center lies below the middle, in hundredths of the height
	columns int         // of a table in which all stand; 0 is none
	upright bool        // words may stand upright
	near    *attempt    // the arrangement near which the first words keep; nil for none
	kept    int         // the number of these
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

// widestFirst is the first start. It places words of about the same size, the first aside, by their
// width, which leaves short ones for what room remains.
func (b *bench) widestFirst() start {
	entries, power := b.entries, roundish
	if b.spec.Shape != nil {
		power = 2
	}
	order := slices.Clone(entries)
	slices.SortStableFunc(order[1:], func(a, b *entry) int {
		return cmp.Or(cmp.Compare(b.weight.tier(), a.weight.tier()), cmp.Compare(b.width(), a.width()))
	})
	return start{order: order, power: power}
}

// roundish is the power of the distance in the first start: it fills corners as well as sides.
const roundish = 3

// width is that of a word relative to others.
func (e *entry) width() int64 {
	return int64(e.weight) >> 16 * int64(e.form.bounds.X1-e.form.bounds.X0)
}

// tier grows with the weight, in four steps for each doubling.
func (w weight) tier() int {
	n := bits.Len64(uint64(w))
	return 4*n + int(w<<3>>n&3)
}

// cell is where the middle of the word placed as number n stands in a table, which fills the
// corners too. Every other column is half a row lower, so that no two words read as one phrase:
//
//	trust
//	        respect
//	honesty
//	        openness
func (s *start) cell(n int, area image.Rectangle) image.Point {
	column := n * s.columns / len(s.order)
	first := (column*len(s.order) + s.columns - 1) / s.columns
	next := ((column+1)*len(s.order) + s.columns - 1) / s.columns
	x, y := (2*column+1)*area.Dx()/(2*s.columns), (2*(n-first)+1+column&1)*area.Dy()/(2*(next-first)+1)
	return area.Min.Add(image.Pt(x, y))
}

// handful is the number of words up to which many arrangements are looked at.
const handful = 12

// variation makes another start of one; without an order where there is none.
type variation func(start) (start, error)

// variations are the starts that are tried after the first, each derived from the best so far:
// phrases on narrower lines, where words are few; a table, where words are alike; the first word
// off the center, where the second is about as large; the next words on chosen sides of it; words
// in the order of the Spec.
func (b *bench) variations(best *attempt, bound step) (all []variation) {
	add := func(change func(*start)) {
		all = append(all, func(from start) (start, error) { change(&from); return from, nil })
	}
	if b.spec.Shape == nil {
		for _, power := range []int{4, 2} {
			add(func(f *start) { f.power = power })
		}
		for _, down := range []int{-4, 4} {
			add(func(f *start) { f.down = down })
		}
	}
	sides := [][]zone{{below, above}, {rightwards, leftwards}}
	if len(b.entries) <= handful {
		for _, part := range []step{2, 3, 4} {
			all = append(all, func(from start) (start, error) { return b.narrowed(from, best.scale*part, bound) })
		}
		sides = append(sides, []zone{above, below}, []zone{below, rightwards, above, leftwards}, []zone{rightwards, below, leftwards, above})
	}
	n := len(b.entries)
	if alike := b.entries[n-1].weight >= b.entries[0].weight/5*4; alike && n >= handful && b.spec.Shape == nil {
		for columns := 2; columns <= 8; columns++ {
			add(func(f *start) { f.columns = columns })
		}
	}
	if order := best.from.order; len(order) > 1 && order[1].weight > order[0].weight/5*4 {
		for _, beside := range []image.Point{{1, 0}, {0, 1}, {1, 1}} {
			add(func(f *start) { f.beside, f.zones, f.columns = beside, nil, 0 })
		}
	}
	for _, zones := range sides {
		add(func(f *start) { f.zones, f.beside, f.columns = zones, image.Point{}, 0 })
	}
	add(func(f *start) {
		f.order, f.zones, f.beside, f.columns = slices.Clone(f.order), nil, image.Point{}, 0
		slices.SortFunc(f.order, func(a, b *entry) int { return a.index - b.index })
	})
	return all
}

// narrowed wraps each phrase that would be wider than the area at the scale goal, for scales up to
// bound. Its order is nil if there is none.
func (b *bench) narrowed(from start, goal, bound step) (start, error) {
	order := slices.Clone(from.order)
	changed := false
	for i, e := range order {
		if !e.long() {
			continue
		}
		narrow := &entry{word: e.word, index: e.index, form: e.form, bound: e.bound}
		if err := b.wrapTo(narrow, goal); err != nil {
			return start{}, err
		}
		if narrow.form != e.form {
			narrow.form.flatten(e.weight.of(bound.size()))
			order[i], changed = narrow, true
		}
	}
	if from.order = order; !changed {
		from.order = nil
	}
	return from, nil
}
