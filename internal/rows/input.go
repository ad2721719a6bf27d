package rows

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"verbatim/internal/container"
	"verbatim/internal/notice"
)

// An Input is one file of an export.
type Input struct {
	// Name is the file as the user wrote it, "-" for standard input. It is used
	// in messages and sources only.
	Name string
	// Open returns the bytes. It may be called more than once, unless Stream is
	// set.
	Open func() (io.ReadCloser, error)
	// Stream says that Open can be called only once (standard input).
	Stream bool
	Within Within

	path string // of the file that holds it; empty for a stream
}

// File is the input in a file. What is within it may follow its name: a file in a zip archive, in
// one that is in that, the sheet of a workbook.
//
//	export.zip!wave1.zip!answers.xlsx!Sheet 1
func File(path string) Input {
	in := Input{Name: path}
	path, in.Within.Within = parted(path)
	in.path = path
	in.Open = func() (io.ReadCloser, error) { return os.Open(path) }
	return in
}

// parted parts the name of a file from what stands behind it. Names of files may hold a ! themselves.
func parted(path string) (file, within string) {
	for at, r := range path + "!" {
		if r != '!' {
			continue
		}
		if _, err := os.Stat(path[:at]); err == nil {
			file, within = path[:at], strings.TrimPrefix(path[at:], "!")
		}
	}
	if file == "" {
		file, within, _ = strings.Cut(path, "!")
	}
	return file, within
}

// Stream is an input that can be read only once.
func Stream(name string, r io.Reader) Input {
	open := func() (io.ReadCloser, error) { return io.NopCloser(r), nil }
	return Input{Name: name, Open: open, Stream: true}
}

// Told is what a container tells of a column.
type Told = container.Told

// Within chooses one table of an input that holds several.
type Within = container.Options

// An opened input gives its text. Where that comes out of a container, held says what the
// container tells of it.
type opened struct {
	io.Reader
	held    *container.Table
	size    int64 // in bytes, of a file that is text as it is; 0: unknown
	closers []io.Closer
}

// Close closes all that was opened, the last first.
func (o *opened) Close() (err error) {
	for _, c := range slices.Backward(o.closers) {
		err = cmp.Or(c.Close(), err)
	}
	return err
}

// open returns the input's text, unpacked if it is packed with gzip, and taken out of a
// container. It looks at the content, since the name of a download says little.
func (in Input) open() (*opened, error) {
	f, err := in.Open()
	if err != nil {
		return nil, in.explain(err)
	}
	o := &opened{closers: []io.Closer{f}}
	if err := o.unpack(in, f); err != nil {
		o.Close()
		return nil, in.explain(err)
	}
	return o, nil
}

// unpack finds out how the text is packed in f.
func (o *opened) unpack(in Input, f io.Reader) error {
	text, packed, err := container.Gunzipped(f, in.Name)
	if err != nil {
		return err
	}
	disk := any(f)
	if packed {
		disk = nil
	}
	o.Reader = text
	head, err := text.Peek(container.HeadSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if !container.Is(head) {
		if in.Within.Within != "" {
			return &notice.InputError{Name: in.Name, What: "what stands before !" + in.Within.Within + " is no zip archive or workbook"}
		}
		if info, err := os.Stat(in.path); err == nil && !packed {
			o.size = info.Size()
		}
		return in.checkSheet("")
	}
	if o.held, err = container.Open(head, text, disk, in.Name, in.Within); err != nil {
		return err
	}
	o.Reader, o.closers = o.held.Text, append(o.closers, o.held.Text)
	return in.checkSheet(o.held.Kind)
}

// checkSheet refuses the choice of a sheet in what is no workbook.
func (in Input) checkSheet(kind string) error {
	if in.Within.Sheet != "" && kind != "xlsx" {
		return &notice.UsageError{Where: "--sheet", What: in.Name + " is no workbook, and has no sheets"}
	}
	return nil
}

// explain turns a system error into one that says what to do.
func (in Input) explain(err error) error {
	known, usage, choice := new(notice.InputError), new(notice.UsageError), new(notice.ChoiceError)
	switch {
	case errors.As(err, &known), errors.As(err, &usage), errors.As(err, &choice):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return &notice.InputError{Name: in.Name, What: "no such file", Hint: "check the name, or the folder you are in", Err: err}
	case errors.Is(err, syscall.EISDIR):
		return &notice.InputError{Name: in.Name, What: "is a directory", Hint: "name the export inside it", Err: err}
	case errors.Is(err, fs.ErrPermission):
		return &notice.InputError{Name: in.Name, What: "permission denied", Err: err}
	}
	return &notice.InputError{Name: in.Name, What: "cannot be read: " + err.Error(), Err: err}
}
