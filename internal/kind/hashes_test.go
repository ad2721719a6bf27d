package kind

import (
	"math/rand/v2"
	"testing"
)

// A set of hashes holds what a map does: hashes that come again or share their last bits, 0, and so many that the table
// grows.
func TestHashes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var set, other hashes
	want := map[uint64]bool{}
	for range 3 * fewHashes {
		x := r.Uint64N(1<<15) << (r.IntN(4) * 16)
		if x <= 1 { // which are one
			x = 1
		}
		want[x] = true
		if r.IntN(2) == 0 {
			set.add(x)
		} else {
			other.add(x)
		}
		set.add(x & 1)
	}
	want[1] = true
	all := set.clone()
	all.addAll(&other)
	if all.n != len(want) || set.n >= all.n {
		t.Errorf("%d and %d hashes, want %d in all", set.n, all.n, len(want))
	}
	for _, x := range all.table {
		if x != 0 && !want[x] {
			t.Errorf("%x is none", x)
		}
	}
}
