package render

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"io"
	"strconv"
	"strings"

	"verbatim/internal/chart"
	"verbatim/internal/typeface"
)

// PDF writes the drawing as a PDF file of one page, as large as the PNG is in print. It has the same
// outlines as the pixels and the SVG, in vectors, and no fonts that draw: so it looks the same
// everywhere. Over each line of text lies the same text in an empty font, which nobody sees, so that
// the picture can be searched and its words copied. The page is one figure with Picture.Alt as its
// description, for screen readers:
//
//	/Figure <</MCID 0>> BDC                          what Alt describes
//	  .73 .22 .05 rg  q .06 0 0 .06 312 480 cm       ink, size, origin of a line
//	    q 1 0 0 1 0 0 cm /G1 Do Q  …                 its letters; one that is used once is drawn in place
//	  Q
//	  BT 3 Tr /T0 128 Tf 91 Tz 1 0 0 -1 312 480 Tm (…) Tj ET
//	EMC
//
// Nothing in the file says when or where it was made. The error is w's.
func (d *Drawing) PDF(w io.Writer) error {
	list, err := d.picture.marks()
	if err != nil {
		return err
	}
	p := pdf{glyphs: map[*typeface.Glyph]int{}, codes: map[rune]int{}}
	p.draw(&d.picture, list)
	if _, err := w.Write(p.finish(&d.picture)); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

// The objects that are always there, by number. Glyphs and fonts follow.
const (
	pdfCatalog = iota + 1
	pdfPages
	pdfPage
	pdfContent
	pdfInfo
	pdfStructure
	pdfFigure
	pdfBlank // the one letter of the empty fonts
	pdfFirst // of those that follow
)

// pdf is a file while it is written.
type pdf struct {
	content strings.Builder
	glyphs  map[*typeface.Glyph]int // numbers of the shared glyphs, from 0; never iterated
	shapes  []string                // of the shared glyphs
	codes   map[rune]int            // of the characters of the empty fonts, from 0; never iterated
	runes   []rune                  // by code
	ink     color.NRGBA
}

// print appends to the content of the page.
func (p *pdf) print(format string, args ...any) { fmt.Fprintf(&p.content, format, args...) }

// draw makes the content of the page. Its unit is a pixel, and y runs down, as in the picture.
func (p *pdf) draw(picture *Picture, list []mark) {
	b, scale := picture.bounds(), pointsPerPx(picture)
	p.print("/Figure <</MCID 0>> BDC\n%s 0 0 %s 0 %s cm\n", fixed(scale), fixed(-scale), fixed(scale*float64(b.Dy())))
	if picture.Background.A != 0 {
		p.dip(picture.Background)
		p.print("0 0 %d %d re f\n", b.Dx(), b.Dy())
	}
	uses := map[*typeface.Glyph]int{}
	for _, m := range list {
		for _, l := range m.Lines {
			for _, letter := range l.Outline.Letters {
				if uses[letter.Glyph]++; uses[letter.Glyph] == 2 {
					p.glyphs[letter.Glyph] = len(p.shapes)
					p.shapes = append(p.shapes, pdfPath(letter.Glyph, typeface.Point{})+"f")
				}
			}
		}
	}
	for i := range list {
		m := &list[i]
		p.dip(m.Ink)
		for _, b := range m.Boxes {
			p.print("%s %s %s %s re f\n", decimal(b.Min.X, subpixels), decimal(b.Min.Y, subpixels), decimal(b.Dx(), subpixels), decimal(b.Dy(), subpixels))
		}
		p.polygons(m.Contours)
		for _, l := range m.Lines {
			p.line(&l)
		}
	}
	p.print("EMC\n")
}

// polygons draws closed polygons, all at once, so that one can be a hole of another.
func (p *pdf) polygons(contours [][]image.Point) {
	for _, contour := range contours {
		for i, c := range contour {
			p.print("%s %s %s\n", decimal(c.X, subpixels), decimal(c.Y, subpixels), [...]string{"m", "l"}[min(i, 1)])
		}
		p.print("h\n")
	}
	if len(contours) > 0 {
		p.print("f\n")
	}
}

// pointsPerPx is how many points, of which 72 are an inch, a pixel of a picture has.
func pointsPerPx(p *Picture) float64 { return 72 / float64(cmp.Or(p.DPI, 96)) }

// dip sets the ink of what follows.
func (p *pdf) dip(ink color.NRGBA) {
	if ink.A = 255; ink != p.ink {
		p.ink = ink
		p.print("%s %s %s rg\n", fixed(float64(ink.R)/255), fixed(float64(ink.G)/255), fixed(float64(ink.B)/255))
	}
}

// line draws the letters of a line, and writes its text over them.
func (p *pdf) line(l *chart.Line) {
	scale := fixed(l.Size.Px() / unitsPerEm)
	along, across := scale+" 0", "0 "+scale
	if l.Upright {
		along, across = "0 -"+scale, scale+" 0"
	}
	p.print("q %s %s %d %d cm\n", along, across, l.Origin.X, l.Origin.Y)
	for _, letter := range l.Outline.Letters {
		if at, shared := p.glyphs[letter.Glyph]; shared {
			p.print("q 1 0 0 1 %s %s cm /G%d Do Q\n", unit(letter.Origin.X), unit(letter.Origin.Y), at)
		} else {
			p.print("%sf\n", pdfPath(letter.Glyph, letter.Origin))
		}
	}
	p.print("Q\n")
	p.text(l)
}

// text writes the text of a line in the empty fonts, stretched to the length of the line, in the order
// in which it is seen: programs that read it know which scripts run from right to left.
func (p *pdf) text(l *chart.Line) {
	letters := typeface.InSight(l.Outline.Text)
	size := l.Size.Px()
	length := size * float64(l.Outline.Advance) / typeface.Em
	if len(letters) == 0 || length <= 0 {
		return
	}
	matrix := "1 0 0 -1"
	if l.Upright {
		matrix = "0 -1 -1 0"
	}
	p.print("BT 3 Tr %s Tz %s %d %d Tm\n", fixed(100*length/(size*pdfWidth*float64(len(letters)))), matrix, l.Origin.X, l.Origin.Y)
	font, codes := -1, ""
	flush := func() {
		if codes != "" {
			p.print("/T%d %s Tf <%s> Tj\n", font, fixed(size), codes)
		}
		codes = ""
	}
	for _, r := range letters {
		code, known := p.codes[r]
		if !known {
			code = len(p.runes)
			p.codes[r], p.runes = code, append(p.runes, r)
		}
		if code/256 != font {
			flush()
			font = code / 256
		}
		codes += fmt.Sprintf("%02X", code%256)
	}
	flush()
	p.print("ET\n")
}

// pdfWidth is the advance of each letter of the empty fonts, in em.
const pdfWidth = 0.5

// pdfPath is the shape of a glyph in 1/2048 em, moved to an origin. PDF knows lines and cubic curves; a
// parabola is the cubic curve with control points two thirds of the way to its own.
func pdfPath(g *typeface.Glyph, origin typeface.Point) string {
	var b strings.Builder
	pen := typeface.Point{}
	point := func(pt typeface.Point) { b.WriteString(unit(pt.X+origin.X) + " " + unit(pt.Y+origin.Y) + " ") }
	third := func(a, b typeface.Point) typeface.Point {
		return typeface.Point{X: (a.X + 2*b.X) / 3, Y: (a.Y + 2*b.Y) / 3}
	}
	for _, step := range g.Steps {
		points := step.Points()
		end := points[len(points)-1]
		switch {
		case step.Start:
			if b.Len() > 0 {
				b.WriteString("h ")
			}
			point(end)
			b.WriteString("m ")
		case len(points) == 1:
			point(end)
			b.WriteString("l ")
		default:
			first, second := points[0], points[len(points)-2]
			if len(points) == 2 {
				first, second = third(pen, first), third(end, first)
			}
			point(first)
			point(second)
			point(end)
			b.WriteString("c ")
		}
		pen = end
	}
	b.WriteString("h ")
	return b.String()
}

// fixed writes a number as PDF knows it: without an exponent.
func fixed(v float64) string { return trimmed(strconv.FormatFloat(v, 'f', 6, 64)) }
