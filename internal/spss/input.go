package spss

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math"

	"verbatim/internal/notice"
)

// Limits. Files beyond them are refused: they are damaged, or made to do harm.
const (
	maxDictionary = 64 << 20 // bytes of the dictionary that are kept
	maxElements   = 4 << 20  // of 8 bytes, in a case
	maxVariables  = 100_000
	maxMissing    = 16       // missing values of a string; SPSS allows 3
	maxSets       = 2 << 20  // bytes of the descriptions of sets of answers
	maxLabelled   = 16 << 20 // labels of all variables together, though many share theirs
	maxMerged     = 1 << 20  // labels that are copied because a variable has several lists of them
)

// An input reads a file from its beginning. After an error it gives noughts; the first error stays. So the dictionary
// can be read without a look at the error behind each number; only loops have to look, lest they run on.
type input struct {
	r     io.ReaderAt
	b     *bufio.Reader
	at    int64 // bytes that have been read
	size  int64
	kept  int64 // bytes that have been handed out
	order binary.ByteOrder
	name  string
	err   error
}

// newInput begins at the first byte.
func newInput(r io.ReaderAt, size int64, name string) *input {
	return &input{r: r, b: bufio.NewReader(io.NewSectionReader(r, 0, size)), size: size, order: binary.LittleEndian, name: name}
}

// fail keeps the first error.
func (in *input) fail(what, hint string) {
	if in.err == nil {
		in.err = &notice.InputError{Name: in.name, What: what, Hint: hint}
	}
}

// What to do about a file that is not whole, and one that is broken. Both happen to honest files.
const (
	again  = "it was probably not copied or downloaded whole: get it again"
	rewrit = "open it in SPSS or PSPP and save it anew, or export it as CSV"
)

// damaged refuses a file whose dictionary contradicts itself.
func (in *input) damaged(format string, args ...any) {
	in.fail("is a damaged SPSS file: "+fmt.Sprintf(format, args...), rewrit)
}

// bytes reads n bytes. That so many are there is known before they are allocated, and that all of the dictionary
// together stays below a limit: a file may be large, and all of it a dictionary.
func (in *input) bytes(n int64) []byte {
	switch {
	case in.err != nil:
		return nil
	case n < 0:
		in.damaged("a length below 0 at byte %d", in.at)
		return nil
	case n > in.size-in.at:
		in.fail("is an SPSS file that ends within its dictionary, before the first case", again)
		return nil
	case in.kept+n > maxDictionary:
		in.fail(fmt.Sprintf("is an SPSS file with a dictionary of more than %d MiB", maxDictionary>>20), "export the answers as CSV")
		return nil
	}
	p := make([]byte, n)
	if _, err := io.ReadFull(in.b, p); err != nil {
		in.fail("cannot be read: "+notice.Cause(err), "")
		return nil
	}
	in.at, in.kept = in.at+n, in.kept+n
	return p
}

// bigSkip is the number of bytes from which it is quicker to begin to read anew behind them.
const bigSkip = 64 << 10

// skip passes over n bytes.
func (in *input) skip(n int64) {
	if n < 0 || n > in.size-in.at {
		in.bytes(n)
		return
	}
	in.at += n
	if n > bigSkip {
		in.b.Reset(io.NewSectionReader(in.r, in.at, in.size-in.at))
	} else if _, err := in.b.Discard(int(n)); err != nil {
		in.fail("cannot be read: "+notice.Cause(err), "")
	}
}

// int32 reads a whole number.
func (in *input) int32() int32 {
	p := in.bytes(4)
	if p == nil {
		return 0
	}
	return int32(in.order.Uint32(p))
}

// padded reads n bytes and passes over those that fill up the multiple of a unit. before is how many bytes belong to
// the same unit and were read already: the length in front of the label of a value, for one.
func (in *input) padded(n, before, unit int64) []byte {
	p := in.bytes(n)
	if rest := (n + before) % unit; rest > 0 {
		in.bytes(unit - rest)
	}
	return p
}

// number takes a number in floating point from 8 bytes.
func number(order binary.ByteOrder, p []byte) float64 { return math.Float64frombits(order.Uint64(p)) }
