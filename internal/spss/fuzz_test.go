package spss

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"verbatim/internal/notice"
)

// Whatever a file holds, it is read or refused, and work grows with its size. zlib packs up to about a thousand to one,
// and a case may be one code.
func FuzzOpen(f *testing.F) {
	files, err := filepath.Glob("testdata/*sav")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		p, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(p)
	}
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		for compression := range 3 {
			f.Add(garden(order, compression).bytes())
		}
	}
	f.Fuzz(func(t *testing.T, p []byte) {
		file, err := Open(bytes.NewReader(p), int64(len(p)), "a.sav", "")
		if err != nil {
			if _, ok := errors.AsType[*notice.InputError](err); !ok || file != nil {
				t.Fatal(err)
			}
			return
		}
		n := 0
		for cells, err := range file.Rows() {
			if _, ok := errors.AsType[*notice.InputError](err); err != nil && !ok {
				t.Fatal(err)
			}
			if err == nil && len(cells) != len(file.Variables) {
				t.Fatalf("%d cells of %d variables", len(cells), len(file.Variables))
			}
			n++
		}
		if n > 1100*len(p) {
			t.Fatalf("%d cases in %d bytes", n, len(p))
		}
		file.Warnings()
	})
}
