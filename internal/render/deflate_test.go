package render

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
)

// What is compressed comes out again: rows of one colour and of many, that repeat the row above or
// nothing, and of every width; of so many tokens that there are several blocks; and one so uneven
// that the code of a rare symbol would be too long.
func TestDeflate(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	any := func(colors int) func(x, y int) byte { return func(int, int) byte { return byte(random.IntN(colors)) } }
	fibonacci := func(x, y int) byte { // 34 of one colour, 21 of the next, …
		for color, few, more := byte(1), 1, 1; ; color, few, more = color+1, more, few+more {
			if x < few+more {
				return color ^ byte(x&1)<<7
			}
		}
	}
	for _, test := range []struct {
		name          string
		width, height int
		pixel         func(x, y int) byte
	}{
		{"one pixel", 1, 1, any(256)},
		{"blank", 1600, 9, func(int, int) byte { return 0 }},
		{"the longest and one more", 260, 2, func(int, int) byte { return 7 }},
		{"two colours", 300, 300, any(2)},
		{"noise", 1000, 100, any(256)},
		{"tiles of noise", 200, 90, func(x, y int) byte { return byte((x%31 + 1) * (y%37 + 1) * 7919 >> 3) }},
		{"columns", 513, 20, func(x, _ int) byte { return byte(x * x) }},
		{"widest", 20000, 3, func(x, _ int) byte { return byte(x >> 3) }},
		{"rare symbols", 20000, 2, fibonacci},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDeflater()
			var want, got []byte
			for y := range test.height {
				row := make([]byte, test.width)
				for x := range row {
					row[x] = test.pixel(x, y)
				}
				d.row(row)
				got, d.out = append(got, d.out...), d.out[:0]
				want = append(append(want, 0), row...)
			}
			d.close()
			r, err := zlib.NewReader(bytes.NewReader(append(got, d.out...)))
			if err != nil {
				t.Fatal(err)
			}
			if back, err := io.ReadAll(r); err != nil || !bytes.Equal(back, want) {
				t.Errorf("%d bytes come back, not %d as before: %v", len(back), len(want), err)
			}
		})
	}
	for width := 1; width < 70; width++ {
		d, row := newDeflater(), make([]byte, width)
		for y := range 4 {
			row = slices.Clone(row)
			row[random.IntN(width)] = byte(y)
			d.row(row)
		}
		d.close()
		if r, err := zlib.NewReader(bytes.NewReader(d.out)); err != nil {
			t.Error(err)
		} else if back, err := io.ReadAll(r); err != nil || !bytes.Equal(back[len(back)-width:], row) {
			t.Errorf("%d wide: %v", width, err)
		}
	}
}

// No code is longer than is allowed, and the codes leave no bits unused, however uneven the counts are.
func TestCodeLengths(t *testing.T) {
	fibonacci := []int{1, 1}
	for len(fibonacci) < 40 {
		n := len(fibonacci)
		fibonacci = append(fibonacci, fibonacci[n-1]+fibonacci[n-2])
	}
	for _, counts := range [][]int{{3, 0, 5}, {1, 1, 1, 1}, {1, 2, 4, 8, 0, 16}, fibonacci} {
		lengths, used := codeLengths(counts), 0
		for i, n := range lengths {
			if (n > 0) != (counts[i] > 0) || n > deepest {
				t.Errorf("%v: %d bits for symbol %d", counts, n, i)
			}
			if n > 0 {
				used += 1 << (deepest - n)
			}
		}
		if used != 1<<deepest {
			t.Errorf("%v: %v is not a whole code", counts, lengths)
		}
	}
}
