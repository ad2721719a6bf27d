package container

import (
	"bufio"
	"compress/gzip"
	"errors"
	"io"
)

// Gunzipped gives the bytes of a file from its beginning, unpacked if it is packed with gzip. At least
// HeadSize bytes of them can be peeked at. packed says that it was. The error is one of reading, or of package gzip.
func Gunzipped(r io.Reader) (text *bufio.Reader, packed bool, err error) {
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
		return nil, false, err
	}
	// Members of gzip that follow each other are one text, as package gzip reads them.
	return bufio.NewReaderSize(zip, size), true, nil
}
