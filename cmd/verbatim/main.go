// Command verbatim turns the open-ended answers of a survey into counts, and
// into pictures that tell the truth about them.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"syscall"

	"golang.org/x/term"

	"verbatim/internal/cli"
)

// Garbage is collected when the heap has grown by growth per cent, but not before it
// has least MiB; for the first time at first MiB, which many surveys never reach.
// BenchmarkCollect compares this with Go's own setting for a small survey, TestSpeed
// measures a large one: with 45, a million rows take 42 to 45 MiB, with 100 up to 56.
const first, least, growth = 28, 18, 45

// room is what the heap and all that Go keeps beside it may take, in MiB, while little
// outlives a collection. On one busy core collect is called so late after a collection
// that the next one is due by the percentage of the one before, and would come at
// 40 MiB.
const room = 36

// collect sets the garbage collector to a heap of so many MiB, and for the time after
// the next collection.
func collect(at, growth int) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	before := max(1, int(live[0].Value.Uint64()>>10))                     // KiB that outlived the last collection
	debug.SetGCPercent(max(growth, min(100*at/4, 100*at<<10/before-100))) // of 4 MiB at least, says Go
	debug.SetMemoryLimit(int64(max(room<<10, 3*before)) << 10)
	unused := new([64]byte) // larger than what Go packs together with other values
	runtime.AddCleanup(unused, func(at int) { collect(at, growth) }, min(at, least))
}

// main connects the program with the process: arguments, streams, signals, the
// terminal, the environment. Everything else is in package cli, and can be called
// from a test.
func main() {
	collect(first, growth)
	run()
}

// run is the program in this process, and ends it.
func run() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	columns, _, err := term.GetSize(int(os.Stdout.Fd()))
	if err != nil {
		columns = 0 // no terminal
	}
	status := cli.Run(ctx, os.Args[1:], cli.Streams{
		In:            os.Stdin,
		Out:           os.Stdout,
		Err:           os.Stderr,
		OutIsTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		Columns:       columns,
		ErrIsTerminal: term.IsTerminal(int(os.Stderr.Fd())),
		Summary:       os.Getenv("GITHUB_STEP_SUMMARY"),
		NoColor:       os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb",
	})
	stop()
	os.Exit(status)
}
