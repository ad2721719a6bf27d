package outfile

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"verbatim/internal/notice"
)

// content is what a file holds; "" is no file.
func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	return string(data)
}

// Where one of several files cannot be written, none is there and none has changed.
func TestWriteAllOrNone(t *testing.T) {
	dir := t.TempDir()
	old, fresh := filepath.Join(dir, "old"), filepath.Join(dir, "fresh")
	if err := os.WriteFile(old, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := func(w io.Writer) error {
		if _, err := io.WriteString(w, "half"); err != nil {
			return err
		}
		return errors.New("no more")
	}
	var stdout bytes.Buffer
	err := Write(&stdout, File{Path: old, Data: []byte("after")}, File{Path: "-", Data: []byte("out")}, File{Path: fresh, Write: broken})
	var failed *Error
	if !errors.As(err, &failed) || failed.Name != fresh {
		t.Errorf("error %v", err)
	}
	if got := content(t, old) + "|" + content(t, fresh) + "|" + stdout.String(); got != "before||" {
		t.Errorf("after a failure there is %q", got)
	}
	if err := Write(&stdout, File{Path: old, Data: []byte("after")}, File{Path: "-", Data: []byte("out")}); err != nil {
		t.Fatal(err)
	}
	if got := content(t, old) + "|" + stdout.String(); got != "after|out" {
		t.Errorf("there is %q", got)
	}
	if info, err := os.Stat(old); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("temporary files are left: %v, %v", left, err)
	}
}

// A spool changes nothing until it is committed.
func TestSpool(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rows.csv")
	for _, want := range []string{"", "a,b\n"} {
		p, err := NewSpool(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.WriteString("a,b\n"); err != nil {
			t.Fatal(err)
		}
		if got := content(t, path); got != "" {
			t.Errorf("before the end there is %q", got)
		}
		if want != "" {
			if err := p.Commit(io.Discard); err != nil {
				t.Fatal(err)
			}
		}
		p.Discard()
		if got := content(t, path); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// One file under two names, through a link, is one output, and no input.
func TestDistinctAndCheck(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip("no links here: ", err)
	}
	var usage *notice.UsageError
	if err := Distinct(link, []string{"-", file}); !errors.As(err, &usage) {
		t.Errorf("two names of one file: %v", err)
	}
	if err := Distinct(link, []string{"-", filepath.Join(dir, "c")}); err != nil {
		t.Error(err)
	}
	if err := Check([]string{link}, []string{file}, nil); !errors.As(err, &usage) {
		t.Errorf("the output is the input: %v", err)
	}
	var failed *Error
	if err := Check([]string{filepath.Join(dir, "no", "d")}, nil, nil); !errors.As(err, &failed) || failed.Hint == "" {
		t.Errorf("no folder: %v", err)
	}
	if err := Check([]string{dir}, nil, nil); !errors.As(err, &failed) {
		t.Errorf("a folder: %v", err)
	}
}
