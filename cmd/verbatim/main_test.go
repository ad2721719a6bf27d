package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"
)

// settings is the environment variable with which a benchmark makes the test binary the program, with other settings of
// the garbage collector.
const settings = "VERBATIM_COLLECT"

func TestMain(m *testing.M) {
	var c collector
	if _, err := fmt.Sscan(os.Getenv(settings), &c.first, &c.least, &c.growth, &c.room); err == nil {
		c.set()
		run()
	}
	m.Run()
}

// BenchmarkCollect compares settings of the garbage collector by processor time and peak memory of whole runs on one core:
// ours, ours without the limit, and Go's own. The survey is small, as most are; where VERBATIM_BENCH names a large one, as
// TestSpeed wants it, that is counted too. Memory below that of the benchmark's own process is not seen.
func BenchmarkCollect(b *testing.B) {
	limitless := ours
	limitless.room = 0
	for _, survey := range []struct{ name, file, question string }{
		{"small", "../../testdata/partnerships.csv", "2"}, {"large", os.Getenv("VERBATIM_BENCH"), "q2_open"},
	} {
		if survey.file == "" {
			continue
		}
		for _, setting := range []struct {
			name string
			collector
		}{{"ours", ours}, {"without limit", limitless}, {"Go's own", collector{growth: 100}}} {
			b.Run(survey.name+"/"+setting.name, func(b *testing.B) {
				took, peak := 0.0, int64(0)
				for b.Loop() {
					c := exec.Command(os.Args[0], "tally", survey.file, "-q", survey.question)
					c.Env = append(os.Environ(), "GOMAXPROCS=1", fmt.Sprintf("%s=%d %d %d %d", settings, setting.first, setting.least, setting.growth, setting.room))
					if out, err := c.CombinedOutput(); err != nil {
						b.Fatalf("%v\n%s", err, out)
					}
					took += (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
					peak = max(peak, c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
				}
				b.ReportMetric(took/float64(b.N)*1000, "cpu-ms")
				b.ReportMetric(float64(peak)/1024, "peak-MiB")
			})
		}
	}
}
