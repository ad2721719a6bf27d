// Command verbatim turns the open-ended answers of a survey into counts, and
// into pictures that tell the truth about them.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"golang.org/x/term"

	"verbatim/internal/cli"
)

// growth is by how many per cent memory may grow before garbage is collected.
// With Go's own 100, counting a million rows takes up to 58 MiB, with 50 up to 50,
// with 40 about 45. TestSpeed measures it, and the time that it costs.
const growth = 40

// main connects the program with the process: arguments, streams, signals, the
// terminal, the environment. Everything else is in package cli, and can be called
// from a test.
func main() {
	debug.SetGCPercent(growth)
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
