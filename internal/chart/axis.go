package chart

import (
	"image"
	"math"
	"slices"
)

// axis maps values to x coordinates. The value 0 lies on a whole pixel, the value 1 is unit px
// further. Gridlines are cut where a bar or a text is in the way, because two shapes may not share
// a pixel.
type axis struct {
	zero    int     // x of the value 0, px
	unit    float64 // length of the value 1, px; 0 until a value is fitted
	longest float64 // the largest value fitted
	share   bool    // values are shares of 1, else counts
}

// fit lowers the scale so that a value is at most room px long.
func (a *axis) fit(value float64, room int) {
	a.longest = max(a.longest, value)
	if value > 0 && (a.unit == 0 || float64(room)/value < a.unit) {
		a.unit = float64(room) / value
	}
}

// subpixel returns the x coordinate of a value in 1/256 px.
func (a *axis) subpixel(value float64) int {
	return a.zero*subpixels + int(math.Round(value*a.unit*subpixels))
}

// px returns the x coordinate of a value in whole pixels.
func (a *axis) px(value float64) int { return a.zero + int(math.Round(value*a.unit)) }

// step returns the distance between gridlines, as a value: the smallest of 1, 2 and 5 times a power
// of ten that keeps them at least minPx apart. Shares go in steps of at least 1%, counts in whole
// numbers.
func (a *axis) step(minPx int) float64 {
	size := 0.01
	if !a.share {
		size = 1
	}
	for {
		for _, m := range [...]float64{1, 2, 5} {
			if m*size*a.unit >= float64(minPx) {
				return m * size
			}
		}
		size *= 10
	}
}

// ticks returns the number of gridlines beyond zero. The last is the first that no bar passes,
// unless it would lie right of the pixel given or beyond 100%.
func (a *axis) ticks(step float64, right int) int {
	const slack = 1e-9 // so that rounding in longest/step adds no gridline
	n := int(math.Ceil(a.longest/step - slack))
	for n > 0 && (a.px(float64(n)*step) > right || a.share && float64(n)*step > 1+slack) {
		n--
	}
	return n
}

// gaps returns the pieces of a vertical line that no obstacle covers, from top to bottom. It sorts
// the obstacles by their upper edges.
func gaps(line image.Rectangle, obstacles []image.Rectangle) []image.Rectangle {
	slices.SortFunc(obstacles, func(a, b image.Rectangle) int { return a.Min.Y - b.Min.Y })
	var pieces []image.Rectangle
	for _, o := range obstacles {
		if o.Max.X <= line.Min.X || o.Min.X >= line.Max.X || o.Max.Y <= line.Min.Y {
			continue
		}
		if o.Min.Y > line.Min.Y {
			pieces = append(pieces, image.Rect(line.Min.X, line.Min.Y, line.Max.X, min(o.Min.Y, line.Max.Y)))
		}
		line.Min.Y = max(line.Min.Y, o.Max.Y)
	}
	if line.Min.Y < line.Max.Y {
		pieces = append(pieces, line)
	}
	return pieces
}
