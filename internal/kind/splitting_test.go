package kind

import (
	"fmt"
	"testing"
)

func TestSplittingKeepsParenthesesTogether(t *testing.T) {
	s := Splitting{Separator: ", "}
	if got := fmt.Sprintf("%q", s.Split("Crime, Poetry (old, new), a (b, c")); got != `["Crime" "Poetry (old, new)" "a (b" "c"]` {
		t.Error(got)
	}
}

// Options that begin alike are put together from their pieces.
func TestOptionsThatBeginAlike(t *testing.T) {
	values := []Answer{{Value: "Yes, daily, No", Count: 4}, {Value: "Yes, but rarely", Count: 5}, {Value: "No, Yes, daily", Count: 3}, {Value: "No", Count: 6}, {Value: "Maybe, No", Count: 3}, {Value: "Maybe", Count: 2}}
	s, _ := cutAt(", ", values)
	if got := fmt.Sprintf("%q", s.Whole); got != `["Yes, but rarely" "Yes, daily"]` {
		t.Error(got)
	}
}
