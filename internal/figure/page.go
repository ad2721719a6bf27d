package figure

import (
	"context"
	"errors"
	"image/color"
	"slices"
	"strings"

	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// Pictures of a page stand side by side: bars on the left, the cloud on the right. On a phone, bars come first. A cloud is
// drawn twice, for a wide and for a narrow screen: the small words of a wide one, scaled down, could not be read on a phone.
// Title, legend and note are text of the page. The background is transparent, so the ground is the page's own. On a dark
// screen the page replaces each ink for a white ground by one for a dark ground.
//
//	bars, 500 px            cloud, 612 px              on a phone, 358 px
//	┌──────────────────┐    ┌─────────────────────┐    ┌──────────────┐
//	│ up to 11 bars    │    │ up to 60 words, all │    │ up to 40,    │
//	│                  │    │ of them legible     │    │ also legible │
//	└──────────────────┘    └─────────────────────┘    └──────────────┘

// The sizes of pictures, in px of the page. A chart is as high as its bars need, but at least leastHeight.
const (
	wideWidth, wideHeight     = 612, 440
	narrowWidth, narrowHeight = 358, 420
	wideWords, narrowWords    = 60, 40 // in a cloud, at most
	pageBars, pageRows        = 11, 12 // in a chart, in a dot plot, at most
	barsWidth, barsText       = 500, 17
	barsHead, barsRow         = 28, 38 // heights
	wideDots, narrowDots      = 760, 358
	leastHeight               = 100
)

// A PageFigure is a picture of a page, in two widths. All of its text that comes from answers has been escaped, so that a
// page can take it over as it is. The zero value is no picture: there was nothing to show.
type PageFigure struct {
	Wide, Narrow  string         // SVG; "" is none
	Caption       []string       // its note, a sentence each
	NarrowCaption []string       // if the narrow picture shows something else; else nil
	Legend        []render.Entry // what the colours mean
	Unplaced      []layout.Unplaced
}

// bare is the look of a picture without title, legend and caption, which the page has as text.
func (l Look) bare(width, height int, id string) Look {
	l.Width, l.Height, l.ID, l.NoTitle, l.NoCaption, l.noLegend, l.FixedSize = width, height, id, true, true, true, false
	l.Type = render.SmallType(max(10, width*12/500))
	return l
}

// pageFigure draws a picture in both widths. If the narrow one has no room, there is only the wide one: the tables of the
// page have the figures.
func pageFigure(wide, narrow Look, draw func(Look) (*Picture, error)) (f PageFigure, err error) {
	p, err := draw(wide)
	if err != nil {
		return f, err
	}
	f.Caption, f.Legend = p.note, p.legend
	if p.Layout != nil {
		f.Unplaced = p.Layout.Unplaced
	}
	if f.Wide, err = p.svg(); err != nil {
		return f, err
	}
	if p, err = draw(narrow); err == nil {
		f.NarrowCaption = p.note
		f.Narrow, err = p.svg()
	} else if errors.As(err, new(*RoomError)) {
		return f, nil
	}
	return f, err
}

// PageCloud draws a question's cloud, or nothing if no term has a count of two: then all words would have one size. Every
// id in the pictures begins with the given one.
func (q *Question) PageCloud(ctx context.Context, l Look, by Colours, id string) (f PageFigure, err error) {
	if q.tally.Terms[0].By(q.tally.RankBy) < 2 {
		return f, nil
	}
	wide, narrow := l.bare(wideWidth, wideHeight, id+"cloud-"), l.bare(narrowWidth, narrowHeight, id+"small-")
	most := map[int]int{wideWidth: wideWords, narrowWidth: narrowWords}
	return pageFigure(wide, narrow, func(l Look) (*Picture, error) { return q.legible(ctx, l, by, most[l.Width]) })
}

// legible draws as many words, up to most, as can be read at the picture's size.
func (q *Question) legible(ctx context.Context, l Look, by Colours, most int) (*Picture, error) {
	c := Cloud{Scale: layout.Sqrt, Colours: by, Engine: layout.Exact{}}
	p, _, err := q.readable(tally.Limits{Top: most, Lone: true}, legiblePx, func(q *Question) (*Picture, error) {
		s := c.subject(q, l)
		s.caption = func(missing []prose.Missing) []string {
			return q.Voice.PageCloud(q.tally, q.Options, string(c.Scale), missing)
		}
		return l.draw(ctx, s)
	})
	if err != nil {
		return nil, err
	}
	crop(p.Layout)
	return p, nil
}

// crop removes the free space above and below the words, except for a small margin: a page has no frame to fill.
func crop(l *layout.Layout) {
	const margin = 6 // px
	top, bottom := l.Height, 0
	for _, w := range l.Words {
		top, bottom = min(top, w.Box[1]), max(bottom, w.Box[3])
	}
	top -= margin
	l.Height = bottom + margin - top
	for i := range l.Words {
		for j := range l.Words[i].Lines {
			l.Words[i].Lines[j].Y -= top
		}
	}
}

// PageBars draws how many people named the first terms, whatever ranks them otherwise: the bars are shares of people.
// It draws nothing if no two people named the same term. There is no narrow one: its letters are large enough for a phone.
// Groups have a picture of their own (Comparison.Page).
func (q *Question) PageBars(ctx context.Context, l Look, by Colours, id string) (f PageFigure, err error) {
	whole := q.shares()
	if len(whole.tally.Terms) < 2 {
		return f, nil
	}
	l = l.bare(barsWidth, barsHead+barsRow*len(whole.tally.Terms), id+"bars-")
	l.Type, l.FixedSize = render.SmallType(barsText), true
	p, err := l.draw(ctx, whole.termBars(l, by))
	if err != nil {
		return f, err
	}
	f.Wide, err = p.svg()
	f.Caption, f.Legend = q.Voice.PageBars(q.tally, q.Options, q.rank.Intervals), p.legend
	return f, err
}

// shares is the question with the first terms by people, named by two or more, and without groups.
func (q *Question) shares() *Question {
	byPeople := *q.tally
	byPeople.RankBy, byPeople.Terms = tally.Respondents, slices.Clone(q.tally.Terms)
	byPeople.Renumber()
	whole := *q
	whole.groups, whole.tally = nil, byPeople.Limit(tally.Limits{MinCount: 2, Top: pageBars})
	return &whole
}

// tells reports whether anything sets the groups apart.
func (c *Comparison) tells() bool {
	return slices.ContainsFunc(c.Result.Terms, func(x tally.KeyTerm) bool { return x.Apart() })
}

// Page draws what sets groups apart, or nothing if nothing does.
func (c *Comparison) Page(ctx context.Context, l Look, id string) (f PageFigure, err error) {
	if !c.tells() {
		return f, nil
	}
	beyond, chance := c.blocks(tally.Limits{Top: pageRows})
	wide, narrow := l.bare(wideDots, leastHeight, id+"apart-"), l.bare(narrowDots, leastHeight, id+"between-")
	f, err = pageFigure(wide, narrow, func(l Look) (*Picture, error) {
		return fitted(ctx, l, 0, len(beyond)+len(chance), func(rows int, s spacing) *subject {
			b := beyond[:min(rows, len(beyond))]
			return c.dotPlot(&l, b, chance[:rows-len(b)], s, rows)
		})
	})
	f.NarrowCaption, f.Legend = nil, nil // both show the same, and the key is in the picture
	return f, err
}

// svg is the picture as a part of a page, without a file header: its ids begin with that of its look, so several can stand
// on one page.
func (p *Picture) svg() (string, error) {
	var svg strings.Builder
	err := p.Drawing.SVGIn(&svg, p.letters)
	return svg.String(), err
}

// DarkInks pairs the inks of a palette for a light ground with those of the palette for a dark ground, as "#rrggbb".
func DarkInks(light render.Palette) (pairs [][2]string) {
	night, _ := render.NewPalette("night", "", false) // is in the table of palettes
	dark := inksOf(night)
	for use, inks := range inksOf(light) {
		for i := range min(len(inks), len(dark[use])) {
			pairs = append(pairs, [2]string{render.Hex(inks[i]), render.Hex(dark[use][i])})
		}
	}
	return pairs
}

// inksOf are the inks of pictures by their use: sizes, themes, words of no theme and lines that join symbols, and texts and lines. The last follow from
// the ground and not from the palette.
func inksOf(p render.Palette) [4][]color.NRGBA {
	t := render.NewTextInks(p.Ground())
	return [4][]color.NRGBA{p.Inks, p.Themes, {p.Neutral, p.Faint()}, {t.Title, t.Base, t.Note, t.Rule, t.Grid}}
}
