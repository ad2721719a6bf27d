package layout

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // a mask may be any of
	_ "image/jpeg" // these formats
	_ "image/png"
	"io"
)

// Shape is the part of an area that words may fill. It has no size: it is fitted into any area.
type Shape struct {
	size image.Point // of the picture it was made from; zero for an ellipse
	free []uint64    // a bit for each of its pixels, row by row
}

// Ellipse returns the shape that touches all four sides of an area.
func Ellipse() *Shape { return &Shape{} }

// pictured reports whether the shape comes from a picture; nil does not.
func (s *Shape) pictured() bool { return s != nil && s.size != (image.Point{}) }

// mostMaskPixels bounds the memory that a hostile picture may take: a small file can hold a huge
// one.
const mostMaskPixels = 50_000_000

// nearlyWhite is how much of every colour blocks a pixel: light grey is a shape, the noise that
// JPEG adds to white is none.
const nearlyWhite = 0xe600

// ReadShape reads a PNG, JPEG or GIF. What is transparent or white, or nearly so, is blocked; a
// yellow sun is free.
func ReadShape(r io.Reader) (*Shape, error) {
	var head bytes.Buffer
	config, _, err := image.DecodeConfig(io.TeeReader(r, &head))
	if err != nil {
		return nil, fmt.Errorf("mask: %w", err)
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > mostMaskPixels/config.Height {
		return nil, fmt.Errorf("mask: %d x %d pixels are too many; %d million are allowed", config.Width, config.Height, mostMaskPixels/1_000_000)
	}
	picture, _, err := image.Decode(io.MultiReader(&head, r))
	if err != nil {
		return nil, fmt.Errorf("mask: %w", err)
	}
	box := picture.Bounds()
	s := &Shape{size: box.Size(), free: make([]uint64, (box.Dx()*box.Dy()+63)/64)}
	any, i := false, 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, b, a := picture.At(x, y).RGBA() // premultiplied: what is transparent adds to the white below it
			if whiteness := min(r, g, b) + 0xffff - a; whiteness < nearlyWhite {
				s.free[i>>6] |= 1 << (i & 63)
				any = true
			}
			i++
		}
	}
	if !any {
		return nil, errors.New("mask: all of it is white or transparent, which leaves nothing free")
	}
	return s, nil
}

// block takes the cells of the canvas's area that the shape does not leave free, aims at the middle
// of what is left and returns its share of the area. A cell is free only if all of it is.
func (s *Shape) block(c *canvas) (free float64) {
	c.blocked = make([]uint64, len(c.taken))
	size, fits := c.area.Size(), s.fitting(c.area.Size())
	var n, sumX, sumY int64
	for y := range size.Y {
		row := c.blocked[(c.area.Min.Y+y)*c.stride:][:c.stride]
		for x := range size.X {
			if !fits(x, y) {
				fill(row, c.area.Min.X+x, c.area.Min.X+x)
				continue
			}
			n, sumX, sumY = n+1, sumX+int64(x), sumY+int64(y)
		}
	}
	if n > 0 {
		c.middle = c.area.Min.Add(image.Pt(int(sumX/n), int(sumY/n)))
		c.measure(c.power, 0)
	}
	return float64(n) / float64(size.X*size.Y)
}

// fitting returns the function that tells whether a cell is free, for an area of the given size.
func (s *Shape) fitting(area image.Point) func(x, y int) bool {
	if s.size == (image.Point{}) {
		return inEllipse(area)
	}
	// The picture is as large as the area allows, and in its middle.
	fit := image.Pt(area.X, max(1, area.X*s.size.Y/s.size.X))
	if fit.Y > area.Y {
		fit = image.Pt(max(1, area.Y*s.size.X/s.size.Y), area.Y)
	}
	corner := area.Sub(fit).Div(2)
	return func(x, y int) bool {
		x, y = x-corner.X, y-corner.Y
		if x < 0 || y < 0 || x >= fit.X || y >= fit.Y {
			return false
		}
		return s.allFree(x*s.size.X/fit.X, ((x+1)*s.size.X-1)/fit.X, y*s.size.Y/fit.Y, ((y+1)*s.size.Y-1)/fit.Y)
	}
}

// allFree reports whether the pixels of a rectangle, both ends included, are free.
func (s *Shape) allFree(x0, x1, y0, y1 int) bool {
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			if i := y*s.size.X + x; s.free[i>>6]>>(i&63)&1 == 0 {
				return false
			}
		}
	}
	return true
}

// inEllipse tells whether all four corners of a cell are inside.
func inEllipse(area image.Point) func(x, y int) bool {
	w, h := int64(area.X), int64(area.Y)
	return func(x, y int) bool {
		dx := max(w-2*int64(x), 2*int64(x)+2-w)
		dy := max(h-2*int64(y), 2*int64(y)+2-h)
		return dx*dx*h*h+dy*dy*w*w <= w*w*h*h
	}
}
