//go:build unix

package survey

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"
	"time"

	"verbatim/internal/growth"
)

// wide writes about size bytes of an invented survey of 369 columns: marks,
// choices, numbers, and every twentieth question answered in words.
func wide(size int) []byte {
	const columns = 369
	var b bytes.Buffer
	r := rand.New(rand.NewPCG(1, 2))
	for c := 1; c <= columns; c++ {
		fmt.Fprintf(&b, "What about %d?%c", c, ",\n"[c/columns])
	}
	for b.Len() < size {
		for c := 1; c <= columns; c++ {
			switch {
			case c%20 == 0 && r.IntN(3) == 0:
				fmt.Fprintf(&b, "\"some words, %d of them\"", r.IntN(1e6))
			case c%20 == 0:
			case c%3 == 0:
				fmt.Fprint(&b, 1+r.IntN(5))
			case c%3 == 1:
				b.WriteString([]string{"Yes", "No"}[r.IntN(2)])
			default:
				fmt.Fprintf(&b, "Option %d", r.IntN(8))
			}
			b.WriteByte(",\n"[c/columns])
		}
	}
	return b.Bytes()
}

// input is an input that can be read again and again.
func input(data []byte) []Input {
	return []Input{{Name: "wide.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}}
}

// reportCPU reports the processor time of one operation, and how often the same
// bytes go through encoding/csv in that time.
func reportCPU(b *testing.B, data []byte) func() {
	b.SetBytes(int64(len(data)))
	before := growth.Processor(b)
	readCSV(b, data)
	measure := growth.Processor(b) - before
	before = growth.Processor(b)
	b.ResetTimer()
	return func() {
		each := (growth.Processor(b) - before) / time.Duration(b.N)
		b.ReportMetric(float64(each.Milliseconds()), "cpu-ms/op")
		b.ReportMetric(float64(each)/float64(measure), "x-encoding/csv")
	}
}

// readCSV reads everything with encoding/csv and does nothing with it.
func readCSV(b *testing.B, data []byte) {
	r := csv.NewReader(bytes.NewReader(data))
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err == io.EOF {
			return
		} else if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkInspect is to stay under 2 s of one core.
func BenchmarkInspect(b *testing.B) {
	data := wide(35 << 20)
	defer reportCPU(b, data)()
	for b.Loop() {
		e, err := Open(context.Background(), input(data), Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := e.Inspect(context.Background(), InspectOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBlocks(b *testing.B) {
	data := wide(35 << 20)
	e, err := Open(context.Background(), input(data), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer reportCPU(b, data)()
	for b.Loop() {
		for block, err := range e.Blocks(context.Background(), Query{Columns: []int{20}}) {
			if err != nil {
				b.Fatal(err)
			}
			if _, err := new(Decoder).Decode(block); err != nil {
				b.Fatal(err)
			}
		}
	}
}
