package kind

import "math/bits"

// Respondents is a set of respondents by their numbers from 0, one bit each: those who answered a
// column. The zero value is empty.
type Respondents []uint64

// Add adds one.
func (b *Respondents) Add(n int) {
	for len(*b) <= n/64 {
		*b = append(*b, 0)
	}
	(*b)[n/64] |= 1 << (n % 64)
}

// Unite adds all of c.
func (b *Respondents) Unite(c Respondents) {
	for len(*b) < len(c) {
		*b = append(*b, 0)
	}
	for i, word := range c {
		(*b)[i] |= word
	}
}

// Size gives their number.
func (b Respondents) Size() (n int) {
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// Shared gives the number of those that are in c, too.
func (b Respondents) Shared(c Respondents) (n int) {
	for i := range min(len(b), len(c)) {
		n += bits.OnesCount64(b[i] & c[i])
	}
	return n
}
