// Command verbatim turns the open-ended answers of a survey into counts, and
// into pictures that tell the truth about them.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"

	"golang.org/x/term"

	"verbatim/internal/cli"
)

// first and growth say when garbage is collected, in per cent: nothing is before the
// heap has first/100 of 4 MB, which most surveys never reach; from then on it is
// whenever the heap has grown by growth. BenchmarkCollect compares this with Go's own
// setting for a small survey, TestSpeed measures a large one: with 40, a million rows
// take about 45 MiB, with 100 up to 58.
const first, growth = 400, 40

// collect sets the garbage collector.
func collect(first, growth int) {
	debug.SetGCPercent(first)
	unused := new([64]byte) // larger than what Go packs together with other values
	runtime.AddCleanup(unused, func(growth int) { debug.SetGCPercent(growth) }, growth) // after the first collection
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
