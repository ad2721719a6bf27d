//go:build unix

package pipeline_test

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"

	"verbatim/internal/pipeline"
	"verbatim/internal/survey"
)

// TestSpeed measures a count of column q2_open of the CSV file that
// VERBATIM_BENCH names (a generated survey of a million rows) against
// encoding/csv alone reading the same file, in the same run: processor time,
// and with two workers the time on the clock. It fails where the count takes
// more than eight times the processor time.
func TestSpeed(t *testing.T) {
	path := os.Getenv("VERBATIM_BENCH")
	if path == "" {
		t.Skip("VERBATIM_BENCH names no file to measure with")
	}
	var floor, one, two []time.Duration
	for range 3 {
		cpu, _ := timed(t, func() { readCSV(t, path) })
		floor = append(floor, cpu)
		cpu, wall := timed(t, func() { tallyOf(t, path, 1) })
		one = append(one, cpu)
		_, wall2 := timed(t, func() { tallyOf(t, path, 2) })
		two = append(two, wall*10/wall2)
	}
	ratio := float64(least(one)) / float64(least(floor))
	t.Logf("encoding/csv %v, tally %v: %.1f times; two workers %.1f times faster on %d cores",
		least(floor), least(one), ratio, float64(least(two))/10, runtime.GOMAXPROCS(0))
	if ratio > 8 {
		t.Errorf("a count takes %.1f times the processor time of encoding/csv, more than 8", ratio)
	}
}

func least(times []time.Duration) time.Duration {
	best := times[0]
	for _, d := range times {
		best = min(best, d)
	}
	return best
}

// timed gives the processor time of this process, and the time on the clock.
func timed(t *testing.T, f func()) (cpu, wall time.Duration) {
	t.Helper()
	start, before := time.Now(), processor(t)
	f()
	return processor(t) - before, time.Since(start)
}

func processor(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func readCSV(t *testing.T, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	for {
		if _, err := r.Read(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func tallyOf(t *testing.T, path string, workers int) {
	t.Helper()
	ctx := context.Background()
	e, err := survey.Open(ctx, []survey.Input{survey.File(path)}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	q, err := e.Select("q2_open")
	if err != nil {
		t.Fatal(err)
	}
	opt := pipeline.Options{Workers: workers, Rereadable: true, SetAside: pipeline.Aside{Filler: true, Echo: true, Subject: true}}
	if _, err := pipeline.Tally(ctx, e, q, opt); err != nil {
		t.Fatal(err)
	}
}
