package tally

import "math"

// z95 is the 97.5th percentile of the normal distribution.
const z95 = 1.959963984540054

// Wilson is the 95 % interval of a share p among n people after Wilson, with
// the variance scaled for a finite population of the given size (0: not
// finite). Source: Statistics Canada 12-001-X 2017002, with the effective n
// where answers are weighted.
func Wilson(p, n float64, population int) (low, high float64) {
	if n <= 0 {
		return 0, 1
	}
	finite := 1.0
	if population > 1 {
		finite = max(0, (float64(population)-n)/(float64(population)-1))
	}
	z2 := z95 * z95
	centre := (p + z2/(2*n)) / (1 + z2/n)
	half := z95 / (1 + z2/n) * math.Sqrt(finite*(p*(1-p)/n+z2/(4*n*n)))
	return max(0, centre-half), min(1, centre+half)
}
