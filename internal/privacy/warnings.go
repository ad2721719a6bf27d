package privacy

import (
	"fmt"
	"slices"

	"verbatim/internal/notice"
)

// ShowWarnings leaves out warnings that quote cells, each of which one person
// filled in, and says how many. With a threshold of 0 it leaves out none.
func ShowWarnings(warnings []notice.Warning, least int) []notice.Warning {
	if least == 0 {
		return warnings
	}
	kept := slices.DeleteFunc(slices.Clone(warnings), notice.Warning.QuotesCells)
	if n := len(warnings) - len(kept); n > 0 {
		kept = append(kept, notice.Warning{Code: notice.RowsWithheld, Message: fmt.Sprintf("warnings about single rows are withheld (%d); inspect shows them", n)})
	}
	return kept
}
