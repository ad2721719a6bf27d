package cli

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// A spool is an output that may be too large for memory: it is written to a file
// beside its place, or, where it goes elsewhere, to a temporary one that nobody
// else can open. When all of it is there it goes to its place; until then
// nothing has changed.
type spool struct {
	*bufio.Writer
	path   string // "-" is standard output
	file   *os.File
	staged stagedFile
}

// newSpool begins an output.
func newSpool(path string) (*spool, error) {
	p := &spool{path: path}
	var err error
	if regular(path) {
		p.file, p.staged, err = begin(path)
	} else if p.file, err = os.CreateTemp("", "verbatim"); err == nil {
		p.staged = stagedFile{temporary: p.file.Name()}
		os.Remove(p.file.Name()) // it stays open, where the system lets it; else discard takes it away
	}
	if err != nil {
		p.discard()
		return nil, notWritten(path, err)
	}
	p.Writer = bufio.NewWriterSize(p.file, 1<<16)
	return p, nil
}

// discard takes away what has been written, unless it is in its place already.
func (p *spool) discard() {
	if p.file != nil {
		p.file.Close()
		os.Remove(p.staged.temporary)
	}
}

// commit puts the output in its place.
func (p *spool) commit(s *Streams) error {
	err := p.Flush()
	switch {
	case err != nil:
	case p.staged.path != "":
		err = errors.Join(p.file.Close(), os.Rename(p.staged.temporary, p.staged.path))
	case p.path == "-":
		err = p.copyTo(s.Out)
	default:
		var out *os.File
		if out, err = os.OpenFile(p.path, os.O_WRONLY, 0); err == nil {
			err = errors.Join(p.copyTo(out), out.Close())
		}
	}
	if err != nil {
		return notWritten(p.path, err)
	}
	return nil
}

func (p *spool) copyTo(w io.Writer) error {
	if _, err := p.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(w, p.file)
	return err
}
