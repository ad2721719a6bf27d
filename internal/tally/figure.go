package tally

import (
	"math"
	"strconv"
)

// A Figure is a count that disclosure control may withhold. In JSON it is a number,
// or null if it is withheld: a figure that is not shown differs from 0.
type Figure int

// Withheld is the Figure that is not shown. It is far below any count, so a sum
// that includes it by mistake fails every check.
const Withheld Figure = math.MinInt

// IsWithheld reports whether the figure is not shown.
func (f Figure) IsWithheld() bool { return f == Withheld }

// IsZero is IsWithheld: a document leaves out a field with omitzero that is not shown.
func (f Figure) IsZero() bool { return f.IsWithheld() }

// MarshalJSON writes null for a figure that is withheld.
func (f Figure) MarshalJSON() ([]byte, error) {
	if f.IsWithheld() {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(f), 10), nil
}
