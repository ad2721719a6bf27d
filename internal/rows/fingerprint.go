package rows

import (
	"encoding/hex"
	"hash"
	"io"
)

// Facts identify a file.
type Facts struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"` // as stored, packed where it is packed
	SHA256 string `json:"sha256"`
}

// A fingerprint counts and hashes bytes as they are read.
type fingerprint struct {
	bytes int64
	hash  hash.Hash
}

// Write never fails.
func (f *fingerprint) Write(p []byte) (int, error) {
	f.bytes += int64(len(p))
	return f.hash.Write(p)
}

// watched returns the same input, and passes all that is read to f.
func (in Input) watched(f *fingerprint) Input {
	open := in.Open
	in.Open = func() (io.ReadCloser, error) {
		r, err := open()
		if err != nil {
			return nil, err
		}
		return &opened{Reader: io.TeeReader(r, f), closers: []io.Closer{r}}, nil
	}
	return in
}

// facts returns size and hash under a name.
func (f *fingerprint) facts(name string) Facts {
	return Facts{name, f.bytes, hex.EncodeToString(f.hash.Sum(nil))}
}
