package spss

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// 20,000 cases of 20 numbers, some with labels, and a text.
func benchmark(b *testing.B, compression int) {
	s := &saved{order: binary.LittleEndian, compression: compression, cases: 20_000}
	for i := range 20 {
		s.number(string(rune('A' + i)))
	}
	s.text("Z", 80)
	s.labels([]int{1, 2, 3, 4, 5}, s.floats(1), []byte("agree"), s.floats(2), []byte("disagree"))
	for i := range s.cases {
		for j := range 20 {
			s.data = append(s.data, s.floats(float64((i+j)%3)+float64(j/18)*0.37)...)
		}
		s.data = append(s.data, padded("because the team was open, and listened to us", 80)...)
	}
	p := s.bytes()
	b.SetBytes(int64(len(s.data)))
	b.ReportAllocs()
	for b.Loop() {
		f, err := Open(bytes.NewReader(p), int64(len(p)), "a.sav", "")
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range f.Rows() {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkPlain(b *testing.B)    { benchmark(b, 0) }
func BenchmarkCodes(b *testing.B)    { benchmark(b, 1) }
func BenchmarkDeflated(b *testing.B) { benchmark(b, 2) }
