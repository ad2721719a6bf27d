// Package console is what a run reads, writes and says besides its results: its streams, the messages for
// people on standard error, and what a build server is told.
package console

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"

	"verbatim/internal/outfile"
	"verbatim/internal/prose"
	"verbatim/internal/report"
)

// Streams are what a run may read and write besides files. Only main connects them with the process, so that a
// test can run the program with buffers.
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

	// Also is what a run writes together with its outputs.
	Also []outfile.File
}

// message writes one line to standard error.
func (s *Streams) message(format string, args ...any) {
	fmt.Fprintf(s.Err, "verbatim: %s\n", prose.Plain(fmt.Sprintf(format, args...)))
}

// Write writes all outputs, or none.
func (s *Streams) Write(files ...outfile.File) error {
	for _, also := range s.Also {
		var paths []string
		for _, f := range files {
			paths = append(paths, f.Path)
		}
		if err := outfile.Distinct(also.Path, paths); err != nil {
			return err
		}
	}
	return outfile.Write(s.Out, append(slices.Clip(s.Also), files...)...)
}

// Document is the output of a document, with the width of the terminal behind it.
func (s *Streams) Document(path string, format report.Format, write func(io.Writer, report.Format) error) outfile.File {
	return outfile.File{Path: path, Write: func(w io.Writer) error {
		p := sheet{bufio.NewWriterSize(w, 1<<16), s.Width(path)}
		return errors.Join(write(p, format), p.Flush())
	}}
}

// Width is the width, in characters, of the terminal that an output goes to; 0 if it goes to none.
func (s *Streams) Width(path string) int {
	if path == "-" && s.OutIsTerminal {
		return s.Columns
	}
	return 0
}

// A sheet is a buffered writer that knows the width of the terminal behind it; 0 is no terminal.
type sheet struct {
	*bufio.Writer
	columns int
}

// Columns tells a document how wide it may be.
func (p sheet) Columns() int { return p.columns }
