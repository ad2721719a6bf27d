package render

import (
	"cmp"
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

// SetKey fills the room kept for a size key: the largest, a middle and the smallest word of the cloud on one baseline,
// each with its count, all at the same part of the size that they have in the cloud:
//
//	size key, at 1/4:  transparency 21 mentions   respect 3   joy 1
func (f *Frame) SetKey(l *layout.Layout) error {
	words := keyWords(l)
	if f.key.Empty() || len(words) == 0 {
		return nil
	}
	part := typeface.Size(1)
	for part < 256 && !f.fits(words, part) {
		part++
	}
	return f.writeKey(l, words, int(part))
}

// keyWords takes, of the words that stand on one line, the one with the highest count, the one with the lowest, and
// between them the one whose count is nearest to their geometric mean; of words with one count the shortest, and then
// the first.
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
	list = slices.CompactFunc(list, func(a, b layout.Placed) bool { return a.Count == b.Count })
	if len(list) < 3 {
		return list
	}
	first, last := list[0], list[len(list)-1]
	middle := slices.MinFunc(list[1:len(list)-1], func(a, b layout.Placed) int {
		off := func(w layout.Placed) float64 {
			ratio := w.Count * w.Count / (first.Count * last.Count)
			return max(ratio, 1/ratio)
		}
		return cmp.Compare(off(a), off(b))
	})
	return []layout.Placed{first, middle, last}
}

// fits tells whether the words have room in the key at a part of their size, none wider than a third of it.
func (f *Frame) fits(words []layout.Placed, part typeface.Size) bool {
	return !slices.ContainsFunc(words, func(w layout.Placed) bool {
		size, o := w.Height/part, w.Lines[0].Outline
		return size.Ceil(o.Bounds.Y1-o.Bounds.Y0) > f.key.Dy() || size.Ceil(o.Advance) > f.key.Dx()/3
	})
}

// writeKey sets the words on one baseline from the left, each followed by its count in small type.
func (f *Frame) writeKey(l *layout.Layout, words []layout.Placed, part int) error {
	low := int32(0) // the deepest descender, so that it stays in the band
	for _, w := range words {
		low = max(low, int32((w.Height / typeface.Size(part)).Ceil(w.Lines[0].Outline.Bounds.Y1)))
	}
	pen := image.Pt(f.key.Min.X, f.key.Max.Y-int(low))
	text := "size key:"
	if part > 1 {
		text = fmt.Sprintf("size key, at 1/%d:", part)
	}
	label, err := f.fonts.Regular.Shape(text)
	if err != nil {
		return err
	}
	pen.X = f.letter(label, typeface.Px(float64(f.small)), pen, f.quiet) + f.small
	for i, w := range words {
		ink, err := ParseColor(w.Color)
		if err != nil {
			return err
		}
		note := strconv.FormatFloat(math.Round(w.Count*10)/10, 'f', -1, 64)
		if i == 0 {
			note += " " + l.Unit
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
