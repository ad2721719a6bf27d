package render

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"slices"

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
		name, _, err := label.fill(words, f.Area.Dx()-2*px)
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

// SetKey fills the room kept for a size key: up to three words of the cloud on one baseline, each with its count, at the
// very size that they have in the cloud:
//
//	transparency 21   respect 3   joy 1 mentions
//
// It takes the largest, a middle and the smallest of those whose size leaves room for all. Where not even two do, all
// are drawn at a fraction of their size, and the key says so.
func (f *Frame) SetKey(l *layout.Layout) error {
	if f.key.Empty() || len(l.Words) == 0 {
		return nil
	}
	enough := 1
	if slices.ContainsFunc(l.Words, func(w layout.Placed) bool { return w.Count != l.Words[0].Count }) {
		enough = 2
	}
	part := 1
	words := f.fitting(l, part)
	for len(words) < enough && part < 64 {
		part++
		words = f.fitting(l, part)
	}
	return f.writeKey(l, threeOf(words), part)
}

// fitting lists the words that can stand in the key at a part of their size, the most frequent first, one of each
// count.
func (f *Frame) fitting(l *layout.Layout, part int) (list []layout.Placed) {
	for _, w := range l.Words {
		if len(w.Lines) != 1 || w.Lines[0].Outline == nil {
			continue
		}
		size, b := w.Height/typeface.Size(part), w.Lines[0].Outline.Bounds
		tall, wide := size.Ceil(b.Y1-b.Y0), size.Ceil(w.Lines[0].Outline.Advance)
		same := slices.ContainsFunc(list, func(o layout.Placed) bool { return o.Count == w.Count })
		if !same && tall <= f.key.Dy() && wide <= f.key.Dx()/4 {
			list = append(list, w)
		}
	}
	slices.SortStableFunc(list, func(a, b layout.Placed) int { return cmp.Compare(b.Count, a.Count) })
	return list
}

// threeOf takes the first, the last, and of those between the one whose count is nearest to their geometric mean.
func threeOf(words []layout.Placed) []layout.Placed {
	if len(words) < 3 {
		return words
	}
	first, last := words[0], words[len(words)-1]
	middle := slices.MinFunc(words[1:len(words)-1], func(a, b layout.Placed) int {
		off := func(w layout.Placed) float64 {
			ratio := w.Count * w.Count / (first.Count * last.Count)
			return max(ratio, 1/ratio)
		}
		return cmp.Compare(off(a), off(b))
	})
	return []layout.Placed{first, middle, last}
}

// writeKey sets the words on one baseline from the left, each followed by its count in small type.
func (f *Frame) writeKey(l *layout.Layout, words []layout.Placed, part int) error {
	low := int32(0) // the deepest descender, so that it stays in the band
	for _, w := range words {
		low = max(low, int32((w.Height / typeface.Size(part)).Ceil(w.Lines[0].Outline.Bounds.Y1)))
	}
	pen := image.Pt(f.key.Min.X, f.key.Max.Y-int(low))
	label, err := f.fonts.Regular.Shape("size key:")
	if err != nil {
		return err
	}
	pen.X = f.letter(label, typeface.Px(float64(f.small)), pen, f.quiet) + f.small
	for i, w := range words {
		ink, err := ParseColor(w.Color)
		if err != nil {
			return err
		}
		note := fmt.Sprintf("%g", w.Count)
		if i == 0 {
			note += " " + l.Unit
		}
		if i == len(words)-1 && part > 1 {
			note += fmt.Sprintf(" (at 1/%d of the size)", part)
		}
		size := w.Height / typeface.Size(part)
		pen.X = f.letter(w.Lines[0].Outline, size, pen, ink) + f.small/2
		count, err := f.fonts.Regular.Shape(note)
		if err != nil {
			return err
		}
		pen.X = f.letter(count, typeface.Px(float64(f.small)), pen, f.quiet) + f.small*5/2
	}
	return nil
}

// letter sets a text with its ink starting at the pen, and returns where it ends.
func (f *Frame) letter(o *typeface.Outline, size typeface.Size, pen image.Point, ink color.NRGBA) int {
	at := pen.Sub(image.Pt(size.Floor(o.Bounds.X0), 0))
	f.marks = append(f.marks, mark{ink: ink, class: "key", lines: []line{{outline: o, size: size, at: at}}})
	return at.X + size.Ceil(o.Bounds.X1)
}
