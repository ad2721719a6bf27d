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
	"time"

	"verbatim/internal/notice"
)

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
	if detail, ok := errors.AsType[*fs.PathError](err); ok {
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
//
// Whatever can be found out about an output is reported before a run of minutes
// begins, and not when all has been counted.
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
		return nil // a file that does not exist is not an input
	}
	if out.IsDir() {
		return Failed(path, errors.New("is a directory"))
	}
	for _, name := range inputs {
		if os.SameFile(stat(name, stdin), out) {
			return &notice.UsageError{Where: path, What: "the output is the input", Hint: "give -o another name"}
		}
	}
	return nil
}

// stat tells which file an input is, nil where there is none; standard input may
// have been redirected from one.
func stat(name string, stdin io.Reader) (info fs.FileInfo) {
	if name != "-" {
		info, _ = os.Stat(name)
	} else if f, ok := stdin.(*os.File); ok {
		info, _ = f.Stat()
	}
	return info
}

// Distinct refuses, with a *notice.UsageError, a path that is among others.
func Distinct(path string, others []string) error {
	if slices.ContainsFunc(others, func(other string) bool { return samePlace(path, other) }) {
		return &notice.UsageError{Where: path, What: "named for two outputs", Hint: "give each a name of its own"}
	}
	return nil
}

// Repeated is the first of some paths that leads to the same file as one before it; "" where all lead to different ones.
// The time it takes grows with their number: only files of one size and time can be the same.
func Repeated(paths []string) string {
	type look struct {
		bytes int64
		time  time.Time
	}
	places, alike := make(map[string]bool), make(map[look][]fs.FileInfo)
	for _, path := range paths {
		at := path
		if path != "-" {
			at = place(path)
		}
		if places[at] {
			return path
		}
		places[at] = true
		if info := stat(path, nil); info != nil {
			l := look{info.Size(), info.ModTime()}
			if slices.ContainsFunc(alike[l], func(other fs.FileInfo) bool { return os.SameFile(info, other) }) {
				return path
			}
			alike[l] = append(alike[l], info)
		}
	}
	return ""
}

// samePlace reports whether two paths lead to one file. It need not be there yet,
// so the paths are compared, however they are spelled; and if it is there, the
// files, since file systems that take A.csv for a.csv know better.
func samePlace(a, b string) bool {
	if a == "-" || b == "-" || b == "" {
		return a == b
	}
	return place(a) == place(b) || os.SameFile(stat(a, nil), stat(b, nil))
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

// target follows a link, whether or not anything is at its end: a link stays a
// link, and the file that it names is replaced.
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
