package report

import (
	"encoding/csv"
	"fmt"
	"io"
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

// writeCSV writes a table: rows hands each of its rows to the function that it is given, the header
// first.
func writeCSV(w io.Writer, rows func(row func(cells ...any))) error {
	out := csv.NewWriter(w)
	rows(func(cells ...any) {
		_ = out.Write(prose.Texts(cells, cellOf)) // Error has it
	})
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	return nil
}

// A literal is a text of this program's own, which needs no defusing. Any other string in a cell,
// of CSV or of a section, is taken for hostile: code that forgets the type gets a harmless text,
// not a dangerous one.
type literal string

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
	}
	return fmt.Sprint(value)
}

// cellSafe makes a text harmless and defuses one that a spreadsheet would run as a formula, with
// the apostrophe that spreadsheets themselves use for it. Some pass over spaces, tabs and invisible
// characters before they look, and take full-width signs for the usual ones.
func cellSafe(s string) string {
	s = prose.Plain(s)
	first := strings.TrimLeftFunc(s, isPassedOver)
	if r, n := utf8.DecodeRuneInString(first); n > 0 && strings.ContainsRune("=+-@＝＋－＠", r) {
		return "'" + s
	}
	return s
}

// isPassedOver reports whether a character, as Plain leaves it, shows nothing, or
// stands for one that does not.
func isPassedOver(r rune) bool {
	return r == ' ' || r == unicode.ReplacementChar || 0x2400 <= r && r <= 0x2421 || unicode.Is(unicode.Cf, r)
}

// WriteSynonyms writes variants as a list of synonyms, as --synonyms reads it. Terms are written as
// they are: an apostrophe before a text would make it another term.
func WriteSynonyms(w io.Writer, variants []tally.Variant) error {
	return writeCSV(w, func(row func(cells ...any)) {
		row("from", "to")
		for _, v := range variants {
			row(literal(v.From), literal(v.To))
		}
	})
}
