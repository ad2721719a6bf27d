// Package outfile writes output files so that each is whole or absent: a run that
// fails leaves no part of a file behind, and changes none that was there.
//
//	terms.csv  ─▶ .verbatim.4711.0.tmp ─┐             ┌─▶ rename to terms.csv
//	chart.png  ─▶ .verbatim.4711.1.tmp ─┼─ all whole ─┼─▶ rename to chart.png
//	-          ─────────────────────────┘             └─▶ standard output, first
//
// A rename within a folder either happens or does not, so nobody ever reads half
// a file. Two of them are not one step: if the second fails, which Check and the
// temporary files make unlikely, the first file is new already.
package outfile

import "io"

// A File is a finished result and where it goes.
type File struct {
	Path  string // "-" is standard output
	Data  []byte
	Write func(io.Writer) error // instead of Data, for what need not be in memory as a whole
}

// writeTo writes the result to where it goes.
func (o File) writeTo(w io.Writer) error {
	if o.Write != nil {
		return o.Write(w)
	}
	_, err := w.Write(o.Data)
	return err
}

// Write writes all files or, if one cannot be written, none:
//
//  1. each goes to a temporary file beside its final path;
//  2. when all of these are whole, what cannot be taken back is written:
//     devices, pipes, standard output;
//  3. the temporary files are renamed.
//
// An error is an *Error.
func Write(stdout io.Writer, files ...File) error {
	var direct []File
	var staged []*Spool
	for _, o := range files {
		if !regular(o.Path) {
			direct = append(direct, o)
			continue
		}
		p, err := NewSpool(o.Path)
		if err != nil {
			return err
		}
		defer p.Discard()
		if err := o.writeTo(p); err != nil {
			return Failed(o.Path, err)
		}
		if err := p.finish(); err != nil {
			return err
		}
		staged = append(staged, p)
	}
	for _, o := range direct {
		if err := writeDirect(stdout, o.Path, o.writeTo); err != nil {
			return err
		}
	}
	for _, p := range staged {
		if err := p.rename(); err != nil {
			return err
		}
	}
	return nil
}
