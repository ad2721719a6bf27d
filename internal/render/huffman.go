package render

import (
	"math/bits"
	"slices"
)

// codeLengths returns how many bits the code of each symbol has, so that all that is counted takes
// the fewest; 0 for a symbol that does not occur. At least two do. Where a code would be longer than
// is allowed, rare symbols count for more.
func codeLengths(counts []int) []uint8 {
	for {
		lengths := depths(counts)
		if slices.Max(lengths) <= deepest {
			return lengths
		}
		counts = slices.Clone(counts)
		for i, n := range counts {
			counts[i] = (n + 1) / 2
		}
	}
}

// depths are those of the leaves of Huffman's tree: the two nodes that occur least get a common
// parent, again and again. As the parents come in the order of their counts, the next two are
// always at the heads of two lists, the leaves in order and the parents:
//
//	leaves    a 1   b 1   c 3   d 4          parents   ab 2   abc 5   abcd 9
func depths(counts []int) []uint8 {
	var leaves []int
	for symbol, n := range counts {
		if n > 0 {
			leaves = append(leaves, symbol)
		}
	}
	slices.SortStableFunc(leaves, func(a, b int) int { return counts[a] - counts[b] })
	n := len(leaves)
	weights, parent := make([]int, 2*n-1), make([]int, 2*n-1) // of leaves, then of parents
	for i, symbol := range leaves {
		weights[i] = counts[symbol]
	}
	leaf, inner := 0, n
	for next := n; next < 2*n-1; next++ {
		for range 2 {
			least := &inner
			if leaf < n && (inner == next || weights[leaf] <= weights[inner]) {
				least = &leaf
			}
			weights[next] += weights[*least]
			parent[*least] = next
			*least++
		}
	}
	depth, lengths := make([]uint8, 2*n-1), make([]uint8, len(counts))
	for i := 2*n - 3; i >= 0; i-- {
		if depth[i] = depth[parent[i]] + 1; i < n {
			lengths[leaves[i]] = depth[i]
		}
	}
	return lengths
}

// codesOf returns the codes of given lengths that RFC 1951 prescribes: shorter ones before longer
// ones, of equal length in the order of the symbols. The first bit is the lowest.
func codesOf(lengths []uint8) []uint16 {
	codes, code := make([]uint16, len(lengths)), uint16(0)
	for n := uint8(1); n <= deepest; n++ {
		for symbol, length := range lengths {
			if length == n {
				codes[symbol] = bits.Reverse16(code) >> (16 - n)
				code++
			}
		}
		code <<= 1
	}
	return codes
}
