package chart

import "image"

// whisker cuts a whisker out of a bar, so that it can be seen on the bar and beside it, whatever the colours, and no pixel
// belongs to two shapes:
//
//	            low   end  high
//	██████████████████████
//	████████████▌█████████     ▌
//	████████████▌          ▀▀▀▀▌      inside the bar the background shows, beyond it there is ink
//	████████████▌█████████     ▌
//	██████████████████████
//
// The bar is in 1/256 px, low, high, the middle and the line's width in px.
func whisker(bar image.Rectangle, low, high, middle, line int) (inside, outside []image.Rectangle) {
	cap := bar.Dy() / one / 4 // half the height of the marks at both ends
	x0, end := bar.Min.X/one, bar.Max.X/one
	top, bottom := (middle-line/2)*one, (middle-line/2+line)*one
	low = max(low, x0)
	add := func(list *[]image.Rectangle, x0, y0, x1, y1 int) {
		if x1 > x0 && y1 > y0 {
			*list = append(*list, image.Rect(x0, y0, x1, y1))
		}
	}
	after := low // where the slit goes on after the mark at its low end
	if low > x0 && low+line <= end {
		after = low + line
		add(&inside, bar.Min.X, bar.Min.Y, low*one, bar.Max.Y)
		add(&inside, low*one, bar.Min.Y, after*one, (middle-cap)*one)
		add(&inside, low*one, (middle+cap)*one, after*one, bar.Max.Y)
	} else {
		after = min(max(low, x0), end)
		add(&inside, bar.Min.X, bar.Min.Y, after*one, bar.Max.Y)
	}
	add(&inside, after*one, bar.Min.Y, bar.Max.X, top)
	add(&inside, after*one, bottom, bar.Max.X, bar.Max.Y)
	start := (bar.Max.X + one - 1) / one
	if high-line > start {
		add(&outside, start*one, top, (high-line)*one, bottom)
	}
	if high > start {
		add(&outside, max(start, high-line)*one, (middle-cap)*one, high*one, (middle+cap)*one)
	}
	return inside, outside
}
