package spss

import (
	"bufio"
	"compress/flate"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"verbatim/internal/notice"
)

// data says where the cases are, and how they are packed. It is read from its beginning as often as somebody asks for the
// rows; each reading has a source of its own.
type data struct {
	r           io.ReaderAt
	begin, end  int64 // bytes of the file
	compression int32
	bias        float64
	sysmis      float64
	order       binary.ByteOrder
	caseSize    int  // bytes of a case, unpacked
	cut         bool // where the data end is not known
}

// A source reads one case after the other. At the end the error is io.EOF; within a case it is io.ErrUnexpectedEOF.
// finish reads what may follow the last case, so that a checksum there is compared.
type source interface {
	read(p []byte) error
	finish() error
}

// findData finds the data behind the dictionary.
func findData(in *input, h header, d *dictionary) data {
	out := data{in.r, in.at, in.size, h.compression, h.bias, d.sysmis, in.order, d.elements * 8, false}
	if h.compression != deflated || in.err != nil {
		return out
	}
	// Where the file says that the header is, where the trailer is, and how long.
	p := in.bytes(24)
	if in.err != nil {
		return out
	}
	out.begin = in.at
	// The blocks follow the header without a gap, so that the trailer, which lists them, is only asked for its place. It
	// is the end of the file: one without it is not whole, though all cases may be there.
	trailer, length := int64(in.order.Uint64(p[8:])), int64(in.order.Uint64(p[16:]))
	switch {
	case trailer > in.size || length > in.size-trailer:
		in.fail("is cut off: the file ends before the list of its blocks does", again)
	case trailer < out.begin || length < 0:
		out.cut = true
	default:
		out.end = trailer
	}
	return out
}

// open begins at the first case.
func (d *data) open() source {
	b := bufio.NewReaderSize(io.NewSectionReader(d.r, d.begin, d.end-d.begin), 64<<10)
	switch d.compression {
	case codes:
		return &unpacker{b: b, data: d, next: 8}
	case deflated:
		return &unpacker{b: bufio.NewReaderSize(&inflater{packed: b}, 64<<10), data: d, next: 8}
	}
	return whole{b}
}

// checkSize refuses a file without packing that is too short: nobody has to read half of it to find out.
func (f *File) checkSize() error {
	if f.data.compression != unpacked {
		return nil
	}
	size := int64(f.data.caseSize)
	n, rest := (f.data.end-f.data.begin)/size, (f.data.end-f.data.begin)%size
	if n < f.Cases || f.Cases < 0 && rest > 0 {
		return f.caseError(n, io.ErrUnexpectedEOF)
	}
	return nil
}

// caseError says which case cannot be read, after n that were. What a decompressor cannot make sense of is damage; bytes
// that are missing are the sign of a copy that is not whole.
func (f *File) caseError(n int64, err error) error {
	declared := ""
	if f.Cases >= 0 {
		declared = fmt.Sprintf(" of %d", f.Cases)
	}
	out := &notice.InputError{Name: f.name, Hint: again, Err: err}
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		out.What = fmt.Sprintf("is cut off at case %d%s", n+1, declared)
	case corrupt, errors.Is(err, zlib.ErrHeader), errors.Is(err, zlib.ErrChecksum), errors.Is(err, zlib.ErrDictionary):
		out.What = fmt.Sprintf("is damaged: case %d%s cannot be unpacked", n+1, declared)
	default:
		out.What, out.Hint = fmt.Sprintf("cannot be read at case %d%s: %s", n+1, declared, notice.Cause(err)), ""
	}
	return out
}

// whole reads cases that are not packed. Nothing follows the last.
type whole struct{ b *bufio.Reader }

func (w whole) read(p []byte) error {
	_, err := io.ReadFull(w.b, p)
	return err
}

func (w whole) finish() error { return nil }
