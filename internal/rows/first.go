package rows

import (
	"fmt"
	"strings"

	"verbatim/internal/value"
)

// The first records of a file as plain texts, from which its header is found.

// First returns the cells of the first n records that are neither among the skip above
// the header nor empty lines, and for each the number of records up to its end.
func (s Sample) First(skip, n int) (lines [][]string, ends []int) {
	at := 0
	var cells []Cell
	for rec := range s.Records() {
		if len(lines) == n {
			break
		}
		if at++; at <= skip || s.Table.isEmptyLine(rec) {
			continue
		}
		cells = s.Table.Cells(cells[:0], rec, 0)
		row := make([]string, len(cells))
		for i, c := range cells {
			if row[i] = c.Text(); c.damaged {
				row[i] = value.Clean(row[i])
			}
		}
		lines, ends = append(lines, row), append(ends, at)
	}
	return lines, ends
}

// Unnamed returns the number of columns that rows have past the header:
// spreadsheets drop the blank cells at the end of a header. At least three rows,
// and one in ten, must agree on the number. The number is 0 if as many cells as are
// surplus begin with a space: they follow a comma inside an answer without quotes.
func Unnamed(lines [][]string, columns int) int {
	counts, surplus := map[int]int{}, 0
	for _, row := range lines {
		for len(row) > columns && value.IsBlank(row[len(row)-1]) {
			row = row[:len(row)-1]
		}
		if len(row) <= columns {
			continue
		}
		spaced := 0
		for _, text := range row {
			if strings.HasPrefix(text, " ") {
				spaced++
			}
		}
		if strings.HasPrefix(row[columns], " ") || spaced == len(row)-columns {
			return 0
		}
		surplus++
		counts[len(row)]++
	}
	most := commonest(counts)
	if surplus < 3 || counts[most] < 3 || surplus*10 < len(lines) {
		return 0
	}
	return most - columns
}

// Headless makes a header for a file that has none: column 1, column 2, and so on,
// one for each cell that most rows have.
func Headless(lines [][]string) []string {
	counts := make(map[int]int)
	for _, row := range lines {
		counts[len(row)]++
	}
	names := make([]string, commonest(counts))
	for i := range names {
		names[i] = fmt.Sprintf("column %d", i+1)
	}
	return names
}
