package container

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"

	"verbatim/internal/notice"
)

// Gunzipped gives the bytes of a file from its beginning, unpacked if it is packed with gzip. At least
// HeadSize bytes of them can be peeked at. packed says that it was. The error of what is damaged is a
// *notice.InputError of the name, also when the bytes are read.
func Gunzipped(r io.Reader, name string) (text *bufio.Reader, packed bool, err error) {
	const size = 64 << 10
	text = bufio.NewReaderSize(r, size)
	magic, err := text.Peek(2) // a file of one byte is a text
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return nil, false, err
	case string(magic) != "\x1f\x8b":
		return text, false, nil
	}
	zip, err := gzip.NewReader(text)
	if err != nil {
		return nil, false, damagedGzip(name, err)
	}
	// Members of gzip that follow each other are one text, as package gzip reads them.
	return bufio.NewReaderSize(gunzip{zip, name}, size), true, nil
}

// gunzip unpacks a file.
type gunzip struct {
	r    *gzip.Reader
	name string
}

// Read implements io.Reader.
func (g gunzip) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = damagedGzip(g.name, err)
	}
	return n, err
}

// damagedGzip is the error of a file that cannot be unpacked, unless reading it failed for a reason of its own.
func damagedGzip(name string, err error) error {
	_, known := errors.AsType[*notice.InputError](err)
	_, system := errors.AsType[*fs.PathError](err)
	if known || system || errors.Is(err, context.Canceled) {
		return err
	}
	return &notice.InputError{Name: name, What: "is a damaged gzip file", Hint: "it was probably not copied or downloaded whole: get it again", Err: err}
}
