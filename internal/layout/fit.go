package layout

import (
	"fmt"
	"image"
	"sort"
	"strings"
	"unicode/utf8"

	"verbatim/internal/typeface"
)

// How large the words can be at most is known before any is placed. Each has to fit the area alone,
// which gives the bound; where that of the widest word is reached, no larger scale is possible, and
// the layout says so. All their boxes together have to fit as well, about, which gives the estimate
// from which the search begins. A long phrase would keep all words small, and is set on several
// lines:
//
//	one line   a clear understanding of who does what       bound by the width of the phrase
//
//	three      a clear                                      bound by the next widest word, or by
//	           understanding of                             the height of the lines
//	           who does what

// wrap sets long phrases on several lines where one line would hold all others back. It returns the
// bound, and the limit.
func (b *bench) wrap() (bound, limit step, err error) {
	bound = highest
	var long []*entry
	for _, e := range b.entries {
		// The first word lies, and so do phrases, which are wrapped instead.
		if e.bound = b.boundOf(e.form, e.weight, b.spec.Rotate && e.index > 0 && !e.long()); e.long() {
			long = append(long, e)
			continue
		}
		bound = min(bound, e.bound)
	}
	limit = b.limit(bound)
	goal := min(bound, b.estimate(bound)*115/100)
	for _, e := range long {
		if err := b.wrapTo(e, goal); err != nil {
			return 0, 0, err
		}
		bound = min(bound, e.bound)
	}
	return bound, limit, nil
}

// lowest is the scale below which not even the largest word leaves ink.
const lowest = step(7)

// highest is a scale that no picture has room for.
const highest = step(1 << 24)

// long reports whether a word is a phrase that may be wrapped: of three words, or of two that are
// not short. The lines of shorter ones would be taken for words of their own.
func (e *entry) long() bool {
	text := e.form.text()
	words := len(strings.Fields(text))
	return words > 2 || words == 2 && utf8.RuneCountInString(text) > 20
}

// mostLines is the number of lines beyond which a phrase is not wrapped.
const mostLines = 12

// widestPhrase is how wide a phrase may be on one line, in hundredths of the area: one that is wider leaves
// little room beside it, and is a bar across the picture.
const widestPhrase = 45

// isWide reports whether a word is wider than that at a scale.
func (b *bench) isWide(e *entry, scale step) bool {
	return e.weight.of(scale.size()).Ceil(e.form.bounds.X1-e.form.bounds.X0)*100 > b.spec.Area.Dx()*widestPhrase
}

// wrapTo sets a phrase on as few lines as let the scale reach a goal, or as many as are best; one that
// is too wide for one line on two.
func (b *bench) wrapTo(e *entry, goal step) error {
	wide := b.isWide(e, goal)
	for n := 2; n <= mostLines && (e.bound < goal || n == 2 && wide); n++ {
		f, err := wrapped(b.spec.Chain, e.form.text(), n)
		if err != nil {
			return fmt.Errorf("shape %q: %w", e.Text, err)
		}
		if f == nil {
			return nil
		}
		if bound := b.boundOf(f, e.weight, false); bound > e.bound || n == 2 && wide {
			e.form, e.bound = f, bound
		}
	}
	return nil
}

// limit is the bound of words as it would be on cells of one px, and with any word upright that may
// be: beyond it no arrangement exists.
func (b *bench) limit(bound step) step {
	if b.cell() == 1 && !b.spec.Rotate {
		return bound
	}
	fine, limit := &bench{spec: b.spec, shift: 8}, highest
	for _, e := range b.entries {
		if !e.long() {
			limit = min(limit, fine.boundOf(e.form, e.weight, b.spec.Rotate))
		}
	}
	return limit
}

// largest returns the largest scale below a limit that a predicate allows, at least 1.
func largest(below step, allows func(scale typeface.Size) bool) step {
	return 1 + step(sort.Search(int(below)-2, func(i int) bool { return !allows(step(i + 2).size()) }))
}

// boundOf returns the largest scale at which a form of a word fits the area, lying or, where it may
// be, upright.
func (b *bench) boundOf(f *form, w weight, upright bool) step {
	room := b.spec.Area.Size().Div(b.cell())
	fits := func(s setting) bool {
		ink := b.inCells(s.ink())
		return ink.Dx() <= room.X && ink.Dy() <= room.Y
	}
	return largest(1<<24, func(scale typeface.Size) bool {
		s := setting{form: f, size: w.of(scale)}
		return fits(s) || upright && fits(setting{form: f, size: s.size, upright: true})
	})
}

// nesting is how much of the area the boxes of words fill, in percent: they overlap where letters
// are low.
const nesting = 110

// estimate returns the scale at which the boxes of the words, gaps included, fill the area; at most
// bound.
func (b *bench) estimate(bound step) step {
	free := int64(b.spec.Area.Dx()) * int64(b.spec.Area.Dy()) * nesting / 100
	return largest(bound, func(scale typeface.Size) bool {
		sum := int64(0) // of the boxes, px²
		for _, e := range b.entries {
			size, box := e.weight.of(scale), e.form.bounds
			gap := b.gap(size, false)
			sum += (size.Coord(box.X1-box.X0)>>8 + int64(gap.X)) * (size.Coord(box.Y1-box.Y0)>>8 + int64(gap.Y))
		}
		return sum <= free
	})
}

// open makes a canvas for scales up to the given one. Its border is as wide as the widest margin
// round any mask.
func (b *bench) open(scale step) {
	scale = max(lowest, scale)
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
