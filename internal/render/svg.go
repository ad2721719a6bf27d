package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"io"
	"strconv"
	"strings"

	"verbatim/internal/chart"
	"verbatim/internal/typeface"
)

// SVG writes the drawing as an SVG file. It has the same outlines as the pixels, and no fonts,
// scripts, styles or external references, so it looks the same everywhere and can be part of a
// page. Each word is a group that a page can style by its class and find by its data-term; its
// title is a tooltip:
//
//	<g class="word ink-1" data-term="trust" fill="#14233f"><title>trust: 13 mentions, …</title>
//	  <g transform="translate(312 480) scale(.0625)"><use href="#trust-g3"/><use href="#trust-g7" x="682"/>…
//
// Consecutive marks of one thing, such as a bar with its label and its values, form one group with
// one title:
//
//	<g class="row"><title>trust: 13 mentions, …</title>
//	  <g class="label ink-1" data-term="trust" …
//
// Letters that appear more than once are defined once, in 1/2048 em. The file is valid XML whatever
// the answers contain. The error is w's.
func (d *Drawing) SVG(w io.Writer) error { return d.write(w, nil) }

// SVGIn writes the drawing as a part of a page, which defines all letters of its pictures once. The error is
// w's.
func (d *Drawing) SVGIn(w io.Writer, page *Letters) error { return d.write(w, page) }

// write writes the drawing; its letters are in the page if there is one.
func (d *Drawing) write(w io.Writer, page *Letters) error {
	list, err := d.picture.marks() // again, since a page crops its layout after it is drawn
	if err != nil {
		return err
	}
	s := svg{prefix: d.picture.ID, words: d.otherLanguage(), names: map[*typeface.Glyph]int{}, page: page}
	s.begin(&d.picture)
	if page == nil {
		s.define(list)
	}
	if b := d.picture.bounds(); d.picture.Background.A != 0 { // else it is transparent
		s.print("<rect class=\"background\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", b.Dx(), b.Dy(), Hex(d.picture.Background))
	}
	inks := map[string]int{} // number of each colour, by first use: the class "ink-1" is the first
	for i := range list {
		m := &list[i]
		ink := Hex(m.Ink)
		if _, known := inks[ink]; !known {
			inks[ink] = len(inks)
		}
		// A row of one mark needs no group.
		first, last := i == 0 || !sameRow(&list[i-1], m), i+1 == len(list) || !sameRow(m, &list[i+1])
		if first && !last {
			s.print("<g class=\"row\"><title>%s</title>\n", escaped(m.Title))
		}
		s.mark(m, inks[ink], first && last)
		if last && !first {
			s.print("</g>\n")
		}
	}
	s.print("</svg>\n")
	if _, err := s.b.WriteTo(w); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

// otherLanguage is the language of words, where it is not that of all other text.
func (d *Drawing) otherLanguage() string {
	if d.picture.Words == d.picture.Language {
		return ""
	}
	return d.picture.Words
}

// svg is a file while it is written.
type svg struct {
	b      bytes.Buffer
	words  string                  // the language of words, where it is not that of all other text
	prefix string                  // of all ids, so that two pictures can be part of one page
	names  map[*typeface.Glyph]int // numbers of the shared glyphs; never iterated, since map order is random
	page   *Letters                // has the letters of all pictures of a page; nil: the file has its own
}

// lang states a language, if it is known.
func (s *svg) lang(code string) {
	if code != "" {
		s.print(` xml:lang="%s"`, escaped(code))
	}
}

// print appends to the file.
func (s *svg) print(format string, args ...any) { fmt.Fprintf(&s.b, format, args...) }

// begin opens the file. The first line of Picture.Alt becomes the title, the rest the description.
func (s *svg) begin(p *Picture) {
	title, more, _ := strings.Cut(p.Alt, "\n")
	// Screen readers read the title and the description, since letters are only outlines.
	w, h := p.bounds().Dx(), p.bounds().Dy()
	s.print(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img"`, w, h, w, h)
	s.lang(p.Language)
	if p.Alt == "" {
		s.print(">\n")
		return
	}
	s.print(` aria-labelledby="%stitle" aria-describedby="%sdesc">`, s.prefix, s.prefix)
	s.print("\n<title id=\"%stitle\">%s</title>\n<desc id=\"%sdesc\">%s</desc>\n", s.prefix, escaped(title), s.prefix, escaped(more))
}

// escaped returns text from answers as XML: markup is escaped, and characters that XML does not
// allow become U+FFFD.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder never fails
	return b.String()
}

// define writes the letters that are used more than once, in the order of their second use.
//
// A cloud draws each letter of its fonts many times. Defining them once makes the file smaller.
func (s *svg) define(list []mark) {
	uses := map[*typeface.Glyph]int{}
	s.print("<defs>\n")
	for _, m := range list {
		for _, l := range m.Lines {
			for _, letter := range l.Outline.Letters {
				g := letter.Glyph
				if uses[g]++; uses[g] == 2 {
					s.names[g] = len(s.names)
					s.print("<path id=\"%sg%d\" d=\"%s\"/>\n", s.prefix, s.names[g], path(g))
				}
			}
		}
	}
	s.print("</defs>\n")
}

// name is the id of a letter that is defined before; shared is false if it is not.
func (s *svg) name(g *typeface.Glyph) (id string, shared bool) {
	if s.page != nil {
		return s.page.name(g), true
	}
	n, shared := s.names[g]
	return fmt.Sprintf("%sg%d", s.prefix, n), shared
}

// Letters are those of all pictures of one page, each with its outline once, in the order of their
// first use. The zero value has none.
type Letters struct {
	names map[*typeface.Glyph]string
	paths []string
}

// name is the id of a letter, which the page defines from now on.
func (l *Letters) name(g *typeface.Glyph) string {
	name, known := l.names[g]
	if !known {
		if l.names == nil {
			l.names = make(map[*typeface.Glyph]string)
		}
		name = fmt.Sprintf("g%d", len(l.paths))
		l.names[g], l.paths = name, append(l.paths, path(g))
	}
	return name
}

// SVG is a picture of no size that defines the letters, to stand in the page before all others.
func (l *Letters) SVG() string {
	var b strings.Builder
	b.WriteString("<svg width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>\n")
	for i, path := range l.paths {
		fmt.Fprintf(&b, "<path id=\"g%d\" d=\"%s\"/>\n", i, path)
	}
	b.WriteString("</defs></svg>")
	return b.String()
}

// sameRow reports whether two marks are of one row of a chart: they have the same term and the same
// title.
func sameRow(a, b *mark) bool { return a.Title != "" && a.Title == b.Title && a.Term == b.Term }

// mark writes one word, text of the frame or bar. ink is the number of its colour, from 0; titled
// adds the tooltip.
func (s *svg) mark(m *mark, ink int, titled bool) {
	s.print(`<g class="%s ink-%d" fill="%s"`, m.Class, ink+1, Hex(m.Ink))
	if m.Term != "" { // so that a page can find a word by its text
		s.print(` data-term="%s"`, escaped(m.Term))
		s.lang(s.words)
	}
	s.print(">")
	if titled && m.Title != "" {
		s.print("<title>%s</title>", escaped(m.Title))
	}
	for _, b := range m.Boxes {
		s.print(`<rect x="%s" y="%s" width="%s" height="%s"/>`, decimal(b.Min.X, subpixels), decimal(b.Min.Y, subpixels), decimal(b.Dx(), subpixels), decimal(b.Dy(), subpixels))
	}
	if len(m.Contours) > 0 {
		s.print(`<path d="%s"/>`, polygons(m.Contours))
	}
	for _, l := range m.Lines {
		s.line(&l)
	}
	s.print("</g>\n")
}

// polygons returns closed polygons as SVG path data, each corner relative to the one before.
func polygons(contours [][]image.Point) string {
	var b strings.Builder
	var pen image.Point
	for _, contour := range contours {
		for i, p := range contour {
			b.WriteString([...]string{"m", "l"}[min(i, 1)] + decimal(p.X-pen.X, subpixels) + " " + decimal(p.Y-pen.Y, subpixels))
			pen = p
		}
		b.WriteString("z")
		pen = contour[0] // where closing a contour leaves the pen
	}
	return b.String()
}

// line writes the letters of a line. The transformation of its group is the same as in position, so
// letters are written in the units of the outline; a shared letter refers to its definition, others
// are written in place.
func (s *svg) line(l *chart.Line) {
	rotate := ""
	if l.Upright {
		rotate = " rotate(-90)"
	}
	s.print(`<g transform="translate(%d %d)%s scale(%s)">`, l.Origin.X, l.Origin.Y, rotate, trimmed(strconv.FormatFloat(l.Size.Px()/unitsPerEm, 'f', 9, 64)))
	for _, letter := range l.Outline.Letters {
		g, origin := letter.Glyph, letter.Origin
		name, shared := s.name(g)
		if !shared {
			s.print(`<path transform="translate(%s %s)" d="%s"/>`, unit(origin.X), unit(origin.Y), path(g))
			continue
		}
		s.print(`<use href="#%s"`, name)
		if origin.X != 0 || origin.Y != 0 {
			s.print(` x="%s"`, unit(origin.X))
		}
		if origin.Y != 0 {
			s.print(` y="%s"`, unit(origin.Y))
		}
		s.print("/>")
	}
	s.print("</g>")
}

// unitsPerEm is the number of units per em in the file. Most fonts have this many, so most
// coordinates are whole numbers.
const unitsPerEm = 2048

// unit writes a coordinate, given in 1/32768 em, in units of the file.
func unit(v int32) string { return decimal(int(v), typeface.Em/unitsPerEm) }

// decimal writes v/denominator exactly; the denominator is a power of two, at most 256.
func decimal(v, denominator int) string {
	return trimmed(strconv.FormatFloat(float64(v)/float64(denominator), 'f', 8, 64))
}

// trimmed removes zeros that a number does not need: "0.500" becomes ".5".
func trimmed(number string) string {
	number = strings.TrimRight(strings.TrimRight(number, "0"), ".")
	switch {
	case strings.HasPrefix(number, "0."):
		return number[1:]
	case strings.HasPrefix(number, "-0."):
		return "-" + number[2:]
	case number == "" || number == "-":
		return "0"
	}
	return number
}

// path returns the shape of a glyph as SVG path data, each point relative to the end of the last
// step, which needs fewer digits than absolute positions.
func path(g *typeface.Glyph) string {
	var b strings.Builder
	var pen typeface.Point
	for _, step := range g.Steps {
		points := step.Points()
		switch { // m starts a contour, z closes it; l, q and c are a line, a parabola and a cubic curve
		case step.Start && b.Len() > 0:
			b.WriteString("zm")
		case step.Start:
			b.WriteString("m")
		default:
			b.WriteByte(" lqc"[len(points)])
		}
		for i, p := range points {
			for j, v := range [2]int32{p.X - pen.X, p.Y - pen.Y} {
				number := unit(v)
				if i+j > 0 && number[0] != '-' {
					b.WriteByte(' ') // a minus sign separates numbers, too
				}
				b.WriteString(number)
			}
		}
		pen = points[len(points)-1]
	}
	b.WriteString("z")
	return b.String()
}
