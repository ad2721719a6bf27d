// Package report writes tallies and inspections for people and for programs:
// as a table, as Markdown, as CSV and as JSON.
//
// Each kind of result has one document type, whose JSON is a contract
// ("verbatim/tally/v1"); the other formats are views of the same document.
package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/gocarina/gocsv"

	"verbatim/internal/notice"
)

// document is what Tally and Inspection have in common.
type document interface {
	rows() any                // a slice of row structs, for CSV
	table(columns int) string // for a terminal of so many columns; 0 if nobody knows
	markdown() string
}

// columnsOf is how many columns a text may have: what the writer says, where it stands for a terminal; else 0.
func columnsOf(w io.Writer) int {
	if terminal, ok := w.(interface{ Columns() int }); ok {
		return terminal.Columns()
	}
	return 0
}

// Warning is a warning in JSON; a line or column of 0 does not apply.
type Warning struct {
	Code    notice.Code `json:"code,omitempty"` // empty in documents older than codes
	File    string      `json:"file,omitempty"`
	Line    int         `json:"line,omitempty"`
	Column  int         `json:"column,omitempty"`
	Message string      `json:"message"`
}

// Warnings turns the warnings of a survey into those of a document. The result
// is never nil: an empty list is [] in JSON.
func Warnings(ws []notice.Warning) []Warning {
	out := make([]Warning, 0, len(ws))
	for _, w := range ws {
		out = append(out, Warning{w.Code, w.File, w.Line, w.Column, w.Text()})
	}
	return out
}

// writeJSON writes a document, indented, with HTML characters as they are, but
// without a character that a terminal or a build server would obey: JSON can say
// all of them with an escape.
func writeJSON(w io.Writer, document any) error {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(document); err != nil {
		return err
	}
	_, err := jsonEscapes.WriteString(w, text.String())
	return err
}

// jsonEscapes writes the control characters that encoding/json leaves as they
// are, and the first # of a command.
var jsonEscapes = func() *strings.Replacer {
	pairs := []string{"##[", `\u0023#[`, "##vso[", `\u0023#vso[`, "##teamcity[", `\u0023#teamcity[`}
	for r := rune(0x7F); r <= 0x2069; r++ {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			pairs = append(pairs, string(r), fmt.Sprintf(`\u%04x`, r))
		}
	}
	return strings.NewReplacer(pairs...)
}()

// writeCSV writes a slice of row structs with the header that their tags name.
func writeCSV(w io.Writer, rows any) error {
	if err := gocsv.Marshal(rows, w); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	return nil
}
