package value

import "testing"

func TestDamage(t *testing.T) {
	for _, cell := range []string{"Oct-49", "3-Apr", "10-Dec", "Okt 49", "Okt. 49", "10.Okt", "10. Dez", "déc-12", "oct-49", "#NAME?", "#REF!", "#DIV/0!", "#N/A", "#NULL!",
		"#WERT!", "#BEZUG!", "#¡VALOR!", "#NV", "#SPILL!", "########", "3.29E+09", "3,29E+09", "'=1+1", "'-nothing", "'@home"} {
		if Damage(cell) == "" {
			t.Errorf("%q is not reported", cell)
		}
	}
	for _, cell := range []string{"", "10-49", "May 3", "3 May", "10 Dec", "set 12", "trust", "#1", "#metoo", "# fine", "'tis", "co-op", "mar-a", "3-a", "1E5", "sep-2026"} {
		if d := Damage(cell); d != "" {
			t.Errorf("%q: %s", cell, d)
		}
	}
}
