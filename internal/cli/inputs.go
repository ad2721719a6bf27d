package cli

import (
	"context"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"os"

	"verbatim/internal/notice"
	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// Inputs: files, pipes and standard input. A pipe gives its bytes once, so it is
// kept if it has to be read again.

// openExport opens the inputs, each override checked before a byte is read.
func openExport(ctx context.Context, in []survey.Input, o *study.Reading) (*survey.Export, error) {
	opt, err := o.Survey()
	if err != nil {
		return nil, err
	}
	return survey.Open(ctx, in, opt)
}

// inputs names the files of a run; - is standard input.
func inputs(ctx context.Context, s *Streams, files []string) []survey.Input {
	out := make([]survey.Input, len(files))
	for i, name := range files {
		switch {
		case name == "-":
			out[i] = survey.Stream(name, interruptible{ctx, s.In})
		case isPipe(name):
			out[i] = survey.Stream(name, interruptible{ctx, &pipe{name: name}})
		default:
			out[i] = survey.File(name)
		}
	}
	return out
}

// isPipe reports whether a file is one that gives its bytes once, such as <(zcat
// survey.csv.gz): opened again, it would go on where it was left.
func isPipe(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// pipe opens a file when it is read first, since that may have to wait for
// somebody who writes into it.
type pipe struct {
	name string
	file *os.File
}

// Read opens the pipe at the first call.
func (p *pipe) Read(b []byte) (n int, err error) {
	if p.file == nil {
		if p.file, err = os.Open(p.name); err != nil {
			return 0, err
		}
	}
	return p.file.Read(b)
}

// Ctrl-C has to end a run that waits for input. A read from a pipe or a
// terminal cannot be interrupted in Go, so it runs in a goroutine of its own,
// which is left behind; the program ends anyway.

// interruptible reads from a stream that may never deliver, a terminal or a
// pipe, and gives up when its context ends. The read that is under way then is
// left behind with a buffer of its own.
type interruptible struct {
	ctx context.Context
	in  io.Reader
}

// Read implements io.Reader.
func (r interruptible) Read(p []byte) (int, error) {
	type delivery struct {
		data []byte
		err  error
	}
	delivered := make(chan delivery, 1)
	go func() {
		data := make([]byte, len(p))
		n, err := r.in.Read(data)
		delivered <- delivery{data[:n], err}
	}()
	select {
	case d := <-delivered:
		return copy(p, d.data), d.err
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	}
}

// --hash puts the SHA-256 of each input into the JSON, so that a result can be
// traced to the exact files that it was made from. The hash is of the bytes as
// stored, gzip included: it is what sha256sum prints.

// hashes gives, once all has been read, the SHA-256 of each input as stored. A
// file is read once more for it; a stream is hashed as it goes by. Where it is
// not wanted there is none.
func hashes(in []survey.Input, wanted bool) func() ([]string, error) {
	if !wanted {
		return func() ([]string, error) { return nil, nil }
	}
	passing := make([]io.Reader, len(in))
	sums := make([]hash.Hash, len(in))
	for i := range in {
		sums[i] = sha256.New()
		if !in[i].Stream {
			continue
		}
		open, sum := in[i].Open, sums[i]
		in[i].Open = func() (io.ReadCloser, error) {
			r, err := open()
			if err != nil {
				return nil, err
			}
			passing[i] = io.TeeReader(r, sum)
			return io.NopCloser(passing[i]), nil
		}
	}
	return func() ([]string, error) {
		var out []string
		for i := range in {
			if err := hashRest(in[i], passing[i], sums[i]); err != nil {
				return nil, err
			}
			out = append(out, fmt.Sprintf("%x", sums[i].Sum(nil)))
		}
		return out, nil
	}
}

// hashRest reads what is left of a stream, or a file from its beginning.
func hashRest(in survey.Input, passing io.Reader, sum hash.Hash) error {
	var err error
	if passing != nil {
		_, err = io.Copy(io.Discard, passing)
	} else {
		var f io.ReadCloser
		if f, err = in.Open(); err == nil {
			_, err = io.Copy(sum, f)
			f.Close()
		}
	}
	if err != nil {
		return &notice.InputError{Name: in.Name, What: "cannot be read: " + notice.Cause(err), Err: err}
	}
	return nil
}
