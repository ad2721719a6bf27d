package scale

import (
	"slices"
	"testing"
)

// Bins are named by what is in them, and stand in order wherever options do.
func TestBins(t *testing.T) {
	for _, c := range []struct {
		cuts  string
		cells map[string]string
	}{
		{"18,30,65", map[string]string{"17": "under 18", "18": "18 to 29", "29.5": "18 to 29", "30": "30 to 64", "65": "65 and more", "1,000": "65 and more", "-1": "under 18", " 20 ": "18 to 29"}},
		{"1, 2,3", map[string]string{"0": "under 1", "1": "1", "2": "2", "3": "3 and more"}},
		{"0.5,1", map[string]string{"0.5": "0.5 to under 1", "0,4": "under 0.5", "7 %": "1 and more"}},
		{"-5,0", map[string]string{"-6": "under -5", "-5": "-5 to -1", "0": "0 and more"}},
		{"-10,-5,0,10", map[string]string{"-7": "-10 to -6"}},
		{"1000000", map[string]string{"€999,999": "under 1000000"}},
	} {
		b, err := ParseBins(c.cuts)
		if err != nil {
			t.Fatal(err)
		}
		for cell, want := range c.cells {
			if got, ok := b.Of(cell); !ok || got != want {
				t.Errorf("%s: %s is in %q, want %q", c.cuts, cell, got, want)
			}
		}
		var options []Option
		for _, label := range b.labels {
			options = append(options, Option{label, 1})
		}
		slices.Reverse(options)
		order, ok := Order(options)
		for place, i := range order {
			if options[i].Text != b.labels[place] {
				t.Errorf("%s: %q, want %q", c.cuts, options[i].Text, b.labels[place])
			}
		}
		if !ok {
			t.Errorf("%q has no order", b.labels)
		}
		for _, cell := range []string{"", "n/a", "18-24", "old"} {
			if band, ok := b.Of(cell); ok {
				t.Errorf("%q is in %q", cell, band)
			}
		}
	}
	for _, cuts := range []string{"", "18,", "a", "30,18", "18,18", "1e3", "inf", "NaN", "0x10", "1;2", "1,2,,3", "99999999999999999999"} {
		if _, err := ParseBins(cuts); err == nil {
			t.Errorf("%q is read", cuts)
		}
	}
}
