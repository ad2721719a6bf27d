package layout

import (
	"image"

	"verbatim/internal/typeface"
)

// entry is a word with the way to set it.
type entry struct {
	*word
	index int   // in the order of the Spec
	form  *form // the one in use
	bound step  // the largest scale at which it fits the area
}

// area is that of a word's box relative to others.
func (e *entry) area() int64 {
	w, b := int64(e.weight>>20), e.form.bounds
	return w * w * int64((b.X1-b.X0)>>6) * int64((b.Y1-b.Y0)>>6)
}

// place is where an entry stands.
type place struct {
	*entry
	setting
	at image.Point // cell of the start of its baseline, in the canvas
}

// attempt is what came of one scale.
type attempt struct {
	scale  step
	share  int64 // of the words placed, by the area of their boxes, in parts of whole
	from   start
	placed []place
	left   []*entry    // without a place, the first of them or all
	faint  []*entry    // too small to leave ink
	cell   int         // px of a cell
	corner image.Point // of the canvas's area
}

// whole is the share of all words.
const whole = 1 << 12

func (a *attempt) fits() bool { return len(a.left) == 0 }

// bench has what all attempts share; what they need is allocated once. There are two: one with
// rough cells, on which most attempts are made, and one with fine cells for the last.
type bench struct {
	spec    *Spec
	entries []*entry
	shift   uint // 1/256 px to cells
	rough   bool // places are guesses
	least   int  // the smallest gap, px
	canvas  *canvas
	free    float64  // share of the area that the shape leaves, 0 without one
	pieces  []*piece // of the words kept in place, and of those moved at last: often the same
	level   piece    // the word in hand, and the same upright
	upright piece
}

// newBench decides on the cells: the longer side of a picture has at most 2000, which bounds the
// time.
func newBench(spec *Spec, entries []*entry) *bench {
	b := &bench{spec: spec, entries: entries, shift: 8, least: max(1, (4*spec.Width+1599)/1600)}
	for max(spec.Width, spec.Height) > 2000*b.cell() {
		b.shift++
	}
	return b
}

// roughly returns a bench for guesses, with cells twice as large: its places may lie a little too
// close. Four times is enough for a large picture where several starts are compared, and the words
// are not few.
func (b *bench) roughly() *bench {
	shift := b.shift + 1
	if n := len(b.entries); n > many && max(b.spec.Width, b.spec.Height) > 500<<(shift-8) {
		shift++
	}
	return &bench{spec: b.spec, entries: b.entries, shift: shift, rough: true, least: b.least}
}

// cell is the side of a cell in px.
func (b *bench) cell() int { return 1 << (b.shift - 8) }

// cells is a share of the font height of a word, in cells.
func (b *bench) cells(size typeface.Size, share int32) int { return size.Ceil(share) / b.cell() }

// inCells turns a rectangle of px into the cells that it touches.
func (b *bench) inCells(r image.Rectangle) image.Rectangle { return inCells(r, b.shift) }

// gap returns how many px the box round a word's ink keeps free to its left and right, and above and
// below; the gap between two words is the sum of both. To the sides it is 0.21 of the font height, so
// that between words of one size there is clearly more than the space between the words of a phrase
// (0.28), and two words on a line never read as one; above and below it is a tenth. Neither is less
// than 1/400 of the picture's width, but for words so small that this would be more than a part of
// their height. One that stands upright has lines of others at its side, and keeps the wider gap all
// round.
func (b *bench) gap(size typeface.Size, upright bool) image.Point {
	least := func(part int32) int { return min(b.least, size.Ceil(typeface.Em/part)) }
	gap := image.Pt(max(least(4), size.Ceil(typeface.Em*21/100)), max(least(8), size.Ceil(typeface.Em/10)))
	if upright {
		gap.Y = gap.X
	}
	return gap
}

// gapCells is the gap in cells, rounded up; on rough cells, rounded down, as boxes are that much larger.
func (b *bench) gapCells(size typeface.Size, upright bool) image.Point {
	more := b.cell() - 1
	if b.rough {
		more = -b.cell() / 4
	}
	return b.gap(size, upright).Add(image.Pt(more, more)).Div(b.cell())
}

// origin is the start of a word's baseline in the picture, before all are moved.
func (b *bench) origin(p *place) image.Point {
	return p.at.Sub(b.canvas.area.Min).Mul(b.cell()).Add(b.spec.Area.Min)
}

// piece is the memory for the word that is placed as the i-th.
func (b *bench) piece(i int) *piece {
	for len(b.pieces) <= i {
		b.pieces = append(b.pieces, new(piece))
	}
	return b.pieces[i]
}

// cut gives a word its mask and prepares it for the search, unless that has been done.
func (b *bench) cut(p *piece, s *setting) {
	if p.of == *s {
		return
	}
	p.of = *s
	p.ink = b.inCells(s.ink())
	gap := b.gapCells(s.size, s.upright)
	lines := s.boxes()
	if len(lines) > 1 { // a wrapped phrase keeps others off
		margin := b.cells(s.size, clearance)
		gap = gap.Add(image.Pt(margin, margin))
	}
	p.mask.reset(image.Rectangle{Min: p.ink.Min.Sub(gap), Max: p.ink.Max.Add(gap)})
	for _, line := range lines {
		box := b.inCells(line)
		p.mask.fillBox(image.Rectangle{Min: box.Min.Sub(gap), Max: box.Max.Add(gap)})
	}
	p.core = core(&p.mask)
	p.probes = outlying(&p.mask, p.core, p.probes[:0])
}

// clearance is how much further off than others the words around a wrapped phrase are: a fifth of its
// height, since its lines have to be nearer to each other than to the words around.
const clearance = typeface.Em / 5
