//go:build unix

package layout

import (
	"context"
	"os"
	"syscall"
	"testing"
)

// cpu returns the processor time used so far, in ns: other than the wall's, it is not lengthened by a busy machine.
func cpu(b *testing.B) int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}

// How long whole layouts take, and how large their words become.
func BenchmarkExact(b *testing.B) {
	for _, test := range []struct {
		name   string
		n, top int
		scale  Scale
	}{
		{"50-sqrt", 50, 200, Sqrt}, {"200-sqrt", 200, 500, Sqrt}, {"200-linear", 200, 500, Linear},
		{"1000-sqrt", 1000, 5000, Sqrt}, {"3000-sqrt", 3000, 5000, Sqrt}, {"1000-linear", 1000, 5000, Linear},
	} {
		b.Run(test.name, func(b *testing.B) {
			s := largeSpec(b, benchWords(b, test.n, test.top), test.scale)
			s.Chain = dejaVu(b)
			var l *Layout
			start := cpu(b)
			for b.Loop() {
				var err error
				if l, err = (Exact{}).Layout(context.Background(), s); err != nil {
					b.Fatal(err)
				}
			}
			top := 0.0
			for _, w := range l.Words {
				top = max(top, w.Size)
			}
			b.ReportMetric(float64(cpu(b)-start)/float64(b.N)/1e6, "cpu-ms")
			b.ReportMetric(top, "px")
			b.ReportMetric(float64(len(l.Tries)), "tries")
			b.ReportMetric(float64(len(l.Words)), "words")
			if os.Getenv("TRIES") != "" {
				b.Log(l.Tries)
			}
		})
	}
}
