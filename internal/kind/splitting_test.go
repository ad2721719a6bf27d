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
	s := Splitting{Separator: ", "}
	values := []Answer{{"Yes, daily, No", 4}, {"Yes, but rarely", 5}, {"No, Yes, daily", 3}, {"No", 6}, {"Maybe, No", 3}, {"Maybe", 2}}
	if got := fmt.Sprintf("%q", s.wholeOptions(values)); got != `["Yes, but rarely" "Yes, daily"]` {
		t.Error(got)
	}
}
