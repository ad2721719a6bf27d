package survey

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"verbatim/internal/rows"
	"verbatim/internal/survey/platforms"
)

// Options override what is detected; the zero value detects everything.
type Options struct {
	Platform   string // one of Platforms
	Encoding   string // one of Encodings
	Delimiter  rune   // an ASCII character
	HeaderRows int    // 1 or more
	Sheet      string // of a workbook: its name, or its number from 1
	// RepairEncoding undoes an encoding that was applied twice.
	RepairEncoding bool
	NoHeader       bool // the first row is a respondent; columns are called column 1, column 2
	// Selected says that only those questions matter that are selected. Others of one column are not judged, and have no
	// kind.
	Selected bool

	catalogue platforms.List // the platforms to choose from; nil: all that are known
}

// known gives the platforms to choose from.
func (o Options) known() catalogue {
	if o.catalogue != nil {
		return catalogue{o.catalogue}
	}
	return catalogue{platforms.Known()}
}

// A catalogue is the platforms that an export may be from, with which its header rows are found (header.go).
type catalogue struct{ platforms.List }

// titles is what shows that a record is no title above the header.
func (k catalogue) titles() rows.Known {
	return rows.Known{Label: k.IsResponseLabel, Meta: k.ByName(platforms.Generic).IsMeta}
}

// Platforms lists the names that Options.Platform takes.
func Platforms() []string { return platforms.Names() }

// check refuses values that no option has.
func (o Options) check() error {
	switch {
	case o.Platform != "" && o.known().ByName(o.Platform) == nil:
		return fmt.Errorf("unknown platform %q: one of %s", o.Platform, strings.Join(Platforms(), ", "))
	case o.Encoding != "" && !slices.Contains(Encodings(), o.Encoding):
		return fmt.Errorf("unknown encoding %q", o.Encoding)
	case o.Delimiter < 0 || o.Delimiter > 0x7e || o.Delimiter == '"' || o.Delimiter == '\n' || o.Delimiter == '\r':
		return fmt.Errorf("%q cannot be a delimiter", o.Delimiter)
	case o.HeaderRows < 0:
		return fmt.Errorf("%d header rows are not possible", o.HeaderRows)
	}
	return nil
}

// A Dialect says how an export is written, with the evidence for it.
type Dialect struct {
	Platform   string    `json:"platform"`                // one of Platforms
	Evidence   []string  `json:"evidence"`                // one line for each guess
	Encoding   string    `json:"encoding"`                // one of Encodings
	Next       string    `json:"encoding_next,omitempty"` // the next likely one that gives another text
	BOM        bool      `json:"bom"`                     // the file begins with a byte order mark
	Container  string    `json:"container,omitempty"`     // what the table came out of, if it is no text: xlsx, sav, json
	Delimiter  Delimiter `json:"delimiter"`               // empty for what is no text
	HeaderRows int       `json:"header_rows"`             // 0: there is none
	Columns    int       `json:"columns"`                 // of the header
}

// Unit is what a number of Response.Line counts: lines, rows of a sheet, cases of SPSS.
func (d Dialect) Unit() string {
	return cmp.Or(map[string]string{"xlsx": "row", "sav": "case"}[d.Container], "line")
}

// A Delimiter stands between the cells of a record. In JSON it is a text.
type Delimiter rune

// String gives the character; "" if there is none.
func (d Delimiter) String() string {
	if d == 0 {
		return ""
	}
	return string(rune(d))
}

// MarshalText gives the character.
func (d Delimiter) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// An Input is one file of an export.
type Input = rows.Input

// File is the input in a file.
func File(path string) Input { return rows.File(path) }

// Stream is an input that can be read only once.
func Stream(name string, r io.Reader) Input { return rows.Stream(name, r) }

// Encodings lists the names that Options.Encoding takes.
func Encodings() []string { return rows.Encodings() }

// EncodingOf returns the name in Encodings of an encoding by any of its names; "" if it is not known.
func EncodingOf(name string) string { return rows.EncodingOf(name) }
