package cli

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/report"
)

// An output is a finished result and where it goes.
type output struct {
	path  string // "-" is standard output
	data  []byte
	write func(io.Writer) error // instead of data, for what need not be in memory as a whole
}

// to writes the output to where it goes.
func (o output) to(w io.Writer) error {
	if o.write != nil {
		return o.write(w)
	}
	return writeAll(w, o.data)
}

// write writes all outputs or, where one cannot be written, none. Each goes to
// a temporary file beside its place; when every one of them is whole, what
// cannot be taken back is written (devices, pipes, standard output), and last
// the files are renamed.
func (s *Streams) write(outputs ...output) error {
	var staged []stagedFile
	defer func() {
		for _, f := range staged {
			os.Remove(f.temporary) // those renamed are gone already
		}
	}()
	var direct []output
	for _, o := range outputs {
		if !regular(o.path) {
			direct = append(direct, o)
			continue
		}
		f, err := stage(o)
		staged = append(staged, f)
		if err != nil {
			return notWritten(o.path, err)
		}
	}
	for _, o := range direct {
		if err := s.writeDirect(o); err != nil {
			return notWritten(o.path, err)
		}
	}
	for _, f := range staged {
		if err := os.Rename(f.temporary, f.path); err != nil {
			return notWritten(f.path, err)
		}
	}
	return nil
}

// regular tells whether an output is a file that can be replaced: one that is
// there, or one that is not there yet.
func regular(path string) bool {
	info, err := os.Stat(path)
	return path != "-" && (err != nil || info.Mode().IsRegular())
}

// writeDirect writes to standard output, or to what is there already and is no
// regular file.
func (s *Streams) writeDirect(o output) error {
	if o.path == "-" {
		return o.to(s.Out)
	}
	f, err := os.OpenFile(o.path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(o.to(f), f.Close())
}

var errIsDirectory = errors.New("is a directory")

// stagedFile is an output that is whole but not in its place yet.
type stagedFile struct{ path, temporary string }

// stage writes an output beside its place.
func stage(o output) (stagedFile, error) {
	f, staged, err := begin(o.path)
	if f == nil {
		return staged, err
	}
	return staged, errors.Join(err, o.to(f), f.Close())
}

// begin opens a file beside the place of an output. A link stays a link, and a
// file that is there keeps its mode; one that may not be written is not replaced
// either.
func begin(path string) (*os.File, stagedFile, error) {
	path = target(path)
	var mode fs.FileMode
	if old, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
		info, err := old.Stat()
		if err = errors.Join(err, old.Close()); err != nil {
			return nil, stagedFile{}, err
		}
		mode = info.Mode().Perm()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, stagedFile{}, err
	}
	f, err := createIn(filepath.Dir(path))
	if err != nil {
		return nil, stagedFile{}, err
	}
	if mode != 0 {
		err = f.Chmod(mode)
	}
	return f, stagedFile{path: path, temporary: f.Name()}, err
}

// target follows a link, whether or not anything is at its end.
func target(path string) string {
	if there, err := filepath.EvalSymlinks(path); err == nil {
		return there
	}
	link, err := os.Readlink(path)
	switch {
	case err != nil:
		return path
	case filepath.IsAbs(link):
		return link
	}
	return filepath.Join(filepath.Dir(path), link)
}

// createIn makes a new file in a folder. It does not use os.CreateTemp, whose
// files nobody else may read.
func createIn(folder string) (*os.File, error) {
	for n := 0; ; n++ {
		name := filepath.Join(folder, fmt.Sprintf(".verbatim.%d.%d.tmp", os.Getpid(), n))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666) // less the umask
		if !errors.Is(err, fs.ErrExist) || n > 100 {
			return f, err
		}
	}
}

func writeAll(w io.Writer, data []byte) error {
	_, err := io.Copy(w, bytes.NewReader(data))
	return err
}

// notWritten says which output failed and why, without the name of a
// temporary file that the user has never heard of.
func notWritten(path string, err error) error {
	e := &outputError{name: path, err: err}
	if path == "-" {
		e.name = "standard output"
	}
	var detail *fs.PathError
	if errors.As(err, &detail) {
		e.err = detail.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.err, e.hint = errors.New("cannot be written: no such folder"), "make the folder "+prose.Plain(filepath.Dir(path))+" first"
	case errors.Is(err, fs.ErrPermission):
		e.err, e.hint = errors.New("cannot be written: permission denied"), "write to another folder"
	default:
		e.err = fmt.Errorf("cannot be written: %w", e.err)
	}
	return e
}

// checkOutput refuses, before anything is read, an output that cannot be
// written for want of its folder, or that is one of the input files.
func (s *Streams) checkOutput(path string, files []string) error {
	if path == "-" {
		return nil
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return notWritten(path, err)
	}
	out, err := os.Stat(path)
	if err != nil {
		return nil // what is not there is no input
	}
	if out.IsDir() {
		return notWritten(path, errIsDirectory)
	}
	for _, name := range files {
		in, err := s.stat(name)
		if err == nil && os.SameFile(in, out) {
			return &notice.UsageError{Where: path, What: "the output is the input", Hint: "give -o another name"}
		}
	}
	return nil
}

// stat tells which file an input is; standard input may have been redirected
// from one.
func (s *Streams) stat(name string) (fs.FileInfo, error) {
	if name != "-" {
		return os.Stat(name)
	}
	if f, ok := s.In.(*os.File); ok {
		return f.Stat()
	}
	return nil, fs.ErrNotExist
}

// notTwice refuses an output that is written to already.
func notTwice(path string, others []string) error {
	for _, other := range others {
		if samePlace(path, other) {
			return &notice.UsageError{Where: path, What: "named for two outputs", Hint: "give each a name of its own"}
		}
	}
	return nil
}

// samePlace tells whether two paths, however they are spelled, lead to one file, which need not be there yet.
func samePlace(a, b string) bool {
	if a == "-" || b == "-" {
		return a == b
	}
	one, err := os.Stat(a)
	other, otherErr := os.Stat(b)
	return place(a) == place(b) || err == nil && otherErr == nil && os.SameFile(one, other)
}

// place is the one path of a file: absolute, and without links in its folder.
func place(path string) string {
	path = target(path)
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(folder, filepath.Base(path))
	}
	if absolute, err := filepath.Abs(path); err == nil {
		return absolute
	}
	return filepath.Clean(path)
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
func (d documentOutput) put(s *Streams, write func(io.Writer) error, also ...output) error {
	return s.write(append(also, s.page(cmp.Or(d.path, "-"), write))...)
}

// page is the output of a document, which is told how wide the terminal is that it goes to.
func (s *Streams) page(path string, write func(io.Writer) error) output {
	columns := 0
	if path == "-" && s.OutIsTerminal {
		columns = s.Columns
	}
	return output{path: path, write: func(w io.Writer) error {
		p := page{bufio.NewWriterSize(w, 1<<16), columns}
		return errors.Join(write(p), p.Flush())
	}}
}

// page is a text on its way to a terminal of so many columns; 0 is anywhere else.
type page struct {
	*bufio.Writer
	columns int
}

// Columns tells a document how wide it may be.
func (p page) Columns() int { return p.columns }
