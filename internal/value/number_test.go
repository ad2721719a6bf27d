package value

import "testing"

func TestNumber(t *testing.T) {
	for text, want := range map[string]float64{
		"42": 42, "-3": -3, "1,234": 1234, "1'234": 1234, "1,234,567.5": 1234567.5, "1.234": 1.234, "1,5": 1.5, "0,125": 0.125, "$20": 20, "-$20": -20, "50 %": 50, "1e3": 1000, "−7": -7,
		"1.234,5": 1234.5,
	} {
		if got, ok := Number(text); got != want || ok != IsNumber(text) || !ok && IsNumber(text) {
			t.Errorf("%s: %v %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "about 5", "18-24", "n/a"} {
		if n, ok := Number(text); ok {
			t.Errorf("%s: %v", text, n)
		}
	}
}
