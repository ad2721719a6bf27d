package survey

import (
	"io"
	"verbatim/internal/rows"
)

// An Input is one file of an export.
type Input = rows.Input

// File is the input in a file.
func File(path string) Input { return rows.File(path) }

// Stream is an input that can be read only once.
func Stream(name string, r io.Reader) Input { return rows.Stream(name, r) }

// Encodings lists the names that Options.Encoding takes.
func Encodings() []string { return rows.Encodings() }
