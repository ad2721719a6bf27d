package cli

import (
	"context"
	"errors"
	"fmt"
	"os"

	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// cloud is a word cloud on its way to a picture.
type cloud struct {
	style
	scale   layout.Scale
	colorBy string // size, theme, none
	engine  layout.Engine
	shape   *layout.Shape // nil is the rectangle
	rotate  bool
	key     bool
	id      string // begins the ids of an SVG

	words   []layout.Word
	legend  []render.Entry
	unit    string
	lang    string
	caption func(unplaced []layout.Unplaced) []string
	alt     string
}

// readShapeFile reads a picture that says what the words may fill.
func readShapeFile(path string) (*layout.Shape, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &notice.InputError{Name: path, What: reasonOf(err), Hint: "--shape takes rectangle, ellipse, or a picture", Err: err}
	}
	defer f.Close()
	shape, err := layout.ReadShape(f)
	if err != nil {
		return nil, &notice.InputError{Name: path, What: err.Error(), Hint: "--shape takes a PNG, JPEG or GIF: words fill what is neither white nor transparent", Err: err}
	}
	return shape, nil
}

// describe fills in the words, each with its colour, and the texts that stand around them.
func (c *cloud) describe(q *counted, t *tally.Tally) {
	c.unit, c.lang = unitOf(t), q.Lang.Code
	inks := c.inks(t)
	for i, x := range t.Terms {
		c.words = append(c.words, layout.Word{
			Text: prose.Label(x.Term), Count: x.Weighted(t.RankBy), Color: render.Hex(inks[i].ink), Theme: inks[i].theme, Title: ofPeople(x, t),
		})
	}
	c.caption = func(unplaced []layout.Unplaced) []string {
		if c.plain {
			return nil
		}
		lines := captionOf(q, t, c.scale, unplaced)
		if c.colorBy == "theme" {
			lines[1] += colorless(c.palette, t)
		}
		return lines
	}
	c.alt = altText(q, t)
}

// draw lays the words out within title and caption, and checks the finished picture. The caption names words without a
// place, which are known only afterwards: where it grows, the words are laid out again in what is left.
func (c *cloud) draw(ctx context.Context) (render.Picture, *render.Drawing, error) {
	frame, err := c.frame(nil)
	area := frame.Area
	for err == nil {
		var placed *layout.Layout
		if placed, err = c.place(ctx, frame); err != nil {
			break
		}
		c.remedy(placed.Unplaced)
		if frame, err = c.frame(placed.Unplaced); err != nil {
			break
		}
		if area.In(frame.Area) {
			return c.verified(render.Picture{Layout: placed, Frame: frame, Background: c.palette.Background, Alt: c.alt, DPI: c.dpi, ID: c.id})
		}
		area = area.Intersect(frame.Area) // it only ever shrinks, so this ends
		frame.Area = area
	}
	return render.Picture{}, nil, err
}

// remedy adds to a reason the flag that helps.
func (c *cloud) remedy(unplaced []layout.Unplaced) {
	for i := range unplaced {
		switch u := &unplaced[i]; {
		case !u.NoGlyph:
		case c.systemFonts:
			u.Reason += "; nor has one of this machine; --font FILE may"
		default:
			u.Reason += "; --font FILE or --system-fonts may have it"
		}
	}
}

func (c *cloud) frame(unplaced []layout.Unplaced) (render.Frame, error) {
	frame, err := render.NewFrame(render.FrameSpec{
		Width: c.width, Height: c.height, Title: c.title, Legend: c.legend, Key: c.key, Caption: c.caption(unplaced), Ground: c.palette.Ground(),
		Fonts: c.frameFonts,
	})
	if err == nil && frame.Area.Empty() {
		err = &usageError{where: "--size", what: fmt.Sprintf("%dx%d leaves no room for words beside title and caption", c.width, c.height),
			hint: "use a larger --size, or --no-caption"}
	}
	return frame, err
}

func (c *cloud) place(ctx context.Context, frame render.Frame) (*layout.Layout, error) {
	return c.engine.Layout(ctx, layout.Spec{
		Width: c.width, Height: c.height, Area: frame.Area, Words: c.words, Scale: c.scale,
		Unit: c.unit, Language: c.lang, Chain: c.wordFonts, Shape: c.shape, Rotate: c.rotate,
	})
}

// verified draws the finished picture and measures it: each word has ink that can be read, no pixel belongs to two, and
// nothing is beyond the edge; else there is no picture.
func (c *cloud) verified(p render.Picture) (render.Picture, *render.Drawing, error) {
	if len(p.Layout.Words) == 0 {
		u := p.Layout.Unplaced[0]
		return p, nil, &nothingError{what: "no word could be drawn: " + quoted(u.Text) + ": " + u.Reason}
	}
	if err := c.palette.CheckContrast(p.Layout); err != nil {
		return p, nil, colorError(err)
	}
	if err := p.Frame.SetKey(p.Layout); errors.Is(err, render.ErrNoKey) {
		return p, nil, &usageError{where: "--key", what: err.Error(), hint: "use a larger --size, or leave out --key"}
	} else if err != nil {
		return p, nil, err
	}
	d, err := render.Draw(p)
	if err != nil {
		return p, nil, err
	}
	p.Layout.OverlapPx, p.Layout.InkShare = d.OverlapPx, d.InkShare
	if err := d.Check(); err != nil {
		return p, nil, &checkError{err}
	}
	return p, d, nil
}
