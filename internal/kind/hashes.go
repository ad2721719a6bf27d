package kind

import "slices"

// hashes are a set of hashes. The place of one in the table is told by its last bits, or is the next free one behind
// that; 0 is a free place. Adding costs a third of what it costs in a map, for each row of a long file.
type hashes struct {
	table []uint64 // as many as a power of two, a quarter of them free
	n     int
}

// fewHashes is the length of the first table.
const fewHashes = 1 << 13

// add adds a hash.
func (h *hashes) add(x uint64) {
	h.reserve(1)
	if x == 0 {
		x = 1
	}
	last := uint64(len(h.table) - 1)
	at := x & last
	for ; h.table[at] != 0; at = (at + 1) & last {
		if h.table[at] == x {
			return
		}
	}
	h.table[at] = x
	h.n++
}

// reserve makes room for so many further hashes.
func (h *hashes) reserve(n int) {
	length := max(fewHashes, len(h.table))
	for (h.n+n)*4 > length*3 {
		length *= 2
	}
	if length > len(h.table) {
		grown := hashes{table: make([]uint64, length)}
		for _, x := range h.table {
			if x != 0 {
				grown.add(x)
			}
		}
		*h = grown
	}
}

// addAll adds the hashes of another set. Without the room for all of them, the first ones, which come in the order of
// their places, would crowd a part of the table.
func (h *hashes) addAll(o *hashes) {
	h.reserve(o.n)
	for _, x := range o.table {
		if x != 0 {
			h.add(x)
		}
	}
}

// clone is the same set, to be changed apart.
func (h *hashes) clone() *hashes { return &hashes{slices.Clone(h.table), h.n} }
