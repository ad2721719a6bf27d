package survey

import "math/bits"

// A bitset is a set of small numbers, one bit each. The zero value is empty.
type bitset []uint64

// set adds n.
func (b *bitset) set(n int) {
	for len(*b) <= n/64 {
		*b = append(*b, 0)
	}
	(*b)[n/64] |= 1 << (n % 64)
}

// add adds all of c.
func (b *bitset) add(c bitset) {
	for len(*b) < len(c) {
		*b = append(*b, 0)
	}
	for i, word := range c {
		(*b)[i] |= word
	}
}

// size gives the number of elements.
func (b bitset) size() (n int) {
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// shared gives the number of elements that b shares with c.
func (b bitset) shared(c bitset) (n int) {
	for i := range min(len(b), len(c)) {
		n += bits.OnesCount64(b[i] & c[i])
	}
	return n
}
