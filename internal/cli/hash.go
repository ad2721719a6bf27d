package cli

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"

	"verbatim/internal/notice"
	"verbatim/internal/survey"
)

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
