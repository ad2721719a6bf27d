package survey

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
)

// FileFacts identify a file.
type FileFacts struct {
	Name   string
	Bytes  int64 // as stored, packed where it is packed
	SHA256 string
}

// A fingerprint takes note of bytes on their way.
type fingerprint struct {
	bytes int64
	hash  hash.Hash
}

// Write never fails.
func (f *fingerprint) Write(p []byte) (int, error) {
	f.bytes += int64(len(p))
	return f.hash.Write(p)
}

// watched gives the same input, of which f sees all that is read.
func (in Input) watched(f *fingerprint) Input {
	open := in.Open
	in.Open = func() (io.ReadCloser, error) {
		r, err := open()
		if err != nil {
			return nil, err
		}
		return unpacked{io.TeeReader(r, f), r}, nil
	}
	return in
}

// identify gives size and hash of the source. A stream must have been read to
// its end.
func (src *source) identify() (FileFacts, error) {
	f := src.seen
	if f == nil {
		f = &fingerprint{hash: sha256.New()}
		r, err := src.input.Open()
		if err != nil {
			return FileFacts{}, src.input.explain(err)
		}
		defer r.Close()
		if _, err := io.Copy(f, r); err != nil {
			return FileFacts{}, src.input.explain(err)
		}
	}
	return FileFacts{src.input.Name, f.bytes, hex.EncodeToString(f.hash.Sum(nil))}, nil
}
