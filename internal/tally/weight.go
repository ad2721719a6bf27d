package tally

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/value"
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
	f, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64) // weights are about 1: 1,234 is no thousand
	if n, ok := value.Number(s); err != nil && ok {
		f, err = n, nil
	}
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

// weightDecimals and squareDecimals are the units as powers of ten.
const weightDecimals, squareDecimals = 9, 18

// MarshalJSON writes the weight as a number, exactly.
func (w Weight) MarshalJSON() ([]byte, error) {
	return decimal(big.NewInt(int64(w)), weightDecimals), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (w *Weight) UnmarshalJSON(text []byte) error {
	n, err := units(string(text), weightDecimals)
	if err == nil && (n.Sign() < 0 || !n.IsInt64()) {
		err = fmt.Errorf("the weight %s is out of range", text)
	}
	if err == nil {
		*w = Weight(n.Int64())
	}
	return err
}

// Squares is a sum of squared weights in units of 1e-18, exact like them. A sum
// of weights has 63 bits at most, so that of their squares has no more than 126.
type Squares struct{ high, low uint64 }

// add adds the square of one weight.
func (s *Squares) add(w Weight) {
	high, low := bits.Mul64(uint64(w), uint64(w))
	s.merge(Squares{high, low})
}

// merge adds another sum.
func (s *Squares) merge(o Squares) {
	var carry uint64
	s.low, carry = bits.Add64(s.low, o.low, 0)
	s.high, _ = bits.Add64(s.high, o.high, carry)
}

// minus is the sum without a part of it.
func (s Squares) minus(part Squares) Squares {
	low, borrow := bits.Sub64(s.low, part.low, 0)
	high, _ := bits.Sub64(s.high, part.high, borrow)
	return Squares{high, low}
}

// big is the sum as a number of units of 1e-18.
func (s Squares) big() *big.Int {
	n := new(big.Int).SetUint64(s.high)
	return n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(s.low))
}

// float is the sum as a number.
func (s Squares) float() float64 {
	f, _ := new(big.Float).SetInt(s.big()).Float64()
	return f / 1e18
}

// MarshalJSON writes the sum as a number, exactly.
func (s Squares) MarshalJSON() ([]byte, error) { return decimal(s.big(), squareDecimals), nil }

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Squares) UnmarshalJSON(text []byte) error {
	n, err := units(string(text), squareDecimals)
	if err == nil && (n.Sign() < 0 || n.BitLen() > 128) {
		err = fmt.Errorf("the sum of squares %s is out of range", text)
	}
	if err == nil {
		s.low = new(big.Int).And(n, new(big.Int).SetUint64(math.MaxUint64)).Uint64()
		s.high = new(big.Int).Rsh(n, 64).Uint64()
	}
	return err
}

// decimal writes n units of 10^-decimals as a JSON number: 1500 of 1e-3 is 1.5.
func decimal(n *big.Int, decimals int) []byte {
	digits := fmt.Sprintf("%0*s", decimals+1, n)
	at := len(digits) - decimals
	return []byte(strings.TrimRight(strings.TrimRight(digits[:at]+"."+digits[at:], "0"), "."))
}

// units is the inverse of decimal; a number that is no whole number of units is
// an error, and so is one with an exponent that no sum has.
func units(text string, decimals int) (*big.Int, error) {
	const longest = 64
	r, ok := new(big.Rat).SetString(text)
	if len(text) > longest || strings.ContainsAny(text, "eE/_") || !ok {
		return nil, fmt.Errorf("%.64s is not a number with at most %d decimals", text, decimals)
	}
	r.Mul(r, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)))
	if !r.IsInt() {
		return nil, fmt.Errorf("%s is not a number with at most %d decimals", text, decimals)
	}
	return r.Num(), nil
}

// effectiveN is Kish's effective sample size, (Σw)²/Σw²; 0 without weights.
func effectiveN(sum Weight, squares Squares) float64 {
	if squares == (Squares{}) {
		return 0
	}
	return sum.Float() * sum.Float() / squares.float()
}

// heavy are the largest weights of single people, falling: as many as can each be over a part of
// the sum that 1/heavyPart is.
type heavy []Weight

// heavyPart: a person who carries over 1/20 of the weight, 5 %, decides more than a survey should let one.
const heavyPart = 20

// add adds the weight of a person.
func (h *heavy) add(w Weight) {
	if w == 0 || len(*h) == heavyPart && w <= (*h)[heavyPart-1] {
		return
	}
	at, _ := slices.BinarySearchFunc(*h, w, func(x, w Weight) int { return cmp.Compare(w, x) })
	*h = slices.Insert(*h, at, w)
	*h = (*h)[:min(len(*h), heavyPart)]
}

// Heavy says how many people carry over 5 % of the weight of those who gave an answer, each more
// than an equal part, and how much the first of them carries, in [0,1]. It does not say who.
func (s *Sum) Heavy() (people int, most float64) {
	sum := s.Base.WeightSum
	for _, w := range s.heavy {
		if w > sum/heavyPart && w > sum/Weight(s.Base.Valid) {
			people++
		}
	}
	if people > 0 {
		most = s.heavy[0].Float() / sum.Float()
	}
	return people, most
}

// people are respondents and their weight.
type people struct {
	n      int
	weight Weight
}

// plus adds people, or subtracts them if sign is -1. Weights are whole numbers, so
// nothing is lost by subtracting what was added.
func (p people) plus(o people, sign int) people {
	return people{p.n + sign*o.n, p.weight + Weight(sign)*o.weight}
}
