package layout

import (
	"cmp"
	"errors"
	"fmt"
	"image"
	"math"
	"slices"

	"verbatim/internal/typeface"
)

// word is a Word that can be drawn: shaped and weighed.
type word struct {
	Word
	outline *typeface.Outline
	weight  weight
}

// prepare is where every engine begins: it refuses what no engine can work with, and shapes the
// words. Counts of zero and below make sense: weights may add up to them.
func (s *Spec) prepare() ([]*word, []Unplaced, error) {
	s.Scale = cmp.Or(s.Scale, Sqrt)
	switch {
	case len(s.Words) == 0:
		return nil, nil, errNoWords
	case slices.ContainsFunc(s.Words, func(w Word) bool { return math.IsNaN(w.Count) || math.IsInf(w.Count, 0) }):
		return nil, nil, errors.New("a count is not a number")
	case s.Area.Empty() || !s.Area.In(image.Rect(0, 0, s.Width, s.Height)):
		return nil, nil, fmt.Errorf("a picture of %d x %d px leaves no room for words", s.Width, s.Height)
	}
	return s.shape()
}

// shape shapes and weighs the words. Those that cannot be drawn at any size come back as unplaced.
func (s *Spec) shape() ([]*word, []Unplaced, error) {
	var words []*word
	unplaced := []Unplaced{}
	for _, w := range s.Words {
		if w.Count <= 0 {
			w.Undrawn = "its count is not above 0"
		}
		if w.Undrawn != "" {
			unplaced = append(unplaced, Unplaced{Text: w.Text, Count: w.Count, Reason: w.Undrawn})
			continue
		}
		o, err := s.Chain.Shape(w.Text)
		_, missing := errors.AsType[*typeface.MissingGlyphError](err)
		switch {
		case missing, errors.Is(err, typeface.ErrNoInk):
			unplaced = append(unplaced, Unplaced{w.Text, w.Count, err.Error(), missing})
		case err != nil:
			return nil, nil, fmt.Errorf("shape %q: %w", w.Text, err)
		default:
			words = append(words, &word{Word: w, outline: o})
		}
	}
	weigh(words, s.Scale)
	return words, unplaced, nil
}

// weigh sets the weights of the words from their counts; the largest has the weight 1.
func weigh(words []*word, scale Scale) {
	var top, most float64
	for _, w := range words {
		top = max(top, w.Count)
	}
	heights := make([]float64, len(words))
	for i, w := range words {
		heights[i] = scale.Height(w.Count, top)
		if scale == Area {
			b := w.outline.Bounds
			heights[i] /= math.Sqrt(float64(int64(b.X1-b.X0) * int64(b.Y1-b.Y0)))
		}
		most = max(most, heights[i])
	}
	for i, w := range words {
		// A word of a millionth of the largest has a height too.
		w.weight = max(1, weight(math.Round(heights[i]/most*float64(fullWeight))))
	}
}

// standing is the word as it stands.
func (w *word) standing(size typeface.Size, ink image.Rectangle, lines []Line) Placed {
	return Placed{
		Text: w.Text, Count: w.Count, Size: size.Px(), Height: size, Color: w.Color, Theme: w.Theme, Title: w.Title,
		Box: NewBox(ink), Lines: lines,
	}
}

// faint names the word as too small for ink.
func (w *word) faint(size typeface.Size) Unplaced {
	return Unplaced{Text: w.Text, Count: w.Count, Reason: fmt.Sprintf("at %.2g px it is too small to leave ink", size.Px())}
}

// homeless names the word as one without a place.
func (w *word) homeless(size typeface.Size) Unplaced {
	return Unplaced{Text: w.Text, Count: w.Count, Reason: fmt.Sprintf("no free place for it at %.1f px", size.Px())}
}

// report turns placed words into a Layout.
func (s *Spec) report(engine string, placed []Placed, unplaced []Unplaced, tries []Try) *Layout {
	l := &Layout{
		Schema: "verbatim/layout/v1", Width: s.Width, Height: s.Height, Area: NewBox(s.Area),
		Engine: engine, Scale: s.Scale, Unit: s.Unit, LeftOut: s.LeftOut, Language: s.Language, Fonts: s.fonts(placed),
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
func (s *Spec) fonts(placed []Placed) []*typeface.Font {
	list := []*typeface.Font{}
	for _, f := range s.Chain.Fonts() {
		uses := func(l Line) bool { return slices.Contains(l.Outline.Fonts, f) }
		if slices.ContainsFunc(placed, func(w Placed) bool { return slices.ContainsFunc(w.Lines, uses) }) {
			list = append(list, f)
		}
	}
	return list
}
