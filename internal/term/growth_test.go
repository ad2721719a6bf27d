//go:build unix

package term

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/internal/growth"
)

// The work grows with the length of an answer and not with its square, whatever the
// answer is made of.
func TestLongAnswers(t *testing.T) {
	const short, times = 1 << 10, 64
	a := analyzer(t, Options{Phrases: []string{"a b"}})
	for _, unit := range []string{"a", "a ", "C+", "'", "a'", "-", "a-", ":", "a:b", "a.B", "@", "@a", "://", "é", "é ", "\u0301", "👩‍", "not ", "\xff", "1,", "..", "a b ", "`", "\n", "漢", "(", "a(", "a) ", "\u200b", "not no "} {
		text := strings.Repeat(unit, short/len(unit))
		long := strings.Repeat(text, times)
		read := func(text string) func() {
			return func() {
				a.Tokens(text)
				a.Classify(text)
			}
		}
		read(text)()
		read(long)() // the words are new
		growth.Linear(t, fmt.Sprintf("%q", unit), times, read(text), read(long))
	}
}
