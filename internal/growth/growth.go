//go:build unix

// Package growth is for tests alone: it tells whether work grows with the length of
// its input, or with more than that. It goes by processor time, which other work on
// the machine hardly changes, and never by the clock.
package growth

import (
	"syscall"
	"testing"
	"time"
)

// slack is how many times the processor time of the short inputs the long one may take: caches and the collection of
// garbage are felt, a square of 64 times the length is not missed.
const slack = 6

// Processor gives the processor time of this process so far, in user and in system mode.
func Processor(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// Linear holds the work for a long input against that for as many short ones as have its length. Where work is linear the
// two are about the same; where it is square, the long one takes times as much. What seems too slow is measured again.
func Linear(t testing.TB, what string, times int, short, long func()) {
	t.Helper()
	const tries = 5
	var few, many time.Duration
	for try := range tries {
		start := Processor(t)
		for range times {
			short()
		}
		between := Processor(t)
		long()
		end := Processor(t)
		few = max(few, between-start)
		if many = min(many, end-between); try == 0 {
			many = end - between
		}
		if many <= slack*few {
			return
		}
	}
	t.Errorf("%s: %v of processor time for %d short inputs, %v for one as long as all of them", what, few, times, many)
}
