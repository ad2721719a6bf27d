package chart

import (
	"image"
	"image/color"
)

// maxZoneFont is the largest font height of a zone's name, in thousandths of the width of the area;
// minZoneFont is the smallest, in px.
const maxZoneFont, minZoneFont = 20, 12

// NewZones divides the area into zones in rows of nearly equal number, and writes a heading over
// each zone:
//
//	North                  South
//	23 people              24 people
//	────────────────       ────────────────
//	    free for words         free for words
//
// The rectangles returned, in px, are the free areas below the lines, in the order of the zones.
// The error is ErrNoRoom.
func NewZones(s Style, zones []Heading) (*Chart, []image.Rectangle, error) {
	c := &Chart{Size: s.Size, Area: s.Area}
	if len(zones) == 0 {
		return c, nil, nil
	}
	rows := zoneRows(len(zones), s.Area.Size())
	px := max(minZoneFont, min(s.Area.Dx()*maxZoneFont/1000, s.Area.Dy()/(rows*11))) // a heading has 3.25 of 11 em
	c.TextPx = px
	heading, note := textStyle{s.Strong, px, s.Ink, "heading"}, textStyle{s.Text, px * 4 / 5, s.Quiet, "heading"}
	gap := px * 3 / 2
	height := (s.Area.Dy() + gap) / rows
	var areas []image.Rectangle
	for row, first := 0, 0; row < rows; row++ {
		n := (len(zones) - first) / (rows - row)
		width := (s.Area.Dx() + gap) / n
		for i, z := range zones[first : first+n] {
			r := image.Rect(0, 0, width-gap, height-gap).Add(s.Area.Min).Add(image.Pt(i*width, row*height))
			c.zone(z, r, heading, note, s.Grid)
			r.Min.Y += px * 13 / 4
			if r.Dx() < px*3 || r.Dy() < px {
				return nil, nil, ErrNoRoom
			}
			areas = append(areas, r)
		}
		first += n
	}
	return c, areas, nil
}

// zoneRows returns the number of rows that brings the zones nearest to the shape of a picture, 8 by
// 5. Rows may differ by one zone, so the zone that differs most from that shape decides. A further
// row has to bring an improvement of a quarter, since fewer rows are easier to read.
func zoneRows(n int, area image.Point) int {
	best, least := 1, 0.0
	for rows := 1; rows <= n; rows++ {
		wide := float64(area.X*rows*5) / float64(area.Y*(n/rows)*8)
		narrow := float64(area.Y*((n+rows-1)/rows)*8) / float64(area.X*rows*5)
		if off := max(wide, narrow); rows == 1 || off*5/4 < least {
			best, least = rows, off
		}
	}
	return best
}

// zone writes the heading of a zone, and draws a line below it.
//
// The heading takes 3.25 em from the top of a zone: 9/8 for the name, 9/10 for the note, half an em
// down to the line, and the rest as space between the line and the words.
func (c *Chart) zone(z Heading, r image.Rectangle, heading, note textStyle, grid color.NRGBA) {
	heading.ink = z.Ink
	baseline := r.Min.Y
	for _, line := range []struct {
		textStyle
		text string
	}{{heading, z.Name}, {note, z.Note}} {
		baseline += line.px * 9 / 8
		c.write(line.textStyle, line.oneLine(line.text, r.Dx()), r.Min.X, baseline, "", line.text)
	}
	top := baseline + heading.px/2
	c.box("grid", grid, image.Rect(r.Min.X, top, r.Max.X, top+max(1, heading.px/12)))
}
