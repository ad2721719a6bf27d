package intake

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"verbatim/internal/survey"
)

// opened makes a file of n bytes, of which some are read through a meter.
func opened(t *testing.T, w io.Writer, n, read int) *meter {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.csv")
	if err := os.WriteFile(path, make([]byte, n), 0o666); err != nil {
		t.Fatal(err)
	}
	in := []survey.Input{survey.File(path)}
	m := newMeter(w, in)
	for _, n := range []int{read / 2, read} { // twice: first the head, then from the beginning
		f, err := in[0].Open()
		if err == nil {
			_, err = io.CopyN(io.Discard, f, int64(n))
			f.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func TestProgressLine(t *testing.T) {
	m := opened(t, io.Discard, 4e6, 2e6)
	if got, want := m.line(3*time.Second), "verbatim: 2 of 4 MB read, 50%, 1 MB/s, 2s left"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	m.total = 0 // standard input
	if got, want := m.line(3*time.Second), "verbatim: 2 MB read, 1 MB/s"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A shorter line covers a longer one, and in the end none is left.
func TestProgressIsOneLine(t *testing.T) {
	var w bytes.Buffer
	m := meter{w: &w}
	m.show("")
	m.show("longer")
	m.show("short")
	m.show("")
	if got, want := w.String(), "\rlonger\rshort \r     \r"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A short run shows nothing.
func TestProgressIsQuiet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // its clock stands still while the run goes on
		var w bytes.Buffer
		in := []survey.Input{survey.Stream("-", strings.NewReader("id\n1\n"))}
		stop := watch(&w, in)
		if f, err := in[0].Open(); err != nil {
			t.Error(err)
		} else if _, err := io.Copy(io.Discard, f); err != nil {
			t.Error(err)
		}
		stop()
		if w.Len() > 0 {
			t.Errorf("%q", w.String())
		}
	})
}
