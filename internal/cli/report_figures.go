package cli

import (
	"context"
	"fmt"
	"image/color"
	"strings"

	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/report"
	"verbatim/internal/tally"
	"verbatim/internal/typeface"
)

// Pictures of a page are drawn twice, for a wide and for a narrow one: made smaller, the small words of a wide picture
// could not be read on a phone. Title, legend and caption are text of the page. Without --palette the ground is the
// page's own, and on a dark screen other inks take the place of those that are for a white ground.

// The sizes of pictures, in px of the page.
const (
	wideWidth, wideHeight     = 900, 520
	narrowWidth, narrowHeight = 358, 420
	wideWords, narrowWords    = 100, 40
)

// artist draws the pictures of a report.
type artist struct {
	look    style
	colours string // what they mean
	dark    []report.Recolour
	// unplaced are the words that no cloud could draw.
	unplaced []layout.Unplaced
}

// artist checks the flags on pictures.
func (o *reportOptions) artist() (*artist, error) {
	a := &artist{look: style{dpi: 96, plain: true}, colours: "size"}
	if o.themes != "" {
		a.colours = "theme"
	}
	background := ""
	if o.palette == "" {
		background = "transparent"
	}
	var err error
	if a.look.palette, err = render.NewPalette(o.palette, background, false); err != nil {
		return nil, &usageError{where: "--palette", what: err.Error()}
	}
	if a.look.wordFonts, err = o.readFonts(typeface.Bold); err != nil {
		return nil, err
	}
	if len(o.fonts) > 0 || o.systemFonts {
		if a.look.labelFonts, err = o.readFonts(typeface.Regular); err != nil {
			return nil, err
		}
	}
	a.look.frameFonts = fontsAround(a.look.wordFonts)
	if o.palette == "" {
		a.dark, err = darkInks(a.look.palette)
	}
	return a, err
}

// darkInks pairs the inks of a palette with those of the palette for a dark ground.
func darkInks(light render.Palette) (pairs []report.Recolour, err error) {
	night, err := render.NewPalette("night", "", false)
	if err != nil {
		return nil, err
	}
	pair := func(from, to []color.NRGBA) {
		for i := range min(len(from), len(to)) {
			pairs = append(pairs, report.Recolour{Light: render.Hex(from[i]), Dark: render.Hex(to[i])})
		}
	}
	pair(light.Inks, night.Inks)
	pair(light.Themes, night.Themes)
	pair([]color.NRGBA{light.Neutral}, []color.NRGBA{night.Neutral})
	pair(greys(light), greys(night))
	return pairs, nil
}

// greys are what a chart has beside its bars.
func greys(p render.Palette) []color.NRGBA {
	ink, quiet, grid := render.Greys(p.Ground())
	return []color.NRGBA{ink, quiet, grid}
}

// cloud draws the cloud of the nth question of a report. Where nothing was said twice, a cloud would say nothing.
func (a *artist) cloud(ctx context.Context, q *counted, t *tally.Tally, n int) (f report.Figure, err error) {
	if t.Terms[0].By(t.RankBy) < 2 {
		return f, nil
	}
	wide, err := a.drawn(ctx, q, t, fmt.Sprintf("q%d-cloud-", n), wideWidth, wideHeight, wideWords)
	if err != nil {
		return f, err
	}
	narrow, err := a.drawn(ctx, q, t, fmt.Sprintf("q%d-small-", n), narrowWidth, narrowHeight, narrowWords)
	if err != nil {
		return f, err
	}
	f.Wide, f.Narrow, f.Caption = wide.svg, narrow.svg, strings.Join(wide.caption(), " ")
	a.unplaced = append(a.unplaced, wide.placed.Unplaced...)
	f.NarrowCaption = strings.Join(narrow.caption(), " ")
	f.Legend = legendOf(wide.legend)
	return f, nil
}

func legendOf(list []render.Entry) (legend []report.LegendEntry) {
	for _, entry := range list {
		legend = append(legend, report.LegendEntry{Ink: render.Hex(entry.Ink), Name: prose.Plain(entry.Name)})
	}
	return legend
}

// drawnCloud is a cloud as a file.
type drawnCloud struct {
	svg    string
	terms  *tally.Tally // those drawn
	legend []render.Entry
	placed *layout.Layout
}

// drawn draws as many words, up to most, as can be read at a size.
func (a *artist) drawn(ctx context.Context, q *counted, t *tally.Tally, id string, width, height, most int) (*drawnCloud, error) {
	for {
		limited := t.Limit(tally.Limits{Top: most})
		c := &cloud{style: a.look, scale: layout.Sqrt, colorBy: a.colours, engine: layout.Exact{}, id: id}
		c.width, c.height = width, height
		c.describe(q, limited)
		drawn := &drawnCloud{terms: limited, legend: c.legend}
		c.legend = nil // it is text of the page
		picture, _, err := c.draw(ctx)
		if err != nil {
			return nil, err
		}
		drawn.placed = picture.Layout
		words := len(picture.Layout.Words)
		if readable := words - len(picture.Layout.Under9px); readable < words && readable > 0 {
			most = readable
			continue
		}
		crop(picture.Layout)
		drawn.svg, err = svgOf(picture)
		return drawn, err
	}
}

// caption says what the picture shows, and what it does not.
func (d *drawnCloud) caption() []string {
	sentences := []string{rule(layout.Sqrt, d.terms)}
	if d.terms.Cut.Terms > 0 {
		sentences = append(sentences, chosen(d.terms))
	}
	if len(d.placed.Unplaced) > 0 {
		sentences = append(sentences, "Not drawn: "+namesOf(d.placed.Unplaced, 3)+".")
	}
	sentences = append(sentences, denials(d.terms.Terms)...)
	return append(sentences, setAside(d.terms)...)
}

// crop takes off what the words leave free above and below them, but for a little: a page has no frame to fill.
func crop(l *layout.Layout) {
	const rest = 6
	top, bottom := l.Height, 0
	for _, w := range l.Words {
		top, bottom = min(top, w.Box[1]), max(bottom, w.Box[3])
	}
	top -= rest
	l.Height = bottom + rest - top
	for i := range l.Words {
		for j := range l.Words[i].Lines {
			l.Words[i].Lines[j].Y -= top
		}
	}
}
