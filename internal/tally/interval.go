package tally

import "math"

// z95 is the 97.5th percentile of the normal distribution.
const z95 = 1.959963984540054

// wilsonInterval is the 95 % interval of a share p among n people after Wilson:
//
//	centre = (p + z²/2n) / (1 + z²/n)
//	half   = z/(1 + z²/n) · √( p(1-p)/n + z²/4n² )
//
// with z² multiplied throughout by finite, that of finiteFactor. That is the
// interval of n/finite people. It contains p whatever the correction, and is only p
// if everybody was asked. If the correction were only under the root, the centre
// would still be drawn towards one half, and the narrow interval would miss p.
// Source: Statistics Canada 12-001-X 2017002, with the effective n where answers
// are weighted.
func wilsonInterval(p, n, finite float64) (low, high float64) {
	if n <= 0 {
		return 0, 1
	}
	z2 := z95 * z95 * finite
	centre := (p + z2/(2*n)) / (1 + z2/n)
	half := math.Sqrt(z2*(p*(1-p)/n+z2/(4*n*n))) / (1 + z2/n)
	return min(p, max(0, centre-half)), max(p, min(1, centre+half)) // p is inside, except for rounding
}

// finiteFactor is the finite-population correction (N-n)/(N-1) for n people who
// answered, weighted or not, out of a population of N. It is 1 if N is 0, which
// means an infinite population, and 0 if everybody answered.
func finiteFactor(population, n int) float64 {
	switch {
	case population <= 0:
		return 1
	case n >= population:
		return 0
	}
	return float64(population-n) / float64(population-1)
}
