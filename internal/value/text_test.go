package value

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
			if got := Damaged(text); got != c.want || got == (utf8.ValidString(text) && !strings.Contains(text, "\x00")) {
				t.Errorf("damaged(%q) = %v", text, got)
			}
		}
	}
}

func TestVisible(t *testing.T) {
	for b := range 256 {
		for n := range 8 {
			text := strings.Repeat("x", n) + string([]byte{byte(b)}) + strings.Repeat("~", 7-n)
			if got, want := visible(Eight(text)), b >= ' ' && b < 0x7f; got != want {
				t.Errorf("visible(%q) = %v", text, got)
			}
		}
	}
}

func TestCountWords(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "   ": 0, "trust": 1, " trust ": 1, "trust and openness": 3, "a b c d e f g h i j k": 11,
		"twelve12 and  two\nlines": 4, "café au\u00a0lait, s’il vous plaît": 6, "eight888 eight888": 2, "eight88 8eight8 ": 2,
		"\u200btrust\u200b": 1, "\xff\xfe": 1, "tab\tand\x00nul stand between words": 6,
	} {
		for _, text := range []string{text, "0123456789 " + text, text + " 0123456789"} {
			got := CountWords(text)
			if n := len(strings.FieldsFunc(text, Blank)); got != n {
				t.Errorf("countWords(%q) = %d, not %d", text, got, n)
			}
			if len(text) == len(strings.Trim(text, "0123456789")) && got != want {
				t.Errorf("countWords(%q) = %d, not %d", text, got, want)
			}
		}
	}
}

func TestSkipASCII(t *testing.T) {
	for n := range 20 {
		for _, rest := range []string{"", "é", "ébcdefghijkl", "\xff"} {
			if got := SkipASCII(strings.Repeat("a", n) + rest); got != n {
				t.Errorf("%d letters and %q: %d are ASCII", n, rest, got)
			}
		}
	}
}
