package render

import (
	"cmp"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"verbatim/internal/chart"
	"verbatim/internal/layout"
	"verbatim/internal/typeface"
)

// The size key shows how large a word is for a count: some words of the cloud on one baseline, each
// with its count, all at the same fraction of the size that they have in the cloud. The fraction is
// 1/n, which is easier to picture than 37 %.
//
//	size key, at 1/4:  transparency 19 people   people 6   respect 3
//
// The search prefers, in this order: three words to two and two to one (SetKey); a first word of a
// high count (SetKey); a large fraction (largestKey). With the first word given, the last is the
// smallest that can be read at the fraction, and the one between them has the count nearest to
// their geometric mean (spread).

// ErrNoKey is returned where no word fits into the size key at a size that can be read.
var ErrNoKey = errors.New("no word fits into the size key at a size that can be read")

// maxKeyWords is the number of words in a size key.
const maxKeyWords = 3

// SetKey fills the room reserved for a size key; without such room it does nothing. Where the
// largest word is so much larger than all others that these could not be read beside it, the key
// begins with the next. Unit stands after the first count. The error is ErrNoKey.
func (f *Frame) SetKey(l *layout.Layout, unit string) error {
	if f.key.Empty() {
		return nil
	}
	words := keyWords(l)
	for n := min(maxKeyWords, len(words)); n > 0; n-- {
		for first := range words[n-1:] {
			if row := f.largestKey(unit, words[first:], n); row != nil {
				f.marks = append(f.marks, row...)
				return nil
			}
		}
	}
	return ErrNoKey
}

// keyWords returns the words that stand on one line, by falling count. Of words with equal counts
// it returns the shortest, and of these the first.
func keyWords(l *layout.Layout) []layout.Placed {
	list := slices.DeleteFunc(slices.Clone(l.Words), func(w layout.Placed) bool { return len(w.Lines) != 1 || w.Lines[0].Outline == nil })
	slices.SortStableFunc(list, func(a, b layout.Placed) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(utf8.RuneCountInString(a.Text), utf8.RuneCountInString(b.Text)))
	})
	return slices.CompactFunc(list, func(a, b layout.Placed) bool { return a.Count == b.Count })
}

// largestKey sets n of the words, the first one among them, at the largest fraction 1, 1/2, 1/3 …
// at which they have room; nil if fewer than n can be read at that fraction.
func (f *Frame) largestKey(unit string, words []layout.Placed, n int) []mark {
	// Text on a slide needs 12 px; in a larger picture, two thirds of the note's font height.
	least := typeface.Px(max(12, float64(f.Type.Note)*2/3))
	for divisor := typeface.Size(1); ; divisor++ {
		readable := slices.IndexFunc(words, func(w layout.Placed) bool { return w.Height/divisor < least })
		if readable < 0 {
			readable = len(words)
		}
		if readable < n {
			return nil
		}
		// A word that is too high needs no attempt.
		if o := words[0].Lines[0].Outline; (words[0].Height / divisor).Ceil(o.Bounds.Y1-o.Bounds.Y0) > f.key.Dy() {
			continue
		}
		if row := f.keyRow(unit, spread(words[:readable], n), int(divisor)); row != nil {
			return row
		}
	}
}

// spread returns n of the words, at most three: the first, the last, and between them the one whose
// count is nearest to their geometric mean.
func spread(words []layout.Placed, n int) []layout.Placed {
	first, last := words[0], words[len(words)-1]
	if n < 3 {
		return []layout.Placed{first, last}[:n]
	}
	// The distance is a ratio, because sizes are compared by ratios.
	middle := slices.MinFunc(words[1:len(words)-1], func(a, b layout.Placed) int {
		off := func(w layout.Placed) float64 {
			ratio := w.Count * w.Count / (first.Count * last.Count)
			return max(ratio, 1/ratio)
		}
		return cmp.Compare(off(a), off(b))
	})
	return []layout.Placed{first, middle, last}
}

// keyRow sets words on one baseline from the left, each followed by its count in small type; nil if
// there is no room.
func (f *Frame) keyRow(unit string, words []layout.Placed, divisor int) []mark {
	r := keyRow{pen: f.key.Min.X} // on the baseline 0, moved down at the end
	text := "size key:"
	if divisor > 1 {
		text = fmt.Sprintf("size key, at 1/%d:", divisor)
	}
	small := typeface.Px(float64(f.Type.Note))
	label, _ := f.fonts.Regular.Shown(text)
	r.add(label, small, f.Inks.Note, f.Type.Note)
	for i, w := range words {
		// The unit stands once, after the first count. A weighted count has at most one decimal.
		note := strconv.FormatFloat(math.Round(w.Count*10)/10, 'f', -1, 64)
		if i == 0 {
			note += " " + unit
		}
		count, _ := f.fonts.Regular.Shown(note)
		ink, _ := ParseColor(w.Color) // Draw refuses what is no colour
		size := w.Height / typeface.Size(divisor)
		if !legible(ink, f.Inks.ground, size.Px()) { // it may be legible at the size of the cloud only
			ink = f.Inks.Title
		}
		r.add(w.Lines[0].Outline, size, ink, f.Type.Note/2)
		r.add(count, small, f.Inks.Note, f.Type.Note*5/2)
	}
	if r.bounds.Dx() > f.key.Dx() || r.bounds.Dy() > f.key.Dy() {
		return nil
	}
	for i := range r.marks {
		r.marks[i].Lines[0].Origin.Y = f.key.Max.Y - r.bounds.Max.Y // the deepest descender ends at the bottom
	}
	return r.marks
}

// keyRow is a row of texts on the baseline y = 0.
type keyRow struct {
	marks  []mark
	bounds image.Rectangle // of all ink, px
	pen    int             // where the next text starts, px
}

// add sets a text with its ink starting at the pen, and moves the pen behind it and a gap in px.
func (r *keyRow) add(o *typeface.Outline, size typeface.Size, ink color.NRGBA, gap int) {
	origin := image.Pt(r.pen-size.Floor(o.Bounds.X0), 0)
	m := mark{Shape: chart.Shape{Ink: ink, Class: "key", Lines: []chart.Line{{Outline: o, Size: size, Origin: origin}}}}
	r.marks, r.bounds = append(r.marks, m), r.bounds.Union(m.bounds())
	r.pen = origin.X + size.Ceil(o.Bounds.X1) + gap
}
