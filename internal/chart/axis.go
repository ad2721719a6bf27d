package chart

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strconv"
)

// An axis turns values into places: zero is at x, and a unit is so many pixels long. It knows what is in the way of its
// gridlines:
//
//	0 %      10 %      20 %
//	┃                   ╎
//	┃███████████████  19 %       a gridline is cut where a bar or its text stands
//	┃         ╎         ╎
//	┃██████  7 %        ╎
type axis struct {
	zero  int     // px
	unit  float64 // px of a value of 1
	share bool    // values are shares of 1, else counts
}

// at is the place of a value, in 1/256 px.
func (a *axis) at(value float64) int { return a.zero*one + int(math.Round(value*a.unit*one)) }

// px is the nearest whole pixel of a value.
func (a *axis) px(value float64) int { return a.zero + int(math.Round(value*a.unit)) }

// step is the distance of gridlines in values: the smallest round one that keeps them a number of pixels apart.
func (a *axis) step(apart int) float64 {
	size := 0.01
	if !a.share {
		size = 1
	}
	for {
		for _, m := range [...]float64{1, 2, 5} {
			if m*size*a.unit >= float64(apart) {
				return m * size
			}
		}
		size *= 10
	}
}

// tick is the label of a gridline.
func (a *axis) tick(n int, step float64) string {
	value := float64(n) * step
	if !a.share {
		return strconv.Itoa(int(math.Round(value)))
	}
	return fmt.Sprintf("%.0f %%", 100*value)
}

// ticks says how many gridlines there are beyond zero: up to the first that no bar passes, if there is room for it.
func (a *axis) ticks(step, longest float64, right int) int {
	n := int(math.Ceil(longest/step - 1e-9))
	for n > 0 && (a.px(float64(n)*step) > right || a.share && float64(n)*step > 1+1e-9) {
		n--
	}
	return n
}

// free is what a vertical line keeps of its length where rectangles stand in its way; they are sorted from top to bottom.
func free(line image.Rectangle, obstacles []image.Rectangle) []image.Rectangle {
	slices.SortFunc(obstacles, func(a, b image.Rectangle) int { return a.Min.Y - b.Min.Y })
	var parts []image.Rectangle
	for _, o := range obstacles {
		if o.Max.X <= line.Min.X || o.Min.X >= line.Max.X || o.Max.Y <= line.Min.Y {
			continue
		}
		if o.Min.Y > line.Min.Y {
			parts = append(parts, image.Rect(line.Min.X, line.Min.Y, line.Max.X, min(o.Min.Y, line.Max.Y)))
		}
		line.Min.Y = max(line.Min.Y, o.Max.Y)
	}
	if line.Min.Y < line.Max.Y {
		parts = append(parts, line)
	}
	return parts
}
