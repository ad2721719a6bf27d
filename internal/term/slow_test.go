package term

import (
	"strings"
	"testing"
	"time"
)

// An answer of a megabyte takes no longer than its length explains, whatever it
// is made of: a few hundredths of a second, where squares would take minutes.
func TestLongAnswers(t *testing.T) {
	a := analyzer(t, Options{Phrases: []string{"a b"}})
	for _, unit := range []string{"a", "a ", "C+", "'", "a'", "-", "a-", ":", "a:b", "a.B", "@", "@a", "://", "é", "é ", "\u0301", "👩‍", "not ", "\xff", "1,", "..", "a b ", "`", "\n", "漢", "(", "a(", "\u200b", "not no "} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		start := time.Now()
		a.Tokens(text)
		a.Classify(text)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q: %v", unit, took)
		}
	}
}
