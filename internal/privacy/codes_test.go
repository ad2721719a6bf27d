package privacy_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"verbatim/internal/privacy"
)

func TestShownCodes(t *testing.T) {
	const n = 5
	tests := []struct {
		name string
		rows map[uint64]int // by the themes 1, 2 and 4
		nils int
		want string
	}{
		{"nothing is small", map[uint64]int{0: 9, 1: 9, 2: 8, 5: 7}, 0, "[true true true] true"},
		{"few in no theme take the smallest along", map[uint64]int{0: 1, 1: 20, 2: 6, 4: 8}, 0, "[true false true] true"},
		{"the next as well where that is not enough", map[uint64]int{0: 1, 1: 20, 3: 6, 4: 8}, 0, "[true false false] true"},
		{"few of a theme", map[uint64]int{0: 9, 1: 9, 2: 4, 4: 8}, 0, "[true false true] true"},
		{"all but few of a theme", map[uint64]int{1: 20, 2: 3, 5: 9}, 0, "[false false true] true"},
		{"few nil answers", map[uint64]int{0: 9, 1: 9, 2: 9, 4: 9}, 2, "[true true true] false"},
		{"few in no theme beside nil answers", map[uint64]int{0: 9, 1: 9, 2: 9, 4: 9}, 7, "[true true true] false"},
	}
	for _, tt := range tests {
		shown, uncoded := privacy.ShownCodes(tt.rows, tt.nils, 3, n)
		if got := fmt.Sprint(shown, uncoded); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// No column that is shown has few people, or leaves few out.
func TestShownCodesHaveNoFew(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 4))
		n, themes, rows := 2+r.IntN(6), 1+r.IntN(6), map[uint64]int{}
		for range 1 + r.IntN(12) {
			rows[r.Uint64N(1<<themes)] += 1 + r.IntN(9)
		}
		nils := r.IntN(rows[0] + 1)
		shown, uncoded := privacy.ShownCodes(rows, nils, themes, n)
		columns, all := map[string]int{}, 0
		for ticks, people := range rows {
			all += people
			none := true
			for i, ok := range shown {
				if ok && ticks&(1<<i) != 0 {
					columns[fmt.Sprint("theme ", i)] += people
					none = false
				}
			}
			if none {
				columns["no theme shown"] += people
			}
		}
		if uncoded {
			columns["uncoded"], columns["nothing"] = columns["no theme shown"]-nils, nils
		}
		for name, people := range columns {
			if rest := all - people; all >= n && (0 < people && people < n || 0 < rest && rest < n && name != "uncoded" && name != "nothing") {
				t.Fatalf("seed %d: %s has %d of %d, the threshold is %d", seed, name, people, all, n)
			}
		}
	}
}
