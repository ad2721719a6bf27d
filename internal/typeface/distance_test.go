package typeface

import "math"

// distance returns how far p lies from a closed polygon's edge.
func distance(p Point, polygon []Point) float64 {
	best := math.Inf(1)
	from := polygon[len(polygon)-1]
	for _, to := range polygon {
		best = min(best, toSegment(p, from, to))
		from = to
	}
	return best
}

func toSegment(p, a, b Point) float64 {
	px, py := float64(p.X-a.X), float64(p.Y-a.Y)
	dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
	share := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		share = max(0, min(1, (px*dx+py*dy)/l))
	}
	return math.Hypot(px-share*dx, py-share*dy)
}
