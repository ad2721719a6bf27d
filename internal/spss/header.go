package spss

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// A header is what the first 176 bytes say. Who wrote the file, when, and under what title is not needed. How many
// elements a case has stands there, too, but is not to be relied on.
type header struct {
	compression int32 // none, codes or deflated
	weight      int32 // dictionary index of the variable, from 1; 0: none
	cases       int64 // -1: unknown
	bias        float64
}

// The ways in which the data may be packed.
const (
	unpacked = 0
	codes    = 1 // a byte for each element that is a small number, blank or missing
	deflated = 2 // the codes, in blocks of zlib
)

// A foreignFile is a kind of file of SPSS that is not read here, by what stands near its beginning.
type foreignFile struct {
	at               int
	mark, what, hint string
}

var foreign = [...]foreignFile{
	{8, "ENCRYPTEDSAV", "is an SPSS file that is encrypted", "save it without a password"},
	{0, "\x5b\xc6\xd3\xf2", "is an SPSS file of a mainframe, in EBCDIC", "open it in SPSS or PSPP and save it anew"},
	{0, "ASCII SPSS PORT FILE", isPortable, hintPortable},
	{40, "ASCII SPSS PORT FILE", isPortable, hintPortable}, // behind the same in EBCDIC
}

const (
	isPortable   = "is a portable file of SPSS (.por)"
	hintPortable = "convert it: pspp-convert answers.por answers.sav"
)

// Is reports whether a file that begins with these bytes is one of SPSS, also one that Open refuses by name.
func Is(head []byte) bool {
	if bytes.HasPrefix(head, []byte("$FL2")) || bytes.HasPrefix(head, []byte("$FL3")) {
		return true
	}
	return kindOf(head) != nil
}

// kindOf finds what a file is that is not read; nil if it is none of these.
func kindOf(head []byte) *foreignFile {
	for i, f := range foreign {
		if len(head) > f.at && bytes.HasPrefix(head[f.at:], []byte(f.mark)) {
			return &foreign[i]
		}
	}
	return nil
}

// readHeader reads the first record.
func readHeader(in *input) (h header) {
	p := in.bytes(min(176, in.size))
	if len(p) < 176 || !bytes.HasPrefix(p, []byte("$FL2")) && !bytes.HasPrefix(p, []byte("$FL3")) {
		if f := kindOf(p); f != nil {
			in.fail(f.what, f.hint)
		}
		in.fail("is not an SPSS data file, or not all of one", "export the answers as .sav or CSV")
		return h
	}
	in.order = orderOf(p[64:68])
	if in.order == nil {
		in.order = binary.LittleEndian
		in.damaged("the order of its bytes is not clear")
		return h
	}
	h.compression, h.weight = int32(in.order.Uint32(p[72:])), int32(in.order.Uint32(p[76:]))
	// -1, or any number below 0, says that whoever wrote the file did not know.
	h.cases, h.bias = max(-1, int64(int32(in.order.Uint32(p[80:])))), number(in.order, p[84:])
	if h.compression < unpacked || h.compression > deflated {
		in.fail(fmt.Sprintf("is an SPSS file whose data are packed in a way that is not known (%d)", h.compression), rewrit)
	}
	return h
}

// orderOf tells the order of bytes by the layout code, which is 2 or, seldom, 3; nil if neither fits. Numbers in floating
// point have the same order in all files that were seen.
func orderOf(layout []byte) binary.ByteOrder {
	for _, order := range [...]binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		if n := order.Uint32(layout); n == 2 || n == 3 {
			return order
		}
	}
	return nil
}
