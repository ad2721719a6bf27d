package spss

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"testing"
)

// A saved file is written byte by byte, so that any variant of the format can be made, also one that no program writes.
type saved struct {
	order       binary.ByteOrder
	compression int
	cases       int
	weight      int
	dictionary  []byte
	elements    int
	data        []byte // elements of 8 bytes, not packed
	block       int    // bytes of a block of zlib
}

// usualBlock is the size of blocks in all files that were seen.
const usualBlock = 0x3ff000

// ints appends whole numbers to the dictionary.
func (s *saved) ints(numbers ...int) {
	for _, n := range numbers {
		s.dictionary = binary.BigEndian.AppendUint32(s.dictionary, 0)
		s.order.PutUint32(s.dictionary[len(s.dictionary)-4:], uint32(int32(n)))
	}
}

// floats gives numbers as they stand in the file.
func (s *saved) floats(numbers ...float64) (p []byte) {
	for _, x := range numbers {
		p = append(p, make([]byte, 8)...)
		s.order.PutUint64(p[len(p)-8:], math.Float64bits(x))
	}
	return p
}

// padded fills a text up with blanks.
func padded(text string, size int) []byte {
	return append([]byte(text), bytes.Repeat([]byte{' '}, size-len(text))...)
}

// variable appends a variable, with the records that continue a string.
func (s *saved) variable(name string, width, format int, label string, missing int, values []byte) {
	s.ints(2, width, min(len(label), 1), missing, format<<16|8<<8, format<<16|8<<8)
	s.dictionary = append(s.dictionary, padded(name, 8)...)
	if label != "" {
		s.ints(len(label))
		s.dictionary = append(s.dictionary, padded(label, (len(label)+3)/4*4)...)
	}
	s.dictionary = append(s.dictionary, values...)
	s.elements++
	for at := 8; at < width; at += 8 {
		s.ints(2, -1, 0, 0, 0, 0)
		s.dictionary = append(s.dictionary, padded("", 8)...)
		s.elements++
	}
}

// number and text append variables without labels.
func (s *saved) number(name string)          { s.variable(name, 0, 5, "", 0, nil) }
func (s *saved) text(name string, width int) { s.variable(name, width, 1, "", 0, nil) }

// labels appends labels of values, each a value of 8 bytes and a text, for variables by their dictionary index.
func (s *saved) labels(variables []int, pairs ...[]byte) {
	s.ints(3, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		s.dictionary = append(s.dictionary, pairs[i]...)
		s.dictionary = append(s.dictionary, byte(len(pairs[i+1])))
		size := (len(pairs[i+1])+8)/8*8 - 1
		s.dictionary = append(s.dictionary, padded(string(pairs[i+1]), size)...)
	}
	s.ints(append([]int{4, len(variables)}, variables...)...)
}

// extension appends an extension of bytes.
func (s *saved) extension(subtype int, p []byte) {
	s.ints(7, subtype, 1, len(p))
	s.dictionary = append(s.dictionary, p...)
}

// sized gives a text behind its length.
func (s *saved) sized(text string) []byte {
	p := make([]byte, 4)
	s.order.PutUint32(p, uint32(len(text)))
	return append(p, text...)
}

// bytes gives the whole file.
func (s *saved) bytes() []byte {
	kind := "$FL2"
	if s.compression == 2 {
		kind = "$FL3"
	}
	head := saved{order: s.order, block: cmp.Or(s.block, usualBlock)}
	head.dictionary = append(padded(kind, 4), padded("@(#) SPSS DATA FILE by a test", 60)...)
	head.ints(2, s.elements, s.compression, s.weight, s.cases)
	head.dictionary = append(head.dictionary, s.floats(100)...)
	head.dictionary = append(append(head.dictionary, padded("01 Jan 2410:00:00", 81)...), 0, 0, 0)
	head.dictionary = append(head.dictionary, s.dictionary...)
	head.ints(999, 0)
	switch s.compression {
	case 0:
		return append(head.dictionary, s.data...)
	case 1:
		return append(head.dictionary, s.packed()...)
	}
	return head.deflated(s.packed())
}

// packed gives the data with a code for each element.
func (s *saved) packed() (out []byte) {
	var codes, behind []byte
	flush := func() {
		codes = append(codes, make([]byte, (8-len(codes)%8)%8)...)
		out = append(append(out, codes...), behind...)
		codes, behind = nil, nil
	}
	for p := s.data; len(p) > 0; p = p[8:] {
		x := number(s.order, p)
		switch {
		case string(p[:8]) == "        ":
			codes = append(codes, 254)
		case x == -math.MaxFloat64:
			codes = append(codes, 255)
		case x == math.Trunc(x) && x >= -99 && x <= 151:
			codes = append(codes, byte(x+100))
		default:
			codes, behind = append(codes, 253), append(behind, p[:8]...)
		}
		if len(codes) == 8 {
			flush()
		}
	}
	codes = append(codes, 252)
	flush()
	return out
}

// deflated gives the file with its data in several blocks of zlib, between a header and a trailer that lists them.
func (s *saved) deflated(packed []byte) []byte {
	size := s.block
	long := func(p []byte, numbers ...int) []byte {
		for _, x := range numbers {
			p = append(p, make([]byte, 8)...)
			s.order.PutUint64(p[len(p)-8:], uint64(x))
		}
		return p
	}
	begin := len(s.dictionary)
	var blocks bytes.Buffer
	trailer := append(long(nil, -100, 0), int4(s.order, size)...)
	trailer = append(trailer, int4(s.order, (len(packed)+size-1)/size)...)
	for at := 0; at < len(packed); at += size {
		block, place := packed[at:min(at+size, len(packed))], blocks.Len()
		w := zlib.NewWriter(&blocks)
		w.Write(block)
		w.Close()
		trailer = long(trailer, begin+at, begin+24+place)
		trailer = append(append(trailer, int4(s.order, len(block))...), int4(s.order, blocks.Len()-place)...)
	}
	file := long(s.dictionary, begin, begin+24+blocks.Len(), len(trailer))
	return append(append(file, blocks.Bytes()...), trailer...)
}

// open opens a file that has to be right.
func open(t *testing.T, p []byte) *File {
	t.Helper()
	f, err := Open(bytes.NewReader(p), int64(len(p)), "a.sav", "")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// marks stand behind missing cells.
var marks = map[Missing]string{SystemMissing: "(sys)", UserMissing: "(user)"}

// rows prints the cases of a file, and the error at the end.
func rows(f *File) string {
	var b strings.Builder
	for cells, err := range f.Rows() {
		if err != nil {
			fmt.Fprintln(&b, err)
			break
		}
		for i, c := range cells {
			if i > 0 {
				b.WriteByte('|')
			}
			b.WriteString(c.Text + marks[c.Missing])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// described prints the dictionary of a file.
func described(f *File) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d cases in %s, weighted by %q\n", f.Cases, f.Encoding, f.Weight)
	for i, v := range f.Variables {
		fmt.Fprintf(&b, "%s %q kind %d measure %d", v.Name, v.Label, v.Kind, v.Measure)
		for _, l := range f.Labels(i) {
			fmt.Fprintf(&b, " %s=%s", l.Value, l.Label)
			if l.Missing {
				b.WriteString("(user)")
			}
		}
		if v.Missing != nil {
			fmt.Fprintf(&b, " missing %s", strings.Join(v.Missing, ", "))
		}
		b.WriteByte('\n')
	}
	for _, s := range f.Sets {
		fmt.Fprintf(&b, "%s %q dichotomies %t:", s.Name, s.Label, s.Dichotomies)
		for _, o := range s.Options {
			fmt.Fprintf(&b, " %s %s=%s", f.Variables[o.Variable].Name, o.Text, o.Ticked)
		}
		b.WriteByte('\n')
	}
	for _, w := range f.Warnings() {
		fmt.Fprintf(&b, "%s %s\n", w.Code, w)
	}
	return b.String()
}
