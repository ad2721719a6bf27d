package layout

import (
	"errors"
	"fmt"
	"image"
	"math"
	"slices"

	"verbatim/internal/typeface"
)

// word is a Word on its way through an engine. A try at a scale works on copies, so that tries know nothing of each
// other; outline and profile are shared and never change.
type word struct {
	Word
	outline *typeface.Outline
	weight  weight
	profile []typeface.Box // see profile; Wordclouds only

	size  typeface.Size     // at the scale of the try in hand
	at    image.Point       // start of the baseline, once placed
	parts []image.Rectangle // the profile in pixels, once placed
}

// check finds what no engine can work with. Counts of zero and below do not count as such: weights may add up to them.
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

// prepare is where every engine begins: it refuses what makes no sense, and shapes the words.
func (s *Spec) prepare() ([]*word, []Unplaced, error) {
	if s.Scale == "" {
		s.Scale = Sqrt
	}
	if err := s.check(); err != nil {
		return nil, nil, err
	}
	return s.shape()
}

// shape shapes and weighs the words. Those that cannot be drawn at any size come back as unplaced.
func (s *Spec) shape() ([]*word, []Unplaced, error) {
	var words []*word
	unplaced := []Unplaced{}
	for _, w := range s.Words {
		if w.Count <= 0 {
			unplaced = append(unplaced, Unplaced{Text: w.Text, Count: w.Count, Reason: "its count is not above 0"})
			continue
		}
		o, err := s.Chain.Shape(w.Text)
		var missing *typeface.MissingGlyphError
		switch {
		case errors.As(err, &missing), errors.Is(err, typeface.ErrNoInk):
			unplaced = append(unplaced, Unplaced{w.Text, w.Count, err.Error(), missing != nil})
		case err != nil:
			return nil, nil, fmt.Errorf("shape %q: %w", w.Text, err)
		default:
			words = append(words, &word{Word: w, outline: o})
		}
	}
	weigh(words, s.Scale, s.Top)
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

// placement is the word as it stands, on one line.
func (w *word) placement() Placed {
	return Placed{
		Text: w.Text, Count: w.Count, Size: w.size.Px(), Height: w.size, Color: w.Color, Theme: w.Theme, Title: w.Title,
		Lines: []Line{{Text: w.outline.Text, X: w.at.X, Y: w.at.Y, Outline: w.outline}},
		Box:   NewBox(w.ink(w.at)),
	}
}

// report turns placed words into a Layout.
func (s *Spec) report(engine string, placed []Placed, unplaced []Unplaced, tries []Try) *Layout {
	l := &Layout{
		Schema: "verbatim/layout/v1", Width: s.Width, Height: s.Height, Area: NewBox(s.Area),
		Engine: engine, Scale: s.Scale, Unit: s.Unit, Language: s.Language, Fonts: s.fonts(placed),
		Bound: "search", Tries: tries, Words: placed, Under9px: []string{}, Unplaced: unplaced,
	}
	for _, w := range placed {
		if l.SmallestPx == 0 || w.Size < l.SmallestPx {
			l.SmallestPx = w.Size
		}
		if w.Size < 9 {
			l.Under9px = append(l.Under9px, w.Text)
		}
	}
	return l
}

// fonts lists the fonts that the placed words use, in the order of the chain.
func (s *Spec) fonts(placed []Placed) []typeface.FontInfo {
	list := []typeface.FontInfo{}
	for _, f := range s.Chain.Fonts() {
		uses := func(l Line) bool { return slices.Contains(l.Outline.Fonts, f) }
		if slices.ContainsFunc(placed, func(w Placed) bool { return slices.ContainsFunc(w.Lines, uses) }) {
			list = append(list, f.Info())
		}
	}
	return list
}
