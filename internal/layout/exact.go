package layout

import (
	"cmp"
	"context"
	"image"
	"slices"
	"unicode/utf8"

	"verbatim/internal/typeface"
)

// Exact is the engine that finds, for each word, the free place nearest to the middle, and for all
// of them the largest scale. The whole of it:
//
// Words are placed in order of size, each at the free place nearest to the center, by the distance
// in a picture that is stretched to a square (attempt.go). The scale at which all of them find one
// is bracketed twice. First on rough cells, from an estimate up or down and then in between (fit.go,
// search.go); of a list that is not long, also from other starts: another order, the next words on
// chosen sides of the first, phrases on more lines, a table for words that are alike (start.go).
// Then on fine cells, where the largest words keep near the places found and the others fill what
// room is left. At last words that would be misread where they stand are nudged (nudge.go), and all
// are moved together, so that the middle of their ink is the middle of the area (balance.go).
//
// What is taken is known on a canvas of cells, one bit each, a pixel or a few wide. A word takes the box
// round its ink, and of several lines the box round each, with a gap that grows with its letters: so
// nothing is wedged in between its letters, and no two words read as one. Places are whole cells, so a
// mask made once serves for all of them, and 64 are looked at at a time (canvas.go, find.go):
//
//	 canvas                        word
//	┌────────────────────────┐
//	│   ▒▒▒▒▒▒▒▒▒▒▒          │     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒
//	│   ▒ respect ▒          │     ▒▒   trust  ▒▒      0.21 of the letters' height to the sides, a tenth above and below
//	│   ▒▒▒▒▒▒▒▒▒▒▒          │     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒
//
// All of it is done in whole numbers and one after the other: the same Spec has the same Layout on
// any machine.
type Exact struct{}

// Layout places the words of spec. Words that find no place at any scale are in Unplaced.
func (Exact) Layout(ctx context.Context, spec Spec) (*Layout, error) {
	words, unplaced, err := spec.prepare()
	if err != nil {
		return nil, err
	}
	var entries []*entry
	for i, w := range words {
		entries = append(entries, &entry{word: w, index: i, form: newForm([]*typeface.Outline{w.outline})})
	}
	s := &scaleSearch{bench: newBench(&spec, entries), tries: []Try{}}
	if len(entries) == 0 {
		return spec.report("exact", []Placed{}, unplaced, s.tries), nil
	}
	a, err := s.run(ctx)
	if err != nil {
		return nil, err
	}
	return s.layout(a, unplaced), nil
}

// layout turns an attempt into a Layout, in the order of the Spec.
func (s *scaleSearch) layout(a *attempt, unplaced []Unplaced) *Layout {
	byIndex := func(a, b *entry) int { return a.index - b.index }
	slices.SortFunc(a.faint, byIndex)
	slices.SortFunc(a.left, byIndex)
	slices.SortFunc(a.placed, func(a, b place) int { return byIndex(a.entry, b.entry) })
	scale := a.scale.size()
	for _, e := range a.faint {
		unplaced = append(unplaced, e.faint(e.weight.of(scale)))
	}
	for _, e := range a.left {
		unplaced = append(unplaced, e.homeless(e.weight.of(scale)))
	}
	placed := []Placed{}
	by := s.balanced(a)
	for i := range a.placed {
		placed = append(placed, s.placement(&a.placed[i], by))
	}
	l := s.spec.report("exact", placed, unplaced, s.tries)
	l.FreeShare, l.FontPx = s.free, scale.Px()
	if a.scale == s.proven {
		l.Bound = "width"
	}
	l.HeldBy = s.heldBy(a.scale)
	return l
}

// longWord is the number of letters from which on a word is long, whatever the size of the picture.
const longWord = 20

// heldBy returns the label of the one long word that fills the area at a scale, where the others could
// be larger by a quarter.
func (s *scaleSearch) heldBy(scale step) string {
	if len(s.entries) < 2 {
		return ""
	}
	byBound := slices.SortedFunc(slices.Values(s.entries), func(a, b *entry) int { return cmp.Compare(a.bound, b.bound) })
	others := *s.bench
	others.entries = byBound[1:]
	if utf8.RuneCountInString(byBound[0].Text) < longWord || byBound[0].bound > scale.part(1020) || others.estimate(byBound[1].bound) < scale.part(1250) {
		return ""
	}
	return byBound[0].Text
}

// placement is a word as it stands in the picture, all moved.
func (b *bench) placement(p *place, by image.Point) Placed {
	at := b.origin(p).Add(by)
	var lines []Line
	for i, o := range p.setting.form.lines {
		start := at.Add(p.start(i))
		lines = append(lines, Line{Text: o.Text, X: start.X, Y: start.Y, Outline: o, Polylines: p.setting.form.polylines[i]})
	}
	w := p.standing(p.setting.size, p.setting.ink().Add(at), lines)
	if p.upright {
		w.Rotate = 90
	}
	return w
}
