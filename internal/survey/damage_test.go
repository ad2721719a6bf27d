package survey

import (
	"context"
	"strings"
	"testing"
)

func TestDamage(t *testing.T) {
	for _, cell := range []string{"Oct-49", "3-Apr", "10-Dec", "Okt 49", "Okt. 49", "10.Okt", "10. Dez", "déc-12", "oct-49", "#NAME?", "#REF!", "#DIV/0!", "#N/A", "#NULL!",
		"#WERT!", "#BEZUG!", "#¡VALOR!", "#NV", "#SPILL!", "########", "3.29E+09", "3,29E+09", "'=1+1", "'-nothing", "'@home"} {
		if damage(cell) == "" {
			t.Errorf("%q is not reported", cell)
		}
	}
	for _, cell := range []string{"", "10-49", "May 3", "3 May", "10 Dec", "set 12", "trust", "#1", "#metoo", "# fine", "'tis", "co-op", "mar-a", "3-a", "1E5", "sep-2026"} {
		if d := damage(cell); d != "" {
			t.Errorf("%q: %s", cell, d)
		}
	}
}

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
