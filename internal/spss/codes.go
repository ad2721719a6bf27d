package spss

import (
	"bufio"
	"encoding/binary"
	"io"
	"math"
)

// An unpacker reads cases whose elements are packed to a byte each, where that can be. Eight of these codes stand
// together; behind them are the elements that could not be packed, of 8 bytes each.
type unpacker struct {
	b     *bufio.Reader
	data  *data
	block [8]byte
	next  int // code of the block; 8: there is none left
	ended bool
}

// The codes. Those between are small whole numbers.
const (
	codeNothing = 0
	codeEnd     = 252
	codeElement = 253 // behind the block
	codeBlank   = 254 // of a string
	codeSysmis  = 255
)

// read unpacks a case.
func (u *unpacker) read(p []byte) error {
	for at := 0; at < len(p); {
		code, err := u.code()
		if err != nil {
			if err == io.EOF && at > 0 {
				err = io.ErrUnexpectedEOF
			}
			return err
		}
		if code == codeNothing { // which some programs fill a block up with
			continue
		}
		if err := u.element(p[at:at+8], code); err != nil {
			return err
		}
		at += 8
	}
	return nil
}

// code gives the next code; io.EOF behind the last. Not every file has a code for its end.
func (u *unpacker) code() (byte, error) {
	if u.next == len(u.block) && !u.ended {
		if _, err := io.ReadFull(u.b, u.block[:]); err != nil {
			return 0, err
		}
		u.next = 0
	}
	if u.ended || u.block[u.next] == codeEnd {
		u.ended = true
		return 0, io.EOF
	}
	u.next++ // behind the end mark it stays where it is
	return u.block[u.next-1], nil
}

// element unpacks a code to 8 bytes. A small number in place of a string is what SPSS writes for NUL bytes.
func (u *unpacker) element(p []byte, code byte) error {
	switch code {
	case codeElement:
		_, err := io.ReadFull(u.b, p)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return err
	case codeBlank:
		copy(p, "        ")
	case codeSysmis:
		put(p, u.data.order, u.data.sysmis)
	default:
		put(p, u.data.order, float64(code)-u.data.bias)
	}
	return nil
}

// mostBehind is how many bytes are read behind the last case: there is one code in each file that was seen.
const mostBehind = 64 << 10

// finish reads up to the end of the data, where the checksum of the last block is.
func (u *unpacker) finish() error {
	_, err := io.CopyN(io.Discard, u.b, mostBehind)
	if err == io.EOF {
		return nil
	}
	return err
}

// put writes a number.
func put(p []byte, order binary.ByteOrder, x float64) { order.PutUint64(p, math.Float64bits(x)) }
