package outfile

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A Spool is an output that may be too large for memory: it is written to a file
// beside its place, or, where it goes elsewhere, to a temporary one that nobody
// else can open. When all of it is there it goes to its place; until then
// nothing has changed.
type Spool struct {
	*bufio.Writer
	Path  string // "-" is standard output
	file  *os.File
	zip   *gzip.Writer // of a name that ends in .gz; else nil
	final string       // where the file belongs, links followed; "" if its bytes are copied instead
}

// NewSpool begins an output.
func NewSpool(path string) (*Spool, error) {
	p := &Spool{Path: path}
	var err error
	if regular(path) {
		p.final = target(path)
		p.file, err = beside(p.final)
	} else if p.file, err = os.CreateTemp("", "verbatim"); err == nil {
		os.Remove(p.file.Name()) // it stays open, where the system lets it; else Discard takes it away
	}
	if err != nil {
		p.Discard()
		return nil, Failed(path, err)
	}
	p.zip = zipped(path, p.file)
	if p.Writer = bufio.NewWriterSize(p.file, 1<<16); p.zip != nil {
		p.Reset(p.zip)
	}
	return p, nil
}

// Discard takes away what has been written, unless it is in its place already.
func (p *Spool) Discard() {
	if p.file != nil {
		p.file.Close()
		os.Remove(p.file.Name())
	}
}

// Commit puts the output in its place; - is stdout.
func (p *Spool) Commit(stdout io.Writer) error {
	if p.final != "" {
		if err := p.finish(); err != nil {
			return err
		}
		return p.rename()
	}
	err := p.end()
	if err == nil {
		_, err = p.file.Seek(0, io.SeekStart)
	}
	if err != nil {
		return Failed(p.Path, err)
	}
	return writeTo(stdout, p.Path, func(w io.Writer) error {
		_, err := io.Copy(w, p.file)
		return err
	})
}

// finish completes the file beside its place.
func (p *Spool) finish() error { return Failed(p.Path, cmp.Or(p.end(), p.file.Close())) }

// end writes what is left in buffers.
func (p *Spool) end() error {
	err := p.Flush()
	if p.zip != nil {
		err = cmp.Or(err, p.zip.Close())
	}
	return err
}

// IsCompressed reports whether an output is compressed, as its name says.
func IsCompressed(path string) bool { return strings.HasSuffix(strings.ToLower(path), ".gz") }

// zipped compresses what is written to a name that ends in .gz; nil where it does not. Neither a name nor a time goes
// into it, so that the same text gives the same bytes. Speed comes first: JSON shrinks to an eighth all the same.
func zipped(path string, w io.Writer) *gzip.Writer {
	if !IsCompressed(path) {
		return nil
	}
	zip, _ := gzip.NewWriterLevel(w, gzip.BestSpeed) // the level is known
	return zip
}

// rename puts the file in its place.
func (p *Spool) rename() error { return Failed(p.Path, os.Rename(p.file.Name(), p.final)) }

// beside opens a new file beside the place of an output. A file that is there
// lends its mode; one that may not be written is not replaced either.
func beside(path string) (*os.File, error) {
	var mode fs.FileMode
	old, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err == nil {
		var info fs.FileInfo
		if info, err = old.Stat(); err == nil {
			mode = info.Mode().Perm()
		}
		err = cmp.Or(err, old.Close())
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	f, err := createIn(filepath.Dir(path))
	if err == nil && mode != 0 {
		err = f.Chmod(mode)
	}
	return f, err
}

// createIn makes a new file in a folder, the folder of the output, since a file
// can be renamed only within one file system. It does not use os.CreateTemp, whose
// files nobody else may read.
func createIn(folder string) (*os.File, error) {
	for n := 0; ; n++ {
		name := filepath.Join(folder, fmt.Sprintf(".verbatim.%d.%d.tmp", os.Getpid(), n))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666) // less the umask
		if !errors.Is(err, fs.ErrExist) || n > 100 {
			return f, err
		}
	}
}

// regular reports whether an output is a file that can be replaced: one that is
// there, or one that is not there yet.
func regular(path string) bool {
	info, err := os.Stat(path)
	return path != "-" && (err != nil || info.Mode().IsRegular())
}

// writeDirect writes to standard output, or to what is there already and is no
// regular file, compressed if its name says so.
func writeDirect(stdout io.Writer, path string, write func(io.Writer) error) error {
	return writeTo(stdout, path, func(w io.Writer) error {
		if zip := zipped(path, w); zip != nil {
			return cmp.Or(write(zip), zip.Close())
		}
		return write(w)
	})
}

// writeTo opens such an output, and has its bytes written.
func writeTo(stdout io.Writer, path string, write func(io.Writer) error) error {
	if path == "-" {
		return Failed(path, write(stdout))
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err == nil {
		err = cmp.Or(write(f), f.Close())
	}
	return Failed(path, err)
}
