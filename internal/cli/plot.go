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
	grow    int    // rows that need room: the picture is made higher for them; 0: it is as large as was asked for
	id      string // begins the ids of an SVG
	legend  []render.Entry
	caption []string
	alt     string
	place   func(chart.Style) (*chart.Chart, error)
}

// draw sets the chart within title and caption, and checks the finished picture.
func (p *plot) draw() (render.Picture, *render.Drawing, error) {
	side := min(p.width, p.height) // before the picture grows
	frame, err := p.frame(side)
	if err != nil {
		return render.Picture{}, nil, err
	}
	for more := p.grow*chart.MinRow - frame.Area.Dy(); p.grow > 0 && more > 0; more = p.grow*chart.MinRow - frame.Area.Dy() {
		if p.height += more; p.height > mostSide || p.width*p.height > mostPixels {
			return render.Picture{}, nil, p.noRoom()
		}
		if frame, err = p.frame(side); err != nil {
			return render.Picture{}, nil, err
		}
	}
	c, err := p.place(p.look(frame))
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

func (p *plot) noRoom() error {
	return &usageError{where: "--size", what: fmt.Sprintf("%dx%d leaves no room for so many bars", p.width, p.height), hint: "use a larger --size, or a lower --top"}
}

func (p *plot) frame(side int) (render.Frame, error) {
	s := render.FrameSpec{Width: p.width, Height: p.height, Side: side, Title: p.title, Legend: p.legend, Caption: p.caption, Background: p.palette.Ground(), Fonts: p.frameFonts}
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
