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

// collector is how the garbage collector is set, in MiB and per cent. Garbage is collected when the
// heap has grown by growth, but not before it has least; for the first time at first, which many
// surveys never reach. room is what the heap and all that Go keeps beside it may take while little
// outlives a collection: on one busy core the next collection is set so late that it would come at
// 40 MiB without. A large vocabulary gets three fifths more than outlived the last one: memory of lists that
// have been outgrown is returned, or would be kept beside the new ones.
type collector struct{ first, least, growth, room int }

// ours is the setting; BenchmarkCollect compares it with others, by time and memory.
var ours = collector{first: 26, least: 17, growth: 45, room: 34}

// set sets the heap at which garbage is collected next, and after that the least one.
func (c collector) set() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	before := max(1, int(live[0].Value.Uint64()>>10))                                 // KiB that outlived the last collection
	debug.SetGCPercent(max(c.growth, min(100*c.first/4, 100*c.first<<10/before-100))) // of 4 MiB at least, says Go
	if c.room > 0 {
		debug.SetMemoryLimit(int64(max(c.room<<10, before*8/5)) << 10)
	}
	unused := new([64]byte) // larger than what Go packs together with other values
	c.first = min(c.first, c.least)
	runtime.AddCleanup(unused, collector.set, c)
}

// main connects the program with the process: arguments, streams, signals, the
// terminal, the environment. Everything else is in package cli, and can be called
// from a test.
func main() {
	ours.set()
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
