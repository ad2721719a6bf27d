package layout

import (
	"errors"
	"image"
	"strings"

	"verbatim/internal/typeface"
)

// pitch is the distance between the baselines of a wrapped phrase: 0.95 em, close enough to read as
// one.
const pitch = typeface.Em * 95 / 100

// form is a way to set a word: on one line, or a phrase on several, centred on each other. It has
// no size.
type form struct {
	lines     []*typeface.Outline
	starts    []typeface.Point     // of each line's baseline, relative to that of the first
	bounds    typeface.Box         // holds all ink
	polylines [][][]typeface.Point // of each line, see flatten
}

// newForm sets lines under each other.
func newForm(lines []*typeface.Outline) *form {
	f := &form{lines: lines}
	middle := (lines[0].Bounds.X0 + lines[0].Bounds.X1) / 2
	for i, l := range lines {
		at := typeface.Point{X: middle - (l.Bounds.X0+l.Bounds.X1)/2, Y: int32(i) * pitch}
		f.starts = append(f.starts, at)
		f.bounds = f.bounds.Union(moved(l.Bounds, at))
	}
	return f
}

func moved(b typeface.Box, by typeface.Point) typeface.Box {
	return typeface.Box{X0: b.X0 + by.X, Y0: b.Y0 + by.Y, X1: b.X1 + by.X, Y1: b.Y1 + by.Y}
}

// text is the word as shaped, its lines joined.
func (f *form) text() string {
	var lines []string
	for _, l := range f.lines {
		lines = append(lines, l.Text)
	}
	return strings.Join(lines, " ")
}

// flatten makes the polylines, fine enough for sizes up to the given one.
func (f *form) flatten(upTo typeface.Size) {
	f.polylines = make([][][]typeface.Point, len(f.lines))
	for i, l := range f.lines {
		f.polylines[i] = l.Polylines(upTo)
	}
}

// twiceArea is the shoelace formula, in 1/256² px²: holes turn the other way and take away.
func twiceArea(polygon []typeface.Point, size typeface.Size) (sum int64) {
	last := polygon[len(polygon)-1]
	x0, y0 := size.Coord(last.X), size.Coord(last.Y)
	for _, p := range polygon {
		x1, y1 := size.Coord(p.X), size.Coord(p.Y)
		sum += x0*y1 - x1*y0
		x0, y0 = x1, y1
	}
	return sum
}

// wrapped sets a phrase on n lines, broken at spaces so that the longest line is as short as can
// be. It returns nil where that cannot be: too few words, or a line without ink.
func wrapped(chain *typeface.Chain, text string, n int) (*form, error) {
	words := strings.Fields(text)
	if n > len(words) {
		return nil, nil
	}
	var lines []*typeface.Outline
	for _, line := range breaks(words, n) {
		o, err := chain.ShapeLine(line, text)
		switch {
		case errors.Is(err, typeface.ErrNoInk):
			return nil, nil
		case err != nil:
			return nil, err
		}
		lines = append(lines, o)
	}
	return newForm(lines), nil
}

// breaks cuts words into n lines of about equal length, in runes: the shortest length is taken into
// which they fit.
func breaks(words []string, n int) []string {
	total := 0
	for _, w := range words {
		total += len([]rune(w)) + 1
	}
	for limit := total / n; ; limit++ {
		if lines := broken(words, limit); len(lines) <= n {
			return lines
		}
	}
}

// broken fills lines up to a length.
func broken(words []string, limit int) (lines []string) {
	room := 0
	for _, w := range words {
		length := len([]rune(w))
		if len(lines) > 0 && length+1 <= room {
			lines[len(lines)-1] += " " + w
			room -= length + 1
			continue
		}
		lines, room = append(lines, w), limit-length
	}
	return lines
}

// setting is a form at a size: what is drawn into a mask.
type setting struct {
	form    *form
	size    typeface.Size
	upright bool // reads upwards
}

// start is where the baseline of a line starts, in whole px relative to the first line's.
func (s *setting) start(line int) image.Point {
	at := s.form.starts[line]
	x, y := (s.size.Coord(at.X)+128)>>8, (s.size.Coord(at.Y)+128)>>8
	x, y = turned(x, y, s.upright)
	return image.Pt(int(x), int(y))
}

// boxes are the pixels that the lines of the word may touch, relative to the start of the first baseline, and what lies
// between two lines.
func (s *setting) boxes() (list []image.Rectangle) {
	var above image.Rectangle
	for i, l := range s.form.lines {
		box := s.size.Pixels(l.Bounds, s.upright).Add(s.start(i))
		if i > 0 {
			list = append(list, image.Rect(max(above.Min.X, box.Min.X), above.Min.Y, min(above.Max.X, box.Max.X), box.Max.Y))
		}
		list, above = append(list, box), box
	}
	return list
}

// ink returns the pixels that the word may touch, relative to the start of its baseline.
func (s *setting) ink() (all image.Rectangle) {
	for i, l := range s.form.lines {
		all = all.Union(s.size.Pixels(l.Bounds, s.upright).Add(s.start(i)))
	}
	return all
}

// inCells turns a rectangle of px into the cells that it touches.
func inCells(r image.Rectangle, shift uint) image.Rectangle {
	g := shift - 8
	return image.Rect(r.Min.X>>g, r.Min.Y>>g, (r.Max.X-1)>>g+1, (r.Max.Y-1)>>g+1)
}

// turned turns a point of a word that stands upright: it reads upwards.
func turned(x, y int64, upright bool) (int64, int64) {
	if upright {
		return y, -x
	}
	return x, y
}
