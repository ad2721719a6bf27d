package rows

import (
	"fmt"
	"strings"
	"testing"
)

// A table reads the same whether blocks are freed or kept: of short records, and of one that is longer
// than a block. A freed block is filled again.
func TestFree(t *testing.T) {
	var text strings.Builder
	text.WriteString("id,answer\n")
	for i := range 40_000 {
		fmt.Fprintf(&text, "%d,\"an answer,\n of two lines\"\n", i)
		if i == 20_000 {
			fmt.Fprintf(&text, "%d,%s\n\n", i, strings.Repeat("long ", blockSize/3))
		}
	}
	sample, err := Detect(Stream("table.csv", strings.NewReader(text.String())), Options{})
	if err != nil {
		t.Fatal(err)
	}
	read := func(free bool) (all []string, memories int) {
		seen := make(map[*byte]bool)
		for block, err := range sample.Table.Blocks(t.Context(), 1) {
			if err != nil {
				t.Fatal(err)
			}
			for _, rec := range block.Records {
				all = append(all, fmt.Sprint(rec.Line, " ", strings.Clone(rec.Text), block.Empty))
			}
			seen[&block.text[:1][0]] = true
			if free {
				for i := range block.text {
					block.text[i] = '"' // nobody reads it any more
				}
				block.Free()
			}
		}
		return all, len(seen)
	}
	kept, blocks := read(false)
	freed, memories := read(true)
	if len(kept) != 40_001 || strings.Join(kept, "\n") != strings.Join(freed, "\n") {
		t.Errorf("%d records, %d where blocks are freed", len(kept), len(freed))
	}
	if memories*2 > blocks {
		t.Errorf("%d blocks were read into %d memories", blocks, memories)
	}
}
