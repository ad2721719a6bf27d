package report

import (
	"io"

	"verbatim/internal/tally"
)

// synonymRow is a line of a list of synonyms, as --synonyms reads it.
type synonymRow struct {
	From string `csv:"from"`
	To   string `csv:"to"`
}

// WriteSynonyms writes variants as a list of synonyms.
func WriteSynonyms(w io.Writer, variants []tally.Variant) error {
	rows := make([]synonymRow, 0, len(variants))
	for _, v := range variants {
		rows = append(rows, synonymRow(v))
	}
	return writeCSV(w, rows)
}
