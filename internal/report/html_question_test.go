package report

import (
	"strings"
	"testing"
)

// Only one answer is "1 answer": 51 and 101 are several.
func TestAnswersOf(t *testing.T) {
	for n, want := range map[int]string{0: "answers", 1: "answer", 2: "answers", 11: "answers", 51: "answers", 101: "answers", 1001: "answers"} {
		if got := answersOf(n); !strings.HasSuffix(got, " "+want) {
			t.Errorf("%d: %q", n, got)
		}
	}
}
