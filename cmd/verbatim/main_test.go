package main

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// settings is the environment variable with which a benchmark makes the test binary the program, with other settings of
// the garbage collector.
const settings = "VERBATIM_COLLECT"

func TestMain(m *testing.M) {
	var at, growth int
	if _, err := fmt.Sscan(os.Getenv(settings), &at, &growth); err == nil {
		collect(at, growth)
		run()
	}
	m.Run()
}

// BenchmarkCollect compares settings of the garbage collector by the processor time of a whole run: ours, Go's own, and
// our growth without a least heap. The survey and the picture are small, as most are.
func BenchmarkCollect(b *testing.B) {
	for _, test := range []struct {
		name       string
		at, growth int
	}{{"ours", first, growth}, {"Go's own", 0, 100}, {"growth alone", 0, growth}} {
		b.Run(test.name, func(b *testing.B) {
			took := 0.0
			for b.Loop() {
				c := exec.Command(os.Args[0], "tally", "../../testdata/partnerships.csv")
				c.Env = append(os.Environ(), fmt.Sprintf("%s=%d %d", settings, test.at, test.growth))
				if out, err := c.CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
				took += (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
			}
			b.ReportMetric(took/float64(b.N)*1000, "cpu-ms")
		})
	}
}
