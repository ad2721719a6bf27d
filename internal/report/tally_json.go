package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
)

// The terms of a long list are most of a tally's document. encoding/json would build the text of
// all of them, and then indent a copy: several times the size of the list. So the document is
// written without its terms, and the terms are written one after the other into the gap:
//
//	{
//	  "schema": …,
//	  "terms": [     ◀─ one term, another, …
//	  ],
//	  "set_aside": …

// writeJSON writes the document, byte for byte as the function writeJSON would.
func (d *Tally) writeJSON(w io.Writer) error {
	if len(d.Terms) == 0 {
		return writeJSON(w, d)
	}
	frame := *d
	frame.Terms = frame.Terms[:0]
	var text strings.Builder
	if err := writeJSON(&text, &frame); err != nil {
		return err
	}
	// No other line begins like this: text has no line ends, and deeper lists stand
	// further to the right.
	head, tail, _ := strings.Cut(text.String(), "\n  \"terms\": []")
	if err := writeText(w, head+"\n  \"terms\": ["); err != nil {
		return err
	}
	if err := writeItems(w, d.Terms); err != nil {
		return err
	}
	return writeText(w, "\n  ]"+tail)
}

// writeItems writes the items of a list in a field of a document, with the indent that they have
// there. Its memory is that of one item.
func writeItems[T any](w io.Writer, list []T) error {
	const indent = "    "
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent(indent, "  ")
	for i := range list {
		text.Reset()
		if i > 0 {
			text.WriteByte(',')
		}
		text.WriteString("\n" + indent)
		if err := enc.Encode(&list[i]); err != nil {
			return err
		}
		text.Truncate(text.Len() - 1) // the line end
		if _, err := jsonEscapes.WriteString(w, text.String()); err != nil {
			return err
		}
	}
	return nil
}
