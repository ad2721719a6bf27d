package outfile

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// A Spool is an output that may be too large for memory: it is written to a file
// beside its place, or, where it goes elsewhere, to a temporary one that nobody
// else can open. When all of it is there it goes to its place; until then
// nothing has changed.
type Spool struct {
	*bufio.Writer
	Path   string // "-" is standard output
	file   *os.File
	staged stagedFile
}

// NewSpool begins an output.
func NewSpool(path string) (*Spool, error) {
	p := &Spool{Path: path}
	var err error
	if regular(path) {
		p.file, p.staged, err = begin(path)
	} else if p.file, err = os.CreateTemp("", "verbatim"); err == nil {
		p.staged = stagedFile{temporary: p.file.Name()}
		os.Remove(p.file.Name()) // it stays open, where the system lets it; else Discard takes it away
	}
	if err != nil {
		p.Discard()
		return nil, Failed(path, err)
	}
	p.Writer = bufio.NewWriterSize(p.file, 1<<16)
	return p, nil
}

// Discard takes away what has been written, unless it is in its place already.
func (p *Spool) Discard() {
	if p.file != nil {
		p.file.Close()
		os.Remove(p.staged.temporary)
	}
}

// Commit puts the output in its place; - is stdout.
func (p *Spool) Commit(stdout io.Writer) error {
	err := p.Flush()
	switch {
	case err != nil:
	case p.staged.path != "":
		err = errors.Join(p.file.Close(), os.Rename(p.staged.temporary, p.staged.path))
	case p.Path == "-":
		err = p.copyTo(stdout)
	default:
		var out *os.File
		if out, err = os.OpenFile(p.Path, os.O_WRONLY, 0); err == nil {
			err = errors.Join(p.copyTo(out), out.Close())
		}
	}
	if err != nil {
		return Failed(p.Path, err)
	}
	return nil
}

func (p *Spool) copyTo(w io.Writer) error {
	if _, err := p.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(w, p.file)
	return err
}
