package survey

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"verbatim/internal/growth"
)

// The work for a wide export grows with its columns, and not with their square. It is
// counted in bytes that are allocated: what goes through all columns for each of them copies
// them, too.
func TestGrowth(t *testing.T) {
	for name, header := range map[string]func(i int) string{
		"questions":              func(i int) string { return fmt.Sprintf("What about %d things?", i) },
		"headers that alternate": func(i int) string { return "Why " + "abcdefg"[i%7:i%7+1] + "?" },
		"codes":                  func(i int) string { return fmt.Sprintf("Q%d_%d", i/5, i%5) },
	} {
		few, many := bytesToInspect(t, wideText(1000, header)), bytesToInspect(t, wideText(4000, header))
		if many > few*7 {
			t.Errorf("%s: %d bytes for 1,000 columns, %d for 4,000", name, few, many)
		}
	}
}

// Nor does the time of wide rows, most cells of which are blank, grow with more than the cells.
func TestGrowthOfColumns(t *testing.T) {
	inspect := func(columns int) func() {
		row := strings.Repeat(",,,,trust,,,,,2", columns/10)
		text := wideText(columns, func(i int) string { return fmt.Sprintf("What about %d things?", i) }) + strings.Repeat("\nR9"+row, 40)
		return func() { bytesToInspect(t, text) }
	}
	growth.Linear(t, "columns", 64, inspect(50), inspect(3200))
}

// wideText is an export of 2 rows.
func wideText(columns int, header func(i int) string) string {
	var b strings.Builder
	b.WriteString("id")
	for i := range columns {
		b.WriteString("," + header(i))
	}
	for row := range 2 {
		fmt.Fprintf(&b, "\nR%d", row)
		for i := range columns {
			fmt.Fprintf(&b, ",word %d and %d", i*row%7, row%9)
		}
	}
	return b.String()
}

// bytesToInspect is how many bytes are allocated to read an export.
func bytesToInspect(t *testing.T, text string) uint64 {
	t.Helper()
	in := Input{Name: "wide.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	e, err := Open(context.Background(), []Input{in}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Inspect(context.Background(), InspectOptions{}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
