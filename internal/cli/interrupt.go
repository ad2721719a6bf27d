package cli

import (
	"context"
	"io"
)

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
