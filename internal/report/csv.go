package report

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// CSV files are opened in spreadsheets, which run a cell that looks like a formula ("CSV
// injection", OWASP). So every text is defused when it is written, whether it comes from an answer
// or not:
//
//	=cmd|'/C calc'!A0   ─▶   '=cmd|'/C calc'!A0
//
// A figure that is withheld or does not apply is an empty cell, never a zero.

// A dialect is a way to write CSV.
type dialect struct {
	delimiter rune
	decimal   string // the sign before the decimals of a number
	lineEnd   bool   // carriage return and line feed end a line, and not line feed alone
	mark      string // what the file begins with
}

// The dialects: that of RFC 4180, which programs read, and that of spreadsheets in countries with a
// decimal comma, which take a file without a byte order mark for one in an older encoding.
var (
	standardCSV = dialect{delimiter: ',', decimal: "."}
	excelCSV    = dialect{delimiter: ';', decimal: ",", lineEnd: true, mark: "\ufeff"}
)

// begin begins a file.
func (d dialect) begin(w io.Writer) (*csv.Writer, error) {
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = d.delimiter, d.lineEnd
	_, err := io.WriteString(w, d.mark)
	return out, err
}

// write writes the rows of tables with the same header.
func (d dialect) write(w io.Writer, tables ...dataTable) error {
	out, err := d.begin(w)
	_ = out.Write(tables[0].header) // Error has it
	for _, t := range tables {
		for cells := range t.rows {
			_ = out.Write(prose.Texts(cells, d.cellOf))
		}
	}
	out.Flush()
	if err := cmp.Or(err, out.Error()); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	return nil
}

// writeDocument writes a document.
func (d dialect) writeDocument(w io.Writer, doc document) error {
	return d.write(w, slices.DeleteFunc(doc.tables(), func(t dataTable) bool { return !t.csv })...)
}

// cellOf is a value as the text of a cell.
func (d dialect) cellOf(value any) string {
	switch value.(type) {
	case float64, *float64:
		return strings.Replace(cellOf(value), ".", d.decimal, 1)
	}
	return cellOf(value)
}

// A literal is a text of this program's own, which needs no defusing. Any other string in a cell,
// of CSV or of a section, is taken for hostile: code that forgets the type gets a harmless text,
// not a dangerous one.
type literal string

// A list is several texts of one cell, and what stands between them.
type list struct {
	texts   []string
	between string
}

// joined is the list as one text, with each of its texts made harmless.
func (l list) joined(show shower) string { return strings.Join(prose.Texts(l.texts, show), l.between) }

// cellOf is a value as the text of a cell; a nil pointer is an empty cell. Numbers have no rounding
// and no exponent, which some spreadsheets read as text.
func cellOf(value any) string {
	switch v := value.(type) {
	case string:
		return cellSafe(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case *float64:
		if v == nil {
			return ""
		}
		return cellOf(*v)
	case *int:
		if v == nil {
			return ""
		}
		return strconv.Itoa(*v)
	case list: // some spreadsheets part cells at a semicolon, so each text is made safe
		return v.joined(cellSafe)
	}
	return fmt.Sprint(value)
}

// cellSafe makes a text harmless, in one line, and defuses one that a spreadsheet would run as a formula, with
// the apostrophe that spreadsheets themselves use for it. Some pass over spaces, tabs and invisible
// characters before they look, and take full-width signs for the usual ones.
func cellSafe(s string) string { return defused(prose.Plain(s)) }

// writtenSafe is cellSafe of an answer that keeps its lines and spaces.
func writtenSafe(s string) string { return defused(prose.Written(s)) }

// defused is a harmless text that no spreadsheet runs.
func defused(s string) string {
	first := strings.TrimLeftFunc(s, isPassedOver)
	if r, n := utf8.DecodeRuneInString(first); n > 0 && strings.ContainsRune("=+-@＝＋－＠", r) {
		return "'" + s
	}
	return s
}

// isPassedOver reports whether a character, as Plain leaves it, shows nothing, or
// stands for one that does not.
func isPassedOver(r rune) bool {
	return unicode.IsSpace(r) || r == unicode.ReplacementChar || 0x2400 <= r && r <= 0x2421 || unicode.Is(unicode.Cf, r)
}

// WriteSynonyms writes variants as a list of synonyms, as --synonyms reads it. Terms are written as
// they are: an apostrophe before a text would make it another term.
func WriteSynonyms(w io.Writer, variants []tally.Variant) error {
	return standardCSV.write(w, dataTable{header: []string{"from", "to"}, rows: rowsOf(variants, func(v tally.Variant) []any {
		return []any{literal(v.From), literal(v.To)}
	})})
}
