//go:build unix

package privacy

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"verbatim/internal/growth"
)

// The work grows with the length of an answer, whatever is in it.
func TestRedactLinear(t *testing.T) {
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skip("VERBATIM_FULL is not set")
	}
	const short, times = 1 << 10, 64
	for _, piece := range []string{"a", "@", "a@", "1", "1 ", "://", "a://", "a://'", "/", "a/", "a.com/", "www.", "www. ", "DE89", "DE89 ", "+", "(", "+1(", "0", "4111 ",
		"a.", "\u200b", "＠", "é@é.é ", "at ", "a at ", "(at)", "a dot ", "at a dot ", " dot", "(", "a (at) a (dot) ", "a_#", "10.", "12.12.12.12.", "1-", "12.03.2017 ", "tel 1", "x@" + strings.Repeat("b", 60), strings.Repeat("a", 70) + "@"} {
		var r Redactor
		text := strings.Repeat(piece, short/len(piece))
		long := strings.Repeat(text, times)
		r.Redact(long) // makes room
		growth.Linear(t, fmt.Sprintf("%q", piece), times, func() { r.Redact(text) }, func() { r.Redact(long) })
	}
}
