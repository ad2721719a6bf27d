package cli

import (
	"errors"
	"io/fs"
	"os"

	"verbatim/internal/decision"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/study"
)

// --decisions FILE takes what the answers decide from a file or, where there is none, writes it
// there, together with the outputs of the run:
//
//	there is a file     ─ load ─▶ Options.Decided ─▶ every count goes by it
//	there is none yet   ─ every count ─ note ─▶ Streams.Also ─ write ─▶ FILE
type decisionsFile struct {
	path string        // "" is none
	made decision.List // where it is to be written
}

// load reads the file, if it is there, before any of the survey. Under disclosure control none is
// written: it would hold words of few people.
func (d *decisionsFile) load(o *study.Options) error {
	if d.path == "" {
		return nil
	}
	text, err := os.ReadFile(d.path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && o.Withholds():
		return &notice.UsageError{Where: "--decisions", What: d.path + " is not there, and would hold words of few people", Hint: "write it in a run without --suppress, and keep it like the answers: help privacy tells what it holds"}
	case errors.Is(err, fs.ErrNotExist):
		return outfile.Check([]string{d.path}, nil, nil)
	case err != nil:
		return &notice.InputError{Name: d.path, What: notice.Cause(err), Err: err}
	}
	o.Decided, err = decision.Read(d.path, text)
	return err
}

// note has the decisions of a count written, unless they are from the file.
func (d *decisionsFile) note(s *Streams, c *study.Count) error {
	if d.path == "" || c.Options.Decided != nil {
		return nil
	}
	d.made.Add(c.Decided())
	text, err := d.made.Text()
	s.Also = []outfile.File{{Path: d.path, Data: text}}
	return err
}
