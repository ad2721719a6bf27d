package spss

import (
	"bufio"
	"compress/zlib"
	"io"
)

// An inflater reads blocks of zlib that follow each other without a gap. The trailer of the file lists them; they can
// be told without it.
type inflater struct {
	packed *bufio.Reader // up to the trailer
	block  io.ReadCloser // nil before the first
}

// Read gives the unpacked bytes.
func (i *inflater) Read(p []byte) (int, error) {
	for {
		if i.block == nil {
			if err := i.begin(); err != nil {
				return 0, err
			}
		}
		n, err := i.block.Read(p)
		if err != io.EOF {
			return n, err
		}
		if err := i.begin(); n > 0 || err != nil {
			return n, err
		}
	}
}

// begin begins the next block; the error is io.EOF if there is none. The reader of a block takes no byte of the next,
// since packed can give single bytes.
func (i *inflater) begin() (err error) {
	if _, err := i.packed.Peek(1); err != nil {
		return err
	}
	if i.block == nil {
		i.block, err = zlib.NewReader(i.packed)
	} else {
		err = i.block.(zlib.Resetter).Reset(i.packed, nil)
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return err
}
