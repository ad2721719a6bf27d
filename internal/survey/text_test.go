package survey

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDamaged(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"", false}, {"\x00", true}, {"trust", false}, {"eight by", false}, {"é, ’ and 👍 are fine", false},
		{"\x7f\x01 are text", false}, {"\ufffd is", false}, {"caf\xe9", true}, {"a\xc3", true}, {"\xed\xa0\x80", true},
	} {
		// Wherever it stands among the groups of eight bytes.
		for n := range 17 {
			text := strings.Repeat("x", n) + c.text + strings.Repeat("y", 16-n)
			if got := damaged(text); got != c.want || got == (utf8.ValidString(text) && !strings.Contains(text, "\x00")) {
				t.Errorf("damaged(%q) = %v", text, got)
			}
		}
	}
}

func TestVisible(t *testing.T) {
	for b := range 256 {
		for n := range 8 {
			text := strings.Repeat("x", n) + string([]byte{byte(b)}) + strings.Repeat("~", 7-n)
			if got, want := visible(eight(text)), b >= ' ' && b < 0x7f; got != want {
				t.Errorf("visible(%q) = %v", text, got)
			}
		}
	}
}
