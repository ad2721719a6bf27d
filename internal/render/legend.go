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

	"verbatim/internal/layout"
	"verbatim/internal/typeface"
)

// setLegend sets a row of coloured squares, each with its meaning beside it, below the title; where they need more room,
// more rows.
//
//	■ Trust    ■ Working together    ■ other words
func (f *Frame) setLegend(entries []Entry) error {
	if len(entries) == 0 {
		return nil
	}
	px, left, top := f.small, f.Area.Min.X, f.Area.Min.Y
	for _, e := range entries {
		label := block{class: "legend", chain: f.fonts.Regular, px: px, ink: f.loud}
		words, err := label.words(e.Name, f.Area.Dx()-2*px)
		if err != nil {
			return err
		}
		if len(words) == 0 {
			continue
		}
		name, _, err := label.fill(words, e.Name, f.Area.Dx()-2*px)
		if err != nil {
			return err
		}
		width := px*3/2 + label.width(name)
		if left > f.Area.Min.X && left+width > f.Area.Max.X {
			left, top = f.Area.Min.X, top+label.pitch()
		}
		square := image.Rect(left, top, left+px*3/4, top+px*3/4)
		f.marks = append(f.marks, mark{ink: e.Ink, class: "legend", boxes: []image.Rectangle{{Min: square.Min.Mul(one), Max: square.Max.Mul(one)}}})
		label.lines = []*typeface.Outline{name}
		f.set(label, image.Pt(left+px*5/4, top))
		left += width + px*3/2
	}
	f.Area.Min.Y = top + px*2
	return nil
}

// ErrNoKey is returned where no word has room in the size key at a size that can be read.
var ErrNoKey = errors.New("no word has room in the size key at a size that can be read")

// SetKey fills the room kept for a size key: three words of the cloud on one baseline, each with its count, all at the
// same part of the size that they have in the cloud:
//
//	size key, at 1/4:  transparency 21 mentions   people 6   respect 3
//
// They are the largest word, the smallest that can still be read at that part, and one between them. Where the largest
// towers over all others, so that these could not be read beside it, the key begins with the next; where there are no
// three such words, it has two or one.
func (f *Frame) SetKey(l *layout.Layout) error {
	if f.key.Empty() {
		return nil
	}
	words := keyWords(l)
	for n := min(3, len(words)); n > 0; n-- {
		for first := range words[n-1:] {
			row, err := f.largestKey(l, words[first:], n)
			if err != nil || row != nil {
				f.marks = append(f.marks, row...)
				return err
			}
		}
	}
	return ErrNoKey
}

// keyWords takes the words that stand on one line, for each count the shortest, and of these the first; the highest
// count comes first.
func keyWords(l *layout.Layout) []layout.Placed {
	var list []layout.Placed
	for _, w := range l.Words {
		if len(w.Lines) == 1 && w.Lines[0].Outline != nil {
			list = append(list, w)
		}
	}
	slices.SortStableFunc(list, func(a, b layout.Placed) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(utf8.RuneCountInString(a.Text), utf8.RuneCountInString(b.Text)))
	})
	return slices.CompactFunc(list, func(a, b layout.Placed) bool { return a.Count == b.Count })
}

// largestKey sets n of the words, the first among them, at the largest part of their size at which they have room; nil
// if fewer can be read then.
func (f *Frame) largestKey(l *layout.Layout, words []layout.Placed, n int) ([]mark, error) {
	// What a slide needs is 12 px; in a larger picture, two thirds of the caption's letters.
	least := typeface.Px(max(12, float64(f.small)*2/3))
	for part := typeface.Size(1); ; part++ {
		end := slices.IndexFunc(words, func(w layout.Placed) bool { return w.Height/part < least })
		if end < 0 {
			end = len(words)
		}
		if end < n {
			return nil, nil
		}
		if o := words[0].Lines[0].Outline; (words[0].Height / part).Ceil(o.Bounds.Y1-o.Bounds.Y0) > f.key.Dy() {
			continue // at a glance
		}
		row, err := f.keyRow(l, spread(words[:end], n), int(part))
		if err != nil || row != nil {
			return row, err
		}
	}
}

// spread takes n of the words, at most three: the first, the last, and between them the one whose count is nearest to
// their geometric mean.
func spread(words []layout.Placed, n int) []layout.Placed {
	first, last := words[0], words[len(words)-1]
	if n < 3 {
		return []layout.Placed{first, last}[:n]
	}
	middle := slices.MinFunc(words[1:len(words)-1], func(a, b layout.Placed) int {
		off := func(w layout.Placed) float64 {
			ratio := w.Count * w.Count / (first.Count * last.Count)
			return max(ratio, 1/ratio)
		}
		return cmp.Compare(off(a), off(b))
	})
	return []layout.Placed{first, middle, last}
}

// keyRow sets words on one baseline from the left, each followed by its count in small type; nil if there is no room.
func (f *Frame) keyRow(l *layout.Layout, words []layout.Placed, part int) ([]mark, error) {
	r := keyRow{pen: f.key.Min.X}
	text := "size key:"
	if part > 1 {
		text = fmt.Sprintf("size key, at 1/%d:", part)
	}
	small := typeface.Px(float64(f.small))
	label, err := f.fonts.Regular.Shape(text)
	if err != nil {
		return nil, err
	}
	r.set(label, small, f.quiet, f.small)
	for i, w := range words {
		note := strconv.FormatFloat(math.Round(w.Count*10)/10, 'f', -1, 64)
		if i == 0 {
			note += " " + l.Unit
		}
		count, err := f.fonts.Regular.Shape(note)
		if err != nil {
			return nil, err
		}
		ink, err := ParseColor(w.Color)
		if err != nil {
			return nil, err
		}
		size := w.Height / typeface.Size(part)
		if !legibleInk(ink, f.ground, size.Px()) {
			ink = f.loud
		}
		r.set(w.Lines[0].Outline, size, ink, f.small/2)
		r.set(count, small, f.quiet, f.small*5/2)
	}
	if r.ink.Dx() > f.key.Dx() || r.ink.Dy() > f.key.Dy() {
		return nil, nil
	}
	for i := range r.marks {
		r.marks[i].lines[0].at.Y = f.key.Max.Y - r.ink.Max.Y // so that the deepest descender stays in the band
	}
	return r.marks, nil
}

// keyRow is texts on the baseline y = 0, from left to right.
type keyRow struct {
	marks []mark
	ink   image.Rectangle
	pen   int
}

// set sets a text with its ink starting at the pen, and a space behind it.
func (r *keyRow) set(o *typeface.Outline, size typeface.Size, ink color.NRGBA, space int) {
	at := image.Pt(r.pen-size.Floor(o.Bounds.X0), 0)
	m := mark{ink: ink, class: "key", lines: []line{{outline: o, size: size, at: at}}}
	r.marks, r.ink = append(r.marks, m), r.ink.Union(m.bounds())
	r.pen = at.X + size.Ceil(o.Bounds.X1) + space
}
