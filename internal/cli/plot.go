package cli

import (
	"cmp"
	"errors"
	"fmt"
	"image"

	"verbatim/internal/chart"
	"verbatim/internal/render"
)

// plot is a chart on its way to a picture.
type plot struct {
	style
	rows    int    // that need room, with those of headings
	id      string // begins the ids of an SVG
	legend  []render.Entry
	caption []string
	alt     string
	place   func(chart.Style) (*chart.Chart, error)
}

// draw sets the chart within title and caption, and checks the finished picture.
func (p *plot) draw() (render.Picture, *render.Drawing, error) {
	frame, c, err := p.arrange()
	if errors.Is(err, chart.ErrNoRoom) {
		err = p.noRoom()
	}
	if err != nil {
		return render.Picture{}, nil, err
	}
	picture := render.Picture{Chart: c, Frame: frame, Background: p.palette.Background, Alt: p.alt, DPI: p.dpi, ID: p.id}
	d, err := render.Draw(picture)
	if err != nil {
		return picture, nil, err
	}
	if err := d.Check(); err != nil {
		return picture, nil, &checkError{err}
	}
	return picture, d, nil
}

// arrange places title, caption and chart. A picture whose size is not fixed is made as high as its rows want it.
func (p *plot) arrange() (frame render.Frame, c *chart.Chart, err error) {
	side := min(p.width, p.height) // before the picture grows: letters of title and caption stay as they are
	if frame, err = p.frame(side); err != nil {
		return frame, nil, err
	}
	for !p.fixed && frame.Area.Dy() < p.rows*chart.MinRow {
		if p.height += p.rows*chart.MinRow - frame.Area.Dy(); p.height > mostSide || p.width*p.height > mostPixels {
			return frame, nil, chart.ErrNoRoom
		}
		if frame, err = p.frame(side); err != nil {
			return frame, nil, err
		}
	}
	c, err = p.place(p.look(frame))
	if err != nil || p.fixed || c.Spare <= p.height/10 {
		return frame, c, err
	}
	p.height -= c.Spare // a few bars need less
	if frame, err = p.frame(side); err == nil {
		c, err = p.place(p.look(frame))
	}
	return frame, c, err
}

// roomError says that a picture of the size asked for is too small for its bars.
type roomError struct{ *usageError }

func (e *roomError) Unwrap() error { return e.usageError }

func (p *plot) noRoom() error {
	return &roomError{&usageError{where: "--size", what: fmt.Sprintf("%dx%d leaves no room for so many bars", p.width, p.height), hint: "use a larger --size, or a lower --top"}}
}

// drawMost draws the chart with as many bars as there is room for, where nobody asked for a number of them: the usual
// number, or fewer.
func drawMost(asked, usual int, plotOf func(top int) (*plot, error)) (picture render.Picture, d *render.Drawing, err error) {
	for top := cmp.Or(asked, usual); ; top -= 5 {
		p, err := plotOf(top)
		if err != nil {
			return picture, nil, err
		}
		picture, d, err = p.draw()
		var room *roomError
		if asked > 0 || top <= 5 || !errors.As(err, &room) {
			return picture, d, err
		}
	}
}

func (p *plot) frame(side int) (render.Frame, error) {
	s := render.FrameSpec{Width: p.width, Height: p.height, Side: side, Title: p.title, Legend: p.legend, Caption: p.caption, Ground: p.palette.Ground(), Fonts: p.frameFonts}
	if p.plain {
		s.Caption = nil
	}
	frame, err := render.NewFrame(s)
	if err == nil && frame.Area.Empty() {
		err = p.noRoom()
	}
	return frame, err
}

// look is what the chart is drawn with.
func (p *plot) look(frame render.Frame) chart.Style {
	ink, quiet, grid := render.Greys(p.palette.Ground())
	return chart.Style{Size: image.Pt(p.width, p.height), Area: frame.Area, Strong: p.wordFonts, Text: cmp.Or(p.labelFonts, p.frameFonts.Regular),
		Ink: ink, Quiet: quiet, Grid: grid}
}
