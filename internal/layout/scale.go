package layout

import (
	"math"
	"math/bits"

	"verbatim/internal/typeface"
)

// Scale says how a count n becomes a font height. Each rule is a promise that a caption can make in
// one sentence; none has a floor or a ceiling, which would make some words lie. (Linear is the
// plainest, but the eye sees area, and one frequent word leaves the others tiny; Sqrt gives each
// mention about the same area.)
type Scale string

// The scales.
const (
	Sqrt   Scale = "sqrt"   // height ~ √n
	Linear Scale = "linear" // height ~ n
	Log    Scale = "log"    // height ~ ln(1+n)
	Area   Scale = "area"   // area of the ink box ~ n
)

// Scales lists them in the order in which they are documented.
func Scales() []Scale { return []Scale{Sqrt, Linear, Log, Area} }

// Height returns the font height of a word said n times as a share of that of a word said top
// times. For Area, where the letters of the word matter too, it is the height for equal letters.
func (s Scale) Height(n, top float64) float64 {
	switch s {
	case Linear:
		return n / top
	case Log:
		return log2(1+n) / log2(1+top)
	}
	return math.Sqrt(n / top)
}

// log2 is the logarithm of a number of at least 1, to 40 binary places, in whole numbers: the last
// bits of math.Log differ between machines. Squaring a number between 1 and 2 shows the next place
// of its logarithm: whether it is 2 or more.
func log2(x float64) float64 {
	fraction, exponent := math.Frexp(x) // in [1/2, 1)
	m := uint64(fraction*(1<<63)) << 1
	places := uint64(exponent - 1)
	for range 40 {
		high, low := bits.Mul64(m, m)
		places <<= 1
		if m = high<<1 | low>>63; high>>63 > 0 {
			places, m = places|1, high
		}
	}
	return float64(places) / (1 << 40)
}

// weight is a font height relative to the largest of the cloud, in 1/2^32.
type weight int64

const fullWeight = weight(1) << 32

// step is a scale, the font height of a word of weight 1, in 1/64 px.
type step int64

func (s step) size() typeface.Size { return typeface.Px(float64(s) / 64) }

// faintest is the font height from which on letters surely leave ink: their strokes are then a few
// of the 256 parts of a pixel wide.
const faintest = typeface.Size(1<<25) / 10

// of returns the share w of the font height s.
func (w weight) of(s typeface.Size) typeface.Size {
	// Split, since the whole product may need more than 63 bits.
	whole, rest := int64(s)>>16, int64(s)&0xffff
	return typeface.Size((whole*int64(w) + rest*int64(w)>>16 + 1<<15) >> 16)
}
