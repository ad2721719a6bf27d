package report

import (
	"bytes"
	"errors"
	"io"
	"slices"
)

// OneLine has what is written as JSON stand in one line, without blanks between keys and values: so several documents
// are NDJSON. Other formats stay as they are.
func OneLine(write func(io.Writer, Format) error) func(io.Writer, Format) error {
	return func(w io.Writer, f Format) error {
		if f != JSON {
			return write(w, f)
		}
		line := &oneLine{w: w}
		return errors.Join(write(line, f), writeText(w, "\n"))
	}
}

// oneLine passes on JSON without the blanks and line ends outside of strings.
type oneLine struct {
	w        io.Writer
	inString bool
	escaped  bool // the next byte of the string is no quote
	line     bytes.Buffer
}

// Write implements io.Writer.
func (o *oneLine) Write(text []byte) (n int, err error) {
	for part := range slices.Chunk(text, 1<<15) { // a document may come at once
		if err := o.pass(part); err != nil {
			return n, err
		}
		n += len(part)
	}
	return n, nil
}

// pass passes on a part of the text.
func (o *oneLine) pass(text []byte) error {
	o.line.Reset()
	from := 0 // what is not passed on yet
	for i, b := range text {
		switch {
		case o.escaped:
			o.escaped = false
		case b == '"':
			o.inString = !o.inString
		case o.inString:
			o.escaped = b == '\\'
		case b == ' ' || b == '\n' || b == '\r' || b == '\t':
			o.line.Write(text[from:i])
			from = i + 1
		}
	}
	o.line.Write(text[from:])
	_, err := o.w.Write(o.line.Bytes())
	return err
}
