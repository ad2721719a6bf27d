package container

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"verbatim/internal/jsonrows"
)

// blanksOfJSON may stand before a text, and between its parts. The last is the mark of records.
const blanksOfJSON = " \t\r\n" + string(rune(jsonrows.RecordMark))

// isRowsOfJSON reports whether a text begins as an object, or as a list of objects. What this
// program writes begins so, too, and is no export.
func isRowsOfJSON(head []byte) bool {
	_, text := utf16In(bytes.NewReader(head), head)
	begin, _ := io.ReadAll(text) // the last character may be cut
	begin = bytes.TrimLeft(bytes.TrimPrefix(begin, []byte("\ufeff")), blanksOfJSON)
	if !bytes.HasPrefix(begin, []byte("{")) && !bytes.HasPrefix(begin, []byte("[")) {
		return false
	}
	plain := strings.Join(strings.FieldsFunc(string(begin), func(r rune) bool { return strings.ContainsRune(blanksOfJSON, r) }), "")
	return (strings.HasPrefix(plain, `{"`) || strings.HasPrefix(plain, `[{"`)) && !strings.HasPrefix(plain, `{"schema":"verbatim/`)
}

// utf16In decodes a text that begins as one in UTF-16: with its mark, or with an ASCII character, which JSON
// begins with. Others it gives as they are; their encoding has no name here.
func utf16In(r io.Reader, head []byte) (name string, text io.Reader) {
	order := unicode.LittleEndian // the low byte of a character first
	switch two := string(head[:min(len(head), 2)]); {
	case two == "\xfe\xff", len(two) == 2 && two[0] == 0 && two[1] != 0:
		name, order = "utf-16be", unicode.BigEndian
	case two == "\xff\xfe", len(two) == 2 && two[0] != 0 && two[1] == 0:
		name = "utf-16le"
	default:
		return "", r
	}
	return name, transform.NewReader(r, unicode.UTF16(order, unicode.UseBOM).NewDecoder())
}

// openJSON opens rows of JSON. It is read once, from the beginning to the end.
func openJSON(f file, opt Options) (*Table, error) {
	if err := f.single(opt); err != nil {
		return nil, err
	}
	// Two bytes tell the encoding: a mark, or a character and a NUL.
	text := bufio.NewReader(f.bytes)
	mark, err := text.Peek(2)
	if err != nil {
		return nil, err
	}
	encoding, decoded := utf16In(text, mark)
	t, err := jsonrows.Open(decoded, f.name)
	if err != nil {
		return nil, err
	}
	told := make([]Told, len(t.Columns))
	// A list is a multiple choice, its values with ;# between them.
	for i, lists := range t.Lists {
		told[i].Lists = lists
	}
	rows := func(yield func(row, error) bool) {
		if !yield(row{cells: t.Columns}, nil) {
			return
		}
		for r, err := range t.Rows() {
			if !yield(row{r.Line, r.Cells}, err) {
				return
			}
		}
	}
	return &Table{Kind: "json", Place: f.path, Encoding: encoding, Text: newText(iter.Seq2[row, error](rows)), Told: told, Header: 1, Evidence: []string{"keys are columns"}, Warnings: t.Warnings}, nil
}
