package rows

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"

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
}

// File is the input in a file.
func File(path string) Input {
	return Input{Name: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

// Stream is an input that can be read only once.
func Stream(name string, r io.Reader) Input {
	open := func() (io.ReadCloser, error) { return io.NopCloser(r), nil }
	return Input{Name: name, Open: open, Stream: true}
}

// open returns the input's bytes, unpacked if they are packed with gzip. It looks
// at the content, since the name of a download says little.
func (in Input) open() (io.ReadCloser, error) {
	f, err := in.Open()
	if err != nil {
		return nil, in.explain(err)
	}
	head := bufio.NewReaderSize(f, 64<<10)
	magic, err := head.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		f.Close()
		return nil, in.explain(err)
	}
	if !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return unpacked{head, f}, nil
	}
	zip, err := gzip.NewReader(head)
	if err != nil {
		f.Close()
		return nil, &notice.InputError{Name: in.Name, What: "is a damaged gzip file", Err: err}
	}
	return unpacked{zip, f}, nil
}

// unpacked reads from one place and closes another.
type unpacked struct {
	io.Reader
	io.Closer
}

// explain turns a system error into one that says what to do.
func (in Input) explain(err error) error {
	known := new(notice.InputError)
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return &notice.InputError{Name: in.Name, What: "no such file", Hint: "check the name, or the folder you are in", Err: err}
	case errors.Is(err, syscall.EISDIR):
		return &notice.InputError{Name: in.Name, What: "is a directory", Hint: "name the export inside it", Err: err}
	case errors.Is(err, fs.ErrPermission):
		return &notice.InputError{Name: in.Name, What: "permission denied", Err: err}
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.Is(err, io.ErrUnexpectedEOF):
		return &notice.InputError{Name: in.Name, What: "is a damaged gzip file", Err: err}
	}
	return &notice.InputError{Name: in.Name, What: "cannot be read: " + err.Error(), Err: err}
}
