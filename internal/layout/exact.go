package layout

import (
	"context"
	"fmt"
	"image"
	"slices"

	"verbatim/internal/typeface"
)

// Exact is the engine that finds, for each word, the free place nearest to the middle, and for all of them the largest
// scale.
//
// What is taken is known on a canvas of cells, one bit each, a pixel or a few wide. A word is drawn into a mask of such
// cells from the very polygons that are filled later, so that masks that are apart mean inks that are apart. Places are
// whole cells, so a mask drawn once serves for all of them:
//
//	 canvas                      word                     stamp             test
//	┌────────────────────┐
//	│      ▄▄  ▄▄        │        ink ──────────────▶  what it takes ─▶ with the gap around:
//	│   ▐█▌██████████▌   │   drawn in cells (mask.go),                   what must be free
//	│     ▀▀▀▀▀▀  ▀▀     │   spaces filled (wrap.go)
//	└────────────────────┘
//
// Words are placed in order of size, each at the free place nearest to the center, by the distance in a picture that is
// stretched to a square. The search is exact, and looks at 64 places at a time (find.go, canvas.go). It is done at
// several scales, first on cells twice as large, and the largest at which every word found a place is taken (search.go,
// attempt.go). At last all words are moved together, so that the middle of their ink is the middle of the area
// (balance.go).
//
// All of it is done in whole numbers and one after the other: the same Spec has the same Layout on any machine.
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

// layout turns an attempt into a Layout.
func (s *scaleSearch) layout(a *attempt, unplaced []Unplaced) *Layout {
	byIndex := func(a, b *entry) int { return a.index - b.index }
	slices.SortFunc(a.faint, byIndex)
	slices.SortFunc(a.left, byIndex)
	slices.SortFunc(a.placed, func(a, b place) int { return byIndex(a.entry, b.entry) })
	for _, e := range a.faint {
		px := e.weight.of(a.scale.size()).Px()
		unplaced = append(unplaced, Unplaced{Text: e.Text, Count: e.Count, Reason: fmt.Sprintf("at %.2g px it is too small to leave ink", px)})
	}
	for _, e := range a.left {
		px := e.weight.of(a.scale.size()).Px()
		unplaced = append(unplaced, Unplaced{Text: e.Text, Count: e.Count, Reason: fmt.Sprintf("no free place for it at %.1f px", px)})
	}
	placed := []Placed{}
	by := s.balanced(a)
	for i := range a.placed {
		placed = append(placed, s.placement(&a.placed[i], by))
	}
	l := s.spec.report("exact", placed, unplaced, s.tries)
	l.FreeShare, l.FontPx = s.free, a.scale.size().Px()
	if a.scale == s.proven {
		l.Bound = "width"
	}
	return l
}

// origin is the start of a word's baseline in the picture, before all are moved.
func (b *bench) origin(p *place) image.Point {
	return p.at.Sub(b.canvas.area.Min).Mul(b.cell()).Add(b.spec.Area.Min)
}

// placement is a word as it stands in the picture, all moved.
func (b *bench) placement(p *place, by image.Point) Placed {
	at := b.origin(p).Add(by)
	w := Placed{
		Text: p.Text, Count: p.Count, Size: p.setting.size.Px(), Height: p.setting.size, Color: p.Color, Theme: p.Theme, Title: p.Title,
		Box: NewBox(p.setting.ink().Add(at)),
	}
	if p.upright {
		w.Rotate = 90
	}
	for i, o := range p.setting.form.lines {
		start := at.Add(p.start(i))
		w.Lines = append(w.Lines, Line{Text: o.Text, X: start.X, Y: start.Y, Outline: o, Polylines: p.setting.form.polylines[i]})
	}
	return w
}
