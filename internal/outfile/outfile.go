// Package outfile writes output files so that each is whole or absent: a run that
// fails leaves no part of a file behind, and changes none that was there.
package outfile

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"verbatim/internal/notice"
)

// A File is a finished result and where it goes.
type File struct {
	Path  string // "-" is standard output
	Data  []byte
	Write func(io.Writer) error // instead of Data, for what need not be in memory as a whole
}

// writeTo writes the result to where it goes.
func (o File) writeTo(w io.Writer) error {
	if o.Write != nil {
		return o.Write(w)
	}
	_, err := w.Write(o.Data)
	return err
}

// Write writes all files or, if one cannot be written, none:
//
//  1. each goes to a temporary file beside its final path;
//  2. when all of these are whole, what cannot be taken back is written:
//     devices, pipes, standard output;
//  3. the temporary files are renamed.
//
// An error is an *Error.
func Write(stdout io.Writer, files ...File) error {
	var direct []File
	var staged []*Spool
	for _, o := range files {
		if !regular(o.Path) {
			direct = append(direct, o)
			continue
		}
		p, err := NewSpool(o.Path)
		if err != nil {
			return err
		}
		defer p.Discard()
		if err := o.writeTo(p); err != nil {
			return Failed(o.Path, err)
		}
		if err := p.finish(); err != nil {
			return err
		}
		staged = append(staged, p)
	}
	for _, o := range direct {
		if err := writeDirect(stdout, o); err != nil {
			return Failed(o.Path, err)
		}
	}
	for _, p := range staged {
		if err := p.rename(); err != nil {
			return err
		}
	}
	return nil
}

// regular reports whether an output is a file that can be replaced: one that is
// there, or one that is not there yet.
func regular(path string) bool {
	info, err := os.Stat(path)
	return path != "-" && (err != nil || info.Mode().IsRegular())
}

// writeDirect writes to standard output, or to what is there already and is no
// regular file.
func writeDirect(stdout io.Writer, o File) error {
	if o.Path == "-" {
		return o.writeTo(stdout)
	}
	f, err := os.OpenFile(o.Path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return cmp.Or(o.writeTo(f), f.Close())
}

// An Error says that an output cannot be written. It is exit status 1.
type Error struct {
	Name string // of the output
	Err  error
	Hint string // what to do about it; may be empty
}

// Error gives "name: cannot be written: cause".
func (e *Error) Error() string { return e.Name + ": " + e.Err.Error() }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Failed is the *Error of an output, without the name of a temporary file that
// the user has never heard of; nil where there is no error.
func Failed(path string, err error) error {
	if err == nil {
		return nil
	}
	e := &Error{Name: path, Err: err}
	if path == "-" {
		e.Name = "standard output"
	}
	var detail *fs.PathError
	if errors.As(err, &detail) {
		e.Err = detail.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Err, e.Hint = errors.New("cannot be written: no such folder"), "make the folder "+filepath.Dir(path)+" first"
	case errors.Is(err, fs.ErrPermission):
		e.Err, e.Hint = errors.New("cannot be written: permission denied"), "write to another folder"
	default:
		e.Err = fmt.Errorf("cannot be written: %w", e.Err)
	}
	return e
}

// Check refuses, before anything is read, outputs of which two are the same, whose
// folder is missing, or that are one of the input files; - among these is stdin.
// An output without a name is none. An error is an *Error or a *notice.UsageError.
func Check(outputs, inputs []string, stdin io.Reader) error {
	for i, path := range outputs {
		if path == "" {
			continue
		}
		if err := cmp.Or(Distinct(path, outputs[:i]), check(path, inputs, stdin)); err != nil {
			return err
		}
	}
	return nil
}

// check is Check of one output.
func check(path string, inputs []string, stdin io.Reader) error {
	if path == "-" {
		return nil
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return Failed(path, err)
	}
	out, err := os.Stat(path)
	if err != nil {
		return nil // what is not there is no input
	}
	if out.IsDir() {
		return Failed(path, errors.New("is a directory"))
	}
	for _, name := range inputs {
		in, err := stat(name, stdin)
		if err == nil && os.SameFile(in, out) {
			return &notice.UsageError{Where: path, What: "the output is the input", Hint: "give -o another name"}
		}
	}
	return nil
}

// stat tells which file an input is; standard input may have been redirected
// from one.
func stat(name string, stdin io.Reader) (fs.FileInfo, error) {
	if name != "-" {
		return os.Stat(name)
	}
	if f, ok := stdin.(*os.File); ok {
		return f.Stat()
	}
	return nil, fs.ErrNotExist
}

// Distinct refuses, with a *notice.UsageError, a path that is among others.
func Distinct(path string, others []string) error {
	if slices.ContainsFunc(others, func(other string) bool { return samePlace(path, other) }) {
		return &notice.UsageError{Where: path, What: "named for two outputs", Hint: "give each a name of its own"}
	}
	return nil
}

// samePlace reports whether two paths, however they are spelled, lead to one file, which need not be there yet.
func samePlace(a, b string) bool {
	if a == "-" || b == "-" || b == "" {
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
