package tally

import (
	"math"
	"strconv"
)

// A Figure is a count that disclosure control may withhold. In JSON it is a
// number, or null where it is withheld: that a figure is there and is not told
// differs from 0.
type Figure int

// Withheld is the Figure that is not told. It is far below any count, so that a
// sum which it got into by mistake fails every check.
const Withheld Figure = math.MinInt

// IsWithheld reports whether the figure is not told.
func (f Figure) IsWithheld() bool { return f == Withheld }

// MarshalJSON writes null for a figure that is withheld.
func (f Figure) MarshalJSON() ([]byte, error) {
	if f.IsWithheld() {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(f), 10), nil
}
