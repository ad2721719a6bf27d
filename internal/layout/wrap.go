package layout

import (
	"errors"
	"image"
	"slices"
	"strings"

	"verbatim/internal/typeface"
)

// pitch is the distance between the baselines of a wrapped phrase: 1.05 em, close enough to read as
// one.
const pitch = typeface.Em * 105 / 100

// xHeight is about the height of an "x" in any of the embedded fonts.
const xHeight = typeface.Em * 54 / 100

// form is a way to set a word: on one line, or a phrase on several, centred on each other. It has
// no size.
type form struct {
	lines     []*typeface.Outline
	starts    []typeface.Point     // of each line's baseline, relative to that of the first
	bounds    typeface.Box         // holds all ink
	fills     []typeface.Box       // spaces within the word that are not for others
	polylines [][][]typeface.Point // of each line, see flatten
	edges     [][]contour          // of each line: what no fill covers, for masks
}

// contour is a closed polygon.
type contour struct {
	points []typeface.Point
	sign   uint8 // 1, or -1 for one that turns the other way
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
	f.close()
	return f
}

func moved(b typeface.Box, by typeface.Point) typeface.Box {
	return typeface.Box{X0: b.X0 + by.X, Y0: b.Y0 + by.Y, X1: b.X1 + by.X, Y1: b.Y1 + by.Y}
}

// close fills what lies between the letters of a line, as high as small letters are, and between
// lines:
//
//	▒▒▒▒▒▒▒▒▒▒
//	qu▒d▒▒pr▒▒            a small word there would break the reading of the phrase
//	▒▒▒▒▒▒▒▒▒▒
//	  ▒q▒u▒o
func (f *form) close() {
	var above typeface.Box
	for i, l := range f.lines {
		first, last := l.Glyphs[0], l.Glyphs[len(l.Glyphs)-1]
		if band := (typeface.Box{X0: first.X0 + xHeight/4, Y0: -xHeight, X1: last.X1 - xHeight/4, Y1: 0}); band.X0 < band.X1 {
			f.fills = append(f.fills, moved(band, f.starts[i]))
		}
		here := moved(l.Bounds, f.starts[i])
		if i > 0 {
			f.fills = append(f.fills, typeface.Box{X0: max(above.X0, here.X0), Y0: f.starts[i-1].Y, X1: min(above.X1, here.X1), Y1: f.starts[i].Y})
		}
		above = here
	}
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
	f.polylines, f.edges = make([][][]typeface.Point, len(f.lines)), make([][]contour, len(f.lines))
	for i, l := range f.lines {
		f.polylines[i] = l.Polylines(upTo)
		f.edges[i] = make([]contour, 0, len(f.polylines[i]))
		for _, polygon := range f.polylines[i] {
			if i == 0 && f.filled(polygon) {
				continue // the holes of most small letters; later lines start at whole px, their fills do not
			}
			c := contour{polygon, 1}
			if twiceArea(polygon, unscaled) < 0 {
				c.sign = ^uint8(0)
			}
			f.edges[i] = append(f.edges[i], c)
		}
	}
}

// unscaled is the size at which points stay as they are.
const unscaled = typeface.Size(1 << 32)

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

// filled reports whether a polygon of the first line lies in one of the fills.
func (f *form) filled(polygon []typeface.Point) bool {
	box := typeface.Box{X0: polygon[0].X, Y0: polygon[0].Y, X1: polygon[0].X, Y1: polygon[0].Y}
	for _, p := range polygon {
		box = typeface.Box{X0: min(box.X0, p.X), Y0: min(box.Y0, p.Y), X1: max(box.X1, p.X), Y1: max(box.Y1, p.Y)}
	}
	return slices.ContainsFunc(f.fills, func(fill typeface.Box) bool {
		return fill.X0 <= box.X0 && fill.Y0 <= box.Y0 && fill.X1 >= box.X1 && fill.Y1 >= box.Y1
	})
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
