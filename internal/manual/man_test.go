package manual

import "testing"

// TestRoff: no text can become a command of man(7).
func TestRoff(t *testing.T) {
	for _, c := range [][2]string{
		{".so /etc/passwd", `\&.so /etc/passwd`},
		{"a\n'b\n.c", "a\n\\&'b\n\\&.c"},
		{`a\fB-1`, `a\efB\-1`},
	} {
		if got := roff(c[0]); got != c[1] {
			t.Errorf("roff(%q) is %q, want %q", c[0], got, c[1])
		}
	}
}
