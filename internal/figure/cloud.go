package figure

import (
	"context"

	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// A cloud shows each term at the size that its count has on the scale which the caption states (layout.Scale). No word is
// made larger or smaller to fit: the caption names the words that found no place.

// A Cloud is the choices for a word cloud that other pictures do not have.
type Cloud struct {
	Scale   layout.Scale
	Colours Colours
	Engine  layout.Engine // places the words
	Shape   *layout.Shape // is filled with them; nil is the rectangle
	Rotate  bool          // words may be vertical
	Key     bool          // to sizes: three sample words with their counts
}

// usual is how many words a cloud has at most without a request for another number, as many as a reader takes in, and how
// high the smallest of them has to be, in px. The shape of a picture shows only where it is filled, so it has more, and
// smaller ones.
func (c *Cloud) usual(l Look) (words int, least float64) {
	if c.Shape != nil {
		return 100, legiblePx
	}
	words, least = 60, 1.15*float64(render.NewType(l.Width, l.Height).Note)
	switch {
	case l.Height >= l.Width:
		words = 50
	case l.Width < 900:
		words = 40
	}
	return words, least
}

// Draw draws the terms of a question within the limits, each sized by its count; drawn are these terms. Without a limit on
// their number there are the usual ones, and none is smaller than the note below the picture.
func (c *Cloud) Draw(ctx context.Context, q *Question, l Look, limits tally.Limits) (p *Picture, drawn *tally.Tally, err error) {
	least := 0.0
	if limits.Top == 0 {
		limits.Top, least = c.usual(l)
	}
	return q.readable(limits, least, func(q *Question) (*Picture, error) { return l.draw(ctx, c.subject(q, l)) })
}

// readable draws a cloud of as many words within the limits as have a font height of least px. Each word left out makes room
// for the others, so it tries again with the number that were high enough until all are.
func (q *Question) readable(limits tally.Limits, least float64, draw func(*Question) (*Picture, error)) (*Picture, *tally.Tally, error) {
	for {
		cut := *q
		cut.tally = q.tally.Limit(limits)
		p, err := draw(&cut)
		if err != nil {
			return nil, nil, err
		}
		high := 0
		for _, w := range p.Layout.Words {
			if w.Size >= least {
				high++
			}
		}
		if high == len(p.Layout.Words) || high == 0 || high >= limits.Top {
			return p, cut.tally, nil
		}
		limits.Top = high
	}
}

// subject is the cloud with its caption and its colours. The caption is a function, since it names the words that found no
// place; those are known only after the words have been placed.
func (c *Cloud) subject(q *Question, l Look) *subject {
	t := q.tally
	inks, legend := wordInks(q.Voice, l.Palette, t, c.Colours, c.Scale)
	key := ""
	if c.Key {
		key = q.SizeUnit(t)
	}
	var words []layout.Word
	for i, x := range t.Terms {
		w := layout.Word{Text: prose.Label(x.Label), Count: x.Weighted(t.RankBy), Color: render.Hex(inks[i]), Title: q.Word(x, t), Undrawn: q.undrawn(prose.Label(x.Label))}
		if c.Colours == ByTheme { // other programs can draw the same picture with its legend from the layout
			w.Theme = x.Theme
		}
		words = append(words, w)
	}
	return &subject{
		content: Words, question: q.Text, voice: q.Voice, language: q.Language, caveat: q.Caveat, legend: legend, key: key, finding: q.finding(), base: q.CloudBase(t, q.Options), alt: q.CloudAlt(t, q.Options, q.Text),
		caption: func(missing []prose.Missing) []string {
			sentences := q.Cloud(t, q.Options, string(c.Scale), missing)
			if c.Colours == ByTheme {
				sentences = append(sentences, q.Colorless(colorless(l.Palette, t))...)
			}
			return sentences
		},
		place: func(ctx context.Context, l *Look, frame render.Frame) (p render.Picture, err error) {
			p.Layout, err = c.Engine.Layout(ctx, layout.Spec{
				Width: l.Width, Height: l.Height, Area: frame.Area, Words: words, Scale: c.Scale,
				Unit: prose.Unit(t), LeftOut: layout.LeftOut{Terms: t.Cut.Terms, ByOnePerson: t.Cut.Lone}, Language: q.Language, Chain: l.Words, Shape: c.Shape, Rotate: c.Rotate,
			})
			if err != nil {
				return p, err
			}
			for i := range p.Layout.Unplaced {
				if u := &p.Layout.Unplaced[i]; u.NoGlyph {
					u.Reason += l.NoGlyph
				}
			}
			return p, nil
		},
	}
}
