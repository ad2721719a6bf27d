package chart

import (
	"image"
	"image/color"
)

// Zone is a part of a picture with a heading.
type Zone struct {
	Name string
	Note string // after the name
	Ink  color.NRGBA
}

// NewZones cuts the area into zones, one for each group, in rows of about as many, and writes a heading over each:
//
//	North                  South
//	23 people              24 people
//	────────────────       ────────────────
//	                                             the places returned are what is below the lines
func NewZones(s Style, zones []Zone) (*Chart, []image.Rectangle, error) {
	c := &Chart{Size: s.Size, Area: s.Area}
	if len(zones) == 0 {
		return c, nil, nil
	}
	rows := zoneRows(len(zones), s.Area.Size())
	px := max(12, min(s.Area.Dx()*20/1000, s.Area.Dy()/(rows*11)))
	c.TextPx = px
	heading, note := writer{s.Strong, px, s.Ink, "heading"}, writer{s.Text, px * 4 / 5, s.Quiet, "heading"}
	gap, height := px*3/2, (s.Area.Dy()+px*3/2)/rows
	var places []image.Rectangle
	for row, first := 0, 0; row < rows; row++ {
		n := (len(zones) - first) / (rows - row)
		width := (s.Area.Dx() + gap) / n
		for i, z := range zones[first : first+n] {
			r := image.Rect(0, 0, width-gap, height-gap).Add(s.Area.Min).Add(image.Pt(i*width, row*height))
			if err := c.zone(z, r, heading, note, s.Grid); err != nil {
				return nil, nil, err
			}
			r.Min.Y += px * 13 / 4
			if r.Dx() < px*3 || r.Dy() < px {
				return nil, nil, ErrNoRoom
			}
			places = append(places, r)
		}
		first += n
	}
	return c, places, nil
}

// zoneRows is the number of rows that makes zones most like a picture: about 8 by 5.
func zoneRows(n int, area image.Point) int {
	best, least := 1, 0.0
	for rows := 1; rows <= n; rows++ {
		// Some rows have n / rows zones, others one more; what counts is the oddest zone.
		wide := float64(area.X*rows*5) / float64(area.Y*(n/rows)*8)
		narrow := float64(area.Y*((n+rows-1)/rows)*8) / float64(area.X*rows*5)
		if off := max(wide, narrow); rows == 1 || off*5/4 < least { // fewer rows are quieter
			best, least = rows, off
		}
	}
	return best
}

// zone writes the heading of a zone, and a line below it.
func (c *Chart) zone(z Zone, r image.Rectangle, heading, note writer, grid color.NRGBA) error {
	y := r.Min.Y
	for _, part := range []struct {
		writer
		text string
		ink  color.NRGBA
	}{{heading, z.Name, z.Ink}, {note, z.Note, note.ink}} {
		y += part.px * 9 / 8
		o, err := part.plain(part.text, r.Dx())
		if err != nil {
			return err
		}
		if o != nil {
			c.Shapes = append(c.Shapes, Shape{Class: "heading", Ink: part.ink, Lines: []Line{part.at(o, r.Min.X, y)}, Title: part.text})
		}
	}
	line := max(1, heading.px/12)
	c.box("grid", grid, image.Rect(r.Min.X, y+heading.px/2, r.Max.X, y+heading.px/2+line))
	return nil
}
