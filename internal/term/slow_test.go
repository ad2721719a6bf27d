package term

import (
	"strings"
	"testing"
	"time"
)

// The work grows with the length of an answer and not with its square, whatever the
// answer is made of. Two sizes are compared in one run: 64 times the text takes
// about 64 times as long, where squares would take 4,096 times. Between the two
// there is room for a busy machine, and what was interrupted is measured again.
func TestLongAnswers(t *testing.T) {
	const short, times, slack, tries = 1 << 10, 64, 8, 10
	a := analyzer(t, Options{Phrases: []string{"a b"}})
	took := func(text string) time.Duration {
		start := time.Now()
		a.Tokens(text)
		a.Classify(text)
		return max(time.Since(start), 20*time.Microsecond) // as exact as it can be measured
	}
	for _, unit := range []string{"a", "a ", "C+", "'", "a'", "-", "a-", ":", "a:b", "a.B", "@", "@a", "://", "é", "é ", "\u0301", "👩‍", "not ", "\xff", "1,", "..", "a b ", "`", "\n", "漢", "(", "a(", "\u200b", "not no "} {
		text := strings.Repeat(unit, short/len(unit))
		long := strings.Repeat(text, times)
		took(text) // the words are new
		one, many := took(text), took(long)
		for range tries {
			if many <= times*slack*one {
				break
			}
			one, many = max(one, took(text)), min(many, took(long))
		}
		if many > times*slack*one {
			t.Errorf("%q: %v, %d times as long %v", unit, one, times, many)
		}
	}
}
