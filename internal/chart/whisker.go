package chart

import "image"

// whisker cuts a whisker out of a bar, so that it can be seen on the bar and beyond it in any colour, and no pixel
// belongs to two shapes. Inside the bar the background shows through; outside there is ink:
//
//	            low   end  high
//	██████████████████████
//	████████████▌█████████     ▌  ┐
//	████████████▌          ▀▀▀▀▌  ├ twice capHeight
//	████████████▌█████████     ▌  ┘
//	██████████████████████
//
// The bar is in 1/256 px; low, high, middle and stroke (the width of its lines) are in px. inside is what is left of the
// bar, outside the part of the whisker beyond it, both in 1/256 px.
func whisker(bar image.Rectangle, low, high, middle, stroke int) (inside, outside []image.Rectangle) {
	capHeight := bar.Dy() / subpixels / 4 // half the height of the marks at both ends, px
	zero, end := bar.Min.X/subpixels, bar.Max.X/subpixels
	top, bottom := (middle-stroke/2)*subpixels, (middle-stroke/2+stroke)*subpixels
	capTop, capBottom := (middle-capHeight)*subpixels, (middle+capHeight)*subpixels
	add := func(list *[]image.Rectangle, x0, y0, x1, y1 int) {
		if x1 > x0 && y1 > y0 {
			*list = append(*list, image.Rect(x0, y0, x1, y1))
		}
	}
	low = max(low, zero)
	slit := min(low, end) // where the horizontal slit starts, px
	if low > zero && low+stroke <= end {
		// The mark at the low end is a slit of its own; the bar goes on above and below it.
		slit = low + stroke
		add(&inside, bar.Min.X, bar.Min.Y, low*subpixels, bar.Max.Y)
		add(&inside, low*subpixels, bar.Min.Y, slit*subpixels, capTop)
		add(&inside, low*subpixels, capBottom, slit*subpixels, bar.Max.Y)
	} else {
		add(&inside, bar.Min.X, bar.Min.Y, slit*subpixels, bar.Max.Y)
	}
	add(&inside, slit*subpixels, bar.Min.Y, bar.Max.X, top)
	add(&inside, slit*subpixels, bottom, bar.Max.X, bar.Max.Y)
	start := ceil(bar.Max.X)
	if high > start {
		add(&outside, start*subpixels, top, (high-stroke)*subpixels, bottom)
		add(&outside, max(start, high-stroke)*subpixels, capTop, high*subpixels, capBottom)
	}
	return inside, outside
}
