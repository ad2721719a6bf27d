package rows

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// What is drawn does not depend on the order of the records, and has about the size asked for.
func TestDrawn(t *testing.T) {
	const rows = 60_000 // more than a head of 8 MiB holds
	lines := make([]string, rows)
	for i := range lines {
		lines[i] = fmt.Sprintf("%d,%s", i, strings.Repeat("trust ", 20+i%17))
	}
	drawn := func(most, size int) (texts []string) {
		text := "id,Why?\n" + strings.Join(lines, "\n") + "\n"
		s, err := Detect(Input{Name: "x.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}, Options{})
		if err != nil || s.Table.Whole {
			t.Fatal("the table is not read in part", err)
		}
		d := NewDraw(most, size)
		if err := d.Add(context.Background(), s.Table, 1); err != nil {
			t.Fatal(err)
		}
		cuts, _ := d.Drawn([]*Table{s.Table})
		for _, cut := range cuts {
			for i, rec := range cut[0].Block.Records {
				if texts = append(texts, rec.Text); len(cut) > 1 || cut[0].Ranks[rec.Line] != len(texts)-1 {
					t.Fatal(len(cut), i, cut[0].Ranks[rec.Line], len(texts))
				}
			}
		}
		return texts
	}
	for _, size := range []int{1, 1000, 100_000, 1 << 20} {
		first := drawn(rows, size)
		rand.New(rand.NewPCG(1, 2)).Shuffle(rows, func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		if again := drawn(rows, size); !slices.Equal(first, again) {
			t.Errorf("size %d: %d records, and in another order of the rows %d others", size, len(first), len(again))
		}
		if length := len(strings.Join(first, "")); len(first) == 0 || size > 1 && (length > size || length < size-300) {
			t.Errorf("size %d: %d records of %d bytes", size, len(first), length)
		}
	}
	if n := len(drawn(500, 1<<20)); n != 500 {
		t.Errorf("%d records instead of 500", n)
	}
}
