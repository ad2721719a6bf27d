package cli

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/report"
)

// Where documents go, and in which format. An output's name says its format;
// --format says it for standard output and for names without a telling ending.
// Both are checked before anything is read.

// write writes all outputs, or none.
func (s *Streams) write(files ...outfile.File) error { return outfile.Write(s.Out, files...) }

// checkOutput refuses, before anything is read, an output that cannot be written.
func (s *Streams) checkOutput(path string, inputs []string) error {
	return outfile.Check(path, inputs, s.In)
}

// documentOutput says where a document goes and in which format: --format, or
// what the output's extension says; both at odds is wrong use.
type documentOutput struct {
	path   string // "" or "-": standard output
	format string // "": by the extension, else table
}

// resolve gives the format, before anything is read.
func (d documentOutput) resolve(s *Streams, files []string) (report.Format, error) {
	asked, err := parseFormat(d.format)
	if err != nil || d.path == "" || d.path == "-" {
		return asked, err
	}
	told, err := formatOf(d.path)
	if err == nil {
		err = s.checkOutput(d.path, files)
	}
	switch {
	case err != nil || told == "":
		return asked, err
	case d.format != "" && asked != told:
		return "", &notice.UsageError{Where: d.path, What: fmt.Sprintf("the name says %s, but --format says %s", told, asked), Hint: "leave one of them out"}
	}
	return told, nil
}

// formatUsage is the help of --format.
func formatUsage(usual string) string {
	return "`" + strings.Join(report.DocumentFormats().Names(), "|") + "` (default " + usual + ", or as the output's name says)"
}

// documentExtensions are the endings of the names of documents, for help.
func documentExtensions() string { return strings.Join(report.DocumentFormats().Extensions(), ", ") }

// parseFormat reads the value of --format; "" is the table.
func parseFormat(name string) (report.Format, error) {
	names := report.DocumentFormats().Names()
	if name == "" {
		return report.Table, nil
	}
	if slices.Contains(names, name) {
		return report.Format(name), nil
	}
	return "", &notice.UsageError{Where: "--format", What: "unknown value " + quoted(name), Hint: "use " + prose.Alternatives(names)}
}

// formatOf is the format that a file's extension tells, "" where it tells none.
func formatOf(path string) (report.Format, error) {
	formats := report.DocumentFormats()
	if told := formats.Of(path); told != "" {
		return told, nil
	}
	instead := ""
	if _, picture := render.FormatOf(path); picture {
		instead = "verbatim cloud draws pictures"
	} else if report.ReportFormats().Of(path) != "" {
		instead = "verbatim report writes pages"
	} else {
		return "", nil
	}
	return "", &notice.UsageError{Where: path, What: "this command writes no " + strings.ToLower(filepath.Ext(path)) + " file",
		Hint: "use " + prose.Alternatives(formats.Extensions()) + "; " + instead}
}

// put writes a document to its place, and with it what else there is.
func (d documentOutput) put(s *Streams, write func(io.Writer) error, also ...outfile.File) error {
	return s.write(append(also, s.document(cmp.Or(d.path, "-"), write))...)
}

// document is the output of a document, which is told how wide the terminal is that it goes to.
func (s *Streams) document(path string, write func(io.Writer) error) outfile.File {
	columns := 0
	if path == "-" && s.OutIsTerminal {
		columns = s.Columns
	}
	return outfile.File{Path: path, Write: func(w io.Writer) error {
		p := sheet{bufio.NewWriterSize(w, 1<<16), columns}
		return errors.Join(write(p), p.Flush())
	}}
}

// A sheet is a buffered writer that knows the width of the terminal behind it;
// 0 is no terminal.
type sheet struct {
	*bufio.Writer
	columns int
}

// Columns tells a document how wide it may be.
func (p sheet) Columns() int { return p.columns }
