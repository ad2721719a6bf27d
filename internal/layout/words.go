package layout

import (
	"errors"
	"fmt"
	"image"
	"math"
	"slices"

	"verbatim/internal/typeface"
)

// word is a Word on its way through an engine.
type word struct {
	Word
	outline *typeface.Outline
	profile []typeface.Box // see profile
	weight  weight

	size  typeface.Size     // at the scale of the try in hand
	at    image.Point       // start of the baseline, once placed
	parts []image.Rectangle // the profile in pixels, once placed
}

// check finds what no engine can work with.
func (s *Spec) check() error {
	switch {
	case len(s.Words) == 0:
		return ErrNoWords
	case slices.ContainsFunc(s.Words, func(w Word) bool { return math.IsNaN(w.Count) || math.IsInf(w.Count, 0) }):
		return errors.New("a count is not a number")
	case s.Area.Empty() || !s.Area.In(image.Rect(0, 0, s.Width, s.Height)):
		return fmt.Errorf("a picture of %d x %d px leaves no room for words", s.Width, s.Height)
	}
	return nil
}

// shape shapes and weighs the words. Those that cannot be drawn at any size come back as unplaced.
func (s *Spec) shape() ([]*word, []Unplaced, error) {
	var words []*word
	unplaced := []Unplaced{}
	for _, w := range s.Words {
		if w.Count <= 0 {
			unplaced = append(unplaced, Unplaced{w.Text, w.Count, "its count is not above 0"})
			continue
		}
		o, err := s.Chain.Shape(w.Text)
		var missing *typeface.MissingGlyphError
		switch {
		case errors.As(err, &missing), errors.Is(err, typeface.ErrNoInk):
			unplaced = append(unplaced, Unplaced{w.Text, w.Count, err.Error()})
		case err != nil:
			return nil, nil, fmt.Errorf("shape %q: %w", w.Text, err)
		default:
			words = append(words, &word{Word: w, outline: o, profile: profile(o)})
		}
	}
	weigh(words, s.Scale)
	return words, unplaced, nil
}

// sized returns a copy of the word, not yet placed, at a scale: the font height of a word of weight 1.
func (w *word) sized(scale typeface.Size) *word {
	c := *w
	c.size, c.parts = w.weight.of(scale), nil
	return &c
}

// ink returns the pixels that the word may touch when its baseline starts at the given point.
func (w *word) ink(at image.Point) image.Rectangle { return pixels(w.outline.Bounds, w.size, at) }

// put places the word.
func (w *word) put(at image.Point) {
	w.at, w.parts = at, w.parts[:0]
	for _, b := range w.profile {
		w.parts = append(w.parts, pixels(b, w.size, at))
	}
}

// pixels returns the pixels touched by a box of an outline whose baseline starts at the given point.
func pixels(b typeface.Box, size typeface.Size, at image.Point) image.Rectangle {
	return image.Rect(size.Floor(b.X0), size.Floor(b.Y0), size.Ceil(b.X1), size.Ceil(b.Y1)).Add(at)
}

// profile covers an outline by a few boxes side by side, close enough for small words to nest over the low letters
// of a large one, but not between its letters or words, where they would break its reading:
//
//	      ┌─┐    ┌───────┐
//	┌─────┘ └────┘       │      glyph boxes widened until they meet; a space is filled up to the lower of its
//	│ s a l  a  r  b o b │      neighbours; neighbours of nearly the same height are one box
//	└────────────────────┘
func profile(o *typeface.Outline) []typeface.Box {
	glyphs := slices.Clone(o.Glyphs)
	slices.SortStableFunc(glyphs, func(a, b typeface.Box) int { return int(a.X0) - int(b.X0) })
	boxes := glyphs[:1:1]
	for _, g := range glyphs[1:] {
		last := boxes[len(boxes)-1]
		gap := typeface.Box{X0: last.X1, Y0: max(g.Y0, last.Y0), X1: g.X0, Y1: min(g.Y1, last.Y1)}
		if gap.X1 > gap.X0 && gap.Y1 > gap.Y0 {
			boxes = join(boxes, gap)
		}
		boxes = join(boxes, g)
	}
	return boxes
}

// join appends a box, or widens the last one where that adds little.
func join(boxes []typeface.Box, b typeface.Box) []typeface.Box {
	const little = typeface.Em / 12
	last := &boxes[len(boxes)-1]
	if near(last.Y0, b.Y0, little) && near(last.Y1, b.Y1, little) {
		*last = last.Union(b)
		return boxes
	}
	return append(boxes, b)
}

func near(a, b, tolerance int32) bool { return a-b <= tolerance && b-a <= tolerance }

// gap is the empty space that two words keep, in px: two fifths of the smaller font height from side to side, which
// is clearly more than the space between the words of a phrase (0.28), a tenth from top to bottom, and never less
// than 1/400 of the picture's width.
func gap(a, b typeface.Size, width int) image.Point {
	smaller, least := min(a, b), max(2, width/400)
	return image.Pt(max(least, smaller.Ceil(typeface.Em*2/5)), max(least, smaller.Ceil(typeface.Em/10)))
}

// apart reports whether two placed words keep their gap.
func apart(a, b *word, width int) bool {
	g := gap(a.size, b.size, width)
	for _, p := range a.parts {
		wide := image.Rect(p.Min.X-g.X, p.Min.Y-g.Y, p.Max.X+g.X, p.Max.Y+g.Y)
		if slices.ContainsFunc(b.parts, wide.Overlaps) {
			return false
		}
	}
	return true
}

// report turns placed words into a Layout.
func (s *Spec) report(engine string, placed []*word, unplaced []Unplaced, tries []Try) *Layout {
	l := &Layout{
		Schema: "verbatim/layout/v1", Width: s.Width, Height: s.Height, Area: NewBox(s.Area),
		Engine: engine, Scale: s.Scale, Unit: s.Unit, Language: s.Language, Fonts: s.fonts(placed),
		Bound: "search", Tries: tries, Words: []Placed{}, Under9px: []string{}, Unplaced: unplaced,
	}
	for _, w := range placed {
		px := w.size.Px()
		l.Words = append(l.Words, Placed{
			Text: w.Text, Count: w.Count, Size: px, Height: w.size, Color: w.Color, Theme: w.Theme,
			Lines: []Line{{Text: w.outline.Text, X: w.at.X, Y: w.at.Y, Outline: w.outline}},
			Box:   NewBox(w.ink(w.at)),
		})
		if l.SmallestPx == 0 || px < l.SmallestPx {
			l.SmallestPx = px
		}
		if px < 9 {
			l.Under9px = append(l.Under9px, w.Text)
		}
	}
	return l
}

// fonts lists the fonts that the placed words use, in the order of the chain.
func (s *Spec) fonts(placed []*word) []typeface.FontInfo {
	list := []typeface.FontInfo{}
	for _, f := range s.Chain.Fonts() {
		if slices.ContainsFunc(placed, func(w *word) bool { return slices.Contains(w.outline.Fonts, f) }) {
			list = append(list, f.Info())
		}
	}
	return list
}
