package survey

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"syscall"
	"testing"
	"time"
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

// reportCPU reports the processor time of one operation, which, unlike the time
// on the wall, does not depend on who else uses the machine.
func reportCPU(b *testing.B) func() {
	used := func() time.Duration {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			b.Fatal(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	before := used()
	return func() { b.ReportMetric(float64((used()-before).Milliseconds())/float64(b.N), "cpu-ms/op") }
}

func BenchmarkInspect(b *testing.B) {
	data := wide(35 << 20)
	b.SetBytes(int64(len(data)))
	defer reportCPU(b)()
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

// BenchmarkEncodingCSV is the measure that BenchmarkInspect and BenchmarkBlocks
// are held against.
func BenchmarkEncodingCSV(b *testing.B) {
	data := wide(35 << 20)
	b.SetBytes(int64(len(data)))
	defer reportCPU(b)()
	for b.Loop() {
		r := csv.NewReader(bytes.NewReader(data))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkBlocks(b *testing.B) {
	data := wide(35 << 20)
	e, err := Open(context.Background(), input(data), Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	defer reportCPU(b)()
	for b.Loop() {
		for block, err := range e.Blocks(context.Background(), Query{Columns: []int{20}}) {
			if err != nil {
				b.Fatal(err)
			}
			if _, err := block.Decode(); err != nil {
				b.Fatal(err)
			}
		}
	}
}
