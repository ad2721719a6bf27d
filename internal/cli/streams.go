package cli

import (
	"fmt"
	"io"
	"verbatim/internal/notice"
	"verbatim/internal/prose"
)

// Streams are what a run may read and write besides files. Only main connects them
// with the process, so that a test can run the program with buffers.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	// OutIsTerminal says that a person is looking at Out.
	OutIsTerminal bool
	// Columns is the width of that terminal; 0 if it is not known.
	Columns int
	// ErrIsTerminal says that a person is looking at Err.
	ErrIsTerminal bool
	// Summary is the file that takes what --github adds to the summary of a run.
	Summary string
	// NoColor says that the person wants neither colours nor bold type.
	NoColor bool
}

// message writes one line to standard error.
func (s *Streams) message(format string, args ...any) {
	fmt.Fprintf(s.Err, "verbatim: %s\n", prose.Plain(fmt.Sprintf(format, args...)))
}

// quoted puts a word from the command line between quotes, harmless and short.
func quoted(s string) string { return `"` + prose.Plain(s) + `"` }

// shellQuoted writes a selector so that it can be pasted into a shell.
func shellQuoted(s string) string { return notice.ShellQuoted(prose.Plain(s)) }
