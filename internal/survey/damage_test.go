package survey

import (
	"context"
	"strings"
	"testing"
)

// Serial dates are reported in the platform's own columns too, each with its
// cell.
func TestSerialDates(t *testing.T) {
	e := openText(t, "Start Date,Visited on date,Why?\n2026-01-01,43833,because\n43833.5,43834,of this\n2026-01-03,43840,or 43835\n", Options{})
	in, err := e.Inspect(context.Background(), InspectOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var at []string
	for _, w := range in.Warnings {
		at = append(at, w.String())
	}
	want := []string{"-:2: column 2: 43833 is", "-:3: column 1: 43833.5 is", "-:3: column 2: 43834 is", "-:4: column 2: 43840 is"}
	if len(at) != len(want) {
		t.Fatalf("%q", at)
	}
	for i := range want {
		if !strings.HasPrefix(at[i], want[i]) {
			t.Errorf("%q, want %q", at[i], want[i])
		}
	}
}
