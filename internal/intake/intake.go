// Package intake opens what a run reads: files, pipes and standard input. It watches how much of them has been
// read, and hashes them.
package intake

import (
	"context"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"os"
	"sync"

	"verbatim/internal/notice"
	"verbatim/internal/survey"
)

// A Source is where a run reads from.
type Source struct {
	Files    []string  // "-" is standard input
	Stdin    io.Reader // standard input
	Progress io.Writer // shows how far the run has come; nil: nothing does
	Hash     bool      // the SHA-256 of the files is wanted
}

// A Reading is the part of a run that reads the files, once or twice. Progress is shown until it ends.
type Reading struct {
	Hashed func() ([]string, error) // SHA-256 of the files, once all has been read
	Stop   func()
}

// Open opens the inputs of the source. The caller has to stop the reading, which does not keep the export: what it was
// found by takes megabytes, and a count needs it no more.
func (s Source) Open(ctx context.Context, in []survey.Input, o survey.Options) (*survey.Export, *Reading, error) {
	r := &Reading{Stop: sync.OnceFunc(watch(s.Progress, in)), Hashed: hashes(in, s.Hash)}
	export, err := survey.Open(ctx, in, o)
	if err != nil {
		r.Stop()
	}
	return export, r, err
}

// Inputs are the files, pipes and streams of a run.
func (s Source) Inputs(ctx context.Context) []survey.Input {
	out := make([]survey.Input, len(s.Files))
	for i, name := range s.Files {
		switch {
		case name == "-":
			out[i] = survey.Stream(name, Interruptible(ctx, s.Stdin))
		case isPipe(name):
			out[i] = survey.Stream(name, Interruptible(ctx, &pipe{name: name}))
		default:
			out[i] = survey.File(name)
		}
	}
	return out
}

// isPipe reports whether a file is one that gives its bytes once, such as <(zcat survey.csv.gz): opened again,
// it would go on where it was left.
func isPipe(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// pipe opens a file at the first read, since opening may have to wait for a writer.
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

// patient reads from a stream that may never deliver, a terminal or a pipe, and gives up when its context
// ends. A read in progress is left behind with its own buffer.
//
// Ctrl-C has to end a run that waits for input. A read from a pipe or a terminal cannot be interrupted in Go,
// so it runs in its own goroutine, which is left behind when the program ends.
type patient struct {
	ctx context.Context
	in  io.Reader
}

// Interruptible gives up reading when its context ends.
func Interruptible(ctx context.Context, in io.Reader) io.Reader { return patient{ctx, in} }

// Read implements io.Reader.
func (r patient) Read(p []byte) (int, error) {
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

// hashes returns, after everything has been read, the SHA-256 of each input as stored. A file is read once more
// for it; a stream is hashed as it is read. Without --hash there are none.
//
// --hash puts the SHA-256 of each input into the JSON, so that a result can be traced to the exact files that
// it was made from. The hash is of the bytes as stored, gzip included: it is what sha256sum prints.
func hashes(in []survey.Input, wanted bool) func() ([]string, error) {
	if !wanted {
		return func() ([]string, error) { return nil, nil }
	}
	list := make([]*hashing, len(in))
	for i := range in {
		list[i] = &hashing{Hash: sha256.New(), open: in[i].Open}
		if in[i].Stream {
			in[i].Open = list[i].pass
		}
	}
	return func() (sums []string, err error) {
		for i, h := range list {
			if err := h.rest(); err != nil {
				return nil, &notice.InputError{Name: in[i].Name, What: "cannot be read: " + notice.Cause(err), Err: err}
			}
			sums = append(sums, fmt.Sprintf("%x", h.Sum(nil)))
		}
		return sums, nil
	}
}

// hashing is the hash of one input.
type hashing struct {
	hash.Hash
	open    func() (io.ReadCloser, error)
	passing io.Reader // of a stream: all that is read here is hashed
}

// pass opens a stream so that what is read of it is hashed.
func (h *hashing) pass() (io.ReadCloser, error) {
	r, err := h.open()
	h.passing = io.TeeReader(r, h)
	return io.NopCloser(h.passing), err
}

// rest reads what is left of a stream, or a file from its beginning.
func (h *hashing) rest() error {
	if h.passing != nil {
		_, err := io.Copy(io.Discard, h.passing)
		return err
	}
	f, err := h.open()
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(h, f)
	return err
}
