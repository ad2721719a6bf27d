package tally

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// A Weight is a survey weight in units of 1e-9: whole numbers add up to the
// same sum in any order, so that a result does not depend on the number of
// workers or shards.
type Weight int64

// One is the weight of a respondent of an unweighted survey.
const One Weight = 1_000_000_000

// maxWeight bounds a single weight, so that the sum of many cannot overflow.
const maxWeight = 1e6

// ParseWeight reads a weight, rounded to nine decimals. A missing, negative,
// non-numeric or absurdly large one is an error.
func ParseWeight(s string) (Weight, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, fmt.Errorf("the weight is missing")
	}
	f, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	switch {
	case err != nil || math.IsNaN(f) || math.IsInf(f, 0):
		return 0, fmt.Errorf("the weight %q is not a number", s)
	case f < 0:
		return 0, fmt.Errorf("the weight %q is negative", s)
	case f > maxWeight:
		return 0, fmt.Errorf("the weight %q is above %g", s, float64(maxWeight))
	}
	return Weight(math.Round(f * float64(One))), nil
}

// Float is the weight as a number.
func (w Weight) Float() float64 { return float64(w) / float64(One) }

// squares adds up squared weights exactly, in units of 1e-18.
type squares struct{ sum big.Int }

func (s *squares) add(w Weight) {
	if w == 0 {
		return
	}
	var x big.Int
	x.SetInt64(int64(w))
	s.sum.Add(&s.sum, x.Mul(&x, &x))
}

// float is the sum as a number.
func (s *squares) float() float64 {
	f, _ := new(big.Float).SetInt(&s.sum).Float64()
	return f / 1e18
}

// EffectiveN is Kish's effective sample size, (Σw)²/Σw²; 0 without weights.
func EffectiveN(sum, squares float64) float64 {
	if squares == 0 {
		return 0
	}
	return sum * sum / squares
}
